// Latin input read as pinyin. A term is walked along the syllables of the text, so it can only begin where one begins
// and only end where one ends, or inside the last one while it is still being typed.
import type { Corpus } from "./corpus.js";
import type { Hits } from "./hits.js";
import { ASCII, CODES } from "./sounds.js";
import { END, walk, type Reading } from "./walk.js";

const NOWHERE: readonly number[] = [];

/** Reads a term as syllables in full, the last one perhaps unfinished (cost 1); with `mixed`, also as initials. */
class Spelling implements Reading {
  readonly budget = 1;
  private readonly rows: (readonly number[])[][] = [];

  constructor(
    private readonly term: string,
    private readonly names: readonly string[],
    private readonly mixed: boolean,
    readonly overMarks = mixed,
  ) {}

  next(letter: number, code: number): readonly number[] {
    return ((this.rows[letter] ??= this.row(letter))[code] ??= NOWHERE);
  }

  private row(letter: number): (readonly number[])[] {
    const row: (readonly number[])[] = new Array<readonly number[]>(CODES).fill(NOWHERE);
    const rest = this.term.slice(letter);
    for (let code = 1; code < this.names.length; code++) {
      const steps = this.steps(letter, rest, this.names[code]!);
      if (steps.length) row[code] = steps;
    }
    row[ASCII + rest.charCodeAt(0)] = [this.after(letter + 1), 0];
    return row;
  }

  private steps(letter: number, rest: string, name: string): number[] {
    const steps: number[] = [];
    if (rest.startsWith(name)) steps.push(this.after(letter + name.length), 0);
    // Two letters begin too many syllables; with those, line starts are looked at (scanSpelled).
    else if (name.startsWith(rest) && this.term.length > 2) steps.push(END, 1);
    if (this.mixed && name[0] === rest[0]) {
      if (rest[1] === "h" && name[1] === "h") steps.push(this.after(letter + 2), 0);
      steps.push(this.after(letter + 1), 0);
    }
    return steps;
  }

  private after(letter: number): number {
    return letter === this.term.length ? END : letter;
  }
}

/** Note the lines where `term` is spelled in full, one lane later where its last syllable is unfinished. */
export function scanSpelled(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  walk(corpus, new Spelling(term, corpus.sounds.names, false), (at, end, cost) => {
    hits.offer(at, end - at, lane + cost);
  });
  if (term.length !== 2) return;
  const { codes, starts, sounds } = corpus;
  const begun = Uint8Array.from({ length: CODES }, (_, code) => (sounds.names[code]?.startsWith(term) ? 1 : 0));
  for (let line = 0; line < corpus.size; line++) {
    const at = starts[line]!;
    if (begun[codes[at]!]) hits.offer(at, 1, lane + 1);
  }
}

/** Note the lines where `term` is spelled partly in full, partly by initials: huifjlb, tsjielc. */
export function scanMixed(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  walk(corpus, new Spelling(term, corpus.sounds.names, true), (at, end) => {
    hits.offer(at, end - at, lane);
  });
}

/** Note the lines where `term` is spelled with a character read the other way it can be read: zhongqi for 重启. */
export function scanOtherwise(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const { codes, others, sounds } = corpus;
  const { names } = sounds;
  const spelling = new Spelling(term, names, false);
  // By syllable, where in the term it may stand.
  const places = names.map((name, code) => (code ? allPlaces(term, name) : []));
  const possible = Uint8Array.from(places, (letters) => letters.length);
  for (let n = 0; n < others.length; n += 2) {
    if (!possible[others[n + 1]!]) continue;
    for (const letter of places[others[n + 1]!]!) {
      const start = before(term, letter, names, codes, others[n]!);
      const end = start < 0 ? -1 : after(spelling, letter + names[others[n + 1]!]!.length, term, codes, others[n]! + 1);
      if (end >= 0) hits.offer(start, end - start, lane);
    }
  }
}

function allPlaces(term: string, name: string): number[] {
  const found: number[] = [];
  for (let at = term.indexOf(name); at >= 0; at = term.indexOf(name, at + 1)) found.push(at);
  return found;
}

/** Where the first `letter` letters of the term begin if they end before position `at`; -1 where they do not. */
function before(term: string, letter: number, names: readonly string[], codes: Uint16Array, at: number): number {
  while (letter > 0) {
    const name = names[codes[--at] ?? 0];
    if (!name || !term.slice(0, letter).endsWith(name)) return -1;
    letter -= name.length;
  }
  return letter === 0 ? at : -1;
}

function after(spelling: Spelling, letter: number, term: string, codes: Uint16Array, at: number): number {
  let state = letter === term.length ? END : letter;
  while (state !== END) {
    const next = codes[at] ? spelling.next(state, codes[at]!)[0] : undefined;
    if (next === undefined) return -1;
    state = next;
    at++;
  }
  return at;
}

/** Note the lines that hold characters whose syllables begin with the letters of `term`; zh, ch and sh may be one. */
export function scanInitials(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const { codes, starts, pairs } = corpus;
  const { letters } = corpus.sounds;
  if (term.length === 1) {
    // One letter fits half of all places; what begins with it is meant.
    const wanted = term.charCodeAt(0);
    for (let line = 0; line < corpus.size; line++) {
      if (letters[codes[starts[line]!]!] === wanted) hits.offer(starts[line]!, 1, lane);
    }
    return;
  }
  for (const typed of new Set([term, term.replace(/([zcs])h/g, "$1")])) {
    const wanted = unitsOf(typed);
    const begins = (letter: number): number[] => [...letters.keys()].filter((code) => letters[code] === letter);
    const seconds = begins(wanted[1]!);
    for (const first of begins(wanted[0]!)) {
      for (const second of seconds) {
        pairs.each(first * CODES + second, (at) => {
          for (let n = 2; n < wanted.length; n++) if (letters[codes[at + n]!] !== wanted[n]) return;
          hits.offer(at, wanted.length, lane);
        });
      }
    }
  }
}

/**
 * Note the titles, headings and aliases that have the letters of `term` as initials in two runs of at least two:
 * tslc for 投诉处理流程. In other lines that would fit by accident.
 */
export function scanBrokenInitials(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  if (term.length < 4) return;
  const { codes, starts } = corpus;
  const { letters } = corpus.sounds;
  const wanted = unitsOf(term);
  /** Where letters `from` up to `to` of the term begin to follow each other, from `at` on; -1 where they do not. */
  const run = (from: number, to: number, at: number, last: number): number => {
    for (; at + to - from <= last; at++) {
      let n = from;
      while (n < to && letters[codes[at + n - from]!] === wanted[n]) n++;
      if (n === to) return at;
    }
    return -1;
  };
  for (const line of corpus.named) {
    const last = starts[line + 1]! - 1;
    for (let cut = 2; cut <= term.length - 2; cut++) {
      const at = run(0, cut, starts[line]!, last);
      if (at < 0) break; // nor do more letters stand there
      const rest = run(cut, term.length, at + cut, last);
      if (rest < 0) continue;
      hits.offer(at, rest + term.length - cut - at, lane);
      break;
    }
  }
}

function unitsOf(term: string): number[] {
  return Array.from({ length: term.length }, (_, n) => term.charCodeAt(n));
}

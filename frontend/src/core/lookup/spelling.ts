// Latin input read as pinyin. A term is walked along the syllables of the text, so it can only begin where one begins
// and only end where one ends, or inside the last one while it is still being typed.
import type { Corpus } from "./corpus.js";
import type { Hits } from "./hits.js";
import { CODES, type Sounds } from "./sounds.js";
import { END, Reading, type Row, scanReading } from "./walk.js";

/** Reads a term as syllables in full, the last one perhaps unfinished (cost 1); with `mixed`, also as initials; `beside` characters it may be short. */
class Spelling extends Reading {
  readonly budget = 1;
  override readonly overMarks: boolean;

  constructor(
    private readonly term: string,
    private readonly sounds: Sounds,
    private readonly mixed: boolean,
    private readonly beside = false,
  ) {
    super();
    this.overMarks = mixed;
  }

  protected override fill(letter: number, row: Row): Row {
    const rest = this.term.slice(letter);
    for (const code of this.sounds.beginning(rest[0]!)) {
      const name = this.sounds.names[code]!;
      if (rest.startsWith(name)) row.add(code, this.after(letter + name.length), 0);
      // Two letters begin too many syllables; with those, line starts are looked at (scanSpelled).
      else if (name.startsWith(rest) && (this.term.length > 2 || this.beside)) row.add(code, END, 1);
      if (!this.mixed) continue;
      if (rest[1] === "h" && name[1] === "h") row.add(code, this.after(letter + 2), 0);
      if (name.length > 1) row.add(code, this.after(letter + 1), 0);
    }
    return row;
  }

  private after(letter: number): number {
    return letter === this.term.length ? END : letter;
  }
}

const NEVER = (_: string): boolean => false;

function textOf({ folded }: Corpus, at: number, end: number): string {
  return folded.slice(at, end);
}

/** Note the lines where `term` is spelled in full, one lane later where its last syllable is unfinished. */
export function scanSpelled(corpus: Corpus, hits: Hits, term: string, lane: number, isKnown = NEVER): void {
  const word = (at: number, end: number): boolean => isKnown(textOf(corpus, at, end));
  // What is not yet whole is a known word sooner than pieces of two.
  scanReading(corpus, hits, new Spelling(term, corpus.sounds, false), (cost, at, end) =>
    cost && !word(at, end) ? lane + cost : lane,
  );
  if (term.length === 2) scanBeginnings(corpus, hits, term, lane + 1);
}

/** Note the lines whose first syllable begins with `term`. */
function scanBeginnings({ sounds, beginnings, starts }: Corpus, hits: Hits, term: string, lane: number): void {
  for (const code of sounds.beginning(term[0]!)) {
    if (sounds.names[code]!.startsWith(term))
      for (const line of beginnings.of(code)) hits.offer(starts[line]!, 1, lane);
  }
}

/** Note the lines where `term` is spelled partly in full, partly by initials: huifjlb, tsjielc. */
export function scanMixed(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  scanReading(corpus, hits, new Spelling(term, corpus.sounds, true), () => lane);
}

/** Note the lines where `term` is spelled with a character read the other way it can be read: zhongqi for 重启. */
export function scanOtherwise(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const { codes, sounds } = corpus;
  const { names } = sounds;
  const spelling = new Spelling(term, sounds, false);
  names.forEach((name, code) => {
    if (!sounds.isSyllable(code)) return;
    for (let letter = term.indexOf(name); letter >= 0; letter = term.indexOf(name, letter + 1)) {
      const { others } = corpus; // only a term that spells a syllable needs them
      for (const n of others.byCode.of(code)) {
        const at = others.at[n]!;
        const start = before(term, letter, names, codes, at);
        const end = start < 0 ? -1 : after(spelling, letter + name.length, term, codes, at + 1);
        if (end >= 0) hits.offer(start, end - start, lane);
      }
    }
  });
}

/** Tells where the characters end that `term` spells from a place on; -1 where they do not. The last may be unfinished. */
export function speller({ codes, sounds }: Corpus, term: string): (at: number) => number {
  const spelling = new Spelling(term, sounds, false, true);
  return (at) => after(spelling, 0, term, codes, at);
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
    const next = codes[at] ? spelling.row(state).from(codes[at]!)[0] : undefined;
    if (next === undefined) return -1;
    state = next;
    at++;
  }
  return at;
}

/**
 * Note the lines that hold characters whose syllables begin with the letters of `term`; zh, ch and sh may be
 * one. A known word comes a lane before others.
 */
export function scanInitials(corpus: Corpus, hits: Hits, term: string, lane: number, isKnown = NEVER): void {
  // One letter fits half of all places; what begins with it is meant.
  if (term.length === 1) return scanBeginnings(corpus, hits, term, lane);
  const { codes, sounds } = corpus;
  const { pairs } = corpus;
  for (const typed of new Set([term, term.replace(/([zcs])h/g, "$1")])) {
    const wanted = unitsOf(typed);
    for (const first of sounds.beginning(typed[0]!)) {
      const isLetter = sounds.isLetter(first);
      for (const second of sounds.beginning(typed[1]!)) {
        const pair = first * CODES + second;
        for (let n = pairs.first(pair); n < pairs.last(pair); n++) {
          const at = pairs.order[n]!;
          if (isLetter && sounds.isLetter(codes[at - 1])) continue;
          let fits = 1; // between the first two there may be a mark
          while (fits < wanted.length && sounds.letters[codes[at + fits]!] === wanted[fits]) fits++;
          if (fits < wanted.length || hits.rank[corpus.lineAt[at]!]! <= (lane - 1) * 4) continue;
          if (isKnown(textOf(corpus, at, at + fits))) hits.offerWord(at, fits, lane - 1);
          else hits.offer(at, fits, lane);
        }
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

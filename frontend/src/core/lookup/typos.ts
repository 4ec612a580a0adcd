// Slips: in pinyin a letter, fuzzy initials and finals; in characters the wrong homophone, one dropped, doubled or
// wrong. Used only where what was typed finds too little as it stands.
import type { Corpus } from "./corpus.js";
import { eachPlace, type Hits } from "./hits.js";
import { HAN } from "./query.js";
import { ASCII, blurred, type Sounds } from "./sounds.js";
import { END, walk, type Reading } from "./walk.js";

/** Costs in half edits: a fuzzy sound is half as bad as a wrong letter. */
const FUZZY = 1;
const EDIT = 2;
const NOWHERE: readonly number[] = [];

/** Note the lines where a Latin term is spelled with at most one slip from 4 letters on, two from 8 on. */
export function scanMisspelled(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const budget = term.length >= 8 ? 2 * EDIT : term.length >= 4 ? EDIT : term.length >= 2 ? FUZZY : 0;
  if (!budget) return;
  walk(corpus, new Misspelling(term, corpus.sounds, budget), (at, end) => {
    hits.offer(at, end - at, lane);
  });
}

class Misspelling implements Reading {
  private readonly rows: (readonly number[] | undefined)[][] = [];
  private readonly first: string;
  /** the term's pieces from the current letter on, by length, and what they sound like */
  private pieces: { letter: number; typed: string[]; blurs: string[] } = { letter: -1, typed: [], blurs: [] };

  constructor(
    private readonly term: string,
    private readonly sounds: Sounds,
    readonly budget: number,
  ) {
    this.first = blurred(term[0]!);
  }

  next(letter: number, code: number): readonly number[] {
    if (code >= ASCII) return NOWHERE;
    return ((this.rows[letter] ??= [])[code] ??= this.ways(letter, code));
  }

  private ways(letter: number, code: number): readonly number[] {
    const name = this.sounds.names[code];
    const blur = this.sounds.blur(code);
    // The first letter is hardly ever the wrong one.
    if (!name || (letter === 0 && blur[0] !== this.first)) return NOWHERE;
    const { typed, blurs } = this.piecesFrom(letter);
    let found: number[] | undefined;
    for (let length = Math.max(1, name.length - 1); length <= name.length + 1 && length < typed.length; length++) {
      const cost = typed[length] === name ? 0 : blurs[length] === blur ? FUZZY : oneEdit(typed[length]!, name) ? EDIT : Infinity;
      if (cost <= this.budget) (found ??= []).push(letter + length === this.term.length ? END : letter + length, cost);
    }
    return found ?? NOWHERE;
  }

  private piecesFrom(letter: number): { typed: string[]; blurs: string[] } {
    if (this.pieces.letter !== letter) {
      const typed = Array.from({ length: Math.min(8, this.term.length - letter + 1) }, (_, n) => this.term.slice(letter, letter + n));
      this.pieces = { letter, typed, blurs: typed.map(blurred) };
    }
    return this.pieces;
  }
}

/** Whether one letter added, dropped or changed, or two changed places, makes `a` of `b`. */
export function oneEdit(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let left = a.length;
  let right = b.length;
  while (left > from && right > from && a[left - 1] === b[right - 1]) left--, right--;
  const [x, y] = [left - from, right - from];
  const swapped = x === 2 && y === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
  return swapped || (x <= 1 && y <= 1 && x + y > 0);
}

/** Note the lines that hold a Chinese term with other characters of the same or nearly the same sound. */
export function scanHomophones(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const { units, sounds } = corpus;
  const typed = corpus.fold.units(term);
  const wanted = sounds.read(typed);
  if (typed.length < 2 || wanted.some((code) => !code)) return;
  const enough = typed.length >> 1;
  walk(corpus, new Homophone(wanted, sounds), (at, end, cost) => {
    let same = 0;
    for (let n = 0; n < typed.length; n++) same += units[at + n] === typed[n] ? 1 : 0;
    if (same >= enough) hits.offer(at, end - at, lane + (cost ? 1 : 0));
  });
}

class Homophone implements Reading {
  readonly budget: number;
  private readonly blurs: string[];
  private readonly steps: { same: readonly number[]; near: readonly number[] }[];

  constructor(
    private readonly wanted: Uint16Array,
    private readonly sounds: Sounds,
  ) {
    this.budget = wanted.length;
    this.blurs = Array.from(wanted, (code) => sounds.blur(code));
    this.steps = Array.from(wanted, (_, n) => {
      const next = n + 1 === wanted.length ? END : n + 1;
      return { same: [next, 0], near: [next, 1] };
    });
  }

  next(state: number, code: number): readonly number[] {
    if (code === this.wanted[state]) return this.steps[state]!.same;
    const sound = this.sounds.blur(code);
    return sound && sound === this.blurs[state] ? this.steps[state]!.near : NOWHERE;
  }
}

/** Note the lines that hold a Chinese term of 3 or more with one character dropped or added, or, a lane later, changed. */
export function scanNearly(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  if (term.length < 3 || !HAN.test(term)) return;
  const { lineAt } = corpus;
  const middle = term.length >> 1;
  const [front, back] = [term.slice(0, middle), term.slice(middle)];
  const offer = (start: number, end: number, at: number): void => {
    const changed = end - start === term.length ? 1 : 0;
    if (start >= 0 && end >= 0 && lineAt[start] === lineAt[at] && lineAt[end - 1] === lineAt[at]) hits.offer(start, end - start, lane + changed);
  };
  // One slip leaves one half whole: look for each half, and check the other beside it.
  eachPlace(corpus, front, (at) => offer(at, beside(corpus, at + front.length, back, 1), at));
  eachPlace(corpus, back, (at) => offer(beside(corpus, at, front, -1), at + back.length, at));
}

/** Where `rest` ends (or begins, with step -1) beside `at` with one slip at most; -1 where it is not there. */
function beside({ units }: Corpus, at: number, rest: string, step: 1 | -1): number {
  // Cheap first: one of the two characters next to the half has to be where it belongs.
  const unit = (n: number): number => units[step > 0 ? at + n : at - 1 - n] ?? 0;
  const typed = (n: number): number => rest.charCodeAt(step > 0 ? n : rest.length - 1 - n);
  if (rest.length > 1 && unit(0) !== typed(0) && unit(1) !== typed(1) && unit(1) !== typed(0) && unit(0) !== typed(1)) return -1;
  for (const length of [rest.length, rest.length - 1, rest.length + 1]) {
    const end = at + step * length;
    const found = String.fromCharCode(...(step > 0 ? units.subarray(at, end) : units.subarray(Math.max(0, end), at)));
    if (found.length === length && (found === rest || (rest.length > 1 ? oneEdit(found, rest) : length === 0))) return end;
  }
  return -1;
}

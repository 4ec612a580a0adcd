// Slips: in pinyin a letter, fuzzy initials and finals; in characters the wrong homophone, one dropped, doubled or
// wrong. Used only where what was typed finds too little as it stands.
import type { Corpus } from "./corpus.js";
import { oneEdit } from "./edit.js";
import { unitsOf } from "./fold.js";
import { eachPlace, type Hits } from "./hits.js";
import { HAN } from "./query.js";
import { blurred, EDIT, FUZZY, LONGEST, type Sounds } from "./sounds.js";
import type { Stems } from "./stems.js";
import { END, Reading, type Row, scanReading, walk } from "./walk.js";

/** Note the lines where a Latin term is spelled with at most one slip from 4 letters on, two from 8 on. */
export function scanMisspelled(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const budget = term.length >= 8 ? 2 * EDIT : term.length >= 4 ? EDIT : term.length >= 2 ? FUZZY : 0;
  if (!budget) return;
  scanReading(corpus, hits, new Misspelling(term, corpus.sounds, budget), () => lane);
}

class Misspelling extends Reading {
  private readonly first: string;

  constructor(
    private readonly term: string,
    private readonly sounds: Sounds,
    readonly budget: number,
  ) {
    super();
    this.first = blurred(term[0]!);
  }

  protected override fill(letter: number, row: Row): Row {
    for (let end = letter + 1; end <= Math.min(this.term.length, letter + LONGEST + 1); end++) {
      for (const [code, cost] of this.sounds.meant(this.term.slice(letter, end))) {
        // The first letter is hardly ever the wrong one.
        if (cost > this.budget || (letter === 0 && this.sounds.blur(code)[0] !== this.first)) continue;
        row.add(code, end === this.term.length ? END : end, cost);
      }
    }
    return row;
  }
}

/** Note the lines that hold a Chinese term with other characters of the same or nearly the same sound. */
export function scanHomophones(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const { units, sounds } = corpus;
  const typed = unitsOf(term);
  const wanted = sounds.read(typed);
  // Numbers have no homophones.
  if (typed.length < 2 || /\d/.test(term) || wanted.some((code) => !code)) return;
  const enough = typed.length >> 1;
  walk(corpus, new Homophone(wanted, sounds), (at, end, cost) => {
    let same = 0;
    for (let n = 0; n < typed.length; n++) same += units[at + n] === typed[n] ? 1 : 0;
    if (same >= enough) hits.offer(at, end - at, lane + (cost ? 1 : 0));
  });
}

class Homophone extends Reading {
  readonly budget: number;

  constructor(
    private readonly wanted: Uint16Array,
    private readonly sounds: Sounds,
  ) {
    super();
    this.budget = wanted.length;
  }

  protected override fill(state: number, row: Row): Row {
    const next = state + 1 === this.wanted.length ? END : state + 1;
    const code = this.wanted[state]!;
    row.add(code, next, 0);
    for (const other of this.sounds.alike(code)) if (other !== code) row.add(other, next, 1);
    return row;
  }
}

/**
 * Note the lines that hold a Chinese term of 3 or more with one character dropped or added, or, a lane later, changed.
 * A number is never taken for another: 60度 is not 30度. Of three characters one is too many only if it stands twice:
 * the other two alone would fit too much.
 */
export function scanNearly(
  corpus: Corpus,
  hits: Hits,
  term: string,
  lane: number,
  digits: ReadonlySet<number> = NO_DIGITS,
): void {
  if (term.length < 3 || !HAN.test(term)) return;
  const { lineAt, units } = corpus;
  const typed = unitsOf(term);
  const numbers = numbersIn(typed, 0, typed.length, digits);
  const middle = term.length >> 1;
  const [front, back] = [term.slice(0, middle), term.slice(middle)];
  const least = term.length > 3 || DOUBLED.test(term) ? term.length - 1 : term.length;
  const offer = (start: number, end: number, at: number): void => {
    if (end - start < least) return;
    const changed = end - start === term.length ? 1 : 0;
    if (start < 0 || end < 0 || lineAt[start] !== lineAt[at] || lineAt[end] !== lineAt[at]) return;
    if (numbersIn(units, start, end, digits) === numbers) hits.offer(start, end - start, lane + changed);
  };
  // One slip leaves one half whole: look for each half, and check the other beside it. Cheap first: of the two
  // characters next to it one has to be where it belongs.
  const [first, second] = [typed[middle]!, typed[middle + 1] ?? typed[middle]!];
  eachPlace(corpus, front, (at) => {
    const [next, over] = [units[at + middle], units[at + middle + 1]];
    if (back.length > 1 && next !== first && over !== second && over !== first && next !== second) return;
    offer(at, beside(units, at + middle, back, 1), at);
  });
  if (front.length === 1 && front !== back[0]) return;
  const [last, before] = [typed[middle - 1]!, typed[middle - 2] ?? typed[middle - 1]!];
  eachPlace(corpus, back, (at) => {
    const [next, over] = [units[at - 1], units[at - 2]];
    if (front.length > 1 && next !== last && over !== before && over !== last && next !== before) return;
    offer(beside(units, at, front, -1), at + back.length, at);
  });
}

/** Note the lines that have a word of letters from which the term differs by one slip. */
export function scanMistyped(corpus: Corpus, hits: Hits, term: string, lane: number, stems: Stems): void {
  if (term.length < 4) return;
  const typed = stems.stem(term);
  for (const word of corpus.vocabulary) {
    const stem = word[0] === term[0] ? stems.stem(word) : "";
    if (Math.abs(stem.length - typed.length) < 2 && (oneEdit(typed, stem) || oneEdit(term, word)))
      stems.scan(corpus, hits, word, lane);
  }
}

const DOUBLED = /(.)\1/;
const NO_DIGITS: ReadonlySet<number> = new Set();

/** The digits in a stretch of a text and next to it, which tell its numbers. */
function numbersIn(units: Uint16Array, start: number, end: number, known: ReadonlySet<number>): string {
  const isDigit = (at: number): boolean => known.has(units[at]!);
  let digits = "";
  while (isDigit(start) && isDigit(start - 1)) start--;
  while (isDigit(end - 1) && isDigit(end)) end++;
  for (let at = start; at < end; at++)
    digits += isDigit(at) ? String.fromCharCode(units[at]!) : digits && !digits.endsWith(" ") ? " " : "";
  return digits.trim();
}

/** Where `rest` ends (or begins, with step -1) beside `at` with one slip at most; -1 where it is not there. */
function beside(units: Uint16Array, at: number, rest: string, step: 1 | -1): number {
  for (const length of [rest.length, rest.length - 1, rest.length + 1]) {
    const end = at + step * length;
    const found = String.fromCharCode(...(step > 0 ? units.subarray(at, end) : units.subarray(Math.max(0, end), at)));
    if (found.length === length && (found === rest || (rest.length > 1 ? oneEdit(found, rest) : length === 0)))
      return end;
  }
  return -1;
}

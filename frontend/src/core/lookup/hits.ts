// Where a term stands: for each line that has it, its best place.
import type { Notations } from "../language/notations.js";
import { ALIAS, type Corpus, TITLE } from "./corpus.js";
import { CLAUSE, ends, isBreak, isDigit, isLetter, START, WHOLE } from "./edges.js";
import { unitsOf } from "./fold.js";
import type { MarkedPlaces } from "./places.js";

/** No place in this line. */
export const NONE = 255;

/** The best place of one term in every line. `rank` is lane * 4 + quality: less is better. */
export class Hits {
  readonly at: Int32Array;
  readonly length: Uint8Array;
  readonly rank: Uint8Array;
  /** the titles and aliases that have a place, in the order they were found */
  readonly titles: number[] = [];
  private readonly found: Int32Array;
  private count = 0;

  constructor(readonly corpus: Corpus) {
    this.at = new Int32Array(corpus.size);
    this.length = new Uint8Array(corpus.size);
    this.rank = new Uint8Array(corpus.size).fill(NONE);
    this.found = new Int32Array(corpus.size);
  }

  /** The other lines that have a place, in the order they were found. */
  get lines(): Int32Array {
    return this.found.subarray(0, this.count);
  }

  /** How many have a place, titles and aliases among them. */
  get size(): number {
    return this.count + this.titles.length;
  }

  clear(): this {
    for (const line of this.lines) this.rank[line] = NONE;
    for (const line of this.titles) this.rank[line] = NONE;
    this.count = this.titles.length = 0;
    return this;
  }

  /** Take over what another term was found in; what was found before must be cleared. */
  copy(other: Hits): void {
    const take = (line: number): void => {
      this.rank[line] = other.rank[line]!;
      this.at[line] = other.at[line]!;
      this.length[line] = other.length[line]!;
    };
    for (const line of other.lines) take(line);
    for (const line of other.titles) take(line);
    this.found.set(other.lines);
    this.count = other.count;
    this.titles.push(...other.titles);
  }

  /** Note a place, unless a better one of its line is known. */
  offer(at: number, length: number, lane: number, line = this.corpus.lineAt[at]!, edge = this.corpus.edges[at]!): void {
    if (this.rank[line]! > lane * 4) this.note(line, at, length, lane, edge);
  }

  /** Note a place where a known word stands: that is as good as the beginning of a clause. */
  offerWord(at: number, length: number, lane: number): void {
    const { lineAt, edges } = this.corpus;
    this.offer(at, length, lane, lineAt[at], Math.min(edges[at]!, CLAUSE));
  }

  /** Note all places of a value, each a match of one character. */
  offerAll(places: MarkedPlaces, value: number, lane: number): void {
    const { order, lines, edges } = places;
    const last = places.last(value);
    for (let n = places.first(value); n < last; n++) this.note(lines[n]!, order[n]!, 1, lane, edges[n]!);
  }

  private note(line: number, at: number, length: number, lane: number, edge: number): void {
    const known = this.rank[line]!;
    if (known <= lane * 4) return;
    const rank = lane * 4 + (edge === START && this.isWhole(line, at + length) ? WHOLE : edge);
    if (rank >= known) return;
    if (known === NONE) {
      const type = this.corpus.types[line];
      if (type === TITLE || type === ALIAS) this.titles.push(line);
      else this.found[this.count++] = line;
    }
    this.rank[line] = rank;
    this.at[line] = at;
    this.length[line] = length;
  }

  /** Whether nothing but marks follows in a line from a place on. */
  private isWhole(line: number, from: number): boolean {
    const { starts, units } = this.corpus;
    const last = starts[line + 1]! - 1;
    let end = from;
    while (end < last && isBreak(units[end]!) && !ends(units[end]!)) end++;
    return end === last || ends(units[end]!);
  }
}

/** Call `found` with every place of a pattern and its line: its rarest character is looked up, and the others beside it. */
export function eachPlace({ units, places }: Corpus, pattern: string, found: (at: number, line: number) => void): void {
  const wanted = unitsOf(pattern);
  let rarest = 0;
  wanted.forEach((unit, n) => {
    if (places.count(unit) < places.count(wanted[rarest]!)) rarest = n;
  });
  const { order, lines } = places;
  const last = places.last(wanted[rarest]!);
  for (let n = places.first(wanted[rarest]!); n < last; n++) {
    const at = order[n]! - rarest;
    let fits = 0;
    while (fits < wanted.length && units[at + fits] === wanted[fits]) fits++;
    if (fits === wanted.length) found(at, lines[n]!);
  }
}

/**
 * Note every line that holds `pattern` as it was typed. It begins no word or number in its middle; the end of a number
 * may be yet to come where it is long or a time of day.
 */
export function scanTyped(corpus: Corpus, hits: Hits, pattern: string, lane: number, spaced: boolean): void {
  const { length } = pattern;
  const { units } = corpus;
  const [first, last] = [pattern.charCodeAt(0), pattern.charCodeAt(length - 1)];
  const [begins, letters] = [isDigit(first), spaced && isLetter(first)];
  if (length === 1 && !begins && !letters) return hits.offerAll(corpus.places, first, lane);
  const whole = isDigit(last) && !/\d{3}$|\d:\d*$/.test(pattern);
  eachPlace(corpus, pattern, (at, line) => {
    if (begins && inNumber(units, at - 1, -1)) return;
    if (letters && isLetter(units[at - 1])) return;
    if (whole && inNumber(units, at + length, 1)) return;
    hits.offer(at, length, lane, line);
  });
}

/** Note every line that holds `pattern` where no number stands before it; behind it one may go on. */
export function scanBegun(corpus: Corpus, hits: Hits, pattern: string, lane: number): void {
  eachPlace(corpus, pattern, (at, line) => {
    if (!inNumber(corpus.units, at - 1, -1)) hits.offer(at, pattern.length, lane, line);
  });
}

/** Whether a number goes on at a place beside it: with a digit, or with a point, a colon or a comma and a digit. */
function inNumber(units: Uint16Array, at: number, step: 1 | -1): boolean {
  return isDigit(units[at]) || (POINTS.includes(units[at]!) && isDigit(units[at + step]));
}

/** . : , */
const POINTS = [46, 58, 44];

/**
 * Note every line that holds `pattern`. With `notations`, a number at either end of the pattern must be whole:
 * 3天 typed as 三天 is not in 十三天.
 */
export function scanText(corpus: Corpus, hits: Hits, pattern: string, lane: number, notations?: Notations): void {
  const { length } = pattern;
  if (length === 1 && !notations) return hits.offerAll(corpus.places, pattern.charCodeAt(0), lane);
  const before = notations?.boundary(pattern[0]!);
  const after = notations?.boundary(pattern[length - 1]!);
  const has = (edge: RegExp | undefined, at: number): boolean =>
    edge?.test(String.fromCharCode(corpus.units[at] ?? 0)) ?? false;
  eachPlace(corpus, pattern, (at, line) => {
    if (!has(before, at - 1) && !has(after, at + length)) hits.offer(at, length, lane, line);
  });
}

// Slips: in pinyin a letter, fuzzy initials and finals; in characters the wrong homophone, one dropped, doubled or
// wrong. Used only where what was typed finds too little as it stands.
import type { Corpus } from "./corpus.js";
import type { Hits } from "./hits.js";
import { HAN } from "./query.js";
import { ASCII, blurred } from "./sounds.js";

/** Costs in half edits: a fuzzy sound is half as bad as a wrong letter. */
const FUZZY = 1;
const EDIT = 2;

/** Note the lines where a Latin term is spelled with at most one slip from 4 letters on, two from 8 on. */
export function scanMisspelled(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const budget = term.length >= 8 ? 2 * EDIT : term.length >= 4 ? EDIT : term.length >= 2 ? FUZZY : 0;
  if (!budget) return;
  const { codes, starts } = corpus;
  const walks = new Walks(term, corpus.sounds.names, budget);
  const first = walks.begins();
  let line = 0;
  for (let at = 0; at < codes.length; at++) {
    if (!first[codes[at]!]) continue;
    const end = walks.end(codes, at, 0, budget);
    if (end < 0) continue;
    while (starts[line + 1]! <= at) line++;
    hits.offer(line, at, end - at, lane);
  }
}

/** Where a term may lead from each of its letters when the text goes on with a syllable. */
class Walks {
  private readonly rows: (number[] | undefined)[][] = [];

  constructor(
    private readonly term: string,
    private readonly names: string[],
    private readonly budget: number,
  ) {}

  /** By code of a syllable, whether the term can begin with it; the first letter is hardly ever the wrong one. */
  begins(): Uint8Array {
    const found = new Uint8Array(ASCII + 128);
    const first = blurred(this.term[0]!);
    for (let code = 1; code < this.names.length; code++) {
      if (blurred(this.names[code]!)[0] === first && this.next(0, code).length) found[code] = 1;
    }
    return found;
  }

  /** The end of a match from `at` on, or -1. */
  end(codes: Uint16Array, at: number, letter: number, left: number): number {
    if (this.term.length - letter <= 0) return at;
    const code = codes[at];
    if (!code || code >= ASCII) return -1;
    const next = this.next(letter, code);
    for (let n = 0; n < next.length; n += 2) {
      if (next[n + 1]! > left) continue;
      const end = this.end(codes, at + 1, next[n]!, left - next[n + 1]!);
      if (end >= 0) return end;
    }
    return -1;
  }

  /** Pairs: the letter the term goes on from after this syllable, and what that costs. */
  private next(letter: number, code: number): number[] {
    const row = (this.rows[letter] ??= []);
    return (row[code] ??= this.ways(letter, this.names[code]!));
  }

  private ways(letter: number, name: string): number[] {
    const found: number[] = [];
    for (let length = Math.max(1, name.length - 1); length <= name.length + 1; length++) {
      const typed = this.term.slice(letter, letter + length);
      if (typed.length < length) break;
      const cost = typed === name ? 0 : blurred(typed) === blurred(name) ? FUZZY : oneEdit(typed, name) ? EDIT : Infinity;
      if (cost <= this.budget) found.push(letter + length, cost);
    }
    return found;
  }
}

/** Whether one letter added, dropped or changed, or two changed places, makes `a` of `b`. */
export function oneEdit(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let left = a.length;
  let right = b.length;
  while (left > from && right > from && a[left - 1] === b[right - 1]) left--, right--;
  const [x, y] = [a.slice(from, left), b.slice(from, right)];
  return x.length + y.length > 0 && ((x.length <= 1 && y.length <= 1) || (x.length === 2 && x === y[1]! + y[0]! && y.length === 2));
}

/** Note the lines that hold a Chinese term with other characters of the same or nearly the same sound. */
export function scanHomophones(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const { codes, units, starts, sounds, fold } = corpus;
  const typed = fold.units(term);
  const wanted = sounds.read(typed);
  if (typed.length < 2 || wanted.some((code) => !code)) return;
  const blur = blurs(sounds.names);
  const first = blur[wanted[0]!];
  const enough = typed.length >> 1;
  let line = 0;
  for (let at = 0; at <= codes.length - typed.length; at++) {
    if (blur[codes[at]!] !== first) continue;
    let same = 0;
    let exact = 0;
    let n = 0;
    for (; n < typed.length && blur[codes[at + n]!] === blur[wanted[n]!]; n++) {
      same += units[at + n] === typed[n] ? 1 : 0;
      exact += codes[at + n] === wanted[n] ? 1 : 0;
    }
    if (n < typed.length || same < enough) continue;
    while (starts[line + 1]! <= at) line++;
    hits.offer(line, at, typed.length, lane + (exact === typed.length ? 0 : 1));
  }
}

let blurTable: { names: string[]; size: number; codes: Uint16Array } | undefined;

/** By code, a code that all sounds fuzzy with it share. */
function blurs(names: string[]): Uint16Array {
  if (blurTable?.names === names && blurTable.size === names.length) return blurTable.codes;
  const codes = Uint16Array.from({ length: ASCII + 128 }, (_, code) => code);
  const known = new Map<string, number>();
  names.forEach((name, code) => {
    const key = blurred(name);
    known.set(key, known.get(key) ?? code);
    codes[code] = known.get(key)!;
  });
  blurTable = { names, size: names.length, codes };
  return codes;
}

/** Note the lines that hold a Chinese term of 3 or more with one character dropped, added or changed. */
export function scanNearly(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  if (term.length < 3 || !HAN.test(term)) return;
  const { folded, starts } = corpus;
  const middle = term.length >> 1;
  // One slip leaves one half whole: look for each half, and check the other beside it.
  for (const [half, before, after] of [
    [term.slice(0, middle), "", term.slice(middle)],
    [term.slice(middle), term.slice(0, middle), ""],
  ] as const) {
    let line = 0;
    for (let at = folded.indexOf(half); at >= 0; at = folded.indexOf(half, at + 1)) {
      while (starts[line + 1]! <= at) line++;
      const start = before ? beside(folded, at, before, -1) : at;
      const end = after ? beside(folded, at + half.length, after, 1) : at + half.length;
      if (start >= starts[line]! && end > start && end < starts[line + 1]!) hits.offer(line, start, end - start, lane);
    }
  }
}

/** Where `rest` ends (or begins, with step -1) beside `at` with one slip at most; -1 where it is not there. */
function beside(text: string, at: number, rest: string, step: 1 | -1): number {
  for (const length of [rest.length, rest.length - 1, rest.length + 1]) {
    const end = at + step * length;
    const found = step > 0 ? text.slice(at, end) : text.slice(Math.max(0, end), at);
    if (found.length === length && (found === rest || (length > 0 && rest.length > 1 ? oneEdit(found, rest) : length === 0))) return end;
  }
  return -1;
}

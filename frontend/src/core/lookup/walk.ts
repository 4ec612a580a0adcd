// Walking a term along the syllables of the text. Where it may begin is looked up, not searched: all places are kept in
// the order of the pair of syllables that stands there, so a term of two syllables or more touches few of them.
import type { Corpus } from "./corpus.js";
import { CODES } from "./sounds.js";

/** The state in which a term is used up. */
export const END = -1;

/** A way to read a term as syllables. States count from 0; what they mean is the reading's own matter. */
export interface Reading {
  /** Where syllable `code` leads from `state`: pairs of the next state and what the step costs. */
  next(state: number, code: number): readonly number[];
  /** the most a walk may cost */
  readonly budget: number;
}

/** The places of a text by the two syllables that begin there. */
export class Pairs {
  private readonly order: Int32Array;
  private readonly bounds: Int32Array;

  constructor(codes: Uint16Array) {
    // A counting sort by the pair as one number.
    this.bounds = new Int32Array(CODES * CODES + 1);
    const { bounds } = this;
    const last = codes.length - 1; // the end of the last line
    for (let at = 0; at < last; at++) bounds[codes[at]! * CODES + codes[at + 1]! + 1]!++;
    for (let pair = 0; pair < CODES * CODES; pair++) bounds[pair + 1]! += bounds[pair]!;
    const next = bounds.slice();
    this.order = new Int32Array(Math.max(last, 0));
    for (let at = 0; at < last; at++) this.order[next[codes[at]! * CODES + codes[at + 1]!]!++] = at;
  }

  /** Call `found` with every place where `first` and `second` follow each other. */
  each(first: number, second: number, found: (at: number) => void): void {
    const pair = first * CODES + second;
    this.range(pair, pair + 1, found);
  }

  /** Call `found` with every place where `first` stands. */
  all(first: number, found: (at: number) => void): void {
    this.range(first * CODES, (first + 1) * CODES, found);
  }

  private range(from: number, to: number, found: (at: number) => void): void {
    const { order, bounds } = this;
    const end = bounds[to]!;
    for (let n = bounds[from]!; n < end; n++) found(order[n]!);
  }
}

/** Call `found` with the start, the end and the cost of every place where `reading` fits. */
export function walk(corpus: Corpus, reading: Reading, found: (at: number, end: number, cost: number) => void): void {
  const { codes, pairs } = corpus;
  const cost = { left: 0 };
  const go = (at: number, state: number, left: number): number => {
    if (state === END) return (cost.left = left), at;
    const code = codes[at];
    if (!code) return -1;
    const steps = reading.next(state, code);
    for (let n = 0; n < steps.length; n += 2) {
      if (steps[n + 1]! > left) continue;
      const end = go(at + 1, steps[n]!, left - steps[n + 1]!);
      if (end >= 0) return end;
    }
    return -1;
  };
  for (let first = 1; first < CODES; first++) {
    const steps = reading.next(0, first);
    for (let n = 0; n < steps.length; n += 2) {
      const left = reading.budget - steps[n + 1]!;
      if (steps[n] === END) {
        pairs.all(first, (at) => found(at, at + 1, steps[n + 1]!));
        continue;
      }
      for (let second = 1; second < CODES; second++) {
        if (!reading.next(steps[n]!, second).length) continue;
        pairs.each(first, second, (at) => {
          const end = go(at + 1, steps[n]!, left);
          if (end >= 0) found(at, end, reading.budget - cost.left);
        });
      }
    }
  }
}

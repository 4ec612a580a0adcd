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
    const last = codes.length - 1;
    for (let at = 0; at < last; at++) bounds[codes[at]! * CODES + codes[at + 1]! + 1]!++;
    for (let pair = 0; pair < CODES * CODES; pair++) bounds[pair + 1]! += bounds[pair]!;
    const next = bounds.slice();
    this.order = new Int32Array(Math.max(last, 0));
    for (let at = 0; at < last; at++) this.order[next[codes[at]! * CODES + codes[at + 1]!]!++] = at;
  }

  /** Call `found` with every place where `first` and `second` follow each other. */
  each(first: number, second: number, found: (at: number) => void): void {
    const pair = first * CODES + second;
    const end = this.bounds[pair + 1]!;
    for (let n = this.bounds[pair]!; n < end; n++) found(this.order[n]!);
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
  const alone = new Uint8Array(CODES);
  let any = false;
  for (let first = 1; first < CODES; first++) {
    const steps = reading.next(0, first);
    for (let n = 0; n < steps.length; n += 2) {
      const left = reading.budget - steps[n + 1]!;
      if (steps[n] === END) {
        alone[first] = 1 + steps[n + 1]!;
        any = true;
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
  // One syllable alone stands in so many places that going through them in order is quickest.
  for (let at = 0; any && at < codes.length; at++) {
    const cost = alone[codes[at]!]!;
    if (cost) found(at, at + 1, cost - 1);
  }
}

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
  /** whether marks between syllables, which nobody types, are passed over */
  readonly overMarks?: boolean;
}

/** Call `found` with the start, the end and the cost of every place where `reading` fits. */
export function walk(corpus: Corpus, reading: Reading, found: (at: number, end: number, cost: number) => void): void {
  const { codes, pairs, units } = corpus;
  const overMarks = reading.overMarks ?? false;
  const cost = { left: 0 };
  const go = (from: number, state: number, left: number): number => {
    if (state === END) return (cost.left = left), from;
    let at = from;
    if (overMarks) while (!codes[at] && units[at] !== LINE_END) at++;
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
        pairs.each(first * CODES, (at) => found(at, at + 1, steps[n + 1]!), (first + 1) * CODES);
        continue;
      }
      // Code 0 is a mark.
      for (let second = overMarks ? 0 : 1; second < CODES; second++) {
        if (second && !reading.next(steps[n]!, second).length) continue;
        pairs.each(first * CODES + second, (at) => {
          const end = go(at + 1, steps[n]!, left);
          if (end >= 0) found(at, end, reading.budget - cost.left);
        });
      }
    }
  }
}

const LINE_END = 10;

// Walking a term along the syllables of the text. Where it may begin is looked up, not searched: all places are kept in
// the order of the pair of syllables that stands there, so a term of two syllables or more touches few of them.
import type { Corpus } from "./corpus.js";
import { ends } from "./edges.js";
import type { Hits } from "./hits.js";
import { CODES } from "./sounds.js";

/** The state in which a term is used up. */
export const END = -1;

/** Where each syllable leads from one state of a reading, and what the step costs. */
export class Row {
  /** the syllables that lead anywhere */
  readonly codes: number[] = [];
  private readonly steps: number[][] = [];
  /** by code, where its steps are, counted from 1 */
  private readonly where = new Uint16Array(CODES);

  add(code: number, state: number, cost: number): void {
    if (!this.where[code]) {
      this.codes.push(code);
      this.where[code] = this.steps.push([]);
    }
    this.steps[this.where[code]! - 1]!.push(state, cost);
  }

  /** Pairs of the next state and the cost, the likeliest first. */
  from(code: number): readonly number[] {
    return this.steps[this.where[code]! - 1] ?? NOWHERE;
  }
}

const NOWHERE: readonly number[] = [];

/** A way to read a term as syllables. States count from 0; what they mean is the reading's own matter. */
export abstract class Reading {
  /** the most a walk may cost */
  abstract readonly budget: number;
  /** whether marks between syllables, which nobody types, are passed over */
  readonly overMarks: boolean = false;
  private readonly rows: Row[] = [];

  /** What is possible in a state; made once for each. */
  row(state: number): Row {
    return (this.rows[state] ??= this.fill(state, new Row()));
  }

  protected abstract fill(state: number, row: Row): Row;
}

/** Note every place where a reading fits, what it costs lanes later. */
export function scanReading(
  corpus: Corpus,
  hits: Hits,
  reading: Reading,
  lane: (cost: number, at: number, end: number) => number,
): void {
  const begun = reading.row(0);
  for (const code of begun.codes) {
    const steps = begun.from(code);
    for (let n = 0; n < steps.length; n += 2)
      if (steps[n] === END) hits.offerAll(corpus.syllables, code, lane(steps[n + 1]!, 0, 0));
  }
  walk(corpus, reading, (at, end, cost) => hits.offer(at, end - at, lane(cost, at, end)));
}

/** Call `found` with the start, the end and the cost of every place where two syllables or more fit `reading`. */
export function walk(corpus: Corpus, reading: Reading, found: (at: number, end: number, cost: number) => void): void {
  const { codes, sounds, units } = corpus;
  const { pairs } = corpus;
  const { order } = pairs;
  const { overMarks, budget } = reading;
  let left = 0; // of the budget, at the end of a walk
  const go = (from: number, state: number, credit: number): number => {
    if (state === END) {
      left = credit;
      return from;
    }
    let at = from;
    if (overMarks) while (!codes[at] && !ends(units[at]!)) at++;
    const code = codes[at];
    if (!code) return -1;
    const steps = reading.row(state).from(code);
    for (let n = 0; n < steps.length; n += 2) {
      if (steps[n + 1]! > credit) continue;
      const end = go(at + 1, steps[n]!, credit - steps[n + 1]!);
      if (end >= 0) return end;
    }
    return -1;
  };
  const onward = (first: number, second: number, state: number, credit: number): void => {
    const pair = first * CODES + second;
    const isLetter = sounds.isLetter(first);
    const last = pairs.last(pair);
    for (let n = pairs.first(pair); n < last; n++) {
      // No word of letters is read from its middle on.
      if (isLetter && sounds.isLetter(codes[order[n]! - 1])) continue;
      const end = go(order[n]! + 1, state, credit);
      if (end >= 0) found(order[n]!, end, budget - left);
    }
  };
  const begun = reading.row(0);
  for (const first of begun.codes) {
    const steps = begun.from(first);
    for (let n = 0; n < steps.length; n += 2) {
      const state = steps[n]!;
      if (state === END) continue;
      const credit = budget - steps[n + 1]!;
      for (const second of reading.row(state).codes) onward(first, second, state, credit);
    }
  }
}

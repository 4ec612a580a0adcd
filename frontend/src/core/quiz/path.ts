// The way through the questions of a record, as the generator lays it (rolebook/bank/path.py).

import type { Question, Stop } from "./bank.js";
import { type Tally, tally } from "./progress.js";
import type { Memory } from "./schedule.js";

/** A stop, and how far the learner is with it. */
export interface Reached {
  readonly stop: Stop;
  readonly tally: Tally;
  /** whether it is the first one in which something is new */
  readonly here: boolean;
}

/** The stops of a way that have questions, and where on it the learner is. */
export function along(
  path: readonly Stop[],
  questions: readonly Question[],
  memories: (id: string) => Memory | undefined,
): Reached[] {
  const known = new Map(questions.map((question) => [question.id, question]));
  const reached = path.map((stop) => ({
    stop,
    tally: tally(
      stop.items.flatMap((id) => known.get(id) ?? []),
      memories,
    ),
  }));
  const here = reached.find(({ tally }) => tally.new > 0);
  return reached.map((each) => ({ ...each, here: each === here }));
}

/** Questions in the order of a way; those that stand on no stop come last. */
export function inOrder(path: readonly Stop[], questions: readonly Question[]): Question[] {
  const place = new Map(path.flatMap(({ items }) => items).map((id, n) => [id, n]));
  const last = place.size;
  return [...questions].sort((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
}

// What this person opened by lookup: most and last, so that it is offered before a letter is typed.
import type { Corpus } from "../core/lookup/corpus.js";
import { Shelf } from "../storage.js";

interface Opened {
  times: number;
  /** when it was opened last, in milliseconds since 1970 */
  last: number;
}

const shelf = new Shelf<Opened>(
  "opened",
  (value): value is Opened =>
    typeof value === "object" &&
    value !== null &&
    Number.isFinite((value as Opened).times) &&
    Number.isFinite((value as Opened).last),
);
const MOST_USED = 7;

/** Remember that the line at `address` was opened now. */
export function opened(address: string): void {
  shelf.set(address, { times: (shelf.get(address)?.times ?? 0) + 1, last: Date.now() });
}

/** Lines by how often they were opened, 0 to 7; lines that are gone are left out. */
export function usedLines(corpus: Corpus): Map<number, number> {
  const used = new Map<number, number>();
  for (const [address, { times }] of shelf.entries()) {
    const line = corpus.find(address);
    if (line !== undefined) used.set(line, Math.min(MOST_USED, (used.get(line) ?? 0) + times));
  }
  return used;
}

/** The `count` lines opened most and last, half and half. */
export function habits(corpus: Corpus, count: number): number[] {
  const known = [...shelf.entries()].flatMap(([address, { times, last }]) => {
    const line = corpus.find(address);
    return line === undefined ? [] : [{ line, times, last }];
  });
  const last = known.sort((a, b) => b.last - a.last);
  const most = [...last].sort((a, b) => b.times - a.times).slice(0, Math.ceil(count / 2));
  return [...new Set([...most, ...last].map(({ line }) => line))].slice(0, count);
}

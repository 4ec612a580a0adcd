import { describe, expect, it } from "vitest";

import type { Stop } from "./bank.js";
import { question } from "./fixtures.js";
import { along, inOrder } from "./path.js";
import { remember } from "./schedule.js";

const NOW = new Date(2026, 10, 23, 12).getTime();
const LEARNT = remember(undefined, question("x"), { right: true, checked: true, luck: 0 }, NOW);
const PATH: readonly Stop[] = [
  { title: "Opening", by: "first_day", items: ["c", "a"] },
  { title: "Closing", by: "first_week", items: ["b", "gone"] },
];
const QUESTIONS = ["a", "b", "c", "d"].map((id) => question(id));

describe("the way through a record", () => {
  it("shows at which stop the learner is: the first at which something is new", () => {
    const met = (ids: string) => (id: string) => (ids.includes(id) ? LEARNT : undefined);
    const here = (ids: string) => along(PATH, QUESTIONS, met(ids)).map(({ here }) => here);
    expect(here("")).toEqual([true, false]);
    expect(here("b")).toEqual([true, false]);
    expect(here("ac")).toEqual([false, true]);
    expect(here("abc")).toEqual([false, false]);
  });

  it("counts how well each stop is known, of the questions there are", () => {
    const counts = along(PATH, QUESTIONS, (id) => (id === "c" ? LEARNT : undefined));
    expect(counts.map(({ tally }) => tally)).toEqual([
      { known: 0, learning: 1, new: 1 },
      { known: 0, learning: 0, new: 1 },
    ]);
  });

  it("puts questions into its order, those of no stop last and as they stood", () => {
    expect(inOrder(PATH, QUESTIONS).map(({ id }) => id)).toEqual(["c", "a", "b", "d"]);
    expect(inOrder([], QUESTIONS)).toEqual(QUESTIONS);
  });
});

import { describe, expect, it } from "vitest";

import { question } from "./fixtures.js";
import { along, inOrder, isStop, type Stop } from "./path.js";
import { remember } from "./schedule.js";

const NOW = new Date(2026, 10, 23, 12).getTime();
const PATH: readonly Stop[] = [
  { title: "Opening", by: "day", items: ["c", "a"] },
  { title: "Closing", by: "week", items: ["b", "gone"] },
];
const QUESTIONS = ["a", "b", "c", "d"].map((id) => question(id));

describe("the way through a record", () => {
  it("shows at which stop the learner is: the first at which something is new", () => {
    const met = (ids: string) => (id: string) => (ids.includes(id) ? remember(undefined, true, "r1", NOW) : undefined);
    const here = (ids: string) => along(PATH, QUESTIONS, met(ids)).map(({ here }) => here);
    expect(here("")).toEqual([true, false]);
    expect(here("b")).toEqual([true, false]);
    expect(here("ac")).toEqual([false, true]);
    expect(here("abc")).toEqual([false, false]);
  });

  it("counts how well each stop is known, of the questions there are", () => {
    const counts = along(PATH, QUESTIONS, (id) => (id === "c" ? remember(undefined, true, "r1", NOW) : undefined));
    expect(counts.map(({ tally }) => tally)).toEqual([
      { known: 0, learning: 1, new: 1 },
      { known: 0, learning: 0, new: 1 },
    ]);
  });

  it("puts questions into its order, those of no stop last and as they stood", () => {
    expect(inOrder(PATH, QUESTIONS).map(({ id }) => id)).toEqual(["c", "a", "b", "d"]);
    expect(inOrder([], QUESTIONS)).toEqual(QUESTIONS);
  });

  it("is told from what is none", () => {
    expect(PATH.every(isStop)).toBe(true);
    expect([{}, null, { title: "x", by: "day" }, { title: 1, by: "day", items: [] }].some(isStop)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";

import { question } from "./fixtures.js";
import { later, leeches, living, tally, weakest } from "./progress.js";
import { type Memory, remember, type Verdict } from "./schedule.js";

const NOON = new Date(2026, 10, 23, 12).getTime();
const DAY = 86_400_000;
const Q = { revision: "r1" };
const RIGHT: Verdict = { right: true, checked: true, luck: 0 };
const WRONG: Verdict = { right: false, checked: false, luck: 0 };
/** Questions about a line each. */
const some = (count: number) =>
  Array.from({ length: count }, (_, n) => question(`q${n}`, "single", { source: { item: `roles/x#${n}`, href: "" } }));

describe("progress", () => {
  const kept = new Map<string, Memory>([
    ["q0", remember(undefined, Q, RIGHT, NOON)],
    ["q1", remember(remember(undefined, Q, WRONG, NOON), Q, WRONG, NOON + DAY)],
  ]);

  it("tallies and finds what is missed most", () => {
    expect(tally(some(4), (id) => kept.get(id))).toEqual({ known: 0, learning: 2, new: 2 });
    expect(weakest(some(4), (id) => kept.get(id), 5).map(({ question: { id }, missed }) => [id, missed])).toEqual([
      ["q1", 2],
    ]);
  });

  it("tells what is missed again and again, once", () => {
    const missed = new Map([["q1", { ...kept.get("q1")!, missed: 6 }]]);
    expect(leeches([...some(3), ...some(3)], (id) => missed.get(id)).map(({ id }) => id)).toEqual(["q1"]);
    expect(leeches(some(3), (id) => kept.get(id))).toEqual([]);
  });

  it("leaves out what is remembered of questions that are gone, where it is known which those are", () => {
    expect([...living(kept, new Set(["q1", "q7"])).keys()]).toEqual(["q1"]);
    expect([...living(kept, undefined).keys()]).toEqual(["q0", "q1"]);
  });

  it("keeps the later of two memories, but none of a day still to come", () => {
    const old = remember(undefined, Q, RIGHT, NOON - 1000);
    const young = remember(undefined, Q, WRONG, NOON);
    const wrong = remember(undefined, Q, RIGHT, NOON + 1000 * DAY);
    expect(later(old, young, NOON)).toBe(young);
    expect(later(young, old, NOON)).toBe(young);
    expect(later(undefined, old, NOON)).toBe(old);
    expect(later(wrong, old, NOON)).toBe(old);
    expect(later(old, wrong, NOON)).toBe(old);
    expect(later(undefined, wrong, NOON)).toBe(wrong);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { day, isDue, isMemory, remember, standing, streak, type Memory } from "./schedule.js";

const NOON = new Date(2026, 10, 23, 12).getTime();
const DAY = 86_400_000;

function after(answers: readonly boolean[], start = NOON): Memory {
  let memory: Memory | undefined;
  let now = start;
  for (const right of answers) {
    memory = remember(memory, right, "r1", now);
    now = memory.due;
  }
  if (!memory) throw new Error("no answers");
  return memory;
}

describe("scheduling", () => {
  it("asks later after each right answer", () => {
    const days = [1, 2, 3, 4].map((n) => after(Array<boolean>(n).fill(true)).days);
    expect([...days].sort((a, b) => a - b)).toEqual(days);
    expect(new Set(days).size).toBe(4);
  });

  it("asks again soon after a miss, and counts it", () => {
    const missed = after([true, true, true, false]);
    expect(missed.days).toBeLessThan(after([true, true, true]).days);
    expect(missed.missed).toBe(1);
    expect(missed.lapses).toBe(1);
  });

  it("is due on the day, not before, and whenever the line has changed", () => {
    const memory = remember(undefined, true, "r1", NOON);
    expect(isDue(memory, "r1", NOON)).toBe(false);
    expect(isDue(memory, "r1", memory.due)).toBe(true);
    expect(isDue(memory, "r2", NOON)).toBe(true);
    expect(isDue(undefined, "r1", NOON)).toBe(false);
  });

  it("begins anew with a new revision, misses remembered", () => {
    const old = after([true, true, true, false, true]);
    const anew = remember(old, true, "r2", NOON);
    expect(anew).toMatchObject({ revision: "r2", reps: 1, lapses: 0, missed: 1 });
  });

  it("counts as known from three weeks on, of this revision only", () => {
    expect(standing(undefined, "r1")).toBe("new");
    expect(standing(after([true]), "r1")).toBe("learning");
    const known = after([true, true, true, true]);
    expect(known.days).toBeGreaterThanOrEqual(21);
    expect(standing(known, "r1")).toBe("known");
    expect(standing(known, "r2")).toBe("learning");
  });

  it("keeps what it can read back, whatever is answered, even with the clock set back", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -3, max: 400 })), { minLength: 1, maxLength: 30 }), (steps) => {
        let memory: Memory | undefined;
        let now = NOON;
        for (const [right, days] of steps) {
          now += days * DAY;
          memory = remember(memory, right, "r1", now);
          expect(isMemory(JSON.parse(JSON.stringify(memory)))).toBe(true);
          expect(memory.due).toBeGreaterThanOrEqual(memory.last);
        }
      }),
    );
  });

  it("refuses what is no memory", () => {
    expect(isMemory({ ...after([true]), due: "soon" })).toBe(false);
    expect(isMemory({ ...after([true]), stability: Number.NaN })).toBe(false);
    expect(isMemory("[]")).toBe(false);
  });
});

describe("a streak", () => {
  const days = (...back: number[]): Set<string> => new Set(back.map((n) => day(NOON - n * DAY)));

  it("runs up to today, or to yesterday where today is to come", () => {
    expect(streak(days(0, 1, 2), NOON)).toBe(3);
    expect(streak(days(1, 2), NOON)).toBe(2);
    expect(streak(days(0, 2, 3), NOON)).toBe(1);
    expect(streak(days(2), NOON)).toBe(0);
    expect(streak(days(), NOON)).toBe(0);
  });
});

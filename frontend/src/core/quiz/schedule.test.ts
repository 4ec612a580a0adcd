import fc from "fast-check";
import { fsrs, Rating } from "ts-fsrs";
import { describe, expect, it } from "vitest";

import { BOUNDS, day, isDue, isMemory, type Memory, remember, standing, streak } from "./schedule.js";

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
    expect(isDue(memory, "r1", new Date(memory.due).setHours(0, 0, 0, 0))).toBe(true);
    expect(isDue(memory, "r1", new Date(memory.due).setHours(0, 0, 0, -1))).toBe(false);
    expect(isDue(memory, "r2", NOON)).toBe(true);
    expect(isDue(undefined, "r1", NOON)).toBe(false);
  });

  it("is due again with a new revision, and goes on from the stability and difficulty it had", () => {
    const old = after([true, true, true, false, true]);
    const soon = old.last + 2 * DAY;
    expect(isDue(old, "r1", soon)).toBe(false);
    expect(isDue(old, "r2", soon)).toBe(true);
    for (const right of [true, false]) {
      const again = remember(old, right, "r2", soon);
      expect(again).toEqual({ ...remember(old, right, "r1", soon), revision: "r2" });
      expect(isDue(again, "r2", soon)).toBe(false);
      const { stability, difficulty } = old;
      const rating = right ? Rating.Good : Rating.Again;
      const expected = fsrs({ enable_short_term: false }).next_state({ stability, difficulty }, 2, rating);
      expect(again.stability).toBeCloseTo(expected.stability, 6);
      expect(again.difficulty).toBeCloseTo(expected.difficulty, 6);
    }
    expect(remember(old, true, "r2", soon).stability).toBeGreaterThan(after([true]).stability);
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
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -3, max: 400 })), { minLength: 1, maxLength: 30 }),
        (steps) => {
          let memory: Memory | undefined;
          let now = NOON;
          for (const [right, days] of steps) {
            now += days * DAY;
            memory = remember(memory, right, "r1", now);
            expect(isMemory(JSON.parse(JSON.stringify(memory)))).toBe(true);
            expect(memory.due).toBeGreaterThanOrEqual(memory.last);
          }
        },
      ),
    );
  });

  it("goes on from whatever a file may say", () => {
    const within = ([least, most]: readonly [number, number]): fc.Arbitrary<number> =>
      fc.oneof(fc.double({ min: least, max: most, noNaN: true }), fc.constantFrom(least, most));
    const numbers = Object.entries(BOUNDS).map(([name, bounds]) => [name, within(bounds)] as const);
    const memories = fc.record({ revision: fc.constant("r"), ...Object.fromEntries(numbers) });
    fc.assert(
      fc.property(memories, fc.boolean(), (before, right) => {
        if (!isMemory(before)) throw new Error("bounds that are not those of a memory");
        expect(isMemory(JSON.parse(JSON.stringify(remember(before, right, "r", NOON))))).toBe(true);
      }),
    );
  });

  it.each(Object.entries(BOUNDS))("refuses a number beyond its bounds: %s", (name, [least, most]) => {
    for (const number of [least, most]) expect(isMemory({ ...after([true]), [name]: number })).toBe(true);
    for (const number of [least - 1, most * 1.001, Number.NaN, Infinity, String(least)])
      expect(isMemory({ ...after([true]), [name]: number })).toBe(false);
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

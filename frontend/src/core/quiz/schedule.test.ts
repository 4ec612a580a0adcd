import fc from "fast-check";
import { fsrs, Rating } from "ts-fsrs";
import { describe, expect, it } from "vitest";

import { dayOf } from "./day.js";
import { BOUNDS, dueDay, isDue, isLeech, isMemory, type Memory, remember, standing, type Verdict } from "./schedule.js";

const NOON = new Date(2026, 10, 23, 12).getTime();
const DAY = 86_400_000;
const Q = { revision: "r1", answer: "a1" };
const REWORDED = { revision: "r2", answer: "a1" };
const RIGHT: Verdict = { right: true, checked: true, luck: 0 };
const WRONG: Verdict = { right: false, checked: false, luck: 0 };
const SAID: Verdict = { right: true, checked: false, luck: 0.2 };
const PICKED: Verdict = { right: true, checked: false, luck: 1 / 3 };
/** What pages of 0.2 kept. */
const PAST: Memory = {
  revision: "r1",
  due: NOON + 30 * DAY,
  last: NOON,
  stability: 30,
  difficulty: 5,
  days: 30,
  reps: 4,
  lapses: 0,
  missed: 1,
};

/** A memory after answers, each on the day it is due. */
function after(answers: readonly Verdict[], start = NOON): Memory {
  let memory: Memory | undefined;
  let now = start;
  for (const verdict of answers) {
    memory = remember(memory, Q, verdict, now);
    now += memory.days * DAY;
  }
  if (!memory) throw new Error("no answers");
  return memory;
}

describe("scheduling", () => {
  it("asks later after each right answer", () => {
    const days = [1, 2, 3, 4].map((n) => after(Array<Verdict>(n).fill(RIGHT)).days);
    expect([...days].sort((a, b) => a - b)).toEqual(days);
    expect(new Set(days).size).toBe(4);
  });

  it("asks again soon after a miss, and counts it", () => {
    const missed = after([RIGHT, RIGHT, RIGHT, WRONG]);
    expect(missed.days).toBe(1);
    expect([missed.missed, missed.lapses, missed.reps]).toEqual([1, 1, 4]);
  });

  it("takes the first answer of a day, and what comes after it on that day for practice", () => {
    const missed = remember(undefined, Q, WRONG, NOON);
    expect(missed.days).toBe(1);
    for (const later of [NOON + 60_000, new Date(2026, 10, 24, 3, 59).getTime()])
      expect(remember(missed, Q, RIGHT, later)).toBe(missed);
    const known = remember(undefined, Q, RIGHT, NOON);
    expect(remember(known, Q, WRONG, NOON + 60_000)).toBe(known);
    expect(remember(missed, Q, RIGHT, new Date(2026, 10, 24, 4).getTime()).reps).toBe(2);
  });

  it("counts the learner's days: two mornings are a day apart, however few hours are between", () => {
    const evening = remember(remember(undefined, Q, RIGHT, NOON - 3 * DAY), Q, RIGHT, NOON);
    for (const [hour, minute] of [
      [4, 0],
      [7, 50],
      [8, 10],
      [23, 59],
    ] as const) {
      const at = new Date(2026, 10, 26, hour, minute).getTime();
      expect(remember(evening, Q, RIGHT, at).stability).toBe(remember(evening, Q, RIGHT, NOON + 3 * DAY).stability);
    }
  });

  it("is due from the morning of its day, not before, and whenever the line has changed", () => {
    const memory = after([RIGHT, RIGHT, RIGHT]);
    const due = new Date(memory.last).setHours(4, 0, 0, 0) + memory.days * DAY;
    expect(isDue(memory, Q, memory.last)).toBe(false);
    expect(isDue(memory, Q, due)).toBe(true);
    expect(isDue(memory, Q, due - 1)).toBe(false);
    expect(isDue(memory, REWORDED, memory.last)).toBe(true);
    expect(isDue(undefined, Q, NOON)).toBe(false);
  });

  it("is due again with a new revision, and goes on from the stability and difficulty it had", () => {
    const old = after([RIGHT, WRONG, RIGHT, RIGHT, RIGHT, RIGHT]);
    const soon = old.last + 2 * DAY;
    expect(isDue(old, Q, soon)).toBe(false);
    expect(isDue(old, REWORDED, soon)).toBe(true);
    for (const verdict of [RIGHT, WRONG]) {
      const again = remember(old, REWORDED, verdict, soon);
      expect(again).toEqual({ ...remember(old, Q, verdict, soon), revision: "r2" });
      expect(isDue(again, REWORDED, soon)).toBe(false);
      const { stability, difficulty } = old;
      const rating = verdict.right ? Rating.Good : Rating.Again;
      const expected = fsrs({ enable_short_term: false }).next_state({ stability, difficulty }, 2, rating);
      expect(again.stability).toBeCloseTo(expected.stability, 6);
      expect(again.difficulty).toBeCloseTo(expected.difficulty, 6);
    }
    expect(remember(old, REWORDED, RIGHT, soon).stability).toBeGreaterThan(after([RIGHT]).stability);
  });

  it("begins anew with another answer", () => {
    const other = { revision: "r2", answer: "a2" };
    const old = after([RIGHT, RIGHT, RIGHT, RIGHT, RIGHT]);
    expect(standing(old, other)).toBe("new");
    expect(isDue(old, other, old.last)).toBe(true);
    expect(remember(old, other, RIGHT, old.last + DAY)).toEqual({
      ...remember(undefined, other, RIGHT, old.last + DAY),
    });
  });

  it("allows for luck: the more of it, the sooner the question is asked again", () => {
    const stabilities = [RIGHT, SAID, PICKED, { ...PICKED, luck: 1 }].map(
      (verdict) => remember(undefined, Q, verdict, NOON).stability,
    );
    expect([...stabilities].sort((a, b) => b - a)).toEqual(stabilities);
    expect(new Set(stabilities).size).toBe(4);
    expect(stabilities[3]).toBeGreaterThan(remember(undefined, Q, WRONG, NOON).stability);
  });

  it("is known from three weeks on, of this revision only, and where the program saw it", () => {
    const often = (verdict: Verdict): Memory => after(Array<Verdict>(9).fill(verdict));
    expect(standing(undefined, Q)).toBe("new");
    expect(standing(after([RIGHT]), Q)).toBe("learning");
    expect(standing(often(RIGHT), Q)).toBe("known");
    expect(standing(often(RIGHT), REWORDED)).toBe("learning");
    for (const verdict of [SAID, PICKED]) {
      expect(often(verdict).stability).toBeGreaterThan(21);
      expect(standing(often(verdict), Q)).toBe("learning");
      expect(standing(remember(often(verdict), Q, RIGHT, often(verdict).last + 9 * DAY), Q)).toBe("known");
    }
  });

  it("is seen anew after a miss", () => {
    const missed = after([RIGHT, WRONG, SAID, SAID]);
    expect(missed.checked).toBe(false);
    expect(after([RIGHT, SAID, SAID]).checked).toBe(true);
  });

  it("asks at least twice a year", () => {
    const days = after(Array<Verdict>(30).fill(RIGHT)).days;
    expect(days).toBeGreaterThan(150);
    expect(days).toBeLessThanOrEqual(180 * 1.1);
  });

  it("is due at once after a clock that was ahead, and goes on from there", () => {
    const wrong = remember(after([RIGHT, RIGHT]), Q, RIGHT, new Date(2030, 0, 1).getTime());
    expect(isDue(wrong, Q, NOON)).toBe(true);
    const mended = remember(wrong, Q, RIGHT, NOON);
    expect(mended.last).toBe(NOON);
    expect(dueDay(mended, NOON) - dayOf(NOON)).toBeLessThanOrEqual(180 * 1.1);
    expect(isDue(mended, Q, NOON)).toBe(false);
  });

  it("offers to read what was missed on six days, until it is known", () => {
    expect(isLeech(after(Array<Verdict>(5).fill(WRONG)), Q)).toBe(false);
    const missed = after(Array<Verdict>(6).fill(WRONG));
    expect(isLeech(missed, Q)).toBe(true);
    expect(isLeech({ ...missed, stability: 30, checked: true }, Q)).toBe(false);
    expect(isLeech(undefined, Q)).toBe(false);
  });

  it("loses nothing that pages of 0.2 kept", () => {
    expect(isMemory(PAST)).toBe(true);
    expect(standing(PAST, Q)).toBe("known");
    expect(isDue(PAST, Q, NOON + 29 * DAY)).toBe(false);
    expect(isDue(PAST, Q, NOON + 30 * DAY)).toBe(true);
    const next = remember(PAST, Q, SAID, NOON + 30 * DAY);
    expect(next).toMatchObject({ answer: "a1", reps: 5, checked: true });
    expect(next.stability).toBeGreaterThan(PAST.stability);
  });

  it("is readable to pages of 0.2 that are still open", () => {
    const memory = after([RIGHT]);
    expect(memory.due).toBe(memory.last + memory.days * DAY);
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
            memory = remember(memory, Q, right ? PICKED : WRONG, now);
            expect(isMemory(JSON.parse(JSON.stringify(memory)))).toBe(true);
            expect(dueDay(memory, now)).toBeGreaterThanOrEqual(dayOf(now));
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
        expect(isMemory(JSON.parse(JSON.stringify(remember(before, Q, right ? PICKED : WRONG, NOON))))).toBe(true);
      }),
    );
  });

  it.each(Object.entries(BOUNDS))("refuses a number beyond its bounds: %s", (name, [least, most]) => {
    for (const number of [least, most]) expect(isMemory({ ...after([RIGHT]), [name]: number })).toBe(true);
    for (const number of [least - 1, most * 1.001, Number.NaN, Infinity, String(least)])
      expect(isMemory({ ...after([RIGHT]), [name]: number })).toBe(false);
  });

  it("refuses what is no memory", () => {
    expect(isMemory({ ...after([RIGHT]), due: "soon" })).toBe(false);
    expect(isMemory({ ...after([RIGHT]), stability: Number.NaN })).toBe(false);
    expect(isMemory({ ...after([RIGHT]), answer: 3 })).toBe(false);
    expect(isMemory({ ...after([RIGHT]), checked: "yes" })).toBe(false);
    expect(isMemory("[]")).toBe(false);
  });
});

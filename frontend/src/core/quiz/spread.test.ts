import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { placed } from "./spread.js";

const EMPTY = (): number => 0;

/** Days that each question is put on, one after the other. */
function placing(intervals: readonly number[]): Map<number, number> {
  const due = new Map<number, number>();
  for (const interval of intervals) {
    const day = placed(interval, (days) => due.get(days) ?? 0);
    due.set(day, (due.get(day) ?? 0) + 1);
  }
  return due;
}

describe("spreading", () => {
  it("leaves a question where it belongs while there is room", () => {
    expect([1, 2, 3, 10, 180].map((interval) => placed(interval, EMPTY))).toEqual([1, 2, 3, 10, 180]);
  });

  it("takes a lighter day near by, the nearest, and none far off", () => {
    expect(placed(20, (days) => (days === 20 ? 3 : 1))).toBe(19);
    expect(placed(20, (days) => (days === 21 ? 0 : 3))).toBe(21);
    expect(placed(20, (days) => (days < 18 || days > 22 ? 0 : 3))).toBe(20);
    expect(placed(2, (days) => (days === 2 ? 9 : 0))).toBe(2);
  });

  it("has a tenth of an interval to choose from, a day at least", () => {
    expect(placed(100, (days) => (days === 110 ? 0 : 1))).toBe(110);
    expect(placed(100, (days) => (days === 111 ? 0 : 1))).toBe(100);
    expect(placed(3, (days) => (days === 4 ? 0 : 1))).toBe(4);
  });

  it("holds no day of a month with more than twice the mean of its week, once that is over five", () => {
    const often = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(often, (groups) => {
        const due = placing(groups.flatMap(([interval, count]) => Array<number>(count).fill(interval)));
        for (let day = 1; day <= 30; day++) {
          const weeks = [day - ((day - 1) % 7), Math.max(1, day - 3)];
          for (const first of weeks) {
            const week = Array.from({ length: 7 }, (_, n) => due.get(first + n) ?? 0);
            const mean = week.reduce((sum, count) => sum + count, 0) / 7;
            if (mean > 5) expect(due.get(day) ?? 0).toBeLessThanOrEqual(2 * mean);
          }
        }
      }),
    );
  });
});

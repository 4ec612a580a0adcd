import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { moved, placeAt } from "./reorder.js";

describe("moving", () => {
  it("keeps all items, the moved one where it was put", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), fc.nat(), (items, a, b) => {
        const [from, to] = [a % items.length, b % items.length];
        const result = moved(items, from, to);
        expect([...result].sort()).toEqual([...items].sort());
        expect(result[to]).toBe(items[from]);
      }),
    );
  });

  it("finds the place under a finger by the rows' middles", () => {
    expect([5, 15, 25, 35, 99].map((y) => placeAt(y, [0, 10, 20], [10, 10, 10]))).toEqual([0, 1, 2, 2, 2]);
    expect(placeAt(-5, [0, 10, 20], [10, 10, 10])).toBe(0);
  });
});

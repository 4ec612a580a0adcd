import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { exam, review, shuffled } from "./draw.js";
import { question } from "./fixtures.js";
import { fromFile, later, tally, toFile, weakest } from "./progress.js";
import { moved, placeAt } from "./reorder.js";
import { type Memory, remember } from "./schedule.js";
import { Sitting } from "./sitting.js";

const NOW = new Date(2026, 10, 23, 12).getTime();
const some = (count: number) => Array.from({ length: count }, (_, n) => question(`q${n}`));

describe("a sitting", () => {
  it("asks a missed question again after three others", () => {
    const sitting = new Sitting(some(6));
    sitting.answer(["a"], false);
    const order = [];
    while (sitting.current) {
      order.push(sitting.current.id);
      sitting.answer(["b"], true);
    }
    expect(order).toEqual(["q1", "q2", "q3", "q0", "q4", "q5"]);
    expect([sitting.score, sitting.first.length]).toEqual([5, 6]);
  });

  it("ends whatever is missed, every question right at last and scored by its first answer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.boolean()), (count, chance) => {
        const sitting = new Sitting(some(count));
        const first = new Map<string, boolean>();
        for (let n = 0; sitting.current && n < 60; n++) {
          const right = n > 40 || Boolean(chance.next().value);
          if (!first.has(sitting.current.id)) first.set(sitting.current.id, right);
          sitting.answer([], right);
        }
        expect(sitting.current).toBeUndefined();
        expect(sitting.done).toBe(count);
        expect(sitting.score).toBe([...first.values()].filter(Boolean).length);
      }),
    );
  });

  it("asks each question once in an exam", () => {
    const sitting = new Sitting(some(3), false);
    for (let n = 0; n < 3; n++) sitting.answer(["a"], false);
    expect(sitting.current).toBeUndefined();
    expect(sitting.missed.map(({ question: { id } }) => id)).toEqual(["q0", "q1", "q2"]);
  });
});

describe("drawing", () => {
  it("is the same for the same paper number and another for another", () => {
    const ids = (seed: string): string[] => exam(some(50), 10, seed).map(({ id }) => id);
    expect(ids("A")).toEqual(ids("A"));
    expect(ids("A")).not.toEqual(ids("B"));
  });

  it("keeps the order of the others when a question is added", () => {
    const before = shuffled(some(20), "s").map(({ id }) => id);
    const after = shuffled([question("new"), ...some(20)], "s").map(({ id }) => id);
    expect(after.filter((id) => id !== "new")).toEqual(before);
  });

  it("reviews what is due, longest overdue first, then at most some new ones", () => {
    const questions = some(30);
    const kept = new Map<string, Memory>([
      ["q3", remember(undefined, true, "r1", NOW - 40 * 86_400_000)],
      ["q4", remember(undefined, true, "r1", NOW - 90 * 86_400_000)],
      ["q5", remember(undefined, true, "r1", NOW)],
    ]);
    const today = review([...questions, ...questions], (id) => kept.get(id), NOW, "s", 5).map(({ id }) => id);
    expect(today.slice(0, 2)).toEqual(["q4", "q3"]);
    expect(today).toHaveLength(7);
    expect(new Set(today).size).toBe(7);
    expect(today).not.toContain("q5");
  });
});

describe("progress", () => {
  const kept = new Map<string, Memory>([
    ["q0", remember(undefined, true, "r1", NOW)],
    ["q1", remember(remember(undefined, false, "r1", NOW), false, "r1", NOW)],
  ]);

  it("tallies and finds what is missed most", () => {
    expect(tally(some(4), (id) => kept.get(id))).toEqual({ known: 0, learning: 2, new: 2 });
    expect(weakest(some(4), (id) => kept.get(id), 5).map(({ question: { id }, missed }) => [id, missed])).toEqual([
      ["q1", 2],
    ]);
  });

  it("travels as a file and comes back the same", () => {
    const progress = {
      site: "hotel-1",
      memories: kept,
      days: new Set(["2026-11-23"]),
      posts: new Set(["roles/bar-attendant"]),
    };
    expect(fromFile(toFile(progress))).toEqual(progress);
  });

  it("refuses other files, and leaves out what does not fit", () => {
    expect(fromFile("[]")).toBeUndefined();
    expect(fromFile("{")).toBeUndefined();
    expect(fromFile('{"format":"other","version":1,"memories":{}}')).toBeUndefined();
    const half = '{"format":"rolebook-progress","version":1,"memories":{"q":{"due":1}},"days":["soon"],"posts":[3]}';
    expect(fromFile(half)).toEqual({ site: "", memories: new Map(), days: new Set(), posts: new Set() });
  });

  it("keeps the later of two memories", () => {
    const old = remember(undefined, true, "r1", NOW - 1000);
    const young = remember(undefined, false, "r1", NOW);
    expect(later(old, young)).toBe(young);
    expect(later(young, old)).toBe(young);
    expect(later(undefined, old)).toBe(old);
  });
});

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

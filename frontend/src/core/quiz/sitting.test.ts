import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { question } from "./fixtures.js";
import { Sitting } from "./sitting.js";

/** Questions about a line each. */
const some = (count: number) =>
  Array.from({ length: count }, (_, n) => question(`q${n}`, "single", { source: { item: `roles/x#${n}`, href: "" } }));

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

  it("shows new lines, three at a time, before it asks about them", () => {
    const sitting = new Sitting(some(6), true, ({ id }) => id !== "q1");
    const seen = [];
    while (sitting.current) {
      seen.push(`${sitting.lesson ? "read" : "ask"} ${sitting.current.id}`);
      expect(sitting.ahead.length).toBe(6 - sitting.done);
      if (sitting.lesson) sitting.read();
      else sitting.answer(["b"], true);
    }
    expect(seen).toEqual([
      "read q0",
      "ask q0",
      "ask q1",
      "read q2",
      "read q3",
      "read q4",
      "ask q2",
      "ask q3",
      "ask q4",
      "read q5",
      "ask q5",
    ]);
  });

  it("does not take reading for answering", () => {
    const sitting = new Sitting(some(1), true, () => true);
    expect([sitting.done, sitting.first, sitting.ahead.length]).toEqual([0, [], 1]);
    sitting.read();
    sitting.read(); // nothing is to be read any more
    expect([sitting.lesson, sitting.current?.id, sitting.done]).toEqual([false, "q0", 0]);
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

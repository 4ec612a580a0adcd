import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { FRESH, PORTION, review, shuffled } from "./draw.js";
import { question } from "./fixtures.js";
import { later, leeches, living, tally, weakest } from "./progress.js";
import { moved, placeAt } from "./reorder.js";
import { type Memory, remember, type Verdict } from "./schedule.js";
import { Sitting } from "./sitting.js";

const NOON = new Date(2026, 10, 23, 12).getTime();
const DAY = 86_400_000;
const Q = { revision: "r1" };
const RIGHT: Verdict = { right: true, checked: true, luck: 0 };
const WRONG: Verdict = { right: false, checked: false, luck: 0 };
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

describe("drawing", () => {
  it("keeps the order of the others when a question is added", () => {
    const before = shuffled(some(20), "s").map(({ id }) => id);
    const after = shuffled([question("new"), ...some(20)], "s").map(({ id }) => id);
    expect(after.filter((id) => id !== "new")).toEqual(before);
  });
});

describe("a review", () => {
  const ids = (
    questions: Parameters<typeof review>[0],
    kept: ReadonlyMap<string, Memory>,
    now = NOON,
    fresh = FRESH,
  ): string[] => review(questions, (id) => kept.get(id), now, fresh).map(({ id }) => id);
  const learnt = (daysAgo: number): Memory => remember(undefined, Q, RIGHT, NOON - daysAgo * DAY);

  it("asks what is due, longest overdue first, then some new ones", () => {
    const questions = some(30);
    const kept = new Map([
      ["q3", learnt(40)],
      ["q4", learnt(90)],
      ["q5", learnt(0)],
    ]);
    const today = ids([...questions, ...questions], kept, NOON, 6);
    expect(today.slice(0, 2)).toEqual(["q4", "q3"]);
    expect(new Set(today).size).toBe(7); // one of the day's six new ones was q5
    expect(today).toHaveLength(7);
    expect(today).not.toContain("q5");
  });

  it("brings so many new questions a day, however often it is begun", () => {
    const kept = new Map<string, Memory>();
    for (const id of ids(some(40), kept)) kept.set(id, remember(undefined, Q, RIGHT, NOON));
    expect(kept.size).toBe(FRESH);
    expect(ids(some(40), kept, NOON + 60_000)).toEqual([]);
    expect(ids(some(40), kept, NOON + 60_000, FRESH + 5)).toHaveLength(5);
    expect(ids(some(40), kept, NOON + 60_000, 0)).toEqual([]);
    const next = ids(some(40), kept, NOON + DAY).filter((id) => !kept.has(id));
    expect(next.length).toBeGreaterThan(0);
  });

  it("brings what waits after a break in portions, and nothing new until it is down", () => {
    const questions = some(60);
    const kept = new Map(questions.slice(0, 40).map(({ id }, n) => [id, learnt(30 + n)]));
    const met: string[][] = [];
    for (let day = 0; met.flat().length < 60 && day < 20; day++) {
      const now = NOON + day * DAY;
      const today = ids(questions, kept, now);
      expect(today.length).toBeLessThanOrEqual(PORTION);
      met.push(today.filter((id) => !met.flat().includes(id)));
      for (const id of today) kept.set(id, remember(kept.get(id), Q, RIGHT, now));
    }
    expect(met[0]).toEqual(
      questions
        .slice(40 - PORTION, 40)
        .map(({ id }) => id)
        .reverse(),
    );
    const waited = new Set(questions.slice(0, 40).map(({ id }) => id));
    const order = met.flat().map((id) => waited.has(id));
    expect(order.lastIndexOf(true)).toBe(40 - 1);
    expect(met.flat()).toHaveLength(60);
  });

  it("has one question about a line a day, and one that was never asked before one that is due", () => {
    const about = (id: string, line: string) => question(id, "single", { source: { item: line, href: "" } });
    const questions = [about("a", "l"), about("b", "l"), about("c", "m"), about("d", ""), about("e", "")];
    const kept = new Map([["a", learnt(40)]]);
    const today = ids(questions, kept);
    expect([...today].sort()).toEqual(["b", "c", "d", "e"]);
    kept.set("b", remember(undefined, Q, RIGHT, NOON));
    expect([...ids(questions, kept)].sort()).toEqual(["c", "d", "e"]);
    expect(ids(questions, kept, NOON + DAY)).toContain("a");
  });

  it("leaves for tomorrow what another line of today tells", () => {
    const told = (id: string, text: string) =>
      question(id, "typed", {
        options: [{ id: "k", text, from: "" }],
        key: ["k"],
        explain: "甲乙丙丁",
        source: { item: id, href: "" },
      });
    const [first, ...more] = ids([told("a", "甲乙"), told("b", "丙丁")], new Map());
    expect(more).toEqual([]);
    const kept = new Map([[first!, learnt(0)]]);
    expect(ids([told("a", "甲乙"), told("b", "丙丁")], kept)).toHaveLength(1);
  });
});

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

import { describe, expect, it } from "vitest";

import { FRESH, PORTION, review, shuffled } from "./draw.js";
import { question } from "./fixtures.js";
import { type Memory, remember, type Verdict } from "./schedule.js";

const NOON = new Date(2026, 10, 23, 12).getTime();
const DAY = 86_400_000;
const Q = { revision: "r1" };
const RIGHT: Verdict = { right: true, checked: true, luck: 0 };
/** Questions about a line each. */
const some = (count: number) =>
  Array.from({ length: count }, (_, n) => question(`q${n}`, "single", { source: { item: `roles/x#${n}`, href: "" } }));

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

  it("has one question about a line a day: what is nearly forgotten, what was never asked, what else is due", () => {
    const about = (id: string, line: string) => question(id, "single", { source: { item: line, href: "" } });
    const questions = [about("a", "l"), about("b", "l"), about("c", "m"), about("d", ""), about("e", "")];
    const kept = new Map([["a", learnt(40)]]);
    expect([...ids(questions, kept)].sort()).toEqual(["a", "c", "d", "e"]);
    kept.set("a", { ...learnt(40), missed: 6 });
    expect([...ids(questions, kept)].sort()).toEqual(["b", "c", "d", "e"]);
    kept.set("a", learnt(2));
    expect([...ids(questions, kept)].sort()).toEqual(["b", "c", "d", "e"]);
    kept.set("b", remember(undefined, Q, RIGHT, NOON));
    expect([...ids(questions, kept)].sort()).toEqual(["c", "d", "e"]);
    expect(ids(questions, kept, NOON + DAY)).toContain("a");
  });

  it("asks for no list on a day that shows a line of it, nor for a line of a list that is shown", () => {
    const about = (id: string, line: string) => question(id, "single", { source: { item: line, href: "" } });
    const list = question("list", "list", { source: { item: "part", href: "" }, facts: ["part", "l", "m"] });
    const questions = [about("a", "l"), about("c", "o"), list];
    expect(ids(questions, new Map())).toEqual(["a", "c"]);
    const kept = new Map([["a", remember(undefined, Q, RIGHT, NOON)]]);
    expect(ids(questions, kept)).toEqual(["c"]);
    expect(ids(questions, kept, NOON + DAY)).toContain("list");
    expect(ids([list, about("a", "l"), about("c", "o")], new Map()).sort()).toEqual(["c", "list"]);
  });

  it("asks a line that was reworded on the day it was learnt, and takes nothing back that was", () => {
    const [reworded] = some(1).map((question) => ({ ...question, revision: "r2" }));
    const before = learnt(0);
    expect(ids([reworded!], new Map([["q0", before]]))).toEqual(["q0"]);
    const after = remember(before, reworded!, { right: true, checked: false, luck: 0.3 }, NOON + 60_000);
    expect(after).toMatchObject({ revision: "r2", stability: before.stability });
    expect(ids([reworded!], new Map([["q0", after]]))).toEqual([]);
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

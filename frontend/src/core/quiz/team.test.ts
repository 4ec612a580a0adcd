import { describe, expect, it } from "vitest";

import type { Attempt } from "./attempt.js";
import type { Question } from "./bank.js";
import { question } from "./fixtures.js";
import type { Found } from "./progress-file.js";
import { type Memory, remember } from "./schedule.js";
import { type Post, people, postsOf, rows, type Sent, wrong } from "./team.js";

const NOON = new Date(2026, 10, 23, 12).getTime();
const DAY = 86_400_000;
const RIGHT = { right: true, checked: true, luck: 0 };
const WRONG = { right: false, checked: false, luck: 0 };
const BAR = "roles/bar";
const DOOR = "roles/door";

const about = (id: string, line: string): Question =>
  question(id, "number", { source: { item: `${BAR}#${line}`, href: "" } });
const QUESTIONS = [about("q0", "a"), about("q1", "a"), about("q2", "b")];
const POST: Post = { post: BAR, questions: QUESTIONS };

/** What is remembered of a question answered once a day, up to the day before NOON. */
function answered(answers: readonly boolean[], revision = "r1"): Memory {
  let memory: Memory | undefined;
  answers.forEach((right, n) => {
    memory = remember(memory, { revision }, right ? RIGHT : WRONG, NOON - (answers.length - n) * DAY);
  });
  return memory!;
}

function sent(name: string, over: Partial<Found> = {}, file = `${name}.json`): Sent {
  const found: Found = {
    site: "",
    name,
    saved: NOON,
    memories: new Map(),
    days: new Set(),
    posts: new Set([BAR]),
    exams: new Map(),
    state: "whole",
    ...over,
  };
  return { file, found };
}

const attempt = (right: number, over: Partial<Attempt> = {}): Attempt => ({
  posts: [BAR],
  paper: "A",
  revision: "b1",
  attempt: 1,
  day: "2026-11-23",
  seconds: 60,
  total: 10,
  answered: 10,
  right,
  open: Math.min(1, right),
  pass: 80,
  missed: [],
  ...over,
});

describe("the people of a team", () => {
  it("stand by name, one file each", () => {
    expect(people([sent("b"), sent("a")]).map(({ file, older }) => [file, older])).toEqual([
      ["a.json", []],
      ["b.json", []],
    ]);
  });

  it("count by the newest file of theirs, whatever the order and the capitals of the name", () => {
    const old = sent("Wang", { saved: NOON - DAY }, "old.json");
    const young = sent(" wang", {}, "young.json");
    for (const files of [
      [old, young],
      [young, old],
    ])
      expect(people(files).map(({ file, older }) => [file, older])).toEqual([["young.json", ["old.json"]]]);
  });

  it("count by what was answered last where a file does not say when it was exported", () => {
    const old = sent("a", { saved: 0, memories: new Map([["q0", answered([true, true])]]) }, "x.json");
    const young = sent("a", { saved: NOON }, "y.json");
    const ancient = sent("a", { saved: 0 }, "z.json");
    expect(people([ancient, old, young])[0]).toMatchObject({ file: "y.json", older: ["x.json", "z.json"] });
  });

  it("without a name are someone each", () => {
    expect(people([sent("", {}, "1.json"), sent("", {}, "2.json")])).toHaveLength(2);
  });
});

describe("how far someone is with a post", () => {
  const only = (over: Partial<Found>) => rows(POST, people([sent("a", over)]), NOON)[0];

  it("says what is known, being learnt, new and due", () => {
    const known = { ...answered([true]), stability: 40, days: 40 };
    const memories = new Map([
      ["q0", known],
      ["q1", answered([false])],
    ]);
    expect(only({ memories })).toMatchObject({ tally: { known: 1, learning: 1, new: 1 }, due: 1 });
  });

  it("is told of those who chose it or were examined in it", () => {
    const examined = sent("b", { posts: new Set(), exams: new Map([["1", attempt(9)]]) });
    const other = sent("c", { posts: new Set([DOOR]) });
    expect(rows(POST, people([sent("a"), examined, other]), NOON).map(({ person }) => person.found.name)).toEqual([
      "a",
      "b",
    ]);
    expect([...postsOf(sent("d", { exams: new Map([["1", attempt(9, { posts: [DOOR] })]]) }))]).toEqual([BAR, DOOR]);
  });

  it("goes by the last exam that was passed, else by the last", () => {
    const exams = (...all: Attempt[]) => ({ exams: new Map(all.map((one, n) => [String(9 + n), one])) });
    expect(only(exams(attempt(8), attempt(9), attempt(3)))?.exam?.right).toBe(9);
    expect(only(exams(attempt(5), attempt(3)))?.exam?.right).toBe(3);
    expect(only(exams(attempt(9, { posts: [DOOR] })))?.exam).toBeUndefined();
    expect(only(exams(attempt(10, { open: 0 }), attempt(3)))?.exam?.right).toBe(3);
    expect(only({})?.exam).toBeUndefined();
  });

  it("takes no exam from a file that was changed", () => {
    const exams = new Map([["1", attempt(9)]]);
    expect(only({ exams, state: "changed" })?.exam).toBeUndefined();
    expect(only({ exams, state: "unknown" })?.exam).toBeUndefined();
  });
});

describe("what a team gets wrong", () => {
  it("stands line by line, what most miss first, then what is missed most often", () => {
    const team = people([
      sent("a", {
        memories: new Map([
          ["q0", answered([false, false, false])],
          ["q2", answered([false])],
        ]),
      }),
      sent("b", {
        memories: new Map([
          ["q1", answered([true])],
          ["q2", answered([false, true])],
        ]),
      }),
      sent("c"),
    ]);
    const found = wrong([POST, POST], team);
    expect(found.map(({ question: { id }, asked, people, times }) => [id, asked, people, times])).toEqual([
      ["q2", 2, 2, 2],
      ["q0", 2, 1, 3],
    ]);
  });

  it("is nothing where nobody missed anything, nor what was missed before the line was reworded", () => {
    const reworded = new Map([["q0", answered([false], "r0")]]);
    expect(wrong([POST], people([sent("a", { memories: reworded })]))).toEqual([]);
    expect(wrong([POST], people([sent("a", { memories: new Map([["q0", answered([true])]]) })]))).toEqual([]);
  });
});

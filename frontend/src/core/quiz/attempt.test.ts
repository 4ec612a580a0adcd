import { describe, expect, it } from "vitest";

import { type Attempt, attempted, code, isAbout, isAttempt, isPassed, mark } from "./attempt.js";
import type { Paper } from "./exam.js";
import { question } from "./fixtures.js";
import { Sitting } from "./sitting.js";

const BEGAN = new Date(2026, 10, 23, 23, 50).getTime();
const MINUTE = 60_000;
const QUESTIONS = [question("q0"), question("q1", "number"), question("q2"), question("q3")];
const PAPER: Paper = {
  posts: ["roles/x", "roles/y"],
  number: "A/2",
  revision: "b1",
  asked: QUESTIONS.map(({ id, revision }) => [id, revision]),
  pass: 50,
  attempt: 2,
  began: BEGAN,
  closes: BEGAN + 30 * MINUTE,
};

function handed(answers: readonly (boolean | undefined)[], minutes = 5): Attempt {
  const sitting = new Sitting(QUESTIONS, false);
  for (const right of answers) sitting.answer(right === undefined ? [] : ["x"], right ?? false);
  return attempted(PAPER, sitting, BEGAN + minutes * MINUTE);
}

describe("the record of an exam", () => {
  it("says what was answered, and counts what was skipped or not come to as missed", () => {
    expect(handed([true, undefined, false])).toEqual({
      posts: ["roles/x", "roles/y"],
      paper: "A/2",
      revision: "b1",
      attempt: 2,
      day: "2026-11-23",
      seconds: 300,
      total: 4,
      answered: 2,
      right: 1,
      open: 0,
      pass: 50,
      missed: ["q1", "q2", "q3"],
    });
  });

  it("is of the day and takes the time until it was handed in, or until time was up", () => {
    expect(handed([true], 15)).toMatchObject({ day: "2026-11-24", seconds: 900 });
    expect(handed([true], 6000)).toMatchObject({ day: "2026-11-24", seconds: 1800 });
    expect(handed([true], -5)).toMatchObject({ seconds: 0 });
  });

  it("gives a mark of a hundred", () => {
    expect(
      [[], [true], [true, true], [true, true, true], [true, true, true, true]].map((all) => mark(handed(all))),
    ).toEqual([0, 25, 50, 75, 100]);
    expect(mark({ ...handed([true]), right: 2, total: 3 })).toBe(67);
    expect(mark({ ...handed([true]), right: 159, total: 200, pass: 80 })).toBe(79); // 79.5
  });

  it("is passed from the pass mark on, and only if something was right that could not be picked", () => {
    expect(isPassed(handed([true, true]))).toBe(true);
    expect(isPassed(handed([true, false, true, true]))).toBe(false);
    expect(isPassed(handed([false, true]))).toBe(false);
  });

  it("has a code that changes with anything it says", () => {
    const attempt = handed([true, true]);
    expect(code(attempt)).toBe(code(JSON.parse(JSON.stringify(attempt))));
    const others = [
      { ...attempt, right: 3 },
      { ...attempt, day: "2026-11-22" },
      { ...attempt, pass: 49 },
    ];
    expect(new Set([attempt, ...others].map(code)).size).toBe(4);
  });

  it("is about the same records in whatever order", () => {
    const attempt = handed([true]);
    expect(isAbout(attempt, ["roles/y", "roles/x"])).toBe(true);
    expect(isAbout(attempt, ["roles/x"])).toBe(false);
    expect(isAbout(attempt, ["roles/x", "roles/z"])).toBe(false);
  });

  it("is known from what is none", () => {
    const attempt = handed([true, true]);
    expect(isAttempt(attempt)).toBe(true);
    const none: Partial<Record<keyof Attempt, unknown>>[] = [
      { right: 3 },
      { answered: 5 },
      { open: 3 },
      { total: 0, answered: 0, right: 0, open: 0 },
      { seconds: -1 },
      { pass: 1.5 },
      { day: "today" },
      { posts: "roles/x" },
      { missed: [1] },
      { paper: 1 },
    ];
    expect(none.map((change) => isAttempt({ ...attempt, ...change }))).toEqual(none.map(() => false));
    expect(isAttempt(null)).toBe(false);
  });
});

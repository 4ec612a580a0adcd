import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Answering, Question } from "./bank.js";
import { asked, available, drawn, isDraft, isOpen, isPaper, numbered, type Paper } from "./exam.js";
import { question } from "./fixtures.js";

/** A question about a line; "" for none. */
const about = (id: string, line: string, answering: Answering = "single"): Question =>
  question(id, answering, { source: { item: line && `roles/x#${line}`, href: "" } });
const some = (count: number, answering: Answering = "single"): Question[] =>
  Array.from({ length: count }, (_, n) => about(`${answering}${n}`, `${answering}-${n}`, answering));
const ids = (questions: readonly Question[]): string[] => questions.map(({ id }) => id);
const kinds = fc.constantFrom<Answering>("single", "several", "number", "typed", "order", "match", "recall", "list");
const banks = fc
  .array(fc.tuple(kinds, fc.constantFrom("a", "b", "c", "d", "")), { maxLength: 30 })
  .map((all) => all.map(([answering, line], n) => about(`q${n}`, line, answering)));

describe("the questions of an exam", () => {
  it("are the same for the same number and others for another", () => {
    expect(ids(drawn(some(50), 10, "A"))).toEqual(ids(drawn(some(50), 10, "A")));
    expect(ids(drawn(some(50), 10, "A")).sort()).not.toEqual(ids(drawn(some(50), 10, "B")).sort());
  });

  it("are about another line each, none of them graded by the learner, and as many as there can be", () => {
    fc.assert(
      fc.property(banks, fc.integer({ min: 1, max: 12 }), fc.string(), (bank, count, number) => {
        const paper = drawn([...bank, ...bank], count, number);
        const lines = paper.map(({ source, id }) => source.item || id);
        expect(new Set(lines).size).toBe(paper.length);
        expect(paper.filter(({ answering }) => answering === "recall" || answering === "list")).toEqual([]);
        expect(paper).toHaveLength(Math.min(count, available(bank)));
      }),
    );
  });

  it("have some without options wherever there is one, in an exam of one question too", () => {
    fc.assert(
      fc.property(banks, fc.integer({ min: 1, max: 12 }), fc.string(), (bank, count, number) => {
        expect(drawn(bank, count, number).some(isOpen)).toBe(bank.some(isOpen));
      }),
    );
  });

  it("are without options to the part that the bank is", () => {
    const bank = [...some(60), ...some(30, "number"), ...some(30, "recall")];
    for (const number of ["1", "2", "3"]) expect(drawn(bank, 30, number).filter(isOpen)).toHaveLength(10);
  });

  it("are open where the program finds out and nothing is picked", () => {
    const open = (answering: Answering): boolean => isOpen(question("1", answering));
    expect((["number", "typed", "order", "match"] as const).map(open)).toEqual([true, true, true, true]);
    expect((["single", "several", "recall", "list"] as const).map(open)).toEqual([false, false, false, false]);
    const two = question("1", "order").options.slice(0, 2);
    expect(isOpen(question("1", "order", { options: two }))).toBe(false);
  });
});

describe("a paper", () => {
  const questions = some(2);
  const paper: Paper = {
    posts: ["roles/x"],
    number: "A",
    revision: "b1",
    asked: [
      ["single1", "r1"],
      ["single0", "r1"],
    ],
    pass: 80,
    attempt: 1,
    began: 1,
    closes: 2,
  };

  it("has another number the next time", () => {
    expect([0, 1, 2].map((before) => numbered("A", before))).toEqual(["A", "A/2", "A/3"]);
  });

  it("finds its questions again, in its order", () => {
    expect(ids(asked(paper, questions) ?? [])).toEqual(["single1", "single0"]);
  });

  it("counts no more once a question of it is gone or says something else", () => {
    expect(asked(paper, questions.slice(1))).toBeUndefined();
    expect(asked(paper, [questions[1]!, { ...questions[0]!, revision: "r2" }])).toBeUndefined();
    expect(asked({ ...paper, asked: [] }, questions)).toBeUndefined();
  });

  it("is known from what is none", () => {
    const { closes: _, ...untimed } = paper;
    expect([paper, untimed, JSON.parse(JSON.stringify(paper))].map(isPaper)).toEqual([true, true, true]);
    const none = [null, {}, { ...paper, closes: "2" }, { ...paper, asked: [["x"]] }, { ...paper, posts: [1] }];
    expect(none.map(isPaper)).toEqual([false, false, false, false, false]);
    expect(
      [
        { given: ["a"], left: true },
        { given: [], left: false },
      ].map(isDraft),
    ).toEqual([true, true]);
    expect([null, { given: [1], left: true }, { given: ["a"] }, { left: true }].map(isDraft)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

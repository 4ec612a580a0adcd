import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isQuiz } from "./bank.js";
import { question } from "./fixtures.js";
import { FORGOT, isRight, KNEW, marked, numeric, told } from "./grade.js";

describe("grading", () => {
  it("takes the one right option, and no other", () => {
    expect(isRight(question("1"), ["b"])).toBe(true);
    expect(isRight(question("1"), ["a"])).toBe(false);
    expect(isRight(question("1"), [])).toBe(false);
  });

  it("takes several in any order, all of them and nothing else", () => {
    const several = question("1", "several", { key: ["a", "c"] });
    expect(isRight(several, ["c", "a"])).toBe(true);
    expect(isRight(several, ["a"])).toBe(false);
    expect(isRight(several, ["a", "b", "c"])).toBe(false);
    expect(isRight(several, ["a", "a"])).toBe(false);
  });

  it("takes an order in that order only", () => {
    const key = ["c", "a", "b"];
    fc.assert(
      fc.property(fc.shuffledSubarray(key, { minLength: 3 }), (given) => {
        expect(isRight(question("1", "order", { key }), given)).toBe(given.join() === key.join());
      }),
    );
  });

  it("takes a number within its tolerance, in full-width digits and with a unit too", () => {
    const number = question("1", "number", { options: [{ id: "n", text: "70℃", from: "" }], key: ["n"], tolerance: 2 });
    expect(isRight(number, ["７１"])).toBe(true);
    expect(isRight(number, ["72 ℃"])).toBe(true);
    expect(isRight(number, ["72.1"])).toBe(false);
    expect(isRight(number, ["不知道"])).toBe(false);
    expect(numeric("1,200")).toBe(1200);
  });

  it("believes what a learner says of his memory", () => {
    expect(isRight(question("1", "recall"), [KNEW])).toBe(true);
    expect(isRight(question("1", "recall"), [FORGOT])).toBe(false);
  });

  it("says an answer in words, parted as the language does", () => {
    const chinese = { comma: "、", semicolon: "；" };
    expect(told(question("1", "order"), ["b", "a"], chinese)).toBe("选项b → 选项a");
    expect(told(question("1", "match", { lefts: ["短", "平"] }), ["b", "a"], chinese)).toBe("短 — 选项b；平 — 选项a");
    expect(told(question("1", "several"), ["b", "a"], { comma: ", ", semicolon: "; " })).toBe("选项b, 选项a");
    expect(told(question("1", "match", { lefts: ["短", "平"] }), [], chinese)).toBe("");
  });

  it("marks what was chosen, and what should have been", () => {
    const several = question("1", "several", { key: ["a", "b"] });
    expect(["a", "b", "c"].map((id) => marked(several, ["a", "c"], id))).toEqual(["right", "missing", "wrong"]);
    expect(["a", "b", "c"].map((id) => marked(question("1"), ["c"], id))).toEqual(["", "right", "wrong"]);
  });

  it("marks an arranged option by its place", () => {
    const order = question("1", "order", { key: ["c", "a", "b"] });
    expect(["c", "b", "a"].map((id) => marked(order, ["c", "b", "a"], id))).toEqual(["right", "wrong", "wrong"]);
  });
});

describe("a quiz file", () => {
  it("is a quiz only where all of its questions are whole", () => {
    const quiz = { title: "吧台", revision: "r", items: [question("1")] };
    expect(isQuiz(quiz)).toBe(true);
    expect(isQuiz({ ...quiz, items: [{ ...question("1"), key: [] }] })).toBe(false);
    expect(isQuiz({ ...quiz, items: [{ ...question("1"), answering: "guess" }] })).toBe(false);
    expect(isQuiz({ ...quiz, items: undefined })).toBe(false);
    expect(isQuiz(null)).toBe(false);
  });
});

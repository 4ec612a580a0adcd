import fc from "fast-check";
import { describe, expect, it } from "vitest";

import tables from "../../../../tests/cases/language/zh.json";
import { Amounts } from "../language/amounts.js";
import type { Patterns } from "../language/patterns.js";
import { isQuiz } from "./bank.js";
import { question } from "./fixtures.js";
import { answerText, FORGOT, isRight, KNEW, marked, numeric } from "./grade.js";

const chinese = new Amounts(tables.numbers as unknown as Patterns);

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
    expect(numeric("1,200")?.value).toBe(1200);
  });

  it.each([
    ["半小时", ["0.5小时", "30分钟", "三十分钟", "0.5", "半个小时"], ["30", "半天", "5分钟", "30秒"]],
    ["1,000元", ["1000", "１０００元", "1,000", "一千元", "一千"], ["100元", "1000小时"]],
    ["两名", ["2", "2人", "二", "两个"], ["2小时", "3"]],
    ["8:30", ["08:30", "8点半", "上午8点30分"], ["8:31", "20:30"]],
    ["百分之十", ["10%", "10", "1/10"], ["1%"]],
  ])("takes %s in any notation and unit", (key, right, wrong) => {
    const asked = question("1", "number", { options: [{ id: "n", text: key, from: "" }], key: ["n"] });
    expect(right.filter((text) => !isRight(asked, [text], chinese))).toEqual([]);
    expect(wrong.filter((text) => isRight(asked, [text], chinese))).toEqual([]);
  });

  it("believes what a learner says of his memory", () => {
    expect(isRight(question("1", "recall"), [KNEW])).toBe(true);
    expect(isRight(question("1", "recall"), [FORGOT])).toBe(false);
  });

  it("says an answer in words, parted as the language does", () => {
    const chinese = { comma: "、", semicolon: "；" };
    expect(answerText(question("1", "order"), ["b", "a"], chinese)).toBe("选项b → 选项a");
    expect(answerText(question("1", "match", { lefts: ["短", "平"] }), ["b", "a"], chinese)).toBe(
      "短 — 选项b；平 — 选项a",
    );
    expect(answerText(question("1", "several"), ["b", "a"], { comma: ", ", semicolon: "; " })).toBe("选项b, 选项a");
    expect(answerText(question("1", "match", { lefts: ["短", "平"] }), [], chinese)).toBe("");
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

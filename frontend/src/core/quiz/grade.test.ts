import fc from "fast-check";
import { describe, expect, it } from "vitest";

import tables from "../../../../tests/cases/language/zh.json";
import { Amounts } from "../language/amounts.js";
import type { Patterns } from "../language/patterns.js";
import { isQuiz } from "./bank.js";
import { question } from "./fixtures.js";
import { answerText, FORGOT, isRight, judge, KNEW, marked } from "./grade.js";
import { numeric } from "./typed-number.js";
import { Wording } from "./wording.js";

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
    expect(numeric("1,200").map(({ values }) => values)).toEqual([[1200]]);
  });

  it.each([
    ["半小时", ["0.5小时", "30分钟", "三十分钟", "0.5", "半个小时"], ["30", "半天", "5分钟", "30秒"]],
    ["1,000元", ["1000", "１０００元", "1,000", "一千元", "一千"], ["100元", "1000小时"]],
    ["两名", ["2", "2人", "二", "两个"], ["2小时", "3"]],
    ["8:30", ["08:30", "8点半", "上午8点30分"], ["8:31", "20:30"]],
    ["百分之十", ["10%", "10", "1/10"], ["1%"]],
    [
      "18–22℃",
      ["18到22度", "18-22", "18～22℃", "18和22", "18 ℃ 到 22 ℃"],
      ["18", "22", "18-23", "22-18", "18、20、22"],
    ],
    ["19–22 °C", ["19–22 °C", "19至22摄氏度", "19 22"], ["19 °C", "22 °C", "19–23 °C", "18–22 °C"]],
    ["30分钟", ["0.5小时"], ["5 10 30", "30到40分钟"]],
    ["晚上八点", ["20:00", "晚上8点", "8pm", "8 PM", "20点"], ["8点", "8am", "早上8点", "8:00", "9pm"]],
  ])("takes %s in any notation and unit", (key, right, wrong) => {
    const asked = question("1", "number", { options: [{ id: "n", text: key, from: "" }], key: ["n"] });
    expect(right.filter((text) => !isRight(asked, [text], { amounts: chinese }))).toEqual([]);
    expect(wrong.filter((text) => isRight(asked, [text], { amounts: chinese }))).toEqual([]);
  });

  it.each([
    ["半小时", "小时", ["0.5", "半", "30分钟", "半小时"], ["30", "5"]],
    ["30", "分钟", ["30", "半小时", "0.5小时", "三十分钟"], ["0.5", "30小时"]],
    ["3", "声", ["3", "三", "3声"], ["2", "3小时"]],
  ])("takes %s beside %s in any notation and unit", (key, unit, right, wrong) => {
    const asked = question("1", "number", { options: [{ id: "n", text: key, from: "" }], key: ["n"], unit });
    expect(right.filter((text) => !isRight(asked, [text], { amounts: chinese }))).toEqual([]);
    expect(wrong.filter((text) => isRight(asked, [text], { amounts: chinese }))).toEqual([]);
  });

  it.each([
    ["几点关门？", "晚上八点关门。", true],
    ["晚上几点关门？", "20:00 关门。", true],
    ["下午几点交班？", "20:00", true],
    ["几点关门？", "20:00 关门。", false],
    ["早上开门，几点关门？", "20:00 关门。", false],
  ])("takes a bare 8点 for 20:00 where the question says it is evening: %s %s", (stem, explain, right) => {
    const options = [{ id: "n", text: "20:00", from: "" }];
    const asked = question("1", "number", { options, key: ["n"], stem, explain });
    expect(isRight(asked, ["8点"], { amounts: chinese })).toBe(right);
    expect(isRight(asked, ["9点"], { amounts: chinese })).toBe(false);
  });

  it("takes a text whatever its case, width, blanks, marks, accents and characters", () => {
    const typed = (key: string, text: string): boolean =>
      isRight(question("1", "typed", { options: [{ id: "k", text: key, from: "" }], key: ["k"] }), [text], {
        wording: new Wording("檯台櫃柜"),
      });
    expect(typed("《值班记录表》", "值班记录表")).toBe(true);
    expect(typed("前台柜", "前檯 櫃。")).toBe(true);
    expect(typed("FN+F3", "ｆｎ + f3")).toBe(true);
    expect(typed("café voucher", "Cafe-Voucher")).toBe(true);
    expect(typed("前台", "前厅")).toBe(false);
    expect(typed("1.5", "15")).toBe(false);
    expect(typed("前台", "。")).toBe(false);
  });

  it("takes a list by what was said of it", () => {
    const list = question("1", "list", { key: ["a", "b", "c"] });
    expect(judge(list, ["a", "b", "c"], {})).toMatchObject({ right: true, share: 1 });
    expect(judge(list, ["a", "b"], {})).toMatchObject({ right: false, share: 2 / 3 });
    expect(judge(list, [], {})).toMatchObject({ right: false, share: 0 });
  });

  it("is sure only of what it checked itself and where nothing could be picked", () => {
    const checked = (asked: ReturnType<typeof question>, given: string[], written = ""): boolean =>
      judge(asked, given, { amounts: chinese }, written).checked;
    const key = { options: [{ id: "k", text: "迎上两步，微笑问好", from: "" }], key: ["k"] };
    expect(checked(question("1"), ["b"])).toBe(false);
    expect(checked(question("1", "several"), ["b"])).toBe(false);
    expect(checked(question("1", "recall", key), [KNEW])).toBe(false);
    expect(checked(question("1", "recall", key), [KNEW], "不知道")).toBe(false);
    expect(checked(question("1", "recall", key), [FORGOT], "上前迎上两步微笑问好")).toBe(false);
    expect(checked(question("1", "recall", key), [KNEW], "上前迎上两步微笑问好")).toBe(true);
    expect(checked(question("1", "number", { ...key, options: [{ id: "k", text: "2步", from: "" }] }), ["2"])).toBe(
      true,
    );
    expect(checked(question("1", "typed", key), ["迎上两步微笑问好"])).toBe(true);
    expect(checked(question("1", "order", { key: ["b", "a", "c"] }), ["b", "a", "c"])).toBe(true);
    expect(checked(question("1", "order", { key: ["b", "a", "c"] }), ["a", "b", "c"])).toBe(false);
  });

  it("knows how far luck goes", () => {
    const luck = (answering: Parameters<typeof question>[1]): number => judge(question("1", answering), [], {}).luck;
    expect(luck("single")).toBeCloseTo(1 / 3);
    expect(luck("several")).toBeCloseTo(1 / 7);
    expect(luck("order")).toBeCloseTo(1 / 6);
    expect(luck("number")).toBe(0);
    expect(luck("recall")).toBeGreaterThan(0);
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

describe("what was written beside what was said", () => {
  const says = (text: string, line: string): boolean => new Wording("檯台").says(text, line);

  it("says a line that it says most of, its numbers all of them", () => {
    expect(says("通知大堂副理，登记车牌", "应立即通知大堂副理并登记车牌")).toBe(true);
    expect(says("5分钟内通知前檯主管", "5分钟内通知前台主管")).toBe(true);
    expect(says("15分钟内通知前台主管", "5分钟内通知前台主管")).toBe(false);
    expect(says("通知前台主管", "5分钟内通知前台主管")).toBe(false);
    expect(says("通知", "应立即通知大堂副理并登记车牌")).toBe(false);
    expect(says("", "通知")).toBe(false);
    expect(says("apologise and offer a refund", "Apologise, offer the guest a refund")).toBe(true);
    expect(says("offer", "Apologise, offer the guest a refund")).toBe(false);
  });

  it("says a name only where it is whole", () => {
    expect(says("副理", "大堂副理")).toBe(false);
    expect(says("去找大堂副理", "大堂副理")).toBe(true);
  });
});

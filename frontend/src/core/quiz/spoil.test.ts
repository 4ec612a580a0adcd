import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Question } from "./bank.js";
import { question } from "./fixtures.js";
import { unspoilt } from "./spoil.js";

function asked(id: string, answer: string, explain: string): Question {
  return question(id, "typed", { options: [{ id: "k", text: answer, from: "" }], key: ["k"], explain });
}
const ids = (questions: readonly Question[]): string[] => questions.map(({ id }) => id);

describe("what is shown after an answer", () => {
  it("answers no question still to come: that one is asked before", () => {
    const teller = asked("teller", "70℃", "热饮70℃，登记在《值班记录表》");
    const spoilt = asked("spoilt", "《值班记录表》", "交班时填《值班记录表》");
    const { kept, left } = unspoilt([asked("x", "甲乙", "甲乙"), teller, spoilt]);
    expect(ids(kept)).toEqual(["x", "spoilt", "teller"]);
    expect(left).toEqual([]);
  });

  it("is all of a list", () => {
    const options = [{ id: "a", text: "关门前半小时停止接收处方", from: "" }];
    const list = question("list", "list", { options, key: ["a"] });
    expect(ids(unspoilt([list, asked("spoilt", "半小时", "停止接收")]).kept)).toEqual(["spoilt", "list"]);
  });

  it("leaves out one of two that tell of each other", () => {
    const { kept, left } = unspoilt([asked("a", "甲乙", "甲乙丙丁"), asked("b", "丙丁", "甲乙丙丁")]);
    expect([...ids(kept), ...ids(left)].sort()).toEqual(["a", "b"]);
    expect(left).toHaveLength(1);
  });

  it("is not told by a single sign, nor where the answer is in several pieces", () => {
    const several = question("s", "several", { key: ["a", "b"] });
    const some = [asked("x", "选项", "7，选项a选项b"), several, asked("n", "7", "没有")];
    expect(ids(unspoilt(some).kept)).toEqual(["x", "s", "n"]);
  });

  it("keeps every question once, and tells of none that follows", () => {
    const word = fc.constantFrom("甲乙", "丙丁", "戊己", "庚辛", "壬癸");
    const some = fc.array(fc.tuple(word, fc.array(word, { maxLength: 3 })), { maxLength: 9 });
    fc.assert(
      fc.property(some, (texts) => {
        const questions = texts.map(([answer, explain], n) => asked(`q${n}`, answer, explain.join("，")));
        const { kept, left } = unspoilt(questions);
        expect(ids([...kept, ...left]).sort()).toEqual(ids(questions).sort());
        for (const [n, { explain }] of kept.entries())
          for (const later of kept.slice(n + 1)) expect(explain).not.toContain(later.options[0]!.text);
      }),
    );
  });
});

// The tables are those of the generator: one contract, two languages.
import fc from "fast-check";
import { expect, test } from "vitest";

import english from "../../../../tests/cases/language/en.json";
import chinese from "../../../../tests/cases/language/zh.json";
import { SILENT } from "../language.js";
import { Grammar } from "./grammar.js";

const small = (text: string): string => text.toLowerCase();
const zh = new Grammar(chinese.grammar, small);
const en = new Grammar(english.grammar, small);

/** What a query means, word by word. */
function wordsOf(grammar: Grammar, query: string): string[] {
  return grammar.terms(query).flatMap((term) => grammar.words(term));
}

test.each([
  ["怎么办退卡", ["退卡"]],
  ["开会满不满意", ["开会", "满意"]],
  ["要不要拔插头", ["拔插头"]],
  ["热饮多少度？谁来做", ["热饮", "度", "来做"]],
  ["8:30到岗,几点", ["8:30到岗"]],
  ["a4纸是什么", ["a4纸"]],
])("what %s asks for", (query, words) => {
  expect(wordsOf(zh, query)).toEqual(words);
});

test.each([
  ["how do i give a refund", ["give", "refund"]],
  ["where is the key?", ["key"]],
  ["what to do, if a patient faints", ["patient", "faints"]],
  ["1,500 deposit", ["1,500", "deposit"]],
  ["house", ["house"]],
])("what %s asks for", (query, words) => {
  expect(wordsOf(en, query)).toEqual(words);
});

test.each([
  [zh, "岗:吧台 鞠躬", { post: "吧台" }, "  鞠躬"],
  [zh, "鞠躬 岗位:前厅 类:话术", { post: "前厅", kind: "话术" }, "鞠躬    "],
  [en, "role:porter kind:form code", { post: "porter", kind: "form" }, "   code"],
  [en, "repost:x", {}, "repost:x"],
])("filters of %#", (grammar, query, filters, rest) => {
  const found: Record<string, string> = {};
  const left = grammar.filtered(query, (by, value) => (found[by] = value));
  expect(found).toEqual(filters);
  expect(left.replace(/\s+/g, " ")).toBe(rest.replace(/\s+/g, " "));
});

test("a language of which nothing is known takes a query as it is", () => {
  const none = new Grammar(SILENT.grammar, small);
  expect(wordsOf(none, "how: 岗:吧台")).toEqual(["how:", "岗:吧台"]);
});

test("no character of a word that says something is lost", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[b-z0-9]{1,12}$/), (word) => {
      expect(wordsOf(zh, `怎么${word}`)).toEqual([word]);
    }),
  );
});

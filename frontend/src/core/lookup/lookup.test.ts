// Over the index of a small handbook that the generator's tests keep up to date: one contract, two languages.
import fc from "fast-check";
import { expect, test } from "vitest";

import zhTables from "../../../../tests/cases/language/zh.json";
import addresses from "../../../../tests/cases/lookup/addresses.json";
import index from "../../../../tests/cases/lookup/index.json";
import { Amounts } from "../language/amounts.js";
import { Notations } from "../language/notations.js";
import type { Language } from "../language.js";
import { Corpus } from "./corpus.js";
import { oneEdit } from "./edit.js";
import { Grammar } from "./grammar.js";
import { Lookup } from "./lookup.js";
import { Meaning } from "./meaning.js";
import { blurred } from "./sounds.js";
import { Stems } from "./stems.js";
import { readWire, type Wire } from "./wire.js";

const wire = readWire(index) as Wire;
const language = zhTables as unknown as Language;
const notations = new Notations(() => new Amounts(language.numbers!), language.numbers!);
const lookup = new Lookup(new Corpus(wire), language);
const { corpus } = lookup;

function found(typed: string): string[] {
  const { exact, similar, near } = lookup.search(typed);
  return [...exact, ...similar, ...near].map(({ line }) => corpus.line(line));
}

test.each([
  ["一个词", "必须到岗", "早上08:28必须到岗"],
  ["两个词，次序不论", "到岗 早上", "早上08:28必须到岗"],
  ["繁体", "熱飲溫度", "热饮温度控制在70℃，不宜过烫"],
  ["全拼", "reyinwendu", "热饮温度控制在70℃，不宜过烫"],
  ["全拼带空格", "re yin wen du", "热饮温度控制在70℃，不宜过烫"],
  ["没打完的拼音", "huifangj", "回访记录表"],
  ["首字母", "rywd", "热饮温度控制在70℃，不宜过烫"],
  ["多音字读对", "chongqi", "客户登录后重启银行终端"],
  ["多音字读错", "zhongqi", "客户登录后重启银行终端"],
  ["银行的行", "yinhang", "客户登录后重启银行终端"],
  ["温度的写法", "70度", "热饮温度控制在70℃，不宜过烫"],
  ["时间的写法", "8点28", "早上08:28必须到岗"],
  ["全角", "８：２８", "早上08:28必须到岗"],
  ["数字和汉字", "2年", "两年以上工作经验"],
  ["别名", "水吧", "吧台岗客服员"],
  ["同音字", "登陆", "客户登录后重启银行终端"],
  ["重复的字", "回访访记录", "回访记录表"],
  ["拼错的拼音", "reyinwendo", "热饮温度控制在70℃，不宜过烫"],
  ["首字母，中间有标点", "bzlbey", "不争论；不恶言；不动怒"],
  ["全拼，中间有标点", "zhenglunbueyan", "不争论；不恶言；不动怒"],
  ["只有一个字相同", "杯子烫不烫", "热饮温度控制在70℃，不宜过烫"],
  ["同义词", "跟客人吵架", "不争论；不恶言；不动怒"],
  ["类型的叫法", "吧台 职责", "吧台岗客服员"],
])("%s: %s", (_, typed, line) => {
  expect(found(typed)[0]).toBe(line);
});

test("a fuzzy final is found in a term that begins with g too", () => {
  expect(oneEdit("guang", "guan")).toBe(true);
  expect([blurred("g"), blurred("guang"), blurred("zheng")]).toEqual(["g", "guan", "zen"]);
});

test("a line is found at the address its page had before", () => {
  const renamed = new Corpus({ ...wire, renamed: [["roles/pub", "roles/bar"]] });
  expect(renamed.find("roles/pub#hot")).toBe(corpus.find("roles/bar#hot"));
  expect(renamed.find("roles/pub")).toBe(corpus.find("roles/bar"));
  expect(corpus.find("roles/pub#hot")).toBeUndefined();
});

test("letters never match across the start of a syllable", () => {
  expect(lookup.search("eyin").exact).toEqual([]); // re|yin
});

test("Chinese input finds no homophones where it is found as it stands", () => {
  expect(lookup.search("鞠躬").similar).toEqual([]);
});

test("the line that only begins like the query comes after the title that is it", () => {
  expect(found("回访")[0]).toBe("回访用语");
});

test("a post filters, an unknown one is told and does not", () => {
  expect(lookup.search("岗:吧台 鞠躬").exact).toHaveLength(1);
  const { exact, post } = lookup.search("岗:宇航员 鞠躬");
  expect([exact.length, post]).toEqual([2, { text: "宇航员", known: false }]);
});

test("every line is found by its own words, marked from end to end", () => {
  for (let line = 0; line < corpus.count; line++) {
    const text = corpus.line(line);
    const results = lookup.search(text.slice(0, 24)).exact;
    expect(results.map((result) => corpus.line(result.line))).toContain(text);
  }
});

test("every address leads back to its line", () => {
  for (let line = 0; line < corpus.count; line++) expect(corpus.find(corpus.address(line))).toBe(line);
  expect(corpus.find("roles/nobody#x")).toBeUndefined();
});

test("whatever is typed, the search ends and its marks lie inside the lines", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(..."鞠躬30度客户re yinzh'wd岗:/点二十分之%"), maxLength: 20 }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const { exact, similar, near } = lookup.search(text);
      for (const { line, marks } of [...exact, ...similar, ...near]) {
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(corpus.line(line).length);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("of equals the line the author pinned comes first", () => {
  const text = wire.text.replace("有客户到访时", "客户到访时"); // as long as the other line with 鞠躬30度
  const equals = ["客户到访时鞠躬30度微笑问好", "客户离开后鞠躬30度致欢送词"].map((line) =>
    text.split("\n").indexOf(line),
  );
  for (const pinned of equals) {
    const { exact } = new Lookup(new Corpus({ ...wire, text, pins: [pinned] }), language).search("鞠躬30");
    expect(exact.map(({ line }) => line).filter((line) => equals.includes(line))[0]).toBe(pinned);
  }
});

test("known words are cut so that little is left between them", () => {
  const meaning = new Meaning(
    ["开会=会议", "离开=走", "会议室=会场"],
    [],
    [],
    (text) => text,
    new Grammar(language.grammar, (text) => text),
    new Stems([]),
  );
  expect(meaning.tokens(["离开会议室"]).map(({ word }) => word)).toEqual(["离开", "会议室"]);
  expect(meaning.tokens(["开会满不满意"]).map(({ word }) => word)).toEqual(["开会", "满意"]);
});

test("what was typed before changes nothing", () => {
  const again = new Lookup(corpus, language);
  for (const typed of ["k", "ke", "kehu", "kehu t", "kehu tous", "客户", "吵架", "客户 鞠躬"]) {
    lookup.search(typed);
    expect(lookup.search(typed)).toEqual(new Lookup(corpus, language).search(typed));
    expect(again.search(typed)).toEqual(lookup.search(typed));
  }
});

test("a number is never taken for another by a slip", () => {
  for (const typed of ["60度", "300度", "0度", "鞠躬60度微笑", "08:38必须到岗"]) {
    for (const { line } of lookup.search(typed).similar) expect(corpus.line(line)).not.toMatch(/30度|08:28/);
  }
  expect(found("鞠躬30微笑")[0]).toBe("有客户到访时鞠躬30度微笑问好");
});

test("of three characters none is one too many, unless it stands twice", () => {
  expect(lookup.search("夸鞠躬").similar).toEqual([]);
  expect(lookup.search("鞠躬夸").similar).toEqual([]);
  expect(found("回回访")).toContain("必须在三天之内回访");
});

test("what is near a number has all of its digits", () => {
  const near = lookup.search("24度").near.map(({ line }) => corpus.line(line));
  expect(near.filter((line) => /[24]/.test(line))).toEqual([]);
});

test("near a time of day is what is at the same hour", () => {
  expect(found("8:30")).toContain("早上08:28必须到岗");
});

test("letters are read as syllables where they can be, in however many ways", () => {
  const { sounds } = corpus;
  expect(["kehu", "kehut", "xian", "a"].map((letters) => sounds.spells(letters))).toEqual([true, true, true, true]);
  expect(["tslc", "khu1", `${"an".repeat(200)}1`].map((letters) => sounds.spells(letters))).toEqual([
    false,
    false,
    false,
  ]);
});

test("a letter beside a character is no syllable", () => {
  expect(lookup.search("d客").similar).toEqual([]);
});

test("every line has the address that the generator gives it", () => {
  expect(Array.from({ length: corpus.count }, (_, line) => corpus.address(line))).toEqual(addresses);
});

test("folding keeps every position", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => corpus.fold.text(text).length === text.length));
});

test("folding twice is folding once", () => {
  fc.assert(fc.property(fc.string(), (text) => corpus.fold.text(corpus.fold.text(text)) === corpus.fold.text(text)));
});

test.each([
  ["3天", "三天"],
  ["两年", "2年"],
  ["8点28", "08:28"],
  ["8:05", "08:05"],
  ["70度", "70℃"],
  ["百分之二十五", "25%"],
  ["1/3", "三分之一"],
  ["12步", "十二步"],
  ["提前30分钟", "提前半小时"],
  ["半个小时", "30分钟"],
  ["半年", "6个月"],
  ["下午3点", "15:00"],
  ["25%", "百分之二十五"],
  ["2步", "两步"],
  ["1000元", "1,000元"],
  ["一千元", "1,000元"],
  ["一千块", "1,000元"],
  ["1,000元", "1000元"],
])("%s is also written %s", (typed, other) => {
  expect(notations.others(typed)).toContain(other);
});

test("a number is not part of a longer one", () => {
  expect(lookup.search("零度").exact).toEqual([]); // not the 0度 of 30度
});

test("one edit is told from none and from two", () => {
  expect([oneEdit("tou", "tu"), oneEdit("tuo", "tou"), oneEdit("tu", "tu"), oneEdit("ta", "lo")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  ["nothing", undefined],
  ["another version", { ...wire, version: 0 }],
  ["a count that is not that of the pages", { ...wire, lines: wire.lines + 1 }],
  ["no end", { ...wire, lines: undefined }],
])("an index with %s is refused", (_, value) => {
  expect(readWire(value)).toBeUndefined();
});

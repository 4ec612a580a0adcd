// Lookup in people's own words: one test a kind of thing that people type, over lines made up for it.
import { expect, test } from "vitest";

import enTables from "../../../../tests/cases/language/en.json";
import zhTables from "../../../../tests/cases/language/zh.json";
import index from "../../../../tests/cases/lookup/index.json";
import type { Language } from "../language.js";
import { digitsOf } from "./digits.js";
import { all, first, making, page } from "./fixtures.js";
import { parts } from "./mixed.js";
import { Stems } from "./stems.js";
import type { Wire } from "./wire.js";

const zh = zhTables as unknown as Language;
const en = enTables as unknown as Language;

const over = making(index as unknown as Wire);

test("what is heard leads to the line to say, of which only what is shown is marked", () => {
  const lookup = over(page("好的，那我改天再打\t太贵了", "这是最后一句"), zh);
  const [found] = lookup.search("太贵了").exact;
  expect(found && [lookup.corpus.line(found.line), found.marks]).toEqual(["好的，那我改天再打", []]);
  for (const typed of ["打太贵", "datai", "dtg"]) expect(lookup.search(typed).exact).toEqual([]); // no match goes from one into the other
});

test("a line stands before the heading above it, unless that is what was typed", () => {
  const lookup = over(page("#报修与维修单据处理", "接待业主的报修"), zh);
  expect(first(lookup, "报修")).toBe("接待业主的报修");
  expect(first(lookup, "报修与维修单据处理")).toBe("报修与维修单据处理");
});

test("more words do not lose what fewer found", () => {
  const lookup = over(page("领导使用专属杯具", "给客人倒水", "来了先登记"), zh);
  for (const typed of ["领导", "领导杯", "领导来了用什么杯", "领导来了应该用什么样的杯子呢"])
    expect(first(lookup, typed)).toBe("领导使用专属杯具");
});

test("beside a line that has nearly all, those that have little are not shown", () => {
  const lookup = over(page("退热药两次至少间隔四小时", "药要放好", "间隔要一致", "今天热不热"), zh);
  expect(all(lookup, "退热药要间隔多久才行")).toEqual(["退热药两次至少间隔四小时"]);
});

test("a question prefers lines that have what it asks for", () => {
  const lookup = over(
    [
      { lines: ["营业员负责开门", "早上7:45开门", "开门的动作要轻", "室温保持在二十度上下", "会员的室温卡"] },
      { kind: "scripts", title: "话术", lines: [">您好，开门见山地说吧"] },
      { title: "店长", lines: ["!不得代替店长开门"] },
    ],
    zh,
  );
  expect(first(lookup, "几点开门")).toBe("早上7:45开门");
  expect(first(lookup, "开门怎么说")).toBe("您好，开门见山地说吧");
  expect(first(lookup, "能不能开门")).toBe("不得代替店长开门");
  expect(first(lookup, "谁来开门呢")).toMatch(/营业员|店长/);
  expect(first(lookup, "室温多少度")).toBe("室温保持在二十度上下");
});

test("what to do is told by lines that begin with the situation", () => {
  const chinese = over(page("为来访的客户提供引导", "有客户来访时，先问好再引导到座位上去"), zh);
  expect(first(chinese, "客户来访怎么办")).toBe("有客户来访时，先问好再引导到座位上去");
  const english = over(page("Patients faint seldom", "If a patient faints, call the nurse at once"), en);
  expect(first(english, "what do i do about fainting patients")).toMatch(/^If/);
});

const NUMBERS = over(
  page(
    "鞠躬30度",
    "早上08:28到岗",
    "两分钟后加水",
    "三天之内回访",
    "100%的回访",
    "两名保安在场",
    "服务热线400-820-8820",
    "总机021-62345678",
    "打九五折",
    "每隔150厘米",
    "温度2℃到20℃之间",
    "押金1,500元",
  ),
  zh,
);

test.each([
  ["30°", "鞠躬30度"],
  ["0828", "早上08:28到岗"],
  ["828", "早上08:28到岗"],
  ["2min", "两分钟后加水"],
  ["120秒", "两分钟后加水"],
  ["72小时", "三天之内回访"],
  ["72小时内回访", "三天之内回访"],
  ["3tian", "三天之内回访"],
  ["百分百", "100%的回访"],
  ["2个人", "两名保安在场"],
  ["4008208820", "服务热线400-820-8820"],
  ["400820", "服务热线400-820-8820"],
  ["62345678", "总机021-62345678"],
  ["021-62345678", "总机021-62345678"],
  ["02162345678", "总机021-62345678"],
  ["95折", "打九五折"],
  ["2-20℃", "温度2℃到20℃之间"],
  ["￥1500", "押金1,500元"],
  ["一千五百块", "押金1,500元"],
])("the number %s is found as it is written", (typed, line) => {
  expect(first(NUMBERS, typed)).toBe(line);
});

test.each(["quarter to eight", "what happens at a quarter to eight", "7.45 am", "0745"])(
  "the time %s in words",
  (typed) => {
    expect(first(over(page("Leave by half past eight", "Be at the desk by 7:45 am"), en), typed)).toMatch(/7:45/);
  },
);

test.each([
  ["2", "08:28"],
  ["28", "08:28"],
  ["50", "150"],
  ["15", "150"],
  ["820", "0828"],
  ["0度", "30度"],
])("the number %s is not in %s", (typed, other) => {
  for (const line of all(NUMBERS, typed)) expect(line).not.toContain(other);
});

test("a word may be half converted, on either side", () => {
  const lookup = over(page("清洗毛巾", "毛病要紧", "必须在三天之内回访"), zh);
  for (const typed of ["毛jin", "mao巾", "毛ji"]) expect(all(lookup, typed)).toEqual(["清洗毛巾"]);
  for (const typed of ["3tian回访", "回fang"]) expect(first(lookup, typed)).toBe("必须在三天之内回访");
  expect(["投诉biao", "a4纸", "3tian回访", "abc", "三天"].map(parts)).toEqual([
    ["投诉", "biao"],
    ["a4", "纸"],
    ["3tian", "回访"],
    ["abc"],
    ["三天"],
  ]);
});

test("tone marks and accents are no part of a letter", () => {
  expect(first(over(page("有客户时鞠躬"), zh), "jūgōng")).toBe("有客户时鞠躬");
  const cafe = over(page("Open the café"), en);
  expect([first(cafe, "cafe"), first(cafe, "café")]).toEqual(["Open the café", "Open the café"]);
});

test("of what has these initials a known word comes first", () => {
  const lines = page("个个过程都要看，一个也不能少", "客户需要乘坐观光车的时候，要联系好驾驶员再去接");
  expect(first(over(lines, zh), "ggc")).toBe(lines[0]!.lines[0]);
  expect(first(over(lines, zh, { synonyms: ["摆渡车→观光车"] }), "ggc")).toBe(lines[0]!.lines[1]);
});

test("words of letters are found in all their forms", () => {
  const lookup = over(page("Refunds above $50", "The patient complained", "Stop the clock", "Decide at once"), en);
  expect(first(lookup, "refunding")).toBe("Refunds above $50");
  expect(first(lookup, "complains")).toBe("The patient complained");
  expect(first(lookup, "stopped")).toBe("Stop the clock");
  expect(first(lookup, "deciding")).toBe("Decide at once");
  expect(all(lookup, "lock")).not.toContain("Stop the clock"); // no word begins in the middle of another
  const stems = new Stems(["s", "ing", "ed"]);
  expect(["refunds", "stopped", "bus", "is"].map((word) => stems.stem(word))).toEqual(["refund", "stop", "bus", "is"]);
});

test("a word of letters may have a slip", () => {
  expect(first(over(page("Hand out prescriptions", "Print the list"), en), "prescrption")).toBe(
    "Hand out prescriptions",
  );
});

test("synonyms of several words hold in both directions", () => {
  const lookup = over(page("Give the money back", "Refunds go to the manager"), en, {
    synonyms: ["money back=refund"],
  });
  expect(all(lookup, "money back")).toEqual(["Give the money back", "Refunds go to the manager"]);
  expect(all(lookup, "refund")).toEqual(["Refunds go to the manager", "Give the money back"]);
  expect(first(lookup, "a guest wants his money back what do i do")).toMatch(/money back|Refunds/);
});

test("the language's synonyms are weaker than the author's, and say so", () => {
  const lookup = over(page("收到伪钞请店长处理", "收到假币不争执"), zh, {
    synonyms: ["假钱=假币"],
    general: ["假钱=伪钞"],
  });
  expect(all(lookup, "假钱")).toEqual(["收到假币不争执", "收到伪钞请店长处理"]);
  expect(lookup.search("假钱").similar.map(({ why }) => why)).toEqual(["synonym", "synonym"]);
  expect(lookup.search("假币").exact.map(({ why }) => why)).toEqual([undefined]);
  expect(lookup.search("jiabi").exact.map(({ why }) => why)).toEqual(["sound"]);
});

test("a known word of letters is no pinyin", () => {
  const lines = page("不完整的，我们不收", "有客户时鞠躬");
  expect(first(over(lines, zh, { general: ["bow→鞠躬"] }), "bow")).toBe("有客户时鞠躬");
});

test("signs that are no words change nothing", () => {
  for (const typed of ["鞠躬👍", "🙏鞠躬", "鞠躬★", "鞠躬！"]) expect(NUMBERS.search(typed).exact).toHaveLength(1);
});

test.each(["asdfgh", "qwertyui", "火星旅行团", "zzzz"])("nothing is shown of what nobody wrote: %s", (typed) => {
  expect(all(NUMBERS, typed)).toEqual([]);
});

test("what is one number is known however it is grouped", () => {
  expect(["400-820", "(020) 5550", "1,500", "12", "3天"].map(digitsOf)).toEqual(["400820", "0205550", "1500", "", ""]);
});

test("marks and signs around a word are not looked for, but those of a number are", () => {
  const lookup = over(page("Count the float", "The deposit is $150", "When a patient has chest pain"), en);
  expect(first(lookup, "??float $$")).toBe("Count the float");
  expect(first(lookup, "[chest pain]!!!")).toBe("When a patient has chest pain");
  expect(first(lookup, "$150")).toBe("The deposit is $150");
  expect(first(lookup, "($150)")).toBe("The deposit is $150");
});

test("a word within a longer one is another word, and what says the same comes first", () => {
  const lines = page("不能放化妆品", "女员工上班需化淡妆、不能留指甲、头发盘起");
  expect(first(over(lines, zh, { synonyms: ["化妆=淡妆"] }), "化妆要求")).toBe(lines[0]!.lines[1]);
});

test("an amount is found as it is written beside other words too", () => {
  const lookup = over(page("回访记录", "百分之五回访", "回访要达到100%"), zh, { synonyms: ["回访=复访"] });
  expect(first(lookup, "百分百回访")).toBe("回访要达到100%");
});

test("a number in letters is found in digits", () => {
  expect(all(over(page("Refund within 30 days", "Open on 7 days"), en), "thirty")).toEqual(["Refund within 30 days"]);
});

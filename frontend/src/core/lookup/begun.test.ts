// The word that is still being typed, over lines made up for it.
import { expect, test } from "vitest";

import enTables from "../../../../tests/cases/language/en.json";
import zhTables from "../../../../tests/cases/language/zh.json";
import index from "../../../../tests/cases/lookup/index.json";
import type { Language } from "../language.js";
import { isOpen } from "./begun.js";
import { all, first, making, page } from "./fixtures.js";
import type { Wire } from "./wire.js";

const zh = zhTables as unknown as Language;
const en = enTables as unknown as Language;

const over = making(index as unknown as Wire);

const ZH = over(
  page(
    "处理公司的纠纷",
    "开启投影",
    "清洗吸收液",
    "早上08:28到岗",
    "100%的会员",
    "每隔150厘米",
    "三天之内回访",
    "客户到访时问好",
  ),
  zh,
  {
    synonyms: ["打官司→纠纷", "客人=客户"],
    general: ["projector→投影", "来访=来了→到访"],
  },
);
const EN = over(page("Refund within 30 days", "Reply to letters", "Bring the tray"), en, {
  general: ["money back→refund", "mail=letters"],
});

test.each([
  ["打官", "处理公司的纠纷"],
  ["proje", "开启投影"],
  ["08", "早上08:28到岗"],
  ["8:", "早上08:28到岗"],
  ["082", "早上08:28到岗"],
  ["八点二", "早上08:28到岗"],
  ["百分", "100%的会员"],
  ["3ti", "三天之内回访"],
])("of %s enough is typed", (typed, line) => {
  expect(first(ZH, typed)).toBe(line);
});

test("words of letters are completed together", () => {
  expect(first(EN, "money ba")).toBe("Refund within 30 days");
  expect(first(EN, "do we give money ba")).toBe("Refund within 30 days");
});

test("a number that goes on is another number, and a finished word is not completed", () => {
  expect(all(ZH, "15")).toEqual([]);
  expect(all(EN, "mai ")).toEqual([]);
  expect(first(EN, "mai")).toBe("Reply to letters");
});

test("what is said of the result stays while a word grows that may yet say nothing", () => {
  for (const typed of ["客人", "客人什", "客人什么", "客人什么时", "客人什么时候"]) {
    const { total, similar } = ZH.search(typed);
    expect([typed, total, similar.length]).toEqual([typed, 0, 1]);
  }
});

test("letters that may come to say nothing say nothing beside a word, and are looked for alone", () => {
  for (const typed of ["mail t", "mail th", "mail the", "mail to"]) expect(all(EN, typed)).toEqual(all(EN, "mail"));
  expect(all(EN, "t")).toHaveLength(2);
});

test("a query is open behind a letter and inside a number, and closed behind a blank or a mark", () => {
  expect(["回", "a", "8", "8:", "a ", "回，", "a:"].map(isOpen)).toEqual([true, true, true, true, false, false, false]);
});

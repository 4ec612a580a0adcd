// What a call says, what letters are short for, and characters typed apart.
import { expect, test } from "vitest";

import enTables from "../../../../tests/cases/language/en.json";
import zhTables from "../../../../tests/cases/language/zh.json";
import index from "../../../../tests/cases/lookup/index.json";
import type { Language } from "../language.js";
import { all, first, making, page } from "./fixtures.js";
import type { Wire } from "./wire.js";

const zh = zhTables as unknown as Language;
const en = enTables as unknown as Language;

const over = making(index as unknown as Wire);

test("what is to be said is found by what the call is called, in the order of the call", () => {
  const call = ["#通话规则", "退货的来电当天要回", "#开场", ">您好，这里是服务台，很高兴听到您的声音", ">请您带上发票"];
  const lookup = over([{ kind: "scripts", title: "退货来电", lines: call }, page("退货来电要登记")[0]!], zh);
  expect(all(lookup, "退货来电怎么说").slice(0, 2)).toEqual([call[3]!.slice(1), call[4]!.slice(1)]);
  expect(first(lookup, "退货来电登记")).toBe("退货来电要登记");
});

test("a line that has all words and not what is asked for does not hide those that have it", () => {
  const lookup = over(
    [
      ...page("商品到了以后电话告诉店长怎么摆"),
      { kind: "scripts", title: "到货通知", lines: [">您好，您订的商品到了"] },
    ],
    zh,
  );
  expect(first(lookup, "商品到了电话里怎么说")).toBe("您好，您订的商品到了");
});

test("letters no word has are taken for the initials of words", () => {
  const lookup = over(page("The out-of-hours line is 0800", "Open our house"), en);
  expect(first(lookup, "ooh line")).toBe("The out-of-hours line is 0800");
  expect(all(lookup, "our")).toEqual(["Open our house"]);
});

test("a character with blanks around it is a word", () => {
  const lookup = over(page("客户落座时拉椅子", "椅子摆成一条线，客户走后也是", "拉开窗帘"), zh);
  expect(first(lookup, "椅子 拉 客户")).toBe("客户落座时拉椅子");
});

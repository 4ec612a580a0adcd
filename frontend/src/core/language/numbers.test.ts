// The cases are those the generator runs: one contract, two languages. The tables are written by the generator's tests.
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import enTables from "../../../../tests/cases/language/en.json";
import zhTables from "../../../../tests/cases/language/zh.json";
import en from "../../../../tests/cases/numbers/en.json";
import zh from "../../../../tests/cases/numbers/zh.json";
import { Numbers } from "./numbers.js";
import { fraction } from "./numerals.js";
import type { Patterns } from "./patterns.js";
import type { Quantity } from "./quantity.js";

const chinese = new Numbers(zhTables.numbers as unknown as Patterns);
const english = new Numbers(enTables.numbers as unknown as Patterns);

type Case = readonly [string, readonly string[], string, string, string];

/** What is found in a text as cases state it; numbers are compared as such. */
function shown(text: string, { start, end, values, unit, bound, condition, either }: Quantity): unknown[] {
  const later = (time: string): string => time.replace(/^\d+/, (hour) => String((Number(hour) % 12) + 12));
  const time = (value: string): string => (either ? `${value}/${later(value)}` : value);
  return [
    text.slice(start, end),
    values.map((value) => (typeof value === "number" ? expect.closeTo(value, 9) : time(value))),
    unit.name,
    bound,
    condition,
  ];
}

function wanted([words, values, ...rest]: Case): unknown[] {
  return [words, values.map((value) => (value.includes(":") ? value : fraction(value))), ...rest];
}

describe.each([
  ["zh", chinese, zh],
  ["en", english, en],
] as const)("%s", (_, numbers, cases) => {
  it.each(Object.entries(cases) as unknown as [string, Case[]][])("%s", (text, stated) => {
    expect(stated.map(wanted)).toEqual(numbers.quantities(text).map((quantity) => shown(text, quantity)));
  });

  it("numbers stand apart and in order, whatever the text", () => {
    const words = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."一二两十百半个点分钟小时每日不超过以上，。1230:.% onehalfatw") }),
    );
    fc.assert(
      fc.property(words, (text) => {
        let last = 0;
        for (const { start, end, condition } of numbers.quantities(text)) {
          expect(last).toBeLessThanOrEqual(start);
          expect(start).toBeLessThan(end);
          expect(text).toContain(condition);
          last = end;
        }
      }),
    );
  });

  it("words are read as they are written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        expect(numbers.amounts.numerals.value(numbers.amounts.numerals.words(value)!)).toBe(value);
      }),
    );
  });

  it("folding keeps every place", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => numbers.amounts.fold(text).length === text.length));
  });
});

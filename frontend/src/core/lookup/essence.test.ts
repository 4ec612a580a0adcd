// The cases the generator's tests run too (tests/model/test_essence.py): one rule, two languages.
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import cases from "../../../../tests/cases/ids.json";
import { derivedId, essence } from "./essence.js";

describe("what a line says", () => {
  test.each(cases.ids)("%s has the id %s", (text, id) => {
    expect(derivedId(text!)).toBe(id);
  });

  test.each(cases.same)("%s says the same as %s", (one, other) => {
    expect(essence(one!)).toBe(essence(other!));
  });

  test.each(cases.different)("%s says something else than %s", (one, other) => {
    expect(essence(one!)).not.toBe(essence(other!));
  });

  test("is not changed by punctuation put between words", () => {
    const word = fc.string({ unit: fc.constantFrom(..."吧台岗鞠躬度两三xY"), minLength: 1, maxLength: 4 });
    const number = fc.constantFrom("3.5%", "8:30", "-5℃", "40", "12-3");
    const mark = fc.string({
      unit: fc.constantFrom(..." ,，。、；;!！?？“”'《》()（）[]…　"),
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, number), { minLength: 1, maxLength: 4 }), mark, (pairs, silent) => {
        const words = pairs.flat();
        expect(essence(words.join(silent))).toBe(essence(words.join("")));
      }),
    );
  });

  test("never makes one number of two", () => {
    const between = fc.constantFrom(".", ":", "-", "/", "、", ", ", " ", "~", "*", "×", "=");
    fc.assert(
      fc.property(fc.nat(999), fc.nat(999), between, (one, other, sign) => {
        expect(essence(`${one}${sign}${other}`)).not.toBe(essence(`${one}${other}`));
      }),
    );
  });

  test("is something wherever anything was written, and is itself what it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(essence(text) === "").toBe(text.trim() === "");
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { checksum } from "./checksum.js";

describe("a checksum", () => {
  it("does not depend on the order of keys, nor on how the file is laid out", () => {
    expect(checksum({ a: 1, b: { c: [1, 2], d: "x" } })).toBe(checksum({ b: { d: "x", c: [1, 2] }, a: 1 }));
    expect(checksum({ a: 1, b: undefined })).toBe(checksum({ a: 1 }));
    expect(checksum({ a: 1 })).toMatch(/^[0-9a-f]{16}$/);
  });

  it("is the same for what was written to JSON and read again", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(checksum(JSON.parse(JSON.stringify(value)))).toBe(checksum(value));
      }),
    );
  });

  it("tells any other order of a list, number, text or place", () => {
    const texts = [
      [1, 2],
      [2, 1],
      [12],
      ["1", 2],
      { a: 1 },
      { a: "1" },
      { b: 1 },
      {},
      [],
      null,
      { a: { a: 1 } },
      true,
      "true",
    ];
    expect(new Set(texts.map(checksum)).size).toBe(texts.length);
  });

  it("tells one character changed", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, n) => {
        const at = n % text.length;
        const other = `${text.slice(0, at)}${text.charAt(at) === "x" ? "y" : "x"}${text.slice(at + 1)}`;
        expect(checksum({ text: other })).not.toBe(checksum({ text }));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Gathered, pack } from "./transfer.js";

const LARGEST = 100_000;

describe("a text in pieces", () => {
  test("comes out as it went in, whatever the order, however often, and with blanks between", async () => {
    const shuffled = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 300 })
      .chain((text) => fc.tuple(fc.constant(text), fc.integer({ min: 5, max: 80 }), fc.infiniteStream(fc.nat())));
    await fc.assert(
      fc.asyncProperty(shuffled, async ([text, size, order]) => {
        const pieces = await pack(text, size);
        const some = order.next().value as number;
        const mixed = [...pieces, ...pieces].sort((a, b) => ((a.length * some) % 7) - ((b.length * some) % 7));
        const gathered = new Gathered();
        for (const piece of mixed) gathered.take(` ${piece.slice(0, 9)}\n${piece.slice(9).toLowerCase()}`);
        expect(gathered.complete).toBe(true);
        expect(await gathered.text(LARGEST)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  test("fits a code of letters and digits", async () => {
    for (const piece of await pack("王芳".repeat(500), 100)) expect(piece).toMatch(/^[0-9A-Z $%*+\-./:]{1,130}$/);
  });

  test("is not complete before all came, and not put together from two texts", async () => {
    const [one, other] = [await pack("a".repeat(50) + Math.E, 20), await pack("b".repeat(50) + Math.PI, 20)];
    const gathered = new Gathered();
    for (const piece of one.slice(1)) gathered.take(piece);
    expect([gathered.count, gathered.of, gathered.complete]).toEqual([one.length - 1, one.length, false]);
    for (const piece of other) gathered.take(piece);
    expect(await gathered.text(LARGEST)).toBe("b".repeat(50) + Math.PI);
  });

  test("is told from one that was cut short or changed on the way", async () => {
    const [piece = ""] = await pack(JSON.stringify({ format: "rolebook-progress", days: [1, 2, 3] }));
    expect(piece).toMatch(/^RB1:1\/1:/);
    for (let at = piece.indexOf(":", 9) + 1; at < piece.length - 1; at++) {
      const letter = piece[at] === "A" ? "B" : "A";
      const gathered = new Gathered();
      gathered.take(piece.slice(0, at) + letter + piece.slice(at + 1));
      const text = await gathered.text(LARGEST);
      expect([undefined, JSON.stringify({ format: "rolebook-progress", days: [1, 2, 3] })]).toContain(text);
      const cut = new Gathered();
      cut.take(`${piece.slice(0, at)}.`);
      expect(await cut.text(LARGEST)).toBeUndefined();
    }
  });

  test("that would fill the memory is broken off", async () => {
    const gathered = new Gathered();
    gathered.take((await pack("0".repeat(LARGEST + 1))).join(""));
    expect(await gathered.text(LARGEST)).toBeUndefined();
  });

  test("is nothing else", async () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(new Gathered().take(text)).toBe(false);
      }),
    );
    const gathered = new Gathered();
    gathered.take("RB1:5/3:AAAAAAA:AAAA. RB1:0/3:AAAAAAA:AAAA.");
    expect(gathered.count).toBe(0);
  });
});

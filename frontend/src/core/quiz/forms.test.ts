import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Answering } from "./bank.js";
import { question } from "./fixtures.js";
import { form, mixed } from "./forms.js";

describe("the form of a question", () => {
  const answering = (given: Answering, shown: Parameters<typeof form>[1], key = ["b"]): Answering =>
    form(question("1", given, { key }), shown).answering;

  it("has options for what is typed only as help after a miss", () => {
    for (const typed of ["number", "typed"] as const) {
      expect(answering(typed, { again: false, known: true, ripe: true })).toBe(typed);
      expect(answering(typed, { again: true, known: false, ripe: false })).toBe("single");
    }
  });

  it("has options for what is said only once it is known", () => {
    expect(answering("recall", { again: true, known: false, ripe: false })).toBe("recall");
    expect(answering("recall", { again: false, known: true, ripe: true })).toBe("single");
  });

  it("has no options once only that is lacking, but where they are the question", () => {
    expect(answering("single", { again: false, known: false, ripe: true })).toBe("recall");
    expect(answering("single", { again: true, known: false, ripe: true })).toBe("single");
    expect(answering("single", { again: false, known: false, ripe: false })).toBe("single");
    expect(answering("single", { again: false, known: true, ripe: true })).toBe("single");
    const statement = question("1", "single", { options: question("1").options.slice(0, 2) });
    expect(form(statement, { again: false, known: false, ripe: true }).answering).toBe("single");
  });

  it("is one where there are no wrong options", () => {
    const key = ["a", "b", "c"];
    expect(answering("number", { again: true, known: true, ripe: true }, key)).toBe("number");
    expect(answering("recall", { again: true, known: true, ripe: true }, key)).toBe("recall");
    expect(answering("list", { again: true, known: true, ripe: true }, key)).toBe("list");
  });

  it("is the same question with the same options", () => {
    const shown = form(question("1", "recall"), { again: false, known: true, ripe: true });
    expect({ ...shown, answering: "recall" }).toEqual(question("1", "recall"));
  });
});

describe("options", () => {
  const ids = (seed: string, answering: Answering = "single"): string[] =>
    mixed(question("1", answering, { key: ["a", "b", "c"] }), seed).options.map(({ id }) => id);

  it("stand in any order, all of them, the same for the same seed", () => {
    const orders = new Set(Array.from({ length: 200 }, (_, n) => ids(`${n}`).join("")));
    expect(orders.size).toBe(6);
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(ids(seed)).toEqual(ids(seed));
        expect([...ids(seed)].sort()).toEqual(["a", "b", "c"]);
      }),
    );
  });

  it("of a list stay in the order of its lines, and what several blanks hold in that of the blanks", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(ids(seed, "list")).toEqual(["a", "b", "c"]);
        const list = question("1", "list");
        expect(mixed(list, seed)).not.toBe(list); // the same one would not be shown anew
      }),
    );
  });

  it.each(["order", "match"] as const)("to be arranged never stand in their order: %s", (answering) => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(ids(seed, answering)).not.toEqual(["a", "b", "c"]);
      }),
    );
  });
});

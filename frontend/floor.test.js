// What is built runs in the oldest browsers there may be: Chrome 80, Safari 14, Firefox 78. Its methods are looked after by
// the lib of tsconfig.json, its behaviour by `make test-browsers`.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { parse } from "acorn";
import { describe, expect, test } from "vitest";

import en from "../tests/cases/language/en.json";
import zh from "../tests/cases/language/zh.json";

const built = (name) => readFileSync(new URL(`../generator/rolebook/static/${name}`, import.meta.url), "utf8");
/** Safari knows it from 16.4 on. */
const LOOKS_BEHIND = /\(\?<[=!]/;
/** What browsers got after these; `at` is missing, as ours have methods of that name. */
const METHODS = new Set(
  `checkVisibility difference findLast findLastIndex fromAsync groupBy hasOwn hasIndices
  getOrInsert intersection isDisjointFrom isSubsetOf isSupersetOf isWellFormed randomUUID replaceAll replaceChildren
  requestSubmit structuredClone symmetricDifference toReversed toSorted toSpliced toWellFormed withResolvers
  AggregateError FinalizationRegistry Iterator ListFormat Segmenter Temporal WeakRef`.split(/\s+/),
);

/** The tokens of a script; a SyntaxError where it is newer than `version`. */
function tokens(name, version) {
  const onToken = [];
  parse(built(name), { ecmaVersion: version, onToken });
  return onToken;
}

/** Every text in a value of JSON. */
function* texts(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const inner of Object.values(value)) yield* texts(inner);
}

describe.each([
  ["rolebook.js", 2020],
  ["quiz.js", 2020],
  ["tick.js", 2020],
  ["moved.js", 2020],
  ["qr.js", 2020],
  ["workers/keep.js", 2020],
  ["workers/leave.js", 2020],
  ["floor.js", 5],
])("%s", (name, version) => {
  const found = tokens(name, version);

  test("holds no expression that looks behind", () => {
    const patterns = found.flatMap(({ value }) => (value?.pattern === undefined ? [] : [value.pattern]));
    expect(patterns.filter((pattern) => LOOKS_BEHIND.test(pattern))).toEqual([]);
  });

  test("names nothing that is newer", () => {
    expect(found.map(({ value }) => value).filter((value) => METHODS.has(value))).toEqual([]);
  });
});

test.each([
  ["zh", zh],
  ["en", en],
])("no pattern in the tables of %s looks behind", (_, tables) => {
  expect([...texts(tables)].filter((text) => LOOKS_BEHIND.test(text))).toEqual([]);
});

describe("rolebook.css", () => {
  const css = built("rolebook.css");

  test.each([
    ["lists in :is, :where and :not", /:(?:is|where)\(|:not\([^()]*,/],
    ["short names of two sides by the direction of writing", /[{;](?:margin|padding|inset)-(?:inline|block):/],
    ["insets", /[{;]inset/],
    ["cascade layers, containers, nesting, mixed colours", /@layer|@container|&|color-mix|aspect-ratio/],
  ])("%s are written otherwise", (_, newer) => {
    expect(newer.exec(css)).toBeNull();
  });

  test("a height that is newer stands under what asks for it", () => {
    expect(css.replace(/@supports[^{]*\{[^{]*\{[^}]*\}\}/g, "")).not.toMatch(/\d[dsl]v[hw]/);
  });

  /** A rule is dropped whole for one selector that is not known. */
  test("a selector that is newer shares its rule with none that is not", () => {
    const newer = /:has\(|:focus-visible/;
    const mixed = [...css.matchAll(/(?<=[{};]|^)[^{};@]+(?=\{)/g)]
      .map(([rule]) => rule.split(/,(?![^(]*\))/))
      .filter((rule) => rule.some((one) => newer.test(one)) && !rule.every((one) => newer.test(one)));
    expect(mixed).toEqual([]);
  });
});

/** Only what a page has is fetched for it, and no page waits for more: the bound is for what it always has. */
test("what every page has is small", () => {
  const bytes = gzipSync(built("rolebook.js")).length + gzipSync(built("rolebook.css")).length;
  expect(bytes).toBeLessThan(60_000);
});

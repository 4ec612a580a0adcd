// Over the small handbook's index in files, which the generator's tests keep up to date.
import fc from "fast-check";
import { expect, test } from "vitest";

import zhTables from "../../../../tests/cases/language/zh.json";
import index from "../../../../tests/cases/lookup/index.json";
import files from "../../../../tests/cases/lookup/shards.json";
import type { Language } from "../language.js";
import { Corpus } from "./corpus.js";
import { Lookup } from "./lookup.js";
import { type Head, isHead, isShard, isTitles, joined, type Shard, type Titles } from "./shards.js";
import { readWire, type Wire } from "./wire.js";

const at = (name: string): unknown => (files as Record<string, unknown>)[`assets/rolebook/${name}.js`];
const head = at("lookup") as Head;
const titles = at("lookup/titles") as Titles;
const shards = head.firsts.map((_, n) => at(`lookup/${n}`) as Shard);
const whole = readWire(index) as Wire;

const some = (numbers: Iterable<number>): Map<number, Shard> => new Map([...numbers].map((n) => [n, shards[n]!]));
const all = joined(titles, some(shards.keys()));

test("all files together are the index in one", () => {
  const { folds, ...lines } = all;
  const { folds: packed, ...wanted } = whole;
  expect(lines).toEqual(wanted);
  const [mine, other] = [new Corpus(all), new Corpus(whole)];
  expect(mine.units).toEqual(other.units);
  expect(mine.fold.text("熱飲溫度ＡＢ")).toBe(other.fold.text("熱飲溫度ＡＢ"));
  expect(folds.endsWith("|")).toBe(true); // the characters of lines that are not there yet cannot be counted
});

test("whatever is there is found where it stands, and of the rest the titles", () => {
  fc.assert(
    fc.property(fc.subarray([...shards.keys()]), (numbers) => {
      const corpus = new Corpus(readWire(joined(titles, some(numbers))) as Wire);
      const other = new Corpus(whole);
      expect(corpus.pages.map(({ address }) => address)).toEqual(other.pages.map(({ address }) => address));
      for (let line = 0; line < corpus.count; line++) {
        const same = other.find(corpus.address(line))!;
        expect(corpus.line(line)).toBe(other.line(same));
        expect(corpus.measures.get(line)).toEqual(other.measures.get(same));
        expect(corpus.pins.has(line)).toBe(other.pins.has(same));
        const [from, to] = [corpus.starts[line]!, other.starts[same]!];
        const length = corpus.lengths[line]!;
        expect(corpus.codes.subarray(from, from + length)).toEqual(other.codes.subarray(to, to + length));
      }
      const there = corpus.pages.flatMap(({ address, first, end }) => (end > first + 1 ? [address] : []));
      const wanted = numbers.flatMap((n) =>
        titles.sections[n]!.pages.filter((_, nth) => shards[n]!.pages[nth]! > 1).map(([address]) => address),
      );
      expect(new Set(there)).toEqual(new Set(wanted));
    }),
  );
});

test("a search finds the same in files put together", () => {
  const language = zhTables as unknown as Language;
  const [mine, other] = [all, whole].map((wire) => new Lookup(new Corpus(wire), language));
  for (const typed of ["到岗", "chongqi", "rywd", "鞠躬30度", "回访", "熱飲"])
    expect(mine!.search(typed)).toEqual(other!.search(typed));
});

test("what is cut short or of another kind is none of it", () => {
  const heads = [head, index, null, { ...head, version: 1 }];
  expect(heads.map(isHead)).toEqual([true, false, false, false]);
  expect([isTitles(titles, head), isTitles({ ...titles, sections: [] }, head), isTitles(undefined, head)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isShard(shards[0]), isShard({ pages: [1] }), isShard(undefined)]).toEqual([true, false, false]);
});

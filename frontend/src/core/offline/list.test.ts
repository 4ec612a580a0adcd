import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addressOf, each, fileAt, isList, isListPath, pathOf } from "./list.js";

const SCOPE = "https://example.org/book/";

describe("a list", () => {
  const list = { edition: "e", files: { "a.html": "1" }, pages: [["a.html", "A"]] };

  test("is known by what it has", () => expect(isList(list)).toBe(true));

  test.each([
    null,
    undefined,
    5,
    "x",
    [],
    { ...list, edition: 1 },
    { ...list, files: null },
    { ...list, files: { "a.html": 1 } },
    { ...list, pages: {} },
    { ...list, pages: [["a.html"]] },
    { ...list, pages: [["a.html", 1]] },
  ])("%j is none", (value) => expect(isList(value)).toBe(false));

  test.each([
    "assets/rolebook/offline/shell.json",
    "assets/rolebook/offline/roles/前台.json",
    "zh-Hant/assets/rolebook/offline/roles/porter.json",
  ])("%s is where one may be", (path) => expect(isListPath(path)).toBe(true));

  test.each([
    5,
    "",
    "index.html",
    "assets/rolebook/offline/../../x.json",
    "../assets/rolebook/offline/x.json",
    "//other/assets/rolebook/offline/x.json",
    "assets/rolebook/offline/x.json?y",
    "assets/rolebook/offline/x.js",
  ])("%s is not", (path) => expect(isListPath(path)).toBe(false));
});

describe("an address", () => {
  test("and a path are the same thing", () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", minLength: 1 }), { minLength: 1 }), (parts) => {
        const path = parts.map((part) => part.replace(/[/\ud800-\udfff]/g, "-")).join("/");
        expect(pathOf(addressOf(path, SCOPE), SCOPE)).toBe(path);
      }),
    ));

  test.each([
    [`${SCOPE}a.html?rev=1#line`, "a.html"],
    [SCOPE, ""],
    ["https://example.org/other.html", undefined],
    ["https://example.org/book", undefined],
    [`${SCOPE}%E5%89.html`, undefined],
  ])("%s has the path %s", (address, path) => expect(pathOf(address, SCOPE)).toBe(path));
});

describe("the file at a path", () => {
  const files = { "index.html": "1", "roles/index.html": "2", "roles/porter.html": "3", "a.pdf": "4" };

  test.each([
    ["", "index.html"],
    ["index.html", "index.html"],
    ["roles/", "roles/index.html"],
    ["roles", "roles/index.html"],
    ["roles/porter", "roles/porter.html"],
    ["a.pdf", "a.pdf"],
    ["a", undefined],
    ["constructor", undefined],
    ["roles/porter.html/", undefined],
  ])("%s is %s", (path, file) => expect(fileAt(path, files)).toBe(file));
});

describe("many things", () => {
  test("are done all, and never more at a time than may be", async () => {
    const done: number[] = [];
    let [now, most] = [0, 0];
    await each([1, 2, 3, 4, 5], 2, async (n) => {
      most = Math.max(most, ++now);
      await Promise.resolve();
      done.push(n);
      now--;
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  test("end with the first that fails, after which none is begun", async () => {
    const begun: number[] = [];
    const fail = async (n: number): Promise<void> => {
      begun.push(n);
      await Promise.resolve();
      throw Error(String(n));
    };
    await expect(each([1, 2, 3, 4, 5], 2, fail)).rejects.toThrow("1");
    expect(begun).toEqual([1, 2]);
  });
});

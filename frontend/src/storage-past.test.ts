import { beforeEach, describe, expect, test } from "vitest";

import { A, B, found, isNumber, Kept, keep, opened } from "./storage-fixtures.js";

let storage: Kept;

beforeEach(() => {
  storage = new Kept();
});

describe("what was kept before keys named a site", () => {
  beforeEach(() => {
    storage.setItem("rolebook:quiz:q", "1");
    storage.setItem("rolebook:tick:checklists/a#b", "2");
    storage.setItem("__palette", "3");
  });

  test("goes to the site that is opened first, once, and to no other", async () => {
    expect(await found(storage, A, "hotel-1")).toBe(1);
    expect(await found(storage, B, "hotel-2")).toBeUndefined();
    expect(storage.keys()).toContain("rolebook:2:hotel-1:0:tick:checklists/a#b");
    expect(storage.getItem("__palette")).toBe("3");
    storage.setItem("rolebook:quiz:q", "9"); // by a handbook of the old version, still open here
    expect(await found(storage, A, "hotel-1")).toBe(1);
    expect(storage.getItem("rolebook:quiz:q")).toBe("9");
  });

  test("is looked for once a page, beside whatever else is there, and takes nobody's place", async () => {
    const vanishing = "rolebook:tick:gone"; // while it is moved, by another tab
    const reads: string[] = [];
    class Watched extends Kept {
      override getItem(key: string): string | null {
        reads.push(key);
        return key === vanishing ? null : super.getItem(key);
      }
    }
    const watched = new Watched(
      new Map([
        ["__palette", "3"],
        [vanishing, "4"],
        ["rolebook:quiz:q", "1"],
        ["rolebook:1:hotel-1:quiz:q", "2"],
      ]),
    );
    const { Shelf } = await opened(watched, A, "hotel-1");
    const shelf = new Shelf("quiz", isNumber);
    expect(shelf.get("q")).toBe(2);
    expect(shelf.get("q")).toBe(2);
    expect(reads.filter((key) => key === "rolebook:2:hotel-1:settled")).toHaveLength(1);
    expect(watched.keys()).toEqual([
      "__palette",
      "rolebook:2:hotel-1:0:quiz:q",
      "rolebook:2:hotel-1:settled",
      vanishing,
    ]);
  });

  test("is not lost where there is no room for longer keys; it is moved when there is", async () => {
    const full = new Kept(
      new Map([
        ["rolebook:quiz:q", "1"],
        ["rolebook:quiz:r", "2"],
      ]),
      40,
    );
    new (await opened(full, A, "hotel-1")).Shelf("quiz", isNumber).get("q");
    expect([...full.keys()].filter((key) => /:quiz:[qr]$/.test(key))).toHaveLength(2);
    const roomy = new Kept(new Map(full.keys().map((key) => [key, full.getItem(key)!])));
    const shelf = new (await opened(roomy, A, "hotel-1")).Shelf("quiz", isNumber);
    expect([...shelf.entries()]).toEqual([
      ["q", 1],
      ["r", 2],
    ]);
  });
});

test("a site that is given an id later takes over what it kept under its path", async () => {
  await keep(storage, A, "", 1);
  expect(await found(storage, A, "hotel-1")).toBe(1);
  await keep(storage, A, "hotel-1", 2);
  expect(await found(storage, A, "hotel-1")).toBe(2);
  expect(storage.keys().filter((key) => key.includes("/a/"))).toEqual([]);
});

describe("what was kept before there were profiles", () => {
  const before = (site: string): void => {
    storage.setItem(`rolebook:1:${site}:quiz:q`, "1");
    storage.setItem(`rolebook:1:${site}:settled`, "1");
    storage.setItem("rolebook:quiz:r", "2"); // of a handbook of the first version, still open here
  };

  test.each([
    ["hotel-1", "hotel-1"],
    ["/a/", ""],
    ["/a/", "hotel-1"],
  ])("of the site %s is the first profile's; what another handbook left is not", async (site, id) => {
    before(site);
    expect(await found(storage, A, id)).toBe(1);
    expect(storage.getItem("rolebook:quiz:r")).toBe("2");
    expect(storage.keys().filter((key) => key.startsWith("rolebook:1:"))).toEqual([]);
  });

  test("of another site stays where it is", async () => {
    before("hotel-2");
    expect(await found(storage, A, "hotel-1")).toBeUndefined();
    expect(storage.getItem("rolebook:1:hotel-2:quiz:q")).toBe("1");
  });

  test("and is written by a page of that version, still open, is taken over as well", async () => {
    await keep(storage, A, "hotel-1", 1);
    storage.setItem("rolebook:1:hotel-1:quiz:r", "2");
    const { Shelf } = await opened(storage, A, "hotel-1");
    expect([...new Shelf("quiz", isNumber).entries().keys()]).toEqual(["q", "r"]);
  });
});

import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";

import { A, B, DRIVE_D, DRIVE_E, found, isNumber, Kept, keep, opened } from "./storage-fixtures.js";

let storage: Kept;

beforeEach(() => {
  storage = new Kept();
});

describe("what is kept", () => {
  test("names version, site, profile, shelf and id in its key", async () => {
    await keep(storage, A, "hotel-1", 1);
    await keep(storage, B, "", 2);
    await keep(storage, DRIVE_D, "", 3);
    expect(storage.keys().filter((key) => key.endsWith(":q"))).toEqual([
      "rolebook:2:/D%3A/%E6%89%8B%E5%86%8C/site/:0:quiz:q",
      "rolebook:2:/b/:0:quiz:q",
      "rolebook:2:hotel-1:0:quiz:q",
    ]);
  });

  test("is found again by a site of the same id at another path or drive", async () => {
    await keep(storage, DRIVE_D, "hotel-1", 1);
    expect(await found(storage, DRIVE_E, "hotel-1")).toBe(1);
    expect(await found(storage, A, "hotel-1")).toBe(1);
  });

  test.each([
    ["hotel-1", "hotel-2"],
    ["", ""],
    ["hotel-1", ""],
  ])("is not shared by two sites, named %s and %s", async (one, other) => {
    await keep(storage, A, one, 1);
    expect(await found(storage, B, other)).toBeUndefined();
    await keep(storage, B, other, 2);
    expect(await found(storage, A, one)).toBe(1);
    const { Shelf } = await opened(storage, A, one);
    expect([...new Shelf("quiz", isNumber).entries()]).toEqual([["q", 1]]);
  });
});

describe("a shelf", () => {
  test("gives back what was put there until it is forgotten, and says that it stays", async () => {
    const { Shelf, lasting } = await opened(storage, A, "hotel-1");
    const shelf = new Shelf("quiz", isNumber);
    expect(shelf.set("q", 1)).toBe(true);
    expect(shelf.set("q", 2)).toBe(true);
    expect(shelf.get("q")).toBe(2);
    shelf.delete("q");
    expect(shelf.get("q")).toBeUndefined();
    expect(shelf.entries().size).toBe(0);
    const before = storage.keys();
    expect(lasting()).toBe(true);
    expect(storage.keys()).toEqual(before);
  });

  test("lists what fits by id, of its own alone", async () => {
    const { Shelf } = await opened(storage, A, "hotel-1");
    const shelf = new Shelf("quiz", isNumber);
    for (const id of ["c", "a", "b"]) shelf.set(id, id.charCodeAt(0));
    new Shelf("quiz", (value): value is string => typeof value === "string").set("d", "no number");
    storage.setItem("rolebook:2:hotel-1:0:quiz:e", "no JSON");
    new Shelf("tick", isNumber).set("f", 1);
    storage.setItem("rolebook:2:hotel-2:0:quiz:g-is-another-handbooks", "1");
    storage.setItem("something else, long enough to hold an id", "1");
    expect([...shelf.entries()]).toEqual([
      ["a", 97],
      ["b", 98],
      ["c", 99],
    ]);
    expect(shelf.get("d")).toBeUndefined();
    expect(shelf.get("e")).toBeUndefined();
  });

  test("remembers what there is no room for, until there is; then what other tabs write counts again", async () => {
    const { Shelf, lasting } = await opened(new Kept(new Map(), 62), A, "hotel-1");
    const shelf = new Shelf("quiz", isNumber);
    storage = globalThis.localStorage as Kept;
    storage.setItem("others", "x".repeat(45));
    expect(shelf.set("q", 1)).toBe(false);
    expect(lasting()).toBe(false);
    expect(shelf.get("q")).toBe(1);
    storage.removeItem("others");
    expect(shelf.set("q", 2)).toBe(true);
    storage.setItem("rolebook:2:hotel-1:0:quiz:q", "3");
    expect(shelf.get("q")).toBe(3);
  });

  test("forgets what it only remembered, and hides what cannot be removed", async () => {
    class Stuck extends Kept {
      override removeItem(): void {
        throw new Error("blocked");
      }
    }
    const { Shelf } = await opened(new Stuck(new Map([["rolebook:2:hotel-1:0:quiz:q", "1"]])), A, "hotel-1");
    const shelf = new Shelf("quiz", isNumber);
    expect(shelf.get("q")).toBe(1);
    shelf.delete("q");
    expect(shelf.get("q")).toBeUndefined();
    expect(shelf.entries().size).toBe(0);

    const without = new (await opened(undefined as unknown as Storage, A, "hotel-1")).Shelf("quiz", isNumber);
    without.set("q", 1);
    without.delete("q");
    expect(without.get("q")).toBeUndefined();
  });

  test("does without a storage that is not there", async () => {
    const { Shelf, lasting } = await opened(undefined as unknown as Storage, A, "hotel-1");
    const anything = new Shelf("quiz", (value): value is unknown => value !== undefined);
    expect(lasting()).toBe(false);
    expect(anything.get("q")).toBeUndefined();
    expect(anything.set("q", 1)).toBe(false);
    expect([...anything.entries()]).toEqual([["q", 1]]);
  });

  test("is the page's own where the script is not known", async () => {
    vi.stubGlobal("location", { href: "http://host/site/roles/bar.html" });
    await opened(storage, A); // the module is read anew below
    vi.resetModules();
    vi.stubGlobal("document", { currentScript: null });
    new (await import("./storage.js")).Shelf("quiz", isNumber).set("q", 1);
    expect(storage.getItem("rolebook:2:/:0:quiz:q")).toBe("1");
  });
});

describe("what cannot be read", () => {
  const KEY = "rolebook:2:hotel-1:0:quiz:q";

  test.each(["{oops", '"text"', "null", "", "[1"])("is set aside as it is: %s", async (text) => {
    storage.setItem(KEY, text);
    const { Shelf, unreadable, forgetUnreadable } = await opened(storage, A, "hotel-1");
    const shelf = new Shelf("quiz", isNumber);
    expect(shelf.get("q")).toBeUndefined();
    shelf.set("q", 1);
    expect(shelf.get("q")).toBe(1);
    expect([...unreadable()]).toEqual([["rolebook:2:hotel-1:0:aside:quiz:q", text]]);
    forgetUnreadable();
    expect(unreadable().size).toBe(0);
  });

  test("is set aside before it would be written over, and beside what was before", async () => {
    const { Shelf, unreadable } = await opened(storage, A, "hotel-1");
    for (const text of ["{a", "{b", "{a"]) {
      storage.setItem(KEY, text);
      new Shelf("quiz", isNumber).set("q", 1);
    }
    expect([...unreadable().values()].sort()).toEqual(["{a", "{b"]);
  });

  test("stays where it is when there is no room to set it aside, and is not written over", async () => {
    const full = new Kept(new Map([[KEY, "x".repeat(50)]]), KEY.length + 51);
    const { Shelf } = await opened(full, A, "hotel-1");
    expect(new Shelf("quiz", isNumber).set("q", 1)).toBe(false);
    expect(full.getItem(KEY)).toBe("x".repeat(50));
  });
});

test("whatever two tabs, a full storage and other hands do, nothing kept is lost and nothing throws", async () => {
  type Shelf = InstanceType<typeof import("./storage.js")["Shelf"]>;
  const id = fc.constantFrom("a", "b:c", "__proto__", "类/一#二");
  const step = fc.oneof(
    fc.record({ does: fc.constant("set" as const), tab: fc.nat(1), id, value: fc.nat() }),
    fc.record({ does: fc.constant("delete" as const), tab: fc.nat(1), id }),
    fc.record({ does: fc.constant("spoil" as const), id, text: fc.string({ maxLength: 30 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.integer({ min: 60, max: 2000 }), async (steps, room) => {
      const shared = new Kept(new Map(), room);
      const tabs: Shelf[] = [];
      for (let n = 0; n < 2; n++) tabs.push(new (await opened(shared, A, "h")).Shelf("quiz", isNumber) as Shelf);
      const kept = new Map<string, number>();
      const spoilt: string[] = [];
      for (const one of steps) {
        if (one.does === "set") {
          if (tabs[one.tab]!.set(one.id, one.value)) kept.set(one.id, one.value);
          expect(tabs[one.tab]!.get(one.id)).toBe(one.value);
        } else if (one.does === "delete") {
          tabs[one.tab]!.delete(one.id);
          kept.delete(one.id);
        } else {
          const key = `rolebook:2:h:0:quiz:${one.id}`;
          const there = shared.getItem(key); // a text for which there was no room aside; other hands write over it
          try {
            shared.setItem(key, `{${one.text}`);
          } catch {
            continue; // no room for other hands either
          }
          kept.delete(one.id);
          spoilt.splice(0, spoilt.length, ...spoilt.filter((text) => text !== there));
          spoilt.push(`{${one.text}`);
          for (const tab of tabs) tab.get(one.id);
        }
        const fresh = new (await opened(shared, A, "h")).Shelf("quiz", isNumber);
        for (const [id, value] of kept) expect(fresh.get(id)).toBe(value);
        const texts = new Set(shared.keys().map((key) => shared.getItem(key)));
        if (one.does !== "delete") for (const text of spoilt) expect(texts).toContain(text);
        else spoilt.splice(0, spoilt.length, ...spoilt.filter((text) => texts.has(text)));
      }
    }),
    { examples: [[["      ", ""].map((text) => ({ does: "spoil" as const, id: "类/一#二" as const, text })), 60]] },
  );
});

test("blocked storage keeps nothing, and nothing is thrown", async () => {
  const { Shelf, lasting } = await opened(undefined as unknown as Storage, A, "hotel-1");
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new DOMException("blocked", "SecurityError");
    },
  });
  const shelf = new Shelf("quiz", isNumber);
  expect(shelf.set("q", 1)).toBe(false);
  expect(shelf.get("q")).toBe(1);
  expect([...shelf.entries()]).toEqual([["q", 1]]);
  expect(lasting()).toBe(false);
});

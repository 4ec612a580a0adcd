// What a page does with its storage beside keeping values: whom it keeps them for, and what it tells of it.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { A, isNumber, Kept, opened } from "./storage-fixtures.js";

const SITE = "rolebook:2:hotel-1:";
const CURRENT = `${SITE}all:current`;
const KEY = `${SITE}0:quiz:q`;

let storage: Kept;
const open = (kept: Storage = storage): ReturnType<typeof opened> => opened(kept, A, "hotel-1");

beforeEach(() => {
  storage = new Kept();
});

afterEach(() => {
  vi.doUnmock("./storage-log.js");
  vi.unstubAllGlobals();
});

describe("the profile a page keeps things for", () => {
  test("is the one chosen last, under a key of the site; a page that is open stays with its own", async () => {
    const { chooseProfile, profile } = await open();
    expect(profile()).toBe("0");
    expect(chooseProfile("ann2")).toBe(true);
    expect(storage.getItem(CURRENT)).toBe('"ann2"');
    expect(profile()).toBe("0");
    expect((await open()).profile()).toBe("ann2");
  });

  test.each(['"all"', '"a:b"', '":a"', '""', "5", "{", "null"])("is the first where %s was chosen", async (text) => {
    storage.setItem(CURRENT, text);
    expect((await open()).profile()).toBe("0");
  });

  test.each(["storage", "pageshow"])("is followed by a page that hears of another on %s", async (event) => {
    const heard = new Map<string, () => void>();
    const reload = vi.fn();
    vi.stubGlobal("addEventListener", (name: string, does: () => void) => heard.set(name, does));
    vi.stubGlobal("location", { reload });
    const { profile } = await open();
    storage.setItem(CURRENT, '"bo"');
    heard.get(event)!(); // nothing was kept yet for anyone
    profile();
    heard.get(event)!();
    expect(reload).not.toHaveBeenCalled();
    storage.setItem(CURRENT, '"ann"');
    heard.get(event)!();
    expect(reload).toHaveBeenCalledOnce();
  });

  test("is used once something is kept for it", async () => {
    const { Shelf, isUsed } = await open();
    expect(isUsed("0")).toBe(false);
    new Shelf("quiz", isNumber).set("q", 1);
    expect([isUsed("0"), isUsed("1")]).toEqual([true, false]);
  });
});

describe("what is written besides", () => {
  test("is noted change by change; reading writes nothing", async () => {
    const note = vi.fn();
    vi.doMock("./storage-log.js", () => ({
      Log: class {
        note = note;
        recover = async (): Promise<boolean> => false;
      },
    }));
    const { Shelf } = await open();
    const shelf = new Shelf("quiz", isNumber);
    expect(shelf.get("q")).toBeUndefined();
    expect(note).not.toHaveBeenCalled();
    shelf.set("q", 1);
    shelf.delete("q");
    expect(note.mock.calls).toEqual([
      [storage, KEY, "1"],
      [storage, KEY, null],
    ]);
  });

  test.each([true, false])("is shown by a page read anew where a killed browser lost it: %s", async (lost) => {
    const reload = vi.fn();
    vi.stubGlobal("location", { reload });
    vi.doMock("./storage-log.js", () => ({
      Log: class {
        note(): void {}
        recover = async (): Promise<boolean> => lost;
      },
    }));
    (await open()).profile();
    await Promise.resolve();
    await Promise.resolve();
    expect(reload).toHaveBeenCalledTimes(lost ? 1 : 0);
  });
});

describe("what cannot be read", () => {
  test("is listed in the order of its keys, is where it was no more, and nothing else is there", async () => {
    const { Shelf, unreadable } = await open();
    const shelf = new Shelf("quiz", isNumber);
    for (const id of ["c", "a", "b"]) {
      storage.setItem(`${SITE}0:quiz:${id}`, "{");
      expect(shelf.get(id)).toBeUndefined();
      expect(storage.getItem(`${SITE}0:quiz:${id}`)).toBeNull();
    }
    shelf.set("d", 1);
    shelf.set("d", 2);
    expect([...unreadable().keys()]).toEqual(["a", "b", "c"].map((id) => `${SITE}0:aside:quiz:${id}`));
  });

  test("stays where it is when it cannot be removed", async () => {
    class Stuck extends Kept {
      override removeItem(): void {
        throw new Error("blocked");
      }
    }
    storage = new Stuck(new Map([[KEY, "{"]]));
    const { Shelf } = await open();
    const shelf = new Shelf("quiz", isNumber);
    expect(shelf.set("q", 1)).toBe(false);
    expect(shelf.get("q")).toBe(1);
    expect(storage.getItem(KEY)).toBe("{");
  });
});

describe("how long it lasts", () => {
  test("is tried once a page, under a key of the site", async () => {
    const { lasting, profile } = await open();
    profile(); // what is done once a site is done
    const put = vi.spyOn(storage, "setItem");
    const removed = vi.spyOn(storage, "removeItem");
    expect([lasting(), lasting()]).toEqual([true, true]);
    expect(put.mock.calls.map(([key]) => key)).toEqual([`${SITE}probe`]);
    expect(removed.mock.calls).toEqual([[`${SITE}probe`]]);
  });

  test("is not for long once something had no room, even if something shorter has", async () => {
    const { Shelf, lasting } = await open(new Kept(new Map(), 80));
    expect(lasting()).toBe(true);
    expect(new Shelf("quiz", (value): value is string => typeof value === "string").set("q", "x".repeat(99))).toBe(
      false,
    );
    expect(lasting()).toBe(false);
  });

  test("is asked of the browser, whatever it knows of that", async () => {
    for (const navigator of [undefined, {}, { storage: {} }]) {
      vi.stubGlobal("navigator", navigator);
      const { persist, persisted } = await open();
      persist();
      expect(await persisted()).toBe(false);
    }
    for (const answer of [() => Promise.resolve(true), () => Promise.resolve(false), () => Promise.reject(Error())]) {
      const asked = vi.fn(answer);
      vi.stubGlobal("navigator", { storage: { persist: asked, persisted: answer } });
      const { persist, persisted } = await open();
      persist();
      expect(asked).toHaveBeenCalledOnce();
      expect(await persisted()).toBe(await answer().catch(() => false));
    }
  });
});

// An edition is kept whole or not at all, whatever becomes of the server, the room and the worker meanwhile.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { Caches, Server } from "./fixtures.js";
import { digestOf, Keeper, OtherEdition, SHELL } from "./keeper.js";

const SCOPE = "https://example.org/book/";
const PORTER = "assets/rolebook/offline/roles/porter.json";
const MAID = "assets/rolebook/offline/roles/maid.json";

let caches: Caches;
let server: Server;

beforeEach(() => {
  caches = new Caches();
  server = new Server(SCOPE);
  vi.stubGlobal("caches", caches);
  vi.stubGlobal("fetch", server.fetch);
});

afterEach(() => vi.unstubAllGlobals());

const digest = (text: string): Promise<string> => digestOf(new TextEncoder().encode(text).buffer as ArrayBuffer);

/** Put an edition on the server: lists of files, each file with what it holds. */
async function publish(edition: string, lists: Record<string, Record<string, string>>): Promise<void> {
  server.files.clear();
  for (const [list, files] of Object.entries(lists)) {
    const digests: Record<string, string> = {};
    for (const [file, text] of Object.entries(files)) digests[file] = await digest(text);
    server.files.set(list, JSON.stringify({ edition, files: digests, pages: [] }));
    for (const [file, text] of Object.entries(files)) server.files.set(file, text);
  }
}

const FIRST = { [SHELL]: { "index.html": "home", "a.js": "one" }, [PORTER]: { "porter.html": "porter" } };
const SECOND = { [SHELL]: { "index.html": "home", "a.js": "two" }, [PORTER]: { "porter.html": "porter 2" } };
const keeper = (edition = "e1"): Keeper => new Keeper(edition, SCOPE);
const kept = async (one: Keeper, edition: string): Promise<string[]> =>
  Object.keys((await one.book(edition))?.files ?? {}).sort();

describe("an edition", () => {
  test("is kept with the frame alone at first, then with what is wanted", async () => {
    await publish("e1", FIRST);
    const one = keeper();
    await one.install();
    expect(await kept(one, "e1")).toEqual(["a.js", SHELL, "index.html"].sort());
    await one.want([SHELL, PORTER]);
    expect(await kept(one, "e1")).toEqual(["a.js", SHELL, PORTER, "index.html", "porter.html"].sort());
    expect(await one.kept("e1", "porter")).toEqual({
      key: `${SCOPE}porter.html?${await digest("porter")}`,
      digest: await digest("porter"),
    });
  });

  test("is known to the worker after it was ended", async () => {
    await publish("e1", FIRST);
    await keeper().install();
    expect(await kept(keeper(), "e1")).toContain("a.js");
  });

  test("brings what was wanted of the one before, and fetches what changed alone", async () => {
    await publish("e1", FIRST);
    await keeper().want([PORTER]);
    await publish("e2", SECOND);
    server.asked.length = 0;
    const next = keeper("e2");
    await next.install();
    expect(await kept(next, "e2")).toContain("porter.html");
    expect(server.asked.sort()).toEqual([SHELL, PORTER, "a.js", "porter.html"].sort());
  });

  test("goes without a record that the handbook has no more", async () => {
    await publish("e1", FIRST);
    const one = keeper();
    const book = await one.want([PORTER, MAID]);
    expect(book.lists).toEqual([SHELL, PORTER]);
  });

  test("is fetched no more when all of it is there", async () => {
    await publish("e1", FIRST);
    await keeper().want([PORTER]);
    server.down = true;
    await expect(keeper().want([PORTER])).resolves.toMatchObject({ edition: "e1" });
  });

  test("lets go of what is wanted no more, without the server", async () => {
    await publish("e1", FIRST);
    const one = keeper();
    await one.want([PORTER]);
    server.down = true;
    await one.want([]);
    expect(await kept(one, "e1")).not.toContain("porter.html");
    await one.tidy(new Set());
    expect(caches.names(SCOPE, "files").filter((name) => name.startsWith("porter"))).toEqual([]);
  });
});

describe("nothing is kept of an edition", () => {
  const before = async (): Promise<void> => {
    await publish("e1", FIRST);
    await keeper().want([PORTER]);
  };

  test.each([
    ["a file is missing", () => server.files.delete("porter.html")],
    ["a file is another one", () => server.files.set("a.js", "three")],
    ["the frame's list is missing", () => server.files.delete(SHELL)],
    ["a list is of another edition", () => server.files.set(PORTER, server.files.get(PORTER)!.replace("e2", "e3"))],
    ["a list is a page of somebody else", () => server.files.set(SHELL, "<html>log in</html>")],
  ])("where %s; the one before stays whole", async (_, spoil) => {
    await before();
    await publish("e2", SECOND);
    spoil();
    const next = keeper("e2");
    await expect(next.install()).rejects.toThrow(OtherEdition);
    expect(await next.book("e2")).toBeUndefined();
    await keeper().tidy(new Set());
    expect(await kept(keeper(), "e1")).toContain("porter.html");
  });

  test("where there is no room, and what was begun is taken away", async () => {
    await before();
    const old = keeper();
    const files = caches.names(SCOPE, "files");
    await publish("e2", SECOND);
    caches.room = [...caches.all.values()].reduce((sum, one) => sum + one.size, 0) + 3; // both lists, and one of two files
    await expect(keeper("e2").install()).rejects.toThrow("full");
    await old.tidy(new Set());
    expect(caches.names(SCOPE, "files")).toEqual(files);
  });
});

describe("when it is tidied", () => {
  test("what a page that is open is of stays, until it is closed", async () => {
    await publish("e1", FIRST);
    const old = keeper();
    await old.install();
    await old.tidy(new Set(["tab"]));
    await old.state.opened("tab", "e1");
    await publish("e2", SECOND);
    const next = keeper("e2");
    await next.install();
    await next.tidy(new Set(["tab"]));
    expect(await next.kept("e1", "a.js")).toBeDefined();
    vi.useFakeTimers({ now: Date.now() + 3_600_000 });
    await next.tidy(new Set());
    vi.useRealTimers();
    expect(await next.kept("e1", "a.js")).toBeUndefined();
    expect(caches.names(SCOPE, "files").filter((name) => name.startsWith("a.js"))).toEqual([
      `a.js?${await digest("two")}`,
    ]);
  });

  test("a page that is just being opened counts as open", async () => {
    await publish("e1", FIRST);
    const one = keeper();
    await one.install();
    await one.state.opened("opening", "e0");
    await one.tidy(new Set());
    expect(await keeper().state.editionOf("opening")).toBe("e0");
  });

  test("what another worker has fetched and not begun to answer with stays", async () => {
    await publish("e1", FIRST);
    await keeper().install();
    await publish("e2", SECOND);
    await keeper("e2").install();
    await keeper().tidy(new Set());
    expect(await kept(keeper("e2"), "e2")).toContain("a.js");
    expect(caches.names(SCOPE, "files")).toContain(`a.js?${await digest("two")}`);
  });

  test("what another worker is fetching stays", async () => {
    await publish("e1", FIRST);
    const old = keeper();
    await old.install();
    await publish("e2", SECOND);
    const next = keeper("e2");
    let meanwhile = Promise.resolve();
    vi.stubGlobal("fetch", async (url: string) => {
      if (url.endsWith("index.html")) throw Error("everybody has it by now");
      if (url.endsWith("a.js")) meanwhile = old.tidy(new Set());
      await meanwhile;
      return server.fetch(url);
    });
    await next.install();
    expect(await next.kept("e2", "a.js")).toBeDefined();
    expect(caches.names(SCOPE, "files")).toContain(`a.js?${await digest("two")}`);
    expect(caches.names(SCOPE, "files")).toContain(`${SHELL}?e2`);
  });
});

test.each([
  ["", "e3b0c44298fc1c14"],
  ["abc", "ba7816bf8f01cfea"],
  ["前台", "bc211adc0f77e8a6"],
])("the digest of “%s” is the one that the generator writes", async (text, written) => {
  expect(await digest(text)).toBe(written);
});

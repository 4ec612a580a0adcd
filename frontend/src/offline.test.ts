// A page has the device keep the site where that is allowed, and says what is kept of what its readers have chosen.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { Kept, opened as storedIn } from "./storage-fixtures.js";

const ROOT = "https://example.org/book/";
type Heard = (event: object) => void;

let storage: Kept;
let heard: Map<string, Heard>;
let asked: object[];
const register = vi.fn();

/** A page of a site at `root` in a script that begins `below`, of an edition. */
async function opened(
  root = ROOT,
  below = "",
  edition: string | undefined = "e1",
): Promise<typeof import("./offline.js")> {
  await storedIn(storage, `${root}assets/rolebook/rolebook.js`, "hotel");
  const page = new EventTarget();
  vi.stubGlobal("window", { rolebookSite: "hotel", rolebookEdition: edition, addEventListener: () => undefined });
  vi.stubGlobal("location", new URL(`${root}${below}roles/a.html`));
  vi.stubGlobal(
    "document",
    Object.assign(page, {
      baseURI: `${root}${below}roles/a.html`,
      readyState: "complete",
      querySelector: () => ({ dataset: { root: "../" } }),
    }),
  );
  const active = { postMessage: (message: object) => asked.push(message) };
  const serviceWorker = {
    register,
    ready: Promise.resolve({ active }),
    addEventListener: (name: string, does: Heard) => heard.set(name, does),
  };
  vi.stubGlobal("navigator", { serviceWorker });
  return import("./offline.js");
}

const choose = (profile: string, post: string): void =>
  storage.setItem(`rolebook:2:hotel:${profile}:quiz-post:${post}`, "true");
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
const list = (name: string, below = ""): string => `${below}assets/rolebook/offline/${name}.json`;

beforeEach(() => {
  storage = new Kept();
  heard = new Map();
  asked = [];
  register.mockReset().mockResolvedValue({ update: async () => undefined });
});

afterEach(() => vi.unstubAllGlobals());

describe("a site is kept", () => {
  test("at its root, whatever script the page is in", async () => {
    (await opened(ROOT, "zh-Hant/")).begin();
    await settled();
    const [address, { scope }] = register.mock.calls[0]!;
    expect([address, scope]).toEqual([`${ROOT}rolebook-worker.js`, ROOT]);
    expect(asked).toEqual([{ keep: [list("shell", "zh-Hant/")] }]);
  });

  test("with what everybody has chosen who shares the device", async () => {
    choose("0", "roles/porter");
    choose("ann", "roles/maid");
    (await opened()).begin();
    await settled();
    expect(asked).toEqual([{ keep: [list("shell"), list("roles/maid"), list("roles/porter")] }]);
  });

  test.each([
    ["from a disk", "file:///D:/site/", "e1", true],
    ["where it is built without", ROOT, undefined, true],
    ["where the browser has no workers", ROOT, "e1", false],
  ])("not %s", async (_, root, edition, workers) => {
    const page = await opened(root, "", edition);
    if (!edition) delete window.rolebookEdition;
    if (!workers) vi.stubGlobal("navigator", {});
    page.begin();
    await settled();
    expect(register).not.toHaveBeenCalled();
    expect(asked).toEqual([]);
  });

  test("not where the browser refuses, and nothing is thrown", async () => {
    register.mockRejectedValue(new DOMException("blocked", "SecurityError"));
    const page = await opened();
    page.begin();
    await settled();
    expect(page.keeping).toBe("");
    expect(asked).toEqual([]);
  });
});

describe("of what is kept the page says", () => {
  const told = { rolebook: "kept", edition: "e1", wanted: [list("shell")], why: "", newer: false };
  const hear = async (...messages: unknown[]): Promise<typeof import("./offline.js")> => {
    const page = await opened();
    page.begin();
    await settled();
    for (const data of messages) heard.get("message")!({ data });
    return page;
  };

  test.each([
    ["nothing before it is told", [], "", false],
    ["that all is there", [told], "kept", false],
    ["nothing of what was kept before another post was chosen", [{ ...told, wanted: [] }], "", false],
    ["that there is no room", [{ ...told, rolebook: "refused", why: "full" }], "full", false],
    ["that it could not be had", [{ ...told, rolebook: "refused", why: "failed" }], "later", false],
    ["that a newer edition is there", [told, { ...told, edition: "e2", newer: true }], "kept", true],
    ["nothing of an edition that is older than it", [{ ...told, edition: "e0" }], "", false],
    ["nothing of its own as of a newer one", [{ ...told, newer: true }], "kept", false],
    ["nothing of what others send", [null, 5, {}, { rolebook: "x", edition: "e2", newer: true }], "", false],
  ])("%s", async (_, messages, keeping, newer) => {
    const page = await hear(...messages);
    expect([page.keeping, page.newer]).toEqual([keeping, newer]);
  });

  test("nothing any more when another post is chosen, which the worker is told", async () => {
    const page = await hear(told);
    choose("0", "roles/porter");
    document.dispatchEvent(new Event("chosen"));
    expect(page.keeping).toBe("");
    await settled();
    expect(asked[1]).toEqual({ keep: [list("shell"), list("roles/porter")] });
  });
});

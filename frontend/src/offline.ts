// Has the device keep the site, so that it opens without a network: where browsers allow it, which is over https and on
// the computer itself. From a disk there is nothing to keep.

import { pathOf } from "./core/offline/list.js";
import { everyonesChosen } from "./posts.js";
import { SCRIPT } from "./storage.js";

declare global {
  interface Window {
    /** what this page is of; set by assets/rolebook/words.js, and missing where devices are to keep nothing */
    rolebookEdition?: string;
  }
}

/** What is known of what the device keeps: nothing yet, all that is wanted, no room for it, not yet. */
export type Keeping = "" | "kept" | "full" | "later";

interface Told {
  readonly rolebook: "kept" | "refused";
  readonly edition: string;
  /** the lists that were wanted */
  readonly wanted: readonly string[];
  readonly why: string;
  /** whether its edition is newer than that of this page */
  readonly newer: boolean;
}

/** The event of the document when one of these two has changed. */
export const TOLD = "rolebook-offline";
export let keeping: Keeping = "";
export let newer = false;

/** The lists this page asked for last. */
let asked = "";

/** Where the site begins, whatever script the page is in: what the worker answers for. */
export const root = (): string => new URL("../../", SCRIPT ?? location.href).href;

/** The lists that are wanted: of the script that is read, and of what anyone on this device has chosen. */
export function lists(): string[] {
  const here = new URL(document.querySelector<HTMLElement>("rb-lookup")?.dataset["root"] ?? "./", document.baseURI);
  const folder = `${pathOf(here.href, root()) ?? ""}assets/rolebook/offline/`;
  return ["shell", ...[...everyonesChosen()].sort()].map((name) => `${folder}${name}.json`);
}

/** Begin when the page is there; a page that cannot be kept goes on as ever. */
export function begin(): void {
  const workers = globalThis.navigator?.serviceWorker;
  if (!workers || !window.rolebookEdition || !/^https?:$/.test(location.protocol)) return;
  workers.addEventListener("message", ({ data }) => hear(data));
  const ask = async (): Promise<void> => {
    const wanted = lists();
    if (String(wanted) !== asked) tell("");
    asked = String(wanted);
    (await workers.ready).active?.postMessage({ keep: wanted });
  };
  const start = async (): Promise<void> => {
    const { href } = new URL("rolebook-worker.js", root());
    const found = await workers.register(href, { scope: root(), updateViaCache: "none" });
    workers.addEventListener("controllerchange", ask);
    document.addEventListener("chosen", ask);
    window.addEventListener("pageshow", ({ persisted }) => persisted && void ask());
    // Who installed the site may leave it open for days.
    document.addEventListener("visibilitychange", () => document.hidden || found?.update().catch(() => undefined));
    await ask();
  };
  const soon = (): unknown => start().catch(() => undefined); // refused by the browser, or the server has no such file
  if (document.readyState === "complete") soon();
  else window.addEventListener("load", soon, { once: true });
}

function hear(data: unknown): void {
  const told = (data ?? {}) as Partial<Told>;
  if (told.rolebook !== "kept" && told.rolebook !== "refused") return;
  const own = told.edition === window.rolebookEdition;
  if (!own) newer ||= told.rolebook === "kept" && told.newer === true;
  // What was kept before the reader chose another post is no answer to that.
  const answer = String(told.wanted) === asked;
  if (told.rolebook === "refused") tell(told.why === "full" ? "full" : "later");
  else tell(own && answer ? "kept" : keeping);
}

function tell(what: Keeping): void {
  keeping = what;
  document.dispatchEvent(new Event(TOLD));
}

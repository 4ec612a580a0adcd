// Fetches the index beside the page, and unpacks it when lookup is first used or when there is nothing else to do.
import { Corpus } from "../core/lookup/corpus.js";
import { Lookup } from "../core/lookup/lookup.js";
import { type Head, isHead } from "../core/lookup/shards.js";
import { readWire, type Wire } from "../core/lookup/wire.js";
import { language } from "../words.js";
import { grow, type Take } from "./lookup-shards.js";

const FILE = "assets/rolebook/lookup.js";
/** The mark on the browser's time line when the index is unpacked; bench/lookup/page.py reads it. */
const READY = "rolebook:lookup";

declare global {
  interface Window {
    rolebookLookup?: unknown;
  }
}

let fetching: Promise<Wire | Head> | undefined;
let unpacked: Lookup | undefined;

/**
 * Hand the index of the site at `root` to `take`. One that is in files is fetched where it is `asked` for, and handed on
 * more than once. Rejects where it is missing or cut short; the next call tries again.
 */
export async function lookupIndex(root: string, asked: boolean, take: Take): Promise<void> {
  if (unpacked) return take(unpacked, "");
  const found = await fetchIndex(root);
  if (isHead(found)) {
    if (asked) await grow(found, root, take);
    return;
  }
  fetching = undefined; // the corpus keeps what it needs
  if (!unpacked) {
    unpacked = new Lookup(new Corpus(found), language());
    performance.mark(READY);
  }
  take(unpacked, "");
}

/** Fetch the index of the site at `root` beside the page, and have it unpacked when there is nothing else to do. */
export function indexBeside(root: string, unpack: () => void): void {
  fetchIndex(root).catch(() => undefined); // who unpacks it is told
  whenIdle(unpack);
}

function fetchIndex(root: string): Promise<Wire | Head> {
  fetching ??= load(new URL(FILE, root).href).catch((error: unknown) => {
    fetching = undefined;
    throw error;
  });
  return fetching;
}

/** A script and not a fetch: pages opened from a disk may not fetch. */
function load(src: string): Promise<Wire | Head> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const fail = (): void => {
      script.remove();
      reject(new Error("the index of lookup is missing or incomplete"));
    };
    script.src = src;
    script.onerror = fail;
    script.onload = () => {
      const value = window.rolebookLookup;
      delete window.rolebookLookup;
      const found = isHead(value) ? value : readWire(value);
      if (found) resolve(found);
      else fail();
    };
    document.head.append(script);
  });
}

/** Run a task when the page is loaded and has nothing else to do. */
function whenIdle(task: () => void): void {
  // Safari has no idle callback.
  const soon = (): unknown =>
    "requestIdleCallback" in window ? requestIdleCallback(task, { timeout: 4000 }) : setTimeout(task, 1500);
  if (document.readyState === "complete") soon();
  else window.addEventListener("load", soon, { once: true });
}

const SLICE = 8; // milliseconds; a key pressed meanwhile waits no longer

/** Take the steps of a task whenever the page has nothing else to do, few enough at a time that nobody notices. */
export function inIdleSlices(steps: Iterator<void>): void {
  whenIdle(() => {
    const end = performance.now() + SLICE;
    while (performance.now() < end) if (steps.next().done) return;
    inIdleSlices(steps);
  });
}

// Fetches the index beside the page, and unpacks it when lookup is first used or when there is nothing else to do.
import { Corpus } from "../core/lookup/corpus.js";
import { Lookup } from "../core/lookup/lookup.js";
import { readWire, type Wire } from "../core/lookup/wire.js";
import { language } from "../words.js";

const FILE = "assets/rolebook/lookup.js";
/** The mark on the browser's time line when the index is unpacked; bench/lookup/page.py reads it. */
const READY = "rolebook:lookup";

declare global {
  interface Window {
    rolebookLookup?: unknown;
  }
}

let fetching: Promise<Wire> | undefined;
let unpacking: Promise<Lookup> | undefined;

/** The index of the site at `root`, unpacked. Rejects where it is missing or cut short; the next call tries again. */
export function lookupIndex(root: string): Promise<Lookup> {
  unpacking ??= fetchIndex(root).then(
    (wire) => {
      fetching = undefined; // the corpus keeps what it needs
      const lookup = new Lookup(new Corpus(wire), language());
      performance.mark(READY);
      return lookup;
    },
    (error: unknown) => {
      fetching = unpacking = undefined;
      throw error;
    },
  );
  return unpacking;
}

/** Fetch the index of the site at `root` beside the page, and have it unpacked when there is nothing else to do. */
export function indexBeside(root: string, unpack: () => void): void {
  fetchIndex(root).catch(() => undefined); // who unpacks it is told
  whenIdle(unpack);
}

function fetchIndex(root: string): Promise<Wire> {
  return (fetching ??= load(new URL(FILE, root).href));
}

/** A script and not a fetch: pages opened from a disk may not fetch. */
function load(src: string): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const fail = (): void => {
      script.remove();
      reject(new Error("the index of lookup is missing or incomplete"));
    };
    script.src = src;
    script.onerror = fail;
    script.onload = () => {
      const wire = readWire(window.rolebookLookup);
      delete window.rolebookLookup;
      if (wire) resolve(wire);
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

// Fetches an index that is in files: all titles and the lines of one's own posts first, then all others.

import { Corpus } from "../core/lookup/corpus.js";
import { Lookup } from "../core/lookup/lookup.js";
import { type Head, isShard, isTitles, joined, type Shard, type Titles } from "../core/lookup/shards.js";
import { chosen } from "../posts.js";
import { language, words } from "../words.js";
import { addressHere } from "./lookup-target.js";
import { run } from "./script.js";

/** Takes the lookup as it is by now, and a word on what it lacks; "" for nothing. */
export type Take = (lookup: Lookup, lacking: string) => void;

declare global {
  interface Window {
    rolebookLookupTitles?: unknown;
    rolebookLookupLines?: Record<number, unknown>;
  }
}

/** One after another would wait for each answer; more at once would hold up those that are wanted first. */
const AT_ONCE = 4;

let titles: Titles | undefined;
const lines = new Map<number, Shard>();
let growing: Promise<void> | undefined;

/** Fetch what is not there yet of the index of the site at `root`. Rejects where not even the titles could be had. */
export function grow(head: Head, root: string, take: Take): Promise<void> {
  growing ??= fetched(head, root, take).finally(() => (growing = undefined));
  return growing;
}

async function fetched(head: Head, root: string, take: Take): Promise<void> {
  const file = (name: string | number): string =>
    new URL(`assets/rolebook/lookup/${name}.js?${head.digest}`, root).href;
  if (!titles) await run(file("titles"));
  const known = titles ?? window.rolebookLookupTitles;
  delete window.rolebookLookupTitles;
  if (!isTitles(known, head)) throw new Error("the titles of lookup are missing or incomplete");
  titles = known;
  const made = (): Lookup => new Lookup(new Corpus(joined(known, lines)), language());
  const own = owned(head, known, [...chosen(), addressHere(root)]);
  const others = head.firsts.map((_, n) => n).filter((n) => !own.includes(n));
  let shown = 0;
  const more = (lacking: "partial" | "lacking"): void => {
    take(made(), lines.size < head.firsts.length ? (words("lookup")[lacking] ?? "") : "");
    shown = lines.size;
  };
  more("partial");
  for (const wanted of [own, others]) {
    const left = wanted.filter((n) => !lines.has(n));
    const one = async (): Promise<void> => {
      for (let n = left.shift(); n !== undefined; n = left.shift()) {
        await run(file(n));
        const shard = window.rolebookLookupLines?.[n];
        delete window.rolebookLookupLines?.[n];
        if (isShard(shard)) lines.set(n, shard);
        // Unpacked again when there is twice as much: all of it is each time, and so the sum stays linear.
        if (wanted === others && left.length && lines.size >= 2 * Math.max(1, shown)) more("partial");
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    if (lines.size > shown || wanted === others) more(wanted === own ? "partial" : "lacking");
  }
}

/** The files that hold some pages, by the addresses these have or had. */
function owned({ firsts }: Head, { sections, renamed }: Titles, addresses: readonly string[]): number[] {
  const now = new Map(renamed);
  const wanted = new Set(addresses.map((address) => now.get(address) ?? address));
  return firsts.map((_, n) => n).filter((n) => sections[n]!.pages.some(([address]) => wanted.has(address)));
}

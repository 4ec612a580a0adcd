// An index in files, put together of what has arrived: all titles, and the lines of some pages.
// The generator writes it in views/lookup/shards.py.

import { VERSION, type Wire, type WirePage } from "./wire.js";

/** What says that the index is in files: which page is the first one of each; `digest` changes with any of them. */
export interface Head {
  version: number;
  digest: string;
  firsts: number[];
}

type Lines = Pick<Wire, "text" | "types" | "anchors" | "measures" | "pins" | "readings">;

/** The lines of the pages of one file, counted from the first of them; `pages` says how many each has. */
export type Shard = Lines & { pages: number[] };

/** Everything but lines, and of each file the pages with their titles alone. */
export type Titles = Omit<Wire, keyof Lines | "pages" | "lines"> & { sections: (Lines & { pages: WirePage[] })[] };

const TEXTS = ["text", "types", "anchors", "readings"] as const;

export function isHead(value: unknown): value is Head {
  const head = value as Head | null;
  return typeof head === "object" && head?.version === VERSION && Array.isArray(head.firsts);
}

export function isTitles(value: unknown, { firsts }: Head): value is Titles {
  const titles = value as Titles | null;
  return typeof titles === "object" && titles?.version === VERSION && titles.sections?.length === firsts.length;
}

export function isShard(value: unknown): value is Shard {
  const shard = value as Shard | null;
  return (
    typeof shard === "object" && Array.isArray(shard?.pages) && TEXTS.every((name) => typeof shard[name] === "string")
  );
}

/** The index of what is there: `lines` by their files, of the others the titles. */
export function joined({ sections, ...rest }: Titles, lines: ReadonlyMap<number, Shard>): Wire {
  const found = sections.map((section, n) => {
    const shard = lines.get(n);
    const pages = section.pages.map((page, nth): WirePage => {
      const [address, kind, count, posts, aliases] = page;
      return [address, kind, shard?.pages[nth] ?? count, posts, aliases];
    });
    return { ...(shard ?? section), pages, lines: pages.reduce((sum, page) => sum + page[2], 0) };
  });
  const pins = gaps(found, ({ pins }) => pins.map((gap): [number] => [gap]));
  return {
    ...rest,
    pages: found.flatMap(({ pages }) => pages),
    text: found.map(({ text }) => text).join("\n"),
    types: found.map(({ types }) => types).join(""),
    anchors: found
      .filter(({ pages, lines }) => lines > pages.length) // a title has none
      .map(({ anchors }) => anchors)
      .join(","),
    measures: gaps(found, ({ measures }) => measures),
    pins: pins.map(([gap]) => gap),
    readings: gaps(
      found.map(({ readings, text }) => ({ readings: read(readings), lines: text.length + 1 })),
      ({ readings }) => readings,
    )
      .map(([gap, name]) => `${gap}${name}`)
      .join(""),
    lines: found.reduce((sum, { lines }) => sum + lines, 0),
  };
}

const read = (readings: string): [gap: number, name: string][] =>
  [...readings.matchAll(/(\d+)([a-z]+)/g)].map(([, gap, name = ""]) => [Number(gap), name]);

/** Distances from the one before in each of some stretches, as distances in all of them behind each other. */
function gaps<S extends { readonly lines: number }, G extends readonly [number, ...unknown[]]>(
  stretches: readonly S[],
  of: (stretch: S) => readonly G[],
): G[] {
  const found: G[] = [];
  let start = 0;
  let last = 0;
  for (const stretch of stretches) {
    let at = start;
    for (const [gap, ...rest] of of(stretch)) {
      at += gap;
      found.push([at - last, ...rest] as unknown as G);
      last = at;
    }
    start += stretch.lines;
  }
  return found;
}

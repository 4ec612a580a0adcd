// The index as the generator writes it (generator/rolebook/views/lookup/wire.py), and the check that all of it arrived.

/** A page: address, kind (position in `kinds`), number of lines, posts (positions in `pages`), aliases. */
export type WirePage = [address: string, kind: number, lines: number, posts: number[], aliases: string[]];

export interface Wire {
  version: number;
  kinds: string[];
  /** what people call each kind, words with blanks between them */
  kindWords: string[];
  pages: WirePage[];
  /** every line, page by page, the page's title first; "\n" between them, "\t" before what else a line is found by */
  text: string;
  /** the type of each line as letters with run lengths: t title, h heading, i line, n never to be done, l label of a field */
  types: string;
  /** the anchor of every line but titles, commas between them; nothing where it is made from the line's words */
  anchors: string;
  /** (lines since the one before, its numbers in words) */
  measures: [gap: number, ...words: string[]][];
  /** lines since the one before, of those the author pinned */
  pins: number[];
  /** readings of GB 2312 level 1, see Sounds */
  common: string;
  /** character and syllable of those outside it */
  rare: string;
  /** character and another syllable it is read as */
  alternates: string;
  /** (characters since the one before, syllable) where a word is read otherwise than its characters alone */
  readings: string;
  /** what is typed or written and what it folds to, see Fold */
  folds: string;
  /** groups as in docs/synonyms.yml: 顾客=客户, 禁语→杜绝 */
  synonyms: string[];
  /** the same from the language's own table, as far as lines have them */
  general: string[];
  /** addresses that pages had before, and what they are now */
  renamed: [earlier: string, now: string][];
  /** how many lines there are; it stands last, so that a file cut short lacks it */
  lines: number;
}

export const VERSION = 5;
const TEXTS = ["text", "types", "anchors", "common", "rare", "alternates", "readings", "folds"] as const;
const LISTS = ["kinds", "kindWords", "pages", "measures", "pins", "synonyms", "general", "renamed"] as const;

/** The index, or undefined where it is missing, cut short or of another version. */
export function readWire(value: unknown): Wire | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const wire = value as Record<string, unknown>;
  const whole =
    wire["version"] === VERSION &&
    TEXTS.every((name) => typeof wire[name] === "string") &&
    LISTS.every((name) => Array.isArray(wire[name])) &&
    (wire["pages"] as WirePage[]).reduce((sum, page) => sum + page[2], 0) === wire["lines"];
  return whole ? (value as Wire) : undefined;
}

// Lookups over lines made up for a test.
import type { Language } from "../language.js";
import { Corpus } from "./corpus.js";
import { Lookup } from "./lookup.js";
import type { Wire } from "./wire.js";

export interface Made {
  kind?: string;
  title?: string;
  /** with a sharp before a heading, a bang before what is never to be done, and `>` before what is said in a call */
  lines: string[];
}

/** What makes a lookup over pages of made up lines; all else is that of an index. */
export function making(whole: Wire): (pages: readonly Made[], language: Language, more?: Partial<Wire>) => Lookup {
  return (pages, language, more = {}) => {
    const types: Record<string, string> = { "#": "h", "!": "n", ">": "s" };
    const lines = pages.flatMap(({ title = "甲", lines }) => [`=${title}`, ...lines]);
    const wire: Wire = {
      ...whole,
      pages: pages.map(({ kind = "roles", lines }, n) => [
        `${kind}/p${n}`,
        whole.kinds.indexOf(kind),
        lines.length + 1,
        [],
        [],
      ]),
      text: lines.map((line) => line.replace(/^[=#!>]/, "")).join("\n"),
      types: lines.map((line) => (line[0] === "=" ? "t" : (types[line[0]!] ?? "i"))).join(""),
      anchors: lines
        .filter((line) => line[0] !== "=")
        .map((_, n) => `l${n}`)
        .join(","),
      measures: [],
      pins: [],
      readings: "",
      rare: "",
      alternates: "",
      folds: "|",
      synonyms: [],
      general: [],
      renamed: [],
      lines: lines.length,
      ...more,
    };
    return new Lookup(new Corpus(wire), language);
  };
}

/** All lines found, in their order. */
export function all(lookup: Lookup, typed: string): string[] {
  const { exact, similar, near } = lookup.search(typed);
  return [...exact, ...similar, ...near].map(({ line }) => lookup.corpus.line(line));
}

/** The line found first. */
export const first = (lookup: Lookup, typed: string): string | undefined => all(lookup, typed)[0];
/** One page of these lines. */
export const page = (...lines: string[]): Made[] => [{ lines }];

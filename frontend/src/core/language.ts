// What the front end knows of the handbook's language: tables that generator/rolebook/language/export.py makes.
import type { Patterns } from "./language/patterns.js";

/** What tells a question typed into lookup from the words it asks for. */
export interface GrammarTables {
  /** words that carry no meaning of their own */
  readonly empty: readonly string[];
  /** what stands between a word and the same word where that asks: 满不满意; "" where nothing does */
  readonly asksBetween: string;
  /** what is typed before the colon of a filter by post, and of one by kind of page */
  readonly post: readonly string[];
  readonly kind: readonly string[];
  /** the marks that end a sentence or a clause */
  readonly stops: string;
  /** the marks that do so where nothing or a blank follows */
  readonly endStops: string;
}

/** All tables, by name. */
export interface Language {
  readonly grammar: GrammarTables;
  readonly numbers?: Patterns;
}

/** A language of which nothing is known. */
export const SILENT: Language = {
  grammar: { empty: [], asksBetween: "", post: [], kind: [], stops: "", endStops: "" },
};

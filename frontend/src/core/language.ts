// What the front end knows of the handbook's language: tables that generator/rolebook/language/export.py makes.
import type { Patterns } from "./language/patterns.js";

/**
 * What a question asks for: lines with a time of day, with a number, that name a person, are
 * spoken, forbid, or begin with a situation.
 */
export interface AskedFor {
  /** the words that ask so */
  readonly words: readonly string[];
  /** time, number, person, spoken, never or situation */
  readonly wants: string;
  /** the units the number may have; any where there are none */
  readonly units?: readonly string[] | undefined;
}

/** What tells a question typed into lookup from the words it asks for. */
export interface GrammarTables {
  /** words that carry no meaning of their own */
  readonly empty: readonly string[];
  /** words that say little beside others */
  readonly weak: readonly string[];
  /** what questions ask for; the words of one that is found first decide */
  readonly asks: readonly AskedFor[];
  /** words for people who do something */
  readonly persons: readonly string[];
  /** characters that make another word of the one they follow */
  readonly makes: string;
  /** how words of letters end, beside nothing: refund, refunds, refunded */
  readonly endings: readonly string[];
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
  grammar: {
    empty: [],
    weak: [],
    asks: [],
    persons: [],
    makes: "",
    endings: [],
    asksBetween: "",
    post: [],
    kind: [],
    stops: "",
    endStops: "",
  },
};

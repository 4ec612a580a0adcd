// What was typed, taken apart: filters and words.
import type { Notations } from "../language/notations.js";
import type { Fold } from "./fold.js";
import type { Grammar } from "./grammar.js";

export interface Query {
  /** words, folded */
  terms: string[];
  /** what is typed after "post:", in the words of the language */
  post: string;
  /** what is typed after "kind:" */
  kind: string;
}

const LONGEST = 80; // longer texts are pasted, and their first words find the line
const MOST_TERMS = 16;

/** Signs that are no part of any word: emoji and the like. */
const SIGNS = /\p{So}|\p{Sk}|\p{Cf}|\p{Co}|\p{Cs}|\ufe0f/gu;

/** Take a query apart. Input methods put apostrophes between syllables they are still composing. */
export function parse(typed: string, fold: Fold, grammar: Grammar, notations?: Notations): Query {
  const query: Query = { terms: [], post: "", kind: "" };
  const words = grammar
    .filtered(fold.text(plain(typed.slice(0, LONGEST * 2))), (by, value) => (query[by] = value))
    .replace(/([a-z])['’](?=[a-z])/g, "$1");
  const text = (notations?.joined(words) ?? words).slice(0, LONGEST);
  const terms = grammar.terms(text);
  const bare = terms.map(unmarked).filter(Boolean);
  query.terms = [...new Set(bare.length ? bare : terms)].slice(0, MOST_TERMS);
  return query;
}

/** A term without the marks and signs around it, but for those beside a number: 30°, $150, 25%. */
function unmarked(term: string): string {
  return term.replace(BEFORE, "").replace(BEHIND, "$1");
}

const BEFORE = /^[\p{P}\p{S}]+(?!\d|[\p{P}\p{S}])/u;
const BEHIND = /([^\d\p{P}\p{S}])[\p{P}\p{S}]+$/u;

/** A query without signs, but for those beside a number: 30°. */
function plain(typed: string): string {
  return typed.replace(SIGNS, (sign, at: number) => (/\d/.test(typed[at - 1] ?? "") && sign.length === 1 ? sign : " "));
}

export const LATIN = /^[a-z][a-z0-9]*$/;
/** Words of letters with blanks between them. */
export function isWord(text: string): boolean {
  return /^[a-z]+(?: [a-z]+)*$/.test(text);
}

export const HAN = /[\u3400-\u9fff]/;

// What was typed, taken apart: filters and words.
import type { Fold } from "./fold.js";

export interface Query {
  /** words, folded */
  terms: string[];
  /** what is typed after 岗: */
  post: string;
  /** what is typed after 类: */
  kind: string;
}

const LONGEST = 64; // longer texts are pasted, and their first words find the line
const MOST_TERMS = 8;
const FILTER = /(?:^|\s)(岗位?|post|role|类|kind):\s*(\S*)/g;
const NUMBER_AND_UNIT = /(\d)\s+(?=(?:度|℃|°c|天|日|年|月|周|次|步|点|分|秒|小时|个|米|厘米|杯|%))/g;

/** Take a query apart. Input methods put apostrophes between syllables they are still composing. */
export function parse(typed: string, fold: Fold): Query {
  const query: Query = { terms: [], post: "", kind: "" };
  const text = fold
    .text(typed.slice(0, LONGEST * 2))
    .replace(FILTER, (_, name: string, value: string) => {
      if (/^(?:类|kind)$/.test(name)) query.kind = value;
      else query.post = value;
      return " ";
    })
    .replace(/(?<=[a-z])['’](?=[a-z])/g, "")
    .replace(NUMBER_AND_UNIT, "$1")
    .slice(0, LONGEST);
  const terms = text.split(/[\s,;，；。]+/).filter(Boolean);
  query.terms = [...new Set(terms)].slice(0, MOST_TERMS);
  return query;
}

export const LATIN = /^[a-z][a-z0-9]*$/;
export const HAN = /[\u3400-\u9fff]/;

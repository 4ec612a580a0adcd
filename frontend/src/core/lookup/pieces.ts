// A query in pieces that say, each for itself, where it is nearly found.
import type { Notations } from "../language/notations.js";
import type { Grammar } from "./grammar.js";
import type { Token } from "./meaning.js";
import type { Piece } from "./near.js";
import { HAN } from "./query.js";
import type { Terms } from "./terms.js";

const MOST_PIECES = 20;
/** What a character alone counts, where a word counts 1, and a pair of characters of a longer run. */
const ALONE = 0.2;
const PAIR = 0.8;
/** What a word counts that says little. */
const WEAK = 0.3;
const HINT = 0.1;
/** What a pair of characters counts that ends one word and begins the next. */
const ACROSS = 0.25;

/** What a line may have part of (`terms` are `typed` with letters and characters apart): known words whole, others in pairs of characters, and, worth little, each alone. */
export function pieces(
  tokens: readonly Token[],
  terms: readonly string[],
  typed: readonly string[],
  finder: Terms,
  grammar: Grammar,
  notations: Notations | undefined,
): Piece[] {
  const found = new Map<string, Piece>();
  const add = (word: string, piece: () => Piece): void => {
    if (!found.has(word) && found.size < MOST_PIECES) found.set(word, piece());
  };
  for (const token of tokens) {
    const { word, also, alike, weak, begun } = token;
    if (begun && weak && !alike.length && !finder.asTyped(word).size) continue;
    const known = also.length > 0 || alike.length > 0;
    const single = word.length === 1 && HAN.test(word);
    const apart = single && typed.includes(word); // a character with blanks around it is a word
    if (single && !known && !apart) continue;
    if (known || word.length < 3 || !HAN.test(word)) {
      const ends = finder.asTyped(word).size ? [] : (notations?.amountsIn(word) ?? []);
      for (const end of ends) add(end, () => ({ hits: finder.asTyped(end), worth: 1 }));
      if (ends.length) continue;
      add(word, () => {
        const hits = finder.meant(token);
        return { hits: hits.size || known ? hits : finder.withSlips(word), worth: apart ? PAIR : weak ? WEAK : 1 };
      });
      // Of lines that say it otherwise, one that has part of its characters too is likelier meant.
      for (const pair of known && HAN.test(word) && word.length > 2 ? pairs(word) : []) {
        const hits = finder.asTyped(pair);
        if (hits.size) add(pair, () => ({ hits, worth: HINT }));
      }
      continue;
    }
    // An amount that is written otherwise is one: 百分百 is 100%.
    if (notations?.others(word).length && finder.asTyped(word).size) {
      add(word, () => ({ hits: finder.asTyped(word), worth: 1 }));
      continue;
    }
    for (const pair of pairs(word)) {
      const hits = finder.asTyped(pair);
      // A pair of which one says nothing is a word only where a line has it.
      if (hits.size || ![...pair].some((c) => grammar.isEmpty(c)))
        add(pair, () => ({ hits, worth: weak ? WEAK : PAIR }));
    }
  }
  for (const term of terms)
    if (HAN.test(term))
      for (const pair of pairs(term)) {
        const hits = found.has(pair) || /\d/.test(pair) ? undefined : finder.asTyped(pair);
        if (hits?.size) add(pair, () => ({ hits, worth: ACROSS }));
      }
  for (const { word } of tokens) {
    const hour = notations?.hourOf(word);
    if (hour) add(hour, () => ({ hits: finder.asTyped(hour), worth: 1 }));
  }
  for (const { word, also } of tokens)
    for (const c of also.length || /\d/.test(word) ? [] : word)
      if (HAN.test(c) && !grammar.isEmpty(c)) add(c, () => ({ hits: finder.asTyped(c), worth: ALONE }));
  return [...found.values()];
}

/** A text in pieces of two characters, which say where it is nearly found; numbers stay whole and with their unit. */
export function pairs(text: string): string[] {
  return text.split(/(\d[\d.:]*\D?)/).flatMap((part) => {
    if (part.length <= 2 || /\d/.test(part)) return part ? [part] : [];
    return Array.from({ length: part.length - 1 }, (_, n) => part.slice(n, n + 2));
  });
}

// What words mean: synonyms the author wrote down, and where one word of a sentence ends and the next begins.
import type { Grammar } from "./grammar.js";

/** What a character outside known words costs, where each known word costs 1. */
const LEFT_OVER = 4;

/** A word of the query and the words it also finds; itself is not among them. */
export interface Token {
  word: string;
  also: readonly string[];
  /** a single character left over between known words, which says little */
  weak?: boolean;
}

export class Meaning {
  private readonly finds = new Map<string, Set<string>>();
  private readonly known = new Set<string>();
  private longest = 1;

  /** `groups` as in docs/synonyms.yml, `names` other words that stand for themselves; `fold` makes them comparable. */
  constructor(
    groups: readonly string[],
    names: readonly string[],
    fold: (text: string) => string,
    private readonly grammar: Grammar,
  ) {
    for (const group of groups) {
      const [words = [], targets] = fold(group)
        .split("→")
        .map((side) => side.split("="));
      for (const word of words) {
        const also = this.finds.get(word) ?? new Set();
        for (const other of targets ?? words) if (other !== word) also.add(other);
        this.finds.set(word, also);
        this.learn(word);
      }
    }
    for (const name of names) this.learn(fold(name));
  }

  /** Take terms apart into known words and what is left between them; empty words go. */
  tokens(terms: readonly string[]): Token[] {
    const found = new Map<string, Token>();
    const add = (word: string, weak = false): void => {
      if (word && !found.has(word)) found.set(word, { word, also: [...(this.finds.get(word) ?? [])], weak });
    };
    for (const term of terms) {
      for (const piece of this.cut(term)) {
        if (this.known.has(piece)) add(piece);
        else for (const rest of this.grammar.words(piece)) add(rest, rest.length === 1 && !/\d/.test(rest));
      }
    }
    return [...found.values()];
  }

  /** Cut a term so that known words leave as little between them as can be, and are as few as can be. */
  private cut(term: string): string[] {
    const least: { cost: number; end: number }[] = new Array(term.length + 1);
    least[term.length] = { cost: 0, end: term.length };
    for (let at = term.length - 1; at >= 0; at--) {
      let best = { cost: least[at + 1]!.cost + LEFT_OVER, end: at + 1 };
      for (let end = at + 1; end <= Math.min(term.length, at + this.longest); end++) {
        const cost = least[end]!.cost + 1;
        if (cost <= best.cost && this.known.has(term.slice(at, end))) best = { cost, end };
      }
      least[at] = best;
    }
    const pieces: string[] = [];
    let rest = "";
    for (let at = 0; at < term.length; at = least[at]!.end) {
      const piece = term.slice(at, least[at]!.end);
      if (!this.known.has(piece)) {
        rest += piece;
        continue;
      }
      pieces.push(rest, piece);
      rest = "";
    }
    return [...pieces, rest].filter(Boolean);
  }

  /** Whether a word stands in the table of synonyms or is a name: then it is no slip. */
  knows(word: string): boolean {
    return this.known.has(word);
  }

  private learn(word: string): void {
    if (!word) return;
    this.known.add(word);
    this.longest = Math.max(this.longest, word.length);
  }
}

/** A text in pieces of two characters, which say where it is nearly found; numbers stay whole and with their unit. */
export function pairs(text: string): string[] {
  return text.split(/(\d[\d.:]*\D?)/).flatMap((part) => {
    if (part.length <= 2 || /\d/.test(part)) return part ? [part] : [];
    return Array.from({ length: part.length - 1 }, (_, n) => part.slice(n, n + 2));
  });
}

// What words mean: synonyms the author wrote down, those of the language, and where one word ends and the next begins.
import { foldAll } from "./fold.js";
import type { Grammar } from "./grammar.js";
import { HAN } from "./query.js";
import type { Stems } from "./stems.js";

/** What a character outside known words costs, where each known word costs 1. */
const LEFT_OVER = 4;
/** No more words of letters than this make one that is known. */
const MOST_WORDS = 4;
/** By word, the groups of what it finds; itself may be among them. */
type Groups = Map<string, (readonly string[])[]>;

/** A word of the query and the words it also finds; itself is not among them. */
export interface Token {
  word: string;
  /** the author's words for the same */
  also: readonly string[];
  /** the language's, which are weaker */
  alike: readonly string[];
  /** a single character left over between known words, which says little */
  weak?: boolean;
  /** still being typed; `alike` are words it begins, and what they find */
  begun?: boolean;
}

export class Meaning {
  private readonly own: Groups = new Map();
  private readonly general: Groups = new Map();
  private readonly known = new Set<string>();
  private readonly finding = new Set<string>();
  private longest = 1;

  /**
   * `groups` as in docs/synonyms.yml, `general` the same of the language, `names` other words that stand for themselves;
   * `fold` makes them comparable.
   */
  constructor(
    groups: readonly string[],
    general: readonly string[],
    names: readonly string[],
    fold: (text: string) => string,
    private readonly grammar: Grammar,
    private readonly stems: Stems,
  ) {
    this.take(foldAll(groups, fold), this.own);
    this.take(foldAll(general, fold), this.general);
    for (const name of foldAll(names, fold)) this.learn(name);
    for (const word of grammar.weakWords) if (word.length > 1) this.learn(word);
  }

  private take(groups: readonly string[], finds: Groups): void {
    for (const group of groups) {
      const [words = [], targets] = group.split("→").map((side) => side.split("="));
      for (const word of words) {
        const key = this.key(word);
        const known = finds.get(key);
        if (known) known.push(targets ?? words);
        else finds.set(key, [targets ?? words]);
        this.finding.add(word);
        this.learn(word);
      }
      for (const word of targets ?? []) this.learn(word);
    }
  }

  /** Take terms apart into known words and what is left between them; empty words go. */
  tokens(terms: readonly string[]): Token[] {
    const found = new Map<string, Token>();
    const add = (word: string, weak = false): void => {
      if (!word || found.has(word)) return;
      const also = this.others(word, this.own);
      const alike = this.others(word, this.general).filter((other) => !also.includes(other));
      found.set(word, { word, also, alike, weak: weak || this.grammar.isWeak(word) });
    };
    for (const term of this.phrases(terms)) {
      for (const piece of term.includes(" ") ? [term] : this.cut(term)) {
        if (this.grammar.isNothing(piece)) continue;
        if (this.known.has(this.key(piece))) add(piece);
        else for (const rest of this.grammar.words(piece)) add(rest, rest.length === 1 && !/\d/.test(rest));
      }
    }
    return [...found.values()];
  }

  /** The words that another finds by the groups it is in. */
  private others(word: string, groups: Groups): string[] {
    const found = groups.get(this.key(word)) ?? [];
    return [...new Set(found.flat())].filter((other) => other !== word);
  }

  /** Terms with those put together that are known as one: money back. */
  private phrases(terms: readonly string[]): string[] {
    const found: string[] = [];
    for (let at = 0; at < terms.length; ) {
      let count = Math.min(MOST_WORDS, terms.length - at);
      while (count > 1 && !this.known.has(this.key(terms.slice(at, at + count).join(" ")))) count--;
      found.push(terms.slice(at, at + count).join(" "));
      at += count;
    }
    return found;
  }

  /** Cut a term so that known words leave as little between them as can be, and are as few as can be. */
  private cut(term: string): string[] {
    if (!HAN.test(term)) return [term];
    const least: { cost: number; end: number; known?: boolean }[] = new Array(term.length + 1);
    least[term.length] = { cost: 0, end: term.length };
    for (let at = term.length - 1; at >= 0; at--) {
      let best: (typeof least)[number] = { cost: least[at + 1]!.cost + LEFT_OVER, end: at + 1 };
      // What follows a number is its unit and stays with it.
      if (/\d/.test(term[at - 1] ?? "")) {
        least[at] = best;
        continue;
      }
      for (let end = at + 1; end <= Math.min(term.length, at + this.longest); end++) {
        const cost = least[end]!.cost + 1;
        if (cost <= best.cost && this.known.has(term.slice(at, end))) best = { cost, end, known: true };
      }
      least[at] = best;
    }
    const pieces: string[] = [];
    let rest = "";
    for (let at = 0; at < term.length; at = least[at]!.end) {
      const piece = term.slice(at, least[at]!.end);
      if (!least[at]!.known) {
        rest += piece;
        continue;
      }
      pieces.push(rest, piece);
      rest = "";
    }
    return [...pieces, rest].filter(Boolean);
  }

  /** The words that find others, as they are written. */
  get finders(): Iterable<string> {
    return this.finding;
  }

  /** What a word finds. */
  finds(word: string): string[] {
    return [...this.others(word, this.own), ...this.others(word, this.general)];
  }

  /** Whether a word stands in a table of synonyms or is a name: then it is no slip. */
  knows(word: string): boolean {
    return this.known.has(this.key(word));
  }

  private key(word: string): string {
    return HAN.test(word) ? word : this.stems.stems(word);
  }

  private learn(word: string): void {
    if (!word) return;
    this.known.add(this.key(word));
    this.longest = Math.max(this.longest, word.length);
  }
}

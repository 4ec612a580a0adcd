// The word that is still being typed: what it may become counts already.
import type { Grammar } from "./grammar.js";
import type { Meaning, Token } from "./meaning.js";
import { HAN } from "./query.js";

/** Fewer letters begin too many words. */
const LEAST = 2;
/** No more words of letters than this make one that is known. */
const MOST_WORDS = 4;
/** What may go on: a word, and a number behind its point or colon. */
const OPEN = /[\p{L}\p{N}]$|\d[:.]$/u;

/** Whether the last word of a query may go on. */
export function isOpen(typed: string): boolean {
  return OPEN.test(typed);
}

export class Begun {
  private readonly words: readonly string[];

  /** `isWritten` tells whether the text has a character, `isNumber` whether a word begins a number. */
  constructor(
    private readonly meaning: Meaning,
    private readonly isWritten: (character: string) => boolean,
    private readonly isNumber: (word: string) => boolean,
    private readonly grammar: Grammar,
  ) {
    this.words = [...meaning.finders];
  }

  /**
   * Tokens of which the last is taken for the words it begins, the shortest first, where it is none itself. Unless it is
   * `alone`, one of letters that may come to say nothing says nothing yet.
   */
  completed(tokens: readonly Token[], alone: boolean): Token[] {
    const last = tokens[tokens.length - 1];
    if (!last || last.also.length || last.alike.length) return [...tokens];
    if (this.isNumber(last.word)) return [...tokens.slice(0, -1), { ...last, begun: true }];
    if (HAN.test(last.word)) return [...tokens.slice(0, -1), ...this.tail(last)];
    for (let from = Math.max(0, tokens.length - MOST_WORDS); from < tokens.length; from++) {
      const word = tokens
        .slice(from)
        .map((token) => token.word)
        .join(" ");
      const alike = word.length < LEAST ? [] : this.whole(word);
      if (alike.length) return [...tokens.slice(0, from), { word, also: [], alike, begun: true }];
    }
    return this.grammar.begins(last.word) && !alone ? tokens.slice(0, -1) : [...tokens];
  }

  /** The tokens of a run of characters: what it ends in may be the beginning of a word, known or saying nothing. */
  private tail(token: Token): Token[] {
    const { word } = token;
    for (let at = 0; at < word.length; at++) {
      const [before, rest] = [word.slice(0, at), word.slice(at)];
      const kept = before ? [{ ...token, word: before, weak: before.length === 1 }] : [];
      const alike = rest.length < LEAST && this.isWritten(rest) ? [] : this.whole(rest);
      if (alike.length) return [...kept, { word: rest, also: [], alike, begun: true }];
      if (this.grammar.begins(rest)) return [...kept, { ...token, word: rest, weak: true, begun: true }];
    }
    return [this.begins(word[word.length - 1]!) ? { ...token, begun: true } : token];
  }

  private begins(start: string): boolean {
    return this.words.some((word) => word.startsWith(start));
  }

  /** The words that begin so, and what they find, the shortest first. */
  private whole(start: string): string[] {
    const found = this.words.filter((word) => word.startsWith(start)).sort((a, b) => a.length - b.length);
    return [...new Set(found.flatMap((word) => [word, ...this.meaning.finds(word)]))];
  }
}

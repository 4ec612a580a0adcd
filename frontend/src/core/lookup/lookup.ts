// Lookup: from what is typed to the lines that are meant, exact before fuzzy.

import { Amounts } from "../language/amounts.js";
import { Notations } from "../language/notations.js";
import type { Language } from "../language.js";
import type { Corpus } from "./corpus.js";
import { Grammar } from "./grammar.js";
import { type Hits, NONE } from "./hits.js";
import { Meaning, pairs, type Token } from "./meaning.js";
import { nearest } from "./near.js";
import { HAN, LATIN, parse } from "./query.js";
import { type Gathered, gather, type Wanted } from "./rank.js";
import { Terms } from "./terms.js";

/** With fewer lines than this found as typed, what is like it is offered too; long queries mean what they find. */
const THIN = 3;
const SHORT = 4;
const MOST_TOKENS = 8;
const MOST_PIECES = 16;
/** What a character alone counts, where a pair of them counts 1. */
const ALONE = 0.2;
/** A line is near that has this share of what was typed. */
const NEAR = 0.2;

export interface Result {
  line: number;
  /** stretches of the line that match, as [start, end] */
  marks: [number, number][];
}

export interface Answer {
  /** lines that fit as typed, by characters or sounds; at most as many as asked for */
  exact: Result[];
  /** how many there are in all */
  total: number;
  /** lines that fit with synonyms or a slip of typing */
  similar: Result[];
  /** lines that have part of it; only where nothing else was found */
  near: Result[];
  /** what the filters say; `known` is false where no post or kind is called so */
  post: { text: string; known: boolean };
}

export class Lookup {
  private readonly terms: Terms;
  private readonly meaning: Meaning;
  private readonly grammar: Grammar;
  private readonly notations: Notations | undefined;

  constructor(
    readonly corpus: Corpus,
    language: Language,
  ) {
    const { numbers } = language;
    this.notations = numbers && new Notations(new Amounts(numbers), numbers);
    this.terms = new Terms(corpus, this.notations);
    const fold = (text: string): string => corpus.fold.text(text);
    this.grammar = new Grammar(language.grammar, fold);
    const titles = corpus.pages.map((page) => corpus.line(page.first));
    const names = [...corpus.kindWords.flat(), ...titles, ...corpus.pages.flatMap((page) => page.aliases)];
    this.meaning = new Meaning(corpus.synonyms, names, fold, this.grammar);
  }

  /**
   * Look up what is typed. `used` says how often lines were opened here (0 to 7); `kind` shows only one kind of page;
   * `limit` is the most lines to return of those that fit, of those like them and of those near.
   */
  search(typed: string, limit = 20, used: ReadonlyMap<number, number> = new Map(), kind = ""): Answer {
    this.terms.forget();
    const query = parse(typed, this.corpus.fold, this.grammar, this.notations);
    const post = { text: query.post, known: true };
    const allowed = this.allowed(query.post, kind || this.kindCalled(query.kind), post);
    const answer: Answer = { exact: [], total: 0, similar: [], near: [], post };
    const { terms } = query;
    if (!terms.length) return answer;
    const wanted: Wanted = { allowed, used, limit };
    const shown = new Set<number>();
    const take = (into: Result[], hits: readonly Hits[], found: Gathered): number => {
      for (const line of found.lines) {
        if (shown.has(line) || into.length >= limit) continue;
        shown.add(line);
        into.push({ line, marks: this.marks(hits, line) });
      }
      return found.total;
    };
    const pass = (into: Result[], hits: readonly Hits[], words = terms): number =>
      take(into, hits, gather(this.corpus, hits, this.kindMasks(words), wanted));
    const few = (found: number): boolean => found === 0 || (found < THIN && typed.length <= SHORT);

    if (terms.length > 1 && terms.every((term) => LATIN.test(term))) pass(answer.exact, [this.terms.joined(terms)], []);
    answer.total = pass(
      answer.exact,
      terms.map((term) => this.terms.asTyped(term)),
    );
    answer.total = Math.max(answer.total, answer.exact.length);
    if (!few(answer.total)) return answer;
    if (terms.some((term) => LATIN.test(term))) {
      answer.total = pass(
        answer.exact,
        terms.map((term) => this.terms.loosely(term)),
      );
      answer.total = Math.max(answer.total, answer.exact.length);
      if (!few(answer.total)) return answer;
    }
    const understood = this.meaning.tokens(terms);
    const tokens = understood.filter(({ weak }) => !weak).slice(0, MOST_TOKENS);
    const words = tokens.map(({ word }) => word);
    const otherwise = tokens.length !== terms.length || tokens.some(({ also }) => also.length);
    if (otherwise && tokens.length)
      pass(
        answer.similar,
        tokens.map((token) => this.terms.meant(token)),
        words,
      );
    if (!few(answer.total + answer.similar.length)) return answer;
    pass(
      answer.similar,
      terms.map((term) => this.terms.withSlips(term)),
    );
    const nothing = (): boolean => !answer.total && !answer.similar.length;
    if (nothing() && tokens.length > terms.length)
      pass(
        answer.similar,
        words.map((word) => (this.meaning.knows(word) ? this.terms.asTyped(word) : this.terms.withSlips(word))),
      );
    if (!answer.total && answer.similar.length < THIN) {
      const parts = pieces(understood, this.notations);
      const hits = parts.map((piece) => this.terms.meant(piece));
      take(
        answer.near,
        hits,
        nearest(
          this.corpus,
          hits,
          parts.map(({ worth }) => worth),
          wanted,
          NEAR,
        ),
      );
    }
    return answer;
  }

  /** Make what is made when first asked for, a step at a time, so that a page can do it while nothing else is to be done. */
  *prepare(): Generator<void> {
    const { corpus } = this;
    for (const make of [
      () => corpus.pairs,
      () => corpus.syllables,
      () => corpus.beginnings,
      () => corpus.others,
      () => corpus.named,
    ]) {
      make();
      yield;
    }
  }

  private marks(terms: readonly Hits[], line: number): [number, number][] {
    const start = this.corpus.starts[line]!;
    const found = terms
      .filter((hits) => hits.rank[line] !== NONE)
      .map((hits): [number, number] => [hits.at[line]! - start, hits.at[line]! - start + hits.length[line]!])
      .sort((a, b) => a[0] - b[0]);
    const merged: [number, number][] = [];
    for (const mark of found) {
      const last = merged[merged.length - 1];
      if (last && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1]);
      else merged.push(mark);
    }
    return merged;
  }

  private kindMasks(terms: readonly string[]): number[] {
    return this.corpus.kindWords.map((words) =>
      terms.reduce((bits, term, n) => bits | (words.includes(term) ? 1 << n : 0), 0),
    );
  }

  private kindCalled(name: string): string {
    const found = name ? this.corpus.kindWords.findIndex((words) => words.some((word) => word.startsWith(name))) : -1;
    return this.corpus.kinds[found] ?? "";
  }

  /** By page, whether the filters let it through; undefined where there are none. */
  private allowed(post: string, kind: string, filter: { known: boolean }): Uint8Array | undefined {
    const { pages, kinds } = this.corpus;
    if (!post && !kind) return undefined;
    const posts = new Set<number>();
    if (post) {
      const hits = this.terms.asTyped(post);
      pages.forEach((page, n) => {
        if (kinds[page.kind] === "roles" && hits.rank[page.first] !== NONE) posts.add(n);
      });
      for (let line = this.corpus.count; line < this.corpus.size; line++) {
        const page = this.corpus.pageOf[line]!;
        if (hits.rank[line] !== NONE && kinds[pages[page]!.kind] === "roles") posts.add(page);
      }
      filter.known = posts.size > 0;
    }
    const wanted = kinds.indexOf(kind);
    const passes = (page: (typeof pages)[number]): boolean =>
      (wanted < 0 || page.kind === wanted) && (!filter.known || !post || page.posts.some((n) => posts.has(n)));
    return Uint8Array.from(pages, (page) => (passes(page) ? 1 : 0));
  }
}

/** What a line may have part of: known words whole, others in pairs of characters, and, worth little, each alone. */
function pieces(tokens: readonly Token[], notations: Notations | undefined): (Token & { worth: number })[] {
  const part = (word: string, worth: number): Token & { worth: number } => ({ word, also: [], worth });
  const isWhole = (token: Token): boolean => token.also.length > 0 || token.word.length < 3;
  const unknown = tokens.filter(({ also }) => !also.length).flatMap(({ word }) => [...word]);
  const found = [
    ...tokens
      .filter(({ weak }) => !weak)
      .flatMap((token) => (isWhole(token) ? { ...token, worth: 1 } : pairs(token.word).map((pair) => part(pair, 1)))),
    ...tokens.flatMap(({ word }) => notations?.hourOf(word) ?? []).map((hour) => part(hour, 1)),
    ...unknown.filter((c) => HAN.test(c)).map((c) => part(c, ALONE)),
  ];
  return [...new Map(found.map((piece) => [piece.word, piece])).values()].slice(0, MOST_PIECES);
}

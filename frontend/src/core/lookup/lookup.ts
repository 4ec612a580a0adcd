// Lookup: from what is typed to the lines that are meant, exact before fuzzy.

import { Amounts } from "../language/amounts.js";
import { Notations } from "../language/notations.js";
import type { Language } from "../language.js";
import { Asked } from "./asked.js";
import { Begun, isOpen } from "./begun.js";
import type { Corpus } from "./corpus.js";
import { allowedPages, kindCalled } from "./filters.js";
import { Grammar } from "./grammar.js";
import { type Hits, NONE } from "./hits.js";
import { Meaning } from "./meaning.js";
import { parts } from "./mixed.js";
import { nearest } from "./near.js";
import { pieces } from "./pieces.js";
import { HAN, isWord, LATIN, parse } from "./query.js";
import { BY_GUESS, BY_SOUND, gather, type Wanted } from "./rank.js";
import { Situations } from "./situation.js";
import { Stems } from "./stems.js";
import { SLIP, Terms } from "./terms.js";

/** With fewer lines than this found as typed, what is like it is offered too; long queries mean what they find. */
const THIN = 3;
const SHORT = 4;
/** A line is near that has this share of what was typed, and this share of what the best has. */
const NEAR = 0.22;
const BESIDE = 0.6;

/** Why a line was found that does not say what was typed. */
export type Why = "synonym" | "sound" | "slip";

export interface Result {
  line: number;
  /** stretches of the line that match, as [start, end] */
  marks: [number, number][];
  /** nothing where the line says what was typed */
  why?: Why | undefined;
}

export interface Answer {
  /** lines that fit as typed, by characters or sounds; at most as many as asked for */
  exact: Result[];
  /** how many there are in all */
  total: number;
  /** lines that fit with synonyms or a slip of typing */
  similar: Result[];
  /** lines that have part of it; only where hardly anything else was found */
  near: Result[];
  /** what the filters say; `known` is false where no post or kind is called so */
  post: { text: string; known: boolean };
}

export class Lookup {
  private readonly terms: Terms;
  private readonly meaning: Meaning;
  private readonly grammar: Grammar;
  private readonly notations: Notations | undefined;
  private readonly asked: Asked;
  private beginnings: Begun | undefined;

  constructor(
    readonly corpus: Corpus,
    language: Language,
  ) {
    const { numbers } = language;
    const amounts = numbers && once(() => new Amounts(numbers));
    this.notations = numbers && amounts && new Notations(amounts, numbers);
    const stems = new Stems(language.grammar.endings);
    const fold = (text: string): string => corpus.fold.text(text);
    this.grammar = new Grammar(language.grammar, fold, stems);
    this.asked = new Asked(corpus, language.grammar, amounts, numbers && once(() => new Situations(numbers)), fold);
    const titles = corpus.pages.map((page) => corpus.line(page.first));
    const names = [...corpus.kindWords.flat(), ...titles, ...corpus.pages.flatMap((page) => page.aliases)];
    this.meaning = new Meaning(corpus.synonyms, corpus.general, names, fold, this.grammar, stems);
    this.terms = new Terms(corpus, this.notations, stems, (word) => this.meaning.knows(word));
  }

  /**
   * Look up what is typed. `used` says how often lines were opened here (0 to 7); `kind` shows only one kind of page;
   * `limit` is the most lines to return of those that fit, of those like them and of those near.
   */
  search(typed: string, limit = 20, used: ReadonlyMap<number, number> = new Map(), kind = ""): Answer {
    const { corpus } = this;
    this.terms.forget();
    const query = parse(typed, corpus.fold, this.grammar, this.notations);
    const post = { text: query.post, known: true };
    const allowed = allowedPages(corpus, this.terms, query.post, kind || kindCalled(corpus, query.kind), post);
    const answer: Answer = { exact: [], total: 0, similar: [], near: [], post };
    const terms = query.terms.flatMap((term) => this.apart(term));
    if (!terms.length) return answer;
    const wanted: Wanted = { allowed, used, limit, makes: this.grammar.makes };
    const shown = new Set<number>();
    const take = (into: Result[], hits: readonly Hits[], lines: readonly number[]): void => {
      for (const line of lines) {
        if (shown.has(line) || into.length >= limit) continue;
        shown.add(line);
        into.push({ line, marks: this.marks(hits, line), why: why(hits, line) });
      }
    };
    const pass = (into: Result[], hits: readonly Hits[], words = terms): number => {
      const found = gather(corpus, hits, this.kindMasks(words), wanted);
      take(into, hits, found.lines);
      return found.total;
    };
    const few = (found: number): boolean => found === 0 || (found < THIN && typed.length <= SHORT);
    const latin = terms.filter((term) => LATIN.test(term)).length;

    if (terms.length > 1 && latin === terms.length) pass(answer.exact, [this.terms.joined(terms)], []);
    const whole = this.meaning.tokens(terms);
    const tokens = isOpen(typed) ? this.begun.completed(whole, terms.length === 1) : whole;
    // A word of letters that is known is not pinyin.
    const isKnown = latin > 0 && whole.some(({ word }) => isWord(word) && this.meaning.knows(word));
    const asTyped = terms.map((term, n) => {
      if (isOpen(typed) && n === terms.length - 1 && !isKnown) return this.terms.begun(term);
      return isKnown ? this.terms.written(term) : this.terms.asTyped(term);
    });
    answer.total = Math.max(pass(answer.exact, asTyped), answer.exact.length);
    // Of few lines that say it, those that say it otherwise are wanted too: refund beside money back.
    const otherwise = isKnown && terms.length <= 2 && answer.total < THIN;
    if (!few(answer.total) && !otherwise) return answer;
    if (latin && !isKnown) {
      const loosely = terms.map((term) => this.terms.loosely(term));
      answer.total = Math.max(pass(answer.exact, loosely), answer.exact.length);
      if (!few(answer.total)) return answer;
    }
    if (tokens.some(({ word }) => corpus.kindWords.some((words) => words.includes(word))))
      pass(
        answer.similar,
        tokens.map((token) => this.terms.meant(token)),
        tokens.map(({ word }) => word),
      );
    const parts = pieces(tokens, terms, query.terms, this.terms, this.grammar, this.notations);
    const hits = parts.map((part) => part.hits);
    // A character left over says that something else was meant.
    const odd = tokens.some(
      ({ word, weak, begun }) => weak && !begun && word.length === 1 && HAN.test(word) && !this.grammar.isWeak(word),
    );
    const asked = this.asked.wanted(corpus.fold.text(typed), tokens);
    const found = nearest(corpus, parts, wanted, NEAR, asked);
    const answered = found.lines.some(asked.prefers);
    take(
      answer.similar,
      hits,
      found.lines.filter((line) => !odd && found.whole.has(line) && (!answered || asked.prefers(line))),
    );
    if (!few(answer.total + answer.similar.length) || (otherwise && answer.total)) return answer;
    pass(
      answer.similar,
      terms.map((term) => this.terms.withSlips(term)),
    );
    if (!answer.total && answer.similar.length < THIN) {
      const least = BESIDE * Math.max(0, ...found.shares.values());
      take(
        answer.near,
        hits,
        found.lines.filter((line) => found.shares.get(line)! >= least),
      );
    }
    return answer;
  }

  /** What the word being typed may become; made when first asked for. */
  private get begun(): Begun {
    return (this.beginnings ??= new Begun(
      this.meaning,
      (character) => this.corpus.places.count(character.charCodeAt(0)) > 0,
      (word) => (this.notations?.begun(word).length ?? 0) > 0,
      this.grammar,
    ));
  }

  /** A term as it is, or where no line has it so its characters and its letters as terms of their own. */
  private apart(term: string): string[] {
    const found = parts(term);
    return found.length > 1 && !this.terms.asTyped(term).size ? found : [term];
  }

  /** Make what is made when first asked for, a step at a time, so that a page can do it while nothing else is to be done. */
  *prepare(): Generator<void> {
    const { corpus } = this;
    for (const make of [
      () => corpus.codes,
      () => corpus.pairs,
      () => corpus.syllables,
      () => corpus.beginnings,
      () => corpus.others,
      () => corpus.named,
      () => corpus.folded,
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
      .filter(([at]) => at < this.corpus.lengths[line]!) // what is not shown is not marked
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
}

/** What makes a thing when it is first asked for, and gives the same ever after. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Why a line was found: by the farthest of what it was found by. */
function why(terms: readonly Hits[], line: number): Why | undefined {
  let lane = 0;
  for (const { rank } of terms) if (rank[line] !== NONE) lane = Math.max(lane, rank[line]! >> 2);
  return lane >= SLIP ? "slip" : lane >= BY_GUESS ? "synonym" : lane >= BY_SOUND ? "sound" : undefined;
}

// Lookup: from what is typed to the lines that are meant, exact before fuzzy.
import type { Corpus } from "./corpus.js";
import { Hits, NONE, scanText } from "./hits.js";
import { Meaning, pairs } from "./meaning.js";
import { otherNotations } from "./numerals.js";
import { HAN, LATIN, parse } from "./query.js";
import { BY_GUESS, gather, nearest, type Gathered, type Wanted } from "./rank.js";
import { scanBrokenInitials, scanInitials, scanMixed, scanOtherwise, scanSpelled } from "./spelling.js";
import { scanHomophones, scanMisspelled, scanNearly } from "./typos.js";

const LITERAL = 0;
const NOTATION = 1;
const SPELLED = 2;
const INITIALS = 4;
const MIXED = 5;
const OTHERWISE = 6;
const BROKEN = 7;
const SYNONYM = BY_GUESS;
const SLIP = BY_GUESS + 1;
const NEARLY = BY_GUESS + 3;
/** With fewer lines than this found as typed, what is like it is offered too; long queries mean what they find. */
const THIN = 3;
const SHORT = 4;
const MOST_TOKENS = 12;
const MOST_SYNONYMS = 12;
/** A line is near that has this share of what was typed. */
const NEAR = 0.34;
/** From so many lines searches are rehearsed. */
const REHEARSALS = 24;

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
  private readonly pool: Hits[] = [];
  private readonly meaning: Meaning;

  constructor(readonly corpus: Corpus) {
    const fold = (text: string): string => corpus.fold.text(text);
    const titles = corpus.pages.map((page) => corpus.line(page.first));
    const names = [...corpus.kindWords.flat(), ...titles, ...corpus.pages.flatMap((page) => page.aliases)];
    this.meaning = new Meaning(corpus.synonyms, names, fold);
  }

  /**
   * Look up what is typed. `used` says how often lines were opened here (0 to 7); `kind` shows only one kind of page;
   * `limit` is the most lines of each sort to return.
   */
  search(typed: string, limit = 20, used: ReadonlyMap<number, number> = new Map(), kind = ""): Answer {
    const query = parse(typed, this.corpus.fold);
    const post = { text: query.post, known: true };
    const allowed = this.allowed(query.post, kind || this.kindCalled(query.kind), post);
    const answer: Answer = { exact: [], total: 0, similar: [], near: [], post };
    const { terms } = query;
    if (!terms.length) return answer;
    const wanted: Wanted = { allowed, kindWords: this.kindMasks(terms), used, limit };
    const shown = new Set<number>();
    const take = (into: Result[], hits: readonly Hits[], found: Gathered): void => {
      for (const line of found.lines) {
        if (shown.has(line) || into.length >= limit) continue;
        shown.add(line);
        into.push({ line, marks: this.marks(hits, line) });
      }
    };
    const pass = (into: Result[], hits: readonly Hits[]): number => {
      const found = gather(this.corpus, hits, wanted);
      take(into, hits, found);
      return found.total;
    };

    if (terms.length > 1 && terms.every((term) => LATIN.test(term))) {
      const joined = { ...wanted, kindWords: [] };
      const hits = [this.joined(terms)];
      take(answer.exact, hits, gather(this.corpus, hits, joined));
    }
    const exact = terms.map((term, n) => this.scan(term, n));
    answer.total = Math.max(pass(answer.exact, exact), answer.exact.length);
    const thin = (found: number): boolean => found === 0 || (found < THIN && typed.length <= SHORT);
    if (!thin(answer.total)) return answer;
    if (terms.some((term) => LATIN.test(term))) {
      terms.forEach((term, n) => LATIN.test(term) && term.length > 2 && this.scanLoosely(term, exact[n]!));
      answer.total = Math.max(pass(answer.exact, exact), answer.exact.length);
      if (!thin(answer.total)) return answer;
    }
    const tokens = this.meaning.tokens(terms).slice(0, MOST_TERMS_AT_ONCE);
    if (tokens.some((token) => token.also.length) || tokens.length !== terms.length) {
      const hits = tokens.map(({ word, also }, n) => {
        const found = this.scan(word, terms.length + n);
        for (const other of also.slice(0, MOST_SYNONYMS)) scanText(this.corpus, found, other, SYNONYM);
        return found;
      });
      if (hits.length) this.passTokens(tokens.map((token) => token.word), hits, wanted, answer, take);
    }
    if (!thin(answer.total + answer.similar.length)) return answer;
    terms.forEach((term, n) => this.scanSlips(term, exact[n]!));
    pass(answer.similar, exact);
    if (!answer.total && !answer.similar.length && tokens.length > terms.length) {
      const hits = tokens.map(({ word }, n) => this.scanSlips(word, this.scan(word, terms.length + n)));
      pass(answer.similar, hits);
    }
    if (!answer.total && !answer.similar.length) this.addNearest(terms, tokens, wanted, answer, take);
    return answer;
  }

  /**
   * Make what is made when first asked for, and let the browser compile what typing will run: searches for stretches of
   * lines from all over the handbook, as they stand, by their sounds and with slips. A step at a time, so that a page can
   * do it while nothing else is to be done.
   */
  *prepare(): Generator<void> {
    const { corpus } = this;
    for (const make of [() => corpus.pairs, () => corpus.syllables, () => corpus.beginnings, () => corpus.others, () => corpus.named]) {
      make();
      yield;
    }
    for (let n = 0; n < REHEARSALS; n++) {
      const line = Math.floor((corpus.count * n) / REHEARSALS);
      const words = corpus.fold.text(corpus.line(line).slice(0, 4));
      const sounds = [...corpus.codes.slice(corpus.starts[line], corpus.starts[line]! + 4)].map((code) => corpus.sounds.names[code] ?? "");
      const initials = sounds.map((name) => name.slice(0, 1)).join("");
      const slip = `${sounds.join("").slice(0, 5)}x`;
      for (const typed of [words[0]!, words, `${words.slice(0, 2)} ${words.slice(2)}`, `${words}齉齉`, sounds[0]!, sounds.join(""), sounds.join(" "), initials, slip, `${n}天`]) {
        this.search(typed);
        yield;
      }
    }
  }

  private passTokens(
    words: readonly string[],
    hits: readonly Hits[],
    wanted: Wanted,
    answer: Answer,
    take: (into: Result[], hits: readonly Hits[], found: Gathered) => void,
  ): void {
    take(answer.similar, hits, gather(this.corpus, hits, { ...wanted, kindWords: this.kindMasks(words) }));
  }

  private addNearest(
    terms: readonly string[],
    tokens: readonly { word: string; also: readonly string[] }[],
    wanted: Wanted,
    answer: Answer,
    take: (into: Result[], hits: readonly Hits[], found: Gathered) => void,
  ): void {
    const pieces = tokens.flatMap(({ word, also }) =>
      also.length || !HAN.test(word) ? [{ word, also }] : pairs(word).map((pair) => ({ word: pair, also: [] as string[] })),
    );
    const hits = pieces.slice(0, MOST_TOKENS).map(({ word, also }, n) => {
      const found = this.scan(word, terms.length + n);
      for (const other of also.slice(0, MOST_SYNONYMS)) scanText(this.corpus, found, other, SYNONYM);
      return found;
    });
    take(answer.near, hits, nearest(this.corpus, hits, wanted, NEAR));
  }

  /** Every lane in which a term counts as found as typed. */
  private scan(term: string, slot: number): Hits {
    const hits = this.slot(slot);
    scanText(this.corpus, hits, term, LITERAL);
    for (const other of otherNotations(term)) scanText(this.corpus, hits, other, NOTATION, true);
    if (LATIN.test(term)) {
      if (term.length > 1) scanSpelled(this.corpus, hits, term, SPELLED);
      scanInitials(this.corpus, hits, term, INITIALS);
    }
    return hits;
  }

  private scanLoosely(term: string, hits: Hits): void {
    scanMixed(this.corpus, hits, term, MIXED);
    scanOtherwise(this.corpus, hits, term, OTHERWISE);
    if (!this.corpus.sounds.spells(term)) scanBrokenInitials(this.corpus, hits, term, BROKEN);
  }

  private scanSlips(term: string, hits: Hits): Hits {
    if (LATIN.test(term)) scanMisspelled(this.corpus, hits, term, SLIP);
    if (!HAN.test(term)) return hits;
    scanHomophones(this.corpus, hits, term, SLIP);
    scanNearly(this.corpus, hits, term, NEARLY);
    return hits;
  }

  /** Latin words typed with blanks between syllables: xi shou ye. */
  private joined(terms: readonly string[]): Hits {
    const hits = this.slot(0);
    const word = terms.join("");
    scanText(this.corpus, hits, terms.join(" "), LITERAL);
    scanSpelled(this.corpus, hits, word, SPELLED);
    if (terms.every((term) => term.length === 1)) scanInitials(this.corpus, hits, word, INITIALS);
    return hits;
  }

  private slot(n: number): Hits {
    return (this.pool[n] ??= new Hits(this.corpus)).clear();
  }

  private marks(terms: readonly Hits[], line: number): [number, number][] {
    const start = this.corpus.starts[line]!;
    const found = terms
      .filter((hits) => hits.rank[line] !== NONE)
      .map((hits): [number, number] => [hits.at[line]! - start, hits.at[line]! - start + hits.length[line]!])
      .sort((a, b) => a[0] - b[0]);
    const merged: [number, number][] = [];
    for (const mark of found) {
      const last = merged.at(-1);
      if (last && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1]);
      else merged.push(mark);
    }
    return merged;
  }

  private kindMasks(terms: readonly string[]): number[] {
    return this.corpus.kindWords.map((words) => terms.reduce((bits, term, n) => bits | (words.includes(term) ? 1 << n : 0), 0));
  }

  private kindCalled(name: string): string {
    const found = name ? this.corpus.kindWords.findIndex((words) => words.some((word) => word.startsWith(name))) : -1;
    return this.corpus.kinds[found] ?? "";
  }

  /** By page, whether the filters let it through; undefined where there are none. */
  private allowed(post: string, kind: string, told: { known: boolean }): Uint8Array | undefined {
    const { pages, kinds } = this.corpus;
    if (!post && !kind) return undefined;
    const posts = new Set<number>();
    if (post) {
      const hits = this.scan(post, 0);
      pages.forEach((page, n) => kinds[page.kind] === "roles" && hits.rank[page.first] !== NONE && posts.add(n));
      for (let line = this.corpus.count; line < this.corpus.size; line++) {
        const page = this.corpus.pageOf[line]!;
        if (hits.rank[line] !== NONE && kinds[pages[page]!.kind] === "roles") posts.add(page);
      }
      told.known = posts.size > 0;
    }
    const wanted = kinds.indexOf(kind);
    const passes = (page: (typeof pages)[number]): boolean =>
      (wanted < 0 || page.kind === wanted) && (!told.known || !post || page.posts.some((n) => posts.has(n)));
    return Uint8Array.from(pages, (page) => (passes(page) ? 1 : 0));
  }
}

const MOST_TERMS_AT_ONCE = 8;

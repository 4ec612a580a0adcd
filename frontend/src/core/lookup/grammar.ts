// What of a query is a filter, what is empty, and where its words end: the tables of the language, compiled.
import type { GrammarTables } from "../language.js";
import { foldAll } from "./fold.js";
import { Stems } from "./stems.js";

const WORD = /^[a-z]/; // of a script that sets words apart
/** A number with its unit, which may end as a word that says nothing does: 72小时. */
const AMOUNT = /^\d+\D{1,3}$/;
const LETTERS = /^[a-z]+$/;
const NOTHING = /(?!)/;

export class Grammar {
  private readonly filter: RegExp;
  private readonly kinds: ReadonlySet<string>;
  private readonly term: RegExp;
  private readonly end: RegExp;
  private readonly emptyWords: ReadonlySet<string>;
  private readonly empty: RegExp;
  /** the units of characters that make another word of the one they follow */
  readonly makes: ReadonlySet<number>;
  private readonly emptyList: readonly string[];
  private readonly nothing: ReadonlySet<string>;
  private readonly weak: ReadonlySet<string>;

  /** `fold` makes the words of the tables comparable with what is typed. */
  constructor(
    tables: GrammarTables,
    fold: (text: string) => string,
    private readonly stems: Stems = new Stems(tables.endings),
  ) {
    const folded = (words: readonly string[]): string[] => foldAll(words, fold);
    this.kinds = new Set(folded(tables.kind));
    this.filter = new RegExp(`(?:^|\\s)(${any([...folded(tables.post), ...this.kinds])}):\\s*(\\S*)`, "g");
    const stops = escaped(fold(tables.stops));
    this.term = new RegExp(`(?:\\d[${stops}](?=\\d)|[^\\s${stops}])+`, "g"); // 8:30 is whole
    this.end = tables.endStops ? new RegExp(`[${escaped(fold(tables.endStops))}]+$`) : NOTHING;
    const words = folded(tables.empty);
    this.emptyList = words;
    this.makes = new Set(
      fold(tables.makes)
        .split("")
        .map((unit) => unit.charCodeAt(0)),
    );
    this.nothing = new Set(words);
    this.weak = new Set(folded(tables.weak).map((word) => this.stems.stem(word)));
    this.emptyWords = new Set(words.filter((word) => WORD.test(word)));
    const between = tables.asksBetween ? [`(.)${escaped(fold(tables.asksBetween))}(?=\\1)`] : [];
    this.empty = new RegExp(
      [...between, any(words.filter((word) => !WORD.test(word) && word.length > 1))].join("|"),
      "g",
    );
  }

  /** A query without its filters; `found` is told of each. */
  filtered(text: string, found: (by: "post" | "kind", value: string) => void): string {
    return text.replace(this.filter, (_, name: string, value: string) => {
      found(this.kinds.has(name) ? "kind" : "post", value);
      return " ";
    });
  }

  /** A query cut at blanks and at marks. */
  terms(text: string): string[] {
    return (text.match(this.term) ?? []).map((term) => term.replace(this.end, "")).filter(Boolean);
  }

  /** Whether a word says nothing in a question. */
  isEmpty(word: string): boolean {
    return this.nothing.has(word);
  }

  /** Whether a term of letters says nothing in a question. */
  isNothing(term: string): boolean {
    return this.emptyWords.has(term);
  }

  /** The words that say little, without their endings. */
  get weakWords(): ReadonlySet<string> {
    return this.weak;
  }

  /** Whether a word says little beside others. */
  isWeak(word: string): boolean {
    return this.weak.has(this.stems.stem(word));
  }

  /** Whether a word begins one that says nothing. */
  begins(start: string): boolean {
    return this.emptyList.some((word) => word.length > start.length && word.startsWith(start));
  }

  /** What is left of a term without the words that say nothing. */
  words(term: string): string[] {
    if (this.emptyWords.has(term)) return [];
    const left = term.replace(this.empty, " ").split(" ");
    return left.map((word) => this.bare(word)).filter(Boolean);
  }

  /** A word without the single characters at its ends that say nothing: 吗 behind it, 要 before it. */
  private bare(word: string): string {
    if (LETTERS.test(word) || AMOUNT.test(word)) return word;
    let [from, to] = [0, word.length];
    while (from < to && this.nothing.has(word[from]!)) from++;
    while (to > from && this.nothing.has(word[to - 1]!)) to--;
    return word.slice(from, to);
  }
}

/** An expression for any of some words, the longest first; for nothing where there are none. */
function any(words: readonly string[]): string {
  const ordered = [...words].sort((a, b) => b.length - a.length);
  return ordered.length ? `(?:${ordered.map(escaped).join("|")})` : "(?!)";
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

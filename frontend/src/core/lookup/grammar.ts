// What of a query is a filter, what is empty, and where its words end: the tables of the language, compiled.
import type { GrammarTables } from "../language.js";

const WORD = /^[a-z]/; // of a script that sets words apart
const NOTHING = /(?!)/;

export class Grammar {
  private readonly filter: RegExp;
  private readonly kinds: ReadonlySet<string>;
  private readonly term: RegExp;
  private readonly end: RegExp;
  private readonly emptyWords: ReadonlySet<string>;
  private readonly empty: RegExp;

  /** `fold` makes the words of the tables comparable with what is typed. */
  constructor(tables: GrammarTables, fold: (text: string) => string) {
    const folded = (words: readonly string[]): string[] => words.map(fold);
    this.kinds = new Set(folded(tables.kind));
    this.filter = new RegExp(`(?:^|\\s)(${any([...folded(tables.post), ...this.kinds])}):\\s*(\\S*)`, "g");
    const stops = escaped(fold(tables.stops));
    this.term = new RegExp(`(?:\\d[${stops}](?=\\d)|[^\\s${stops}])+`, "g"); // 8:30 is whole
    this.end = tables.endStops ? new RegExp(`[${escaped(fold(tables.endStops))}]+$`) : NOTHING;
    const words = folded(tables.empty);
    this.emptyWords = new Set(words.filter((word) => WORD.test(word)));
    const between = tables.asksBetween ? [`(.)${escaped(fold(tables.asksBetween))}(?=\\1)`] : [];
    this.empty = new RegExp([...between, any(words.filter((word) => !WORD.test(word)))].join("|"), "g");
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

  /** What is left of a term without the words that say nothing. */
  words(term: string): string[] {
    return this.emptyWords.has(term) ? [] : term.replace(this.empty, " ").split(" ").filter(Boolean);
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

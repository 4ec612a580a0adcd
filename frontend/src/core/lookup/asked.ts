// What a question asks for: a time, a number of some unit, a person, what is said, whether something may be done.
import type { Amounts } from "../language/amounts.js";
import type { AskedFor, GrammarTables } from "../language.js";
import { type Corpus, NEVER, SPOKEN } from "./corpus.js";
import { foldAll } from "./fold.js";
import type { Token } from "./meaning.js";
import type { Situations } from "./situation.js";

/** What a line counts more for being what is asked for, as a share of what was typed. */
const ANSWERS = 0.2;
/** What is said in a call does not say what the call is about. */
const SPEAKS = 0.5;
/** Many lines begin with a situation. */
const SITUATED = 0.1;

/** What a question asks for. */
export interface Answering {
  /** whether for what is said */
  spoken: boolean;
  /** how much more a line counts for being that, as a share of what was typed */
  prefers: (line: number) => number;
}

export class Asked {
  private asks: readonly { words: RegExp; for: AskedFor }[] | undefined;
  private named: RegExp | undefined;

  /** `fold` makes the words of the tables comparable; `amounts` makes what reads numbers, where the language has any. */
  constructor(
    private readonly corpus: Corpus,
    private readonly tables: GrammarTables,
    private readonly amounts: (() => Amounts) | undefined,
    private readonly situations: (() => Situations) | undefined,
    private readonly fold: (text: string) => string,
  ) {}

  private get kinds(): readonly { words: RegExp; for: AskedFor }[] {
    return (this.asks ??= this.tables.asks.map((one) => ({ words: this.any(one.words), for: one })));
  }

  private any(words: readonly string[]): RegExp {
    const each = foldAll(words, this.fold).map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : word));
    return new RegExp(each.length ? each.join("|") : "(?!)");
  }

  /** The people who do something, by the posts and by the language; made when first asked for. */
  private get persons(): RegExp {
    if (this.named) return this.named;
    const { corpus } = this;
    const posts = corpus.pages.filter(({ kind }) => corpus.kinds[kind] === "roles");
    const called = posts.flatMap(({ first, aliases }) => [corpus.line(first), ...aliases]);
    return (this.named = this.any([...this.tables.persons, ...called.map(escaped)]));
  }

  /** What a folded query asks, and how much more a line counts for it; only the first kind of question in it does. */
  wanted(query: string, tokens: readonly Token[]): Answering {
    // In a word that is known it does not ask: 先给谁 has its own synonyms.
    const known = tokens.filter(({ word, also }) => also.length && word.length > 2).map(({ word }) => word);
    const left = known.reduce((text, word) => text.replace(word, " "), query);
    const asks = this.kinds.find(({ words }) => words.test(left))?.for;
    if (!asks) return { spoken: false, prefers: () => 0 };
    const spoken = asks.wants === "spoken";
    const worth = asks.wants === "situation" ? SITUATED : spoken ? SPEAKS : ANSWERS;
    return { spoken, prefers: (line) => (this.answers(asks, line) ? worth : 0) };
  }

  private answers({ wants, units }: AskedFor, line: number): boolean {
    const { corpus, amounts } = this;
    switch (wants) {
      case "spoken":
        return corpus.types[line] === SPOKEN;
      case "never":
        return corpus.types[line] === NEVER;
      case "situation":
        return this.situations?.().begins(this.fold(corpus.line(line))) ?? false;
      case "person":
        return this.persons.test(this.fold(corpus.line(line)));
      default: {
        const reader = amounts?.();
        const found = reader?.all(reader.fold(corpus.line(line))) ?? [];
        if (wants === "time") return found.some(({ values }) => typeof values[0] === "string");
        return found.some(({ unit }) => (units ? units.includes(unit.name) : unit.name !== ""));
      }
    }
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

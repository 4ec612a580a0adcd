// Words of letters in all their forms: refund, refunds, refunded. The ending typed is taken off, and in the text any
// other may follow, so that no form of the text need be known beforehand.
import type { Corpus } from "./corpus.js";
import { isLetter } from "./edges.js";
import { eachPlace, type Hits } from "./hits.js";

/** Less of a word is not its stem. */
const LEAST = 3;

export class Stems {
  private readonly endings: ReadonlySet<string>;
  private readonly longest: readonly string[];

  constructor(endings: readonly string[]) {
    this.endings = new Set(["", ...endings]);
    this.longest = [...endings].sort((a, b) => b.length - a.length);
  }

  /** Whether the language's words of letters have forms. */
  get any(): boolean {
    return this.longest.length > 0;
  }

  /** A word without its ending: stopped and stopping are stop. */
  stem(word: string): string {
    const ending = this.longest.find((one) => word.length - one.length >= LEAST && word.endsWith(one)) ?? "";
    const stem = word.slice(0, word.length - ending.length);
    const doubled = ending.length > 1 && stem.length > LEAST && stem[stem.length - 1] === stem[stem.length - 2];
    return doubled ? stem.slice(0, -1) : stem;
  }

  /** Words with blanks between them, each without its ending. */
  stems(words: string): string {
    if (!this.any) return words;
    return words
      .split(" ")
      .map((word) => this.stem(word))
      .join(" ");
  }

  /** Note the lines that hold words in whatever form, each beginning where a word does. */
  scan(corpus: Corpus, hits: Hits, words: string, lane: number): void {
    const { units } = corpus;
    const [first = "", ...more] = words.split(" ");
    const stem = this.stem(first);
    eachPlace(corpus, stem, (at, line) => {
      if (isLetter(units[at - 1])) return;
      let end = this.end(units, at + stem.length, stem);
      for (const word of more) {
        if (end < 0) return;
        const next = this.stem(word);
        const start = end + 1; // behind one blank or hyphen
        for (let n = 0; n < next.length; n++) if (units[start + n] !== next.charCodeAt(n)) return;
        end = this.end(units, start + next.length, next);
      }
      if (end >= 0) hits.offer(at, end - at, lane, line);
    });
  }

  /** Note the lines in which words one after another begin with these letters: ooh for out-of-hours, dob. */
  scanInitials(corpus: Corpus, hits: Hits, letters: string, lane: number): void {
    const { units } = corpus;
    eachPlace(corpus, letters[0]!, (at, line) => {
      if (isLetter(units[at - 1])) return;
      let end = at;
      for (let n = 0; n < letters.length; n++) {
        if (n) end++; // behind one blank or hyphen
        if (units[end] !== letters.charCodeAt(n)) return;
        while (isLetter(units[end])) end++;
      }
      hits.offer(at, end - at, lane, line);
    });
  }

  /** Where the word ends of which a stem stands before `at`; -1 where what follows is no ending. */
  private end(units: Uint16Array, at: number, stem: string): number {
    let end = at;
    while (isLetter(units[end])) end++;
    const rest = String.fromCharCode(...units.subarray(at, end));
    const doubled = rest[0] === stem[stem.length - 1] && rest.length > 1;
    return this.endings.has(rest) || (doubled && this.endings.has(rest.slice(1))) ? end : -1;
  }
}

// Comparing what a learner writes with what the handbook says, whatever stands only on the surface of a text.

/** Marks that say nothing in a word, but do between two digits: 1.5 is not 15, 8:30 not 830. */
const MARK = /[^\p{L}\p{N}\p{S}%@#&*]/gu;
const ACCENT = /[\u0300-\u036f]/g;
const HAN = /\p{Script=Han}/u;
const TERM = /\p{N}+(?:[^\p{L}\p{N}\p{S}]\p{N}+)*|\p{Script=Han}+|[^\p{N}\p{Script=Han}\s]+/gu;

/** How much of a line has to be written for it to count as said: nobody writes every word of it. */
const ENOUGH = 0.6;
/** A line of no more terms than this is a name, and has to be written whole. */
const NAME = 3;

/** Folds texts of one quiz; `pairs` are Traditional characters, each before its Simplified one. */
export class Wording {
  private readonly simplified = new Map<string, string>();

  constructor(pairs = "") {
    const characters = [...pairs];
    for (let n = 0; n + 1 < characters.length; n += 2) this.simplified.set(characters[n]!, characters[n + 1]!);
  }

  /** A text without capitals, widths, accents, blanks and punctuation, in Simplified characters. */
  fold(text: string): string {
    const plain = this.plain(text);
    const isDigit = (at: number): boolean => /\p{N}/u.test(plain.charAt(at));
    return plain.replace(MARK, (mark, at: number) => (mark.trim() && isDigit(at - 1) && isDigit(at + 1) ? mark : ""));
  }

  /** Whether two texts are the same but for their surface. */
  same(one: string, other: string): boolean {
    const folded = this.fold(one);
    return folded !== "" && folded === this.fold(other);
  }

  /** Whether a text says what a line says, in whatever words stand around it: all of its numbers, and most of the rest. */
  says(text: string, line: string): boolean {
    const wanted = this.terms(line);
    const written = new Set(this.terms(text));
    const found = wanted.filter((term) => written.has(term));
    const numbers = wanted.filter((term) => /\p{N}/u.test(term));
    const least = wanted.length > NAME ? ENOUGH * wanted.length : wanted.length;
    return wanted.length > 0 && found.length >= least && numbers.every((term) => written.has(term));
  }

  private plain(text: string): string {
    const even = text.normalize("NFKC").toLowerCase().normalize("NFD").replace(ACCENT, "").normalize("NFC");
    return [...even].map((character) => this.simplified.get(character) ?? character).join("");
  }

  /** What a text is made of: words and numbers, of Chinese each two characters that stand together. */
  private terms(text: string): string[] {
    const runs =
      this.plain(text)
        .replace(/[^\p{L}\p{N}\p{S}\s.:]/gu, " ")
        .match(TERM) ?? [];
    return runs
      .flatMap((run) => (HAN.test(run) && run.length > 1 ? pairs(run) : [run.replace(/[.:]+$/, "")]))
      .filter(Boolean);
  }
}

function pairs(run: string): string[] {
  return Array.from({ length: run.length - 1 }, (_, n) => run.slice(n, n + 2));
}

// Terms and the lines they are found in. What was found is remembered: with the next key most terms are the same.
import type { Notations } from "../language/notations.js";
import type { Corpus } from "./corpus.js";
import { digitsOf, scanDigits } from "./digits.js";
import { Hits, scanBegun, scanText, scanTyped } from "./hits.js";
import type { Token } from "./meaning.js";
import { scanMixedScript } from "./mixed.js";
import { HAN, isWord, LATIN } from "./query.js";
import { BY_GUESS } from "./rank.js";
import { scanBrokenInitials, scanInitials, scanMixed, scanOtherwise, scanSpelled } from "./spelling.js";
import type { Stems } from "./stems.js";
import { scanHomophones, scanMisspelled, scanMistyped, scanNearly } from "./typos.js";

const LITERAL = 0;
const NOTATION = 1;
const SPELLED = 2;
const BEGUN = 3;
const INITIALS = 4;
const MIXED = 5;
const OTHERWISE = 6;
const BROKEN = 7;
const SYNONYM = BY_GUESS;
const GENERAL = BY_GUESS + 1;
/** From this lane on, by a slip of typing. */
export const SLIP = BY_GUESS + 2;
const NEARLY = BY_GUESS + 4;
const MOST_SYNONYMS = 12;
/** What may stand for the words it is the initials of, where the text does not have it. */
const SHORT_FOR = /^[a-z]{3,5}$/;
const SPELT_UNIT = /^(\d+)([a-z]{2,})$/;
/** How many findings are kept from one search to the next. */
const KEPT = 48;

export class Terms {
  private readonly known = new Map<string, Hits>();
  private readonly spare: Hits[] = [];

  constructor(
    private readonly corpus: Corpus,
    private readonly notations: Notations | undefined,
    private readonly stems: Stems,
    private readonly isKnown: (word: string) => boolean,
  ) {}

  /** What lines write as it was typed, and no sounds. */
  written(term: string): Hits {
    return this.once(`written ${term}`, undefined, (hits) => this.scanWritten(hits, term));
  }

  private scanWritten(hits: Hits, term: string): void {
    scanTyped(this.corpus, hits, term, LITERAL, this.stems.any);
    for (const other of this.notations?.others(term) ?? [])
      scanText(this.corpus, hits, other, NOTATION, this.notations);
    const digits = digitsOf(term);
    if (digits) scanDigits(this.corpus, hits, digits, NOTATION);
    if (!this.stems.any || !isWord(term)) return;
    this.stems.scan(this.corpus, hits, term, NOTATION);
    if (!hits.size && SHORT_FOR.test(term)) this.stems.scanInitials(this.corpus, hits, term, NOTATION);
  }

  /** Every lane in which a term counts as found as typed. */
  asTyped(term: string): Hits {
    return this.once(`as typed ${term}`, undefined, (hits) => {
      this.scanWritten(hits, term);
      for (const unit of this.unitsSpelled(term))
        for (const other of this.notations!.others(unit)) scanText(this.corpus, hits, other, SPELLED, this.notations);
      scanMixedScript(this.corpus, hits, term, SPELLED);
      if (!LATIN.test(term) || !this.corpus.isSpelled) return;
      if (term.length > 1) scanSpelled(this.corpus, hits, term, SPELLED, this.isKnown);
      scanInitials(this.corpus, hits, term, INITIALS, this.isKnown);
    });
  }

  /** As typed, and as the number that a term may yet become. */
  begun(term: string): Hits {
    const numbers = this.notations?.begun(term) ?? [];
    if (!numbers.length) return this.asTyped(term);
    return this.once(`begun ${term}`, this.asTyped(term), (hits) => {
      for (const number of numbers) scanBegun(this.corpus, hits, number, BEGUN);
    });
  }

  /** A number with its unit in pinyin, in characters: 3tian is 3天, and so is 3ti. */
  private unitsSpelled(term: string): string[] {
    const [, digits, letters] = SPELT_UNIT.exec(term) ?? [];
    if (!letters) return [];
    const { sounds } = this.corpus;
    const spells = (name: string): boolean =>
      HAN.test(name) &&
      Array.from(name, (c) => sounds.names[sounds.alone[c.charCodeAt(0)]!])
        .join("")
        .startsWith(letters);
    return (this.notations?.unitNames ?? []).filter(spells).map((name) => digits + name);
  }

  /** Latin words typed with blanks between syllables: xi shou ye. */
  joined(terms: readonly string[]): Hits {
    return this.once(`joined ${terms.join(" ")}`, undefined, (hits) => {
      const word = terms.join("");
      scanText(this.corpus, hits, terms.join(" "), LITERAL);
      scanSpelled(this.corpus, hits, word, SPELLED);
      if (terms.every((term) => term.length === 1)) scanInitials(this.corpus, hits, word, INITIALS);
    });
  }

  /** As typed, and Latin terms read more freely: partly as initials, by other readings, in pieces. */
  loosely(term: string): Hits {
    if (!LATIN.test(term) || term.length < 3 || !this.corpus.isSpelled) return this.asTyped(term);
    return this.once(`loosely ${term}`, this.asTyped(term), (hits) => {
      scanMixed(this.corpus, hits, term, MIXED);
      scanOtherwise(this.corpus, hits, term, OTHERWISE);
      // What can be read in full is hardly meant as initials.
      if (!this.corpus.sounds.spells(term)) scanBrokenInitials(this.corpus, hits, term, BROKEN);
    });
  }

  /** Loosely, and as what it may have been before a slip. */
  withSlips(term: string): Hits {
    return this.once(`with slips ${term}`, this.loosely(term), (hits) => {
      if (LATIN.test(term) && this.corpus.isSpelled) scanMisspelled(this.corpus, hits, term, SLIP);
      if (LATIN.test(term) && this.stems.any) scanMistyped(this.corpus, hits, term, SLIP, this.stems);
      if (!HAN.test(term)) return;
      scanHomophones(this.corpus, hits, term, SLIP);
      scanNearly(this.corpus, hits, term, NEARLY, this.notations?.slips);
    });
  }

  /** As typed, and as the other words for it. */
  meant({ word, also, alike, begun }: Token): Hits {
    if (!also.length && !alike.length) return begun ? this.begun(word) : this.asTyped(word);
    const plain = isWord(word) ? this.written(word) : this.asTyped(word);
    return this.once(`${begun ? "begun" : "meant"} ${word}`, plain, (hits) => {
      const scan = (other: string, lane: number): void => {
        if (this.stems.any && isWord(other)) this.stems.scan(this.corpus, hits, other, lane);
        else scanText(this.corpus, hits, other, lane);
      };
      for (const other of also.slice(0, MOST_SYNONYMS)) scan(other, SYNONYM);
      for (const other of alike.slice(0, MOST_SYNONYMS)) scan(other, GENERAL);
    });
  }

  /** Forget what was not asked for lately. Findings given out before are no longer true then. */
  forget(): void {
    for (const [name, hits] of this.known) {
      if (this.known.size <= KEPT) return;
      this.known.delete(name);
      this.spare.push(hits);
    }
  }

  private once(name: string, base: Hits | undefined, scan: (hits: Hits) => void): Hits {
    let hits = this.known.get(name);
    this.known.delete(name); // and back to the end: used last
    if (!hits) {
      hits = (this.spare.pop() ?? new Hits(this.corpus)).clear();
      if (base) hits.copy(base);
      scan(hits);
    }
    this.known.set(name, hits);
    return hits;
  }
}

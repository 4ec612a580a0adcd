// Latin input read as pinyin. A term is walked along the syllables of the text, so it can only begin where one begins
// and only end where one ends, or inside the last one while it is still being typed.
import type { Corpus } from "./corpus.js";
import type { Hits } from "./hits.js";
import { ASCII } from "./sounds.js";

const CODES = ASCII + 128;
const PARTIAL = -1;

/** The lanes of pinyin, best first; a caller adds what comes before them. */
export const FULL = 0;
export const UNFINISHED = 1;
export const INITIALS = 2;

/** For one term: from each letter, where each syllable leads. 0 nowhere, PARTIAL the term ends inside it. */
export class Steps {
  private readonly rows: Int8Array[] = [];

  constructor(
    readonly term: string,
    private readonly names: string[],
  ) {}

  from(letter: number): Int8Array {
    return (this.rows[letter] ??= this.row(letter));
  }

  private row(letter: number): Int8Array {
    const row = new Int8Array(CODES);
    const rest = this.term.slice(letter);
    for (let code = 1; code < this.names.length; code++) {
      const name = this.names[code]!;
      if (rest.startsWith(name)) row[code] = letter + name.length;
      else if (name.startsWith(rest) && letter > 0) row[code] = PARTIAL;
      else if (name.startsWith(rest) && rest.length > 1) row[code] = PARTIAL;
    }
    if (rest) row[ASCII + rest.charCodeAt(0)] = letter + 1;
    return row;
  }
}

/** Note the lines where `term` is spelled in full; `others` reads each character the other way it can be read. */
export function scanSpelled(corpus: Corpus, hits: Hits, term: string, lane: number, others?: Uint16Array): void {
  const { codes, starts } = corpus;
  const steps = new Steps(term, corpus.sounds.names);
  const first = steps.from(0);
  let line = 0;
  for (let at = 0; at < codes.length; at++) {
    if (!first[codes[at]!] && !(others && first[others[at]!])) continue;
    let letter = 0;
    let here = at;
    while (letter >= 0 && letter < term.length) {
      const row = steps.from(letter);
      const next = row[codes[here]!] || (others ? row[others[here]!] : 0) || 0;
      if (next === 0 || codes[here] === undefined) break;
      letter = next;
      here++;
    }
    if (letter !== PARTIAL && letter !== term.length) continue;
    while (starts[line + 1]! <= at) line++;
    hits.offer(line, at, here - at, lane + (letter === PARTIAL ? UNFINISHED : FULL));
  }
}

/** Note the lines that hold characters whose syllables begin with the letters of `term`; zh, ch and sh may be one. */
export function scanInitials(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const { initials, starts } = corpus;
  if (term.length === 1) {
    // One letter fits half of all places; what begins with it is meant.
    for (let line = 0; line < corpus.size; line++) {
      if (initials[starts[line]!] === term) hits.offer(line, starts[line]!, 1, lane);
    }
    return;
  }
  for (const letters of new Set([term, term.replace(/([zcs])h/g, "$1")])) {
    let line = 0;
    for (let at = initials.indexOf(letters); at >= 0; at = initials.indexOf(letters, at + 1)) {
      while (starts[line + 1]! <= at) line++;
      hits.offer(line, at, letters.length, lane);
    }
  }
}

/** Note the lines where `term` is spelled partly in full, partly by initials: huifjlb, tssl. */
export function scanMixed(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const { codes, initials, starts } = corpus;
  const steps = new Steps(term, corpus.sounds.names);
  const first = term.charCodeAt(0);
  const end = (at: number, letter: number): number => {
    if (letter === term.length) return at;
    const full = steps.from(letter)[codes[at] ?? 0]!;
    if (full === PARTIAL) return at + 1;
    const found = full ? end(at + 1, full) : -1;
    if (found >= 0 || initials.charCodeAt(at) !== term.charCodeAt(letter)) return found;
    const pair = term[letter + 1] === "h" && "zcs".includes(term[letter]!) ? end(at + 1, letter + 2) : -1;
    return pair >= 0 ? pair : end(at + 1, letter + 1);
  };
  let line = 0;
  for (let at = 0; at < codes.length; at++) {
    if (initials.charCodeAt(at) !== first) continue;
    const after = end(at, 0);
    if (after < 0) continue;
    while (starts[line + 1]! <= at) line++;
    hits.offer(line, at, after - at, lane);
  }
}

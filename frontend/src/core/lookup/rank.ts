// Which lines fit all terms, and which of them comes first.
import { Best, MOST_LINES } from "./best.js";
import { type Corpus, HEADING, LABEL } from "./corpus.js";
import { CLAUSE, INSIDE, START, WHOLE } from "./edges.js";
import { type Hits, NONE } from "./hits.js";

/** From this lane on a term was matched by its sound, not by its characters. */
export const BY_SOUND = 2;
/** From this lane on, by what it may have meant; the lane then counts more than the place. */
export const BY_GUESS = 8;

/**
 * How a line fits, best first. A heading, a title or a label answers nothing: it stands before lines only where what was
 * typed is it, or most of it. An alias comes after lines that begin with what was typed, for the title it stands for
 * does not show it.
 */
const TITLE_WHOLE = 0;
const LINE_WHOLE = 1;
const TITLE_MOST = 2;
const LINE_START = 3;
const LINE_CLAUSE = 4;
const ALIAS_WHOLE = 5;
const LINE_INSIDE = 6;
const TITLE_START = 7;
const HEADING_START = 8;
const TITLE_INSIDE = 9;
const HEADING_INSIDE = 10;
const ALIAS_INSIDE = 11;
const UNDER_HEADING = 12;
const UNDER_TITLE = 13;
/** What of a title must be typed to be most of it. */
const MOST = 0.5;

export interface Wanted {
  /** by page, whether its lines may be shown; undefined where all may */
  allowed?: Uint8Array | undefined;
  /** by line, how often it was opened here, 0 to 7 */
  used: ReadonlyMap<number, number>;
  /** how many lines are wanted */
  limit: number;
  /** characters that make another word of the one they follow */
  makes?: ReadonlySet<number> | undefined;
}

export interface Gathered {
  /** the best lines, best first */
  lines: number[];
  /** how many there are in all */
  total: number;
}

/**
 * The lines that fit every term: in themselves, or some in the heading or the title they stand under. `kindWords` says
 * for each kind which terms (as bits) are words for it, as 职责 for roles; a title need not have those.
 */
export function gather(corpus: Corpus, terms: readonly Hits[], kindWords: readonly number[], wanted: Wanted): Gathered {
  const every = (1 << terms.length) - 1;
  const titles = titleFits(corpus, terms);
  const best = new Best(wanted.limit);
  let total = 0;
  for (const [page, { mask: title, rank, place }] of titles) {
    const { first, kind } = corpus.pages[page]!;
    if ((wanted.allowed && !wanted.allowed[page]) || (title | (kindWords[kind] ?? 0)) !== every) continue;
    total++;
    best.offer(first, key(corpus, first, rank, place, 0, wanted));
  }
  if (terms.length === 1) return { lines: best.lines, total: total + takeAll(corpus, terms[0]!, wanted, best) };
  eachCandidate(corpus, terms, (line) => {
    const page = corpus.pageOf[line]!;
    if (wanted.allowed && !wanted.allowed[page]) return;
    const own = mask(terms, line);
    if (!own) return;
    let place = UNDER_HEADING;
    let rank = worst(terms, line);
    if (own === every) place = lineClass(corpus, terms, line);
    else {
      const heading = corpus.headingOf[line]!;
      const above = own | (heading < 0 ? 0 : mask(terms, heading));
      if (above !== every) {
        const title = titles.get(page);
        if (!title || (above | title.mask) !== every) return;
        place = UNDER_TITLE;
        rank = Math.max(rank, title.rank);
      }
    }
    total++;
    if (best.takes(least(rank, place))) best.offer(line, key(corpus, line, rank, place, span(terms, line), wanted));
  });
  return { lines: best.lines, total };
}

/** Offer every line that has the only term; return how many there are. A frequent character has thousands. */
function takeAll(corpus: Corpus, { rank, lines }: Hits, wanted: Wanted, best: Best): number {
  let total = 0;
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n]!;
    if (wanted.allowed && !wanted.allowed[corpus.pageOf[line]!]) continue;
    total++;
    const fit = rank[line]!;
    const place = placeOf(corpus.types[line]!, fit & 3);
    if (best.takes(least(fit, place))) best.offer(line, key(corpus, line, fit, place, 0, wanted));
  }
  return total;
}

function placeOf(type: number, quality: number): number {
  if (quality === WHOLE) return LINE_WHOLE;
  if (type === HEADING || type === LABEL) return quality === START ? HEADING_START : HEADING_INSIDE;
  return quality === START ? LINE_START : quality === CLAUSE ? LINE_CLAUSE : LINE_INSIDE;
}

/**
 * Call `found` once with every line, titles left out, that may fit all terms: one that has the rarest of them in itself,
 * in its heading, or in the title or an alias of its page.
 */
function eachCandidate(corpus: Corpus, terms: readonly Hits[], found: (line: number) => void): void {
  const { types, pageOf, headingOf, pages } = corpus;
  const rarest = terms.reduce((best, hits) => (hits.size < best.size ? hits : best));
  const has = (line: number): boolean => rarest.rank[line] !== NONE;
  for (const line of rarest.lines) {
    found(line);
    if (types[line] !== HEADING) continue;
    for (let next = line + 1; headingOf[next] === line; next++) if (!has(next)) found(next);
  }
  for (const page of new Set(rarest.titles.map((line) => pageOf[line]!))) {
    const { first, end } = pages[page]!;
    for (let line = first + 1; line < end; line++) {
      if (!has(line) && !(headingOf[line]! >= 0 && has(headingOf[line]!))) found(line);
    }
  }
}

function mask(terms: readonly Hits[], line: number): number {
  let found = 0;
  for (let n = 0; n < terms.length; n++) if (terms[n]!.rank[line] !== NONE) found |= 1 << n;
  return found;
}

interface TitleFit {
  /** the terms a page's title and aliases have, as bits */
  mask: number;
  rank: number;
  place: number;
}

/** By page, how its title and its aliases fit; pages that have none of the terms are left out. */
function titleFits(corpus: Corpus, terms: readonly Hits[]): Map<number, TitleFit> {
  const fits = new Map<number, TitleFit>();
  for (const line of new Set(terms.flatMap((hits) => hits.titles))) {
    const alias = line >= corpus.count;
    const page = corpus.pageOf[line]!;
    const rank = worst(terms, line);
    const place = titlePlace(terms.length === 1 ? rank & 3 : INSIDE, alias, matched(corpus, terms, line));
    const fit = fits.get(page) ?? { mask: 0, rank: NONE, place: 0 };
    fits.set(page, fit);
    fit.mask |= mask(terms, line);
    // The lane decides, then the place.
    if (fit.rank === NONE || rank >> 2 < fit.rank >> 2 || (rank >> 2 === fit.rank >> 2 && place < fit.place)) {
      fit.rank = rank;
      fit.place = place;
    }
  }
  return fits;
}

function worst(terms: readonly Hits[], line: number): number {
  let found = 0;
  for (let n = 0; n < terms.length; n++) {
    const rank = terms[n]!.rank[line]!;
    if (rank !== NONE && rank > found) found = rank;
  }
  return found;
}

function titlePlace(quality: number, alias: boolean, share: number): number {
  if (alias) return quality === WHOLE ? ALIAS_WHOLE : ALIAS_INSIDE;
  if (quality === WHOLE) return TITLE_WHOLE;
  return share >= MOST ? TITLE_MOST : quality === START ? TITLE_START : TITLE_INSIDE;
}

/** How much of a line the terms match as they were typed, 0 to 1. */
export function matched(corpus: Corpus, terms: readonly Hits[], line: number): number {
  let length = 0;
  for (const hits of terms) if (hits.rank[line]! >> 2 < BY_GUESS) length += hits.length[line]!;
  return length / corpus.lengths[line]!;
}

/** How a line fits that has all of several terms. */
function lineClass(corpus: Corpus, terms: readonly Hits[], line: number): number {
  const type = corpus.types[line];
  if (type !== HEADING && type !== LABEL) return LINE_CLAUSE;
  if (matched(corpus, terms, line) >= MOST) return TITLE_MOST;
  return terms.some((hits) => (hits.rank[line]! & 3) <= START) ? HEADING_START : HEADING_INSIDE;
}

/** How far apart the terms stand, and whether in another order than typed. */
function span(terms: readonly Hits[], line: number): number {
  let from = Infinity;
  let to = 0;
  let length = 0;
  let last = -1;
  let turned = 0;
  for (const hits of terms) {
    if (hits.rank[line] === NONE) continue;
    const at = hits.at[line]!;
    from = Math.min(from, at);
    to = Math.max(to, at + hits.length[line]!);
    length += hits.length[line]!;
    if (at < last) turned = 4;
    last = at;
  }
  return Math.min(63, Math.max(0, to - from - length) + turned);
}

/**
 * One number to sort by, less is better: characters before sounds before guesses, then the place, the lane, how far
 * apart, then the shorter line (in steps of 8), the kind, the author's pin, what was opened here before, and at last
 * length and order in the handbook.
 */
function key(corpus: Corpus, line: number, rank: number, place: number, apart: number, wanted: Wanted): number {
  const length = corpus.lengths[line]! + 1;
  let value = apart;
  value = value * 32 + Math.min(length >> 3, 31);
  value = value * 16 + Math.min(corpus.pages[corpus.pageOf[line]!]!.kind, 15);
  value = value * 2 + (corpus.pins.has(line) ? 0 : 1);
  value = value * 8 + 7 - (wanted.used.get(line) ?? 0);
  value = value * 8 + (Math.min(length, 255) % 8);
  return least(rank, place) + value * MOST_LINES + line;
}

/** The least key a line can have that fits so. */
function least(rank: number, place: number): number {
  const lane = rank >> 2;
  const group = lane >= BY_GUESS ? lane - BY_GUESS + 2 : lane >= BY_SOUND ? 1 : 0;
  return ((group * 16 + place) * 8 + (lane & 7)) * REST * MOST_LINES;
}

/** How many values there are for what follows the lane in a key. */
const REST = 64 * 32 * 16 * 2 * 8 * 8;

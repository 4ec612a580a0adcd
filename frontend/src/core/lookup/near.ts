// Which lines have most of what was typed, where none has all of it as it was typed.

import type { Answering } from "./asked.js";
import { Best, MOST_LINES } from "./best.js";
import { ALIAS, type Corpus, HEADING, LABEL, SPOKEN, TITLE } from "./corpus.js";
import { type Hits, NONE } from "./hits.js";
import { type Gathered, matched, type Wanted } from "./rank.js";

/** By lane, what having a term counts: as typed all of it, as another word, by its sound or after a slip less. */
const COUNTS = [1, 1, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.95, 0.8, 0.7, 0.65, 0.6, 0.5];
/** What it counts that the heading or the title has it under which a line stands. */
const HEADED = 0.6;
const TITLED = 0.4;
/** What it counts where what follows makes another word of it: 化妆 in 化妆品. */
const MADE = 0.9;
/** A heading, a title or a name answers less than a line does. */
const NAMED = 0.85;
const NAMES = [TITLE, HEADING, LABEL];
const MOST_OF_IT = 0.6;
/** A line is shown beside the best that has this share of what that has. */
const BESIDE = 0.6;
/** What is asked to be said needs this share of what was typed: a call's lines say little of what it is about. */
const SPOKEN_OF = 0.1;
/** What is said counts in full from this share of what was typed on: 1 of so many. */
const ABOUT = 3;
/** What a term counts that no line has, by which a query nobody wrote about is known. */
const UNKNOWN = 0.4;
/** What says no more than this is not missed in a line that has all the rest. */
const LITTLE = 0.3;
/** Nor is what this share of all lines have: whom a handbook serves. */
const COMMON = 0.1;
const FEW = 3;
const STEPS = 200;

export interface Piece {
  hits: Hits;
  worth: number;
}

export interface Weighed extends Gathered {
  /** by line, how much of what was typed it has, 0 to 1 */
  shares: ReadonlyMap<number, number>;
  /** the lines that have all of it that counts */
  whole: ReadonlySet<number>;
}

/**
 * Lines by how much of the pieces they have, rare ones counting more, with what stands above them; only those with at
 * least `share` of it all. What is asked for counts more; what is said stands under a title that says what it is about.
 */
export function nearest(
  corpus: Corpus,
  pieces: readonly Piece[],
  wanted: Wanted,
  share: number,
  { spoken, prefers }: Answering,
): Weighed {
  const most = Math.log(1 + corpus.size);
  const weighed = pieces
    .map(({ hits, worth }) => ({
      hits,
      worth,
      weight: worth * (hits.size ? Math.log(1 + corpus.size / hits.size) : most * UNKNOWN),
    }))
    .sort((a, b) => b.weight - a.weight);
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const found: [line: number, share: number][] = [];
  const whole = new Set<number>();
  let floor = all * share;
  const counts = ({ hits, worth }: Piece): boolean =>
    worth > LITTLE && hits.size <= Math.max(FEW, corpus.size * COMMON);
  const counted = weighed.filter(counts).length;
  const seen = new Uint8Array(corpus.size);
  const made = ({ at, length }: Hits, line: number): boolean =>
    wanted.makes?.has(corpus.units[at[line]! + length[line]!]!) ?? false;
  const offer = (line: number): void => {
    const page = corpus.pageOf[line]!;
    if (seen[line] || corpus.types[line] === ALIAS || (wanted.allowed && !wanted.allowed[page])) return;
    seen[line] = 1;
    const heading = corpus.headingOf[line]!;
    const title = corpus.pages[page]!.first;
    const said = spoken && corpus.types[line] === SPOKEN;
    let has = 0;
    let quality = 0;
    let owned = 0;
    for (const piece of weighed) {
      const { hits, weight } = piece;
      const own = hits.rank[line]!;
      if (own !== NONE) {
        if (counts(piece)) owned++;
        has += weight * COUNTS[own >> 2]! * (own >> 2 || !made(hits, line) ? 1 : MADE);
        quality += weight * (3 - (own & 3));
      } else if (heading >= 0 && hits.rank[heading] !== NONE)
        has += weight * (said ? 1 : HEADED) * COUNTS[hits.rank[heading]! >> 2]!;
      else if (hits.rank[title] !== NONE) has += weight * (said ? 1 : TITLED) * COUNTS[hits.rank[title]! >> 2]!;
    }
    if (has < (said ? all * SPOKEN_OF : floor)) return;
    if (!spoken) floor = Math.max(floor, has * BESIDE);
    if (counted && owned === counted) whole.add(line);
    found.push([line, (has + quality * 0.01) / all]);
  };
  // Lines that have nothing but what is everywhere need not be looked at.
  let left = all;
  let titled = false;
  for (const { hits, weight } of weighed) {
    if (!left || left + (titled ? (all - left) * TITLED : 0) < floor) break;
    titled ||= hits.titles.length > 0;
    for (const line of hits.lines) {
      offer(line);
      if (corpus.types[line] !== HEADING) continue;
      for (let next = line + 1; corpus.headingOf[next] === line; next++) offer(next);
    }
    for (const line of hits.titles) {
      offer(line);
      if (!spoken) continue;
      for (let next = line + 1; corpus.types[next] !== undefined && corpus.pageOf[next] === corpus.pageOf[line]; next++)
        offer(next);
    }
    left -= weight;
  }
  const hits = weighed.map((piece) => piece.hits);
  /** Whether a line is a name of which most was not typed: it answers less than a sentence. */
  const named = (line: number): boolean =>
    NAMES.includes(corpus.types[line]!) && matched(corpus, hits, line) < MOST_OF_IT;
  return { ...ordered(corpus, found, wanted.limit, { spoken, prefers }, named), whole };
}

function ordered(
  corpus: Corpus,
  found: readonly [line: number, share: number][],
  limit: number,
  { spoken, prefers }: Answering,
  named: (line: number) => boolean,
): Omit<Weighed, "whole"> {
  /** What a line counts for being what is asked for: of what is said less where it is about something else. */
  const answered = (line: number, share: number): number =>
    share + prefers(line) * (spoken ? Math.min(1, share * ABOUT) : 1);
  // What a question prefers is looked for in the best lines only, as to read numbers takes time.
  const first = new Best(Math.max(2 * limit, STEPS >> 2));
  const shares = new Map(found);
  for (const [line, share] of found)
    first.offer(line, keyOf(corpus, line, spoken ? answered(line, share) : share, named(line)));
  const best = new Best(limit);
  for (const line of first.lines) {
    const share = answered(line, shares.get(line)!);
    shares.set(line, share);
    best.offer(line, keyOf(corpus, line, share, named(line)));
  }
  return { lines: best.lines, total: found.length, shares };
}

function keyOf(corpus: Corpus, line: number, share: number, named: boolean): number {
  const counts = named ? share * NAMED : share;
  // What is said first comes first; of other lines the shorter.
  const length = corpus.types[line] === SPOKEN ? 0 : Math.min(corpus.lengths[line]!, 255);
  const value = Math.round((2 - counts) * STEPS) * 256 + length;
  return (value * 2 + (corpus.pins.has(line) ? 0 : 1)) * MOST_LINES + line;
}

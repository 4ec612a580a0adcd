// Which lines have part of what was typed, where none has all of it.
import { Best, MOST_LINES } from "./best.js";
import { type Corpus, TITLE } from "./corpus.js";
import { type Hits, NONE } from "./hits.js";
import type { Gathered, Wanted } from "./rank.js";

/**
 * Lines by how much of the terms they have, rare terms counting more; only those that have at least `share` of it all
 * themselves, so lines that have nothing but what is everywhere need not be looked at.
 */
export function nearest(
  corpus: Corpus,
  terms: readonly Hits[],
  worth: readonly number[],
  wanted: Wanted,
  share: number,
): Gathered {
  const weighed = terms
    .map((hits, n) => ({ hits, weight: hits.size ? worth[n]! * Math.log(1 + corpus.size / hits.size) : 0 }))
    .sort((a, b) => b.weight - a.weight);
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const best = new Best(wanted.limit);
  let total = 0;
  let left = all;
  const offer = (line: number, from: number): void => {
    const page = corpus.pageOf[line]!;
    if (line >= corpus.count || (wanted.allowed && !wanted.allowed[page])) return;
    for (let n = 0; n < from; n++) if (weighed[n]!.hits.rank[line] !== NONE) return; // looked at already
    const heading = corpus.headingOf[line]!;
    const title = corpus.pages[page]!.first;
    let own = 0;
    let above = 0;
    for (const { hits, weight } of weighed) {
      if (hits.rank[line] !== NONE) own += weight;
      else if (heading >= 0 && hits.rank[heading] !== NONE) above += weight * 0.6;
      else if (hits.rank[title] !== NONE) above += weight * 0.4;
    }
    if (own < all * share) return;
    total++;
    const length = corpus.starts[line + 1]! - corpus.starts[line]!;
    const value = Math.round((1 - (own + above) / all) * 64) * 256 + Math.min(length, 255);
    best.offer(line, (value * 2 + (corpus.types[line] === TITLE ? 0 : 1)) * MOST_LINES + line);
  };
  for (const [n, { hits, weight }] of weighed.entries()) {
    if (!left || left < all * share) break;
    for (const line of hits.lines) offer(line, n);
    for (const line of hits.titles) offer(line, n);
    left -= weight;
  }
  return { lines: best.lines, total };
}

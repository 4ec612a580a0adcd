// Characters and pinyin in one word, as those type who stop converting half-way: 空tiao, kong调, 回fang.
import type { Corpus } from "./corpus.js";
import { eachPlace, type Hits } from "./hits.js";
import { HAN } from "./query.js";
import { speller } from "./spelling.js";

/** Letters with the digits that touch them, and what is neither. */
const PARTS = /\d*[a-z][a-z0-9]*|(?:(?!\d*[a-z])[^a-z])+/g;

/** A term cut where letters and characters meet: [空, tiao]; one part where they do not. */
export function parts(term: string): string[] {
  return HAN.test(term) && /[a-z]/.test(term) ? (term.match(PARTS) ?? [term]) : [term];
}

/** Note the lines where the characters of a term stand and what it spells stands right beside them. */
export function scanMixedScript(corpus: Corpus, hits: Hits, term: string, lane: number): void {
  const found = parts(term);
  if (found.length < 2) return;
  // The longest run of characters is looked up, the others are compared beside it.
  let anchor = -1;
  found.forEach((part, n) => {
    if (!/[a-z]/.test(part) && (anchor < 0 || part.length > found[anchor]!.length)) anchor = n;
  });
  const reads = found.map((part) => reader(corpus, part));
  const before = found.slice(0, anchor).join("").length;
  eachPlace(corpus, found[anchor]!, (at, line) => {
    let end = at + found[anchor]!.length;
    for (let n = anchor + 1; n < found.length && end >= 0; n++) end = reads[n]!(end);
    if (end < 0) return;
    if (!anchor) return hits.offer(at, end - at, lane, line);
    for (let start = at - 1; at - start <= before && corpus.lineAt[start] === line; start--) {
      let reached = start;
      for (let n = 0; n < anchor && reached >= 0 && reached < at; n++) reached = reads[n]!(reached);
      if (reached === at) return hits.offer(start, end - start, lane, line);
    }
  });
}

/** Tells where a part ends that stands at a place, as it is or spelled; -1 where it does not. */
function reader(corpus: Corpus, part: string): (at: number) => number {
  const spelled = /[a-z]/.test(part) ? speller(corpus, part) : (): number => -1;
  return (at) => literally(corpus, part, at) ?? spelled(at);
}

function literally({ units }: Corpus, part: string, at: number): number | undefined {
  for (let n = 0; n < part.length; n++) if (units[at + n] !== part.charCodeAt(n)) return undefined;
  return at + part.length;
}

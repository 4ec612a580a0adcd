// Where a term stands: for each line its best place, found by scanning the folded text from end to end.
import { type Corpus } from "./corpus.js";

/** How good a place is. */
export const WHOLE = 0;
export const START = 1;
export const CLAUSE = 2;
export const INSIDE = 3;
/** No place in this line. */
export const NONE = 255;

const BREAKS = new Uint8Array(65536);
for (const c of "\n ,;:.!?、。，；：！？（）()“”‘’「」《》〈〉【】[]—-–/·…") BREAKS[c.charCodeAt(0)] = 1;
const DIGIT = /[0-9.]/;
const NUMERAL = /[零〇一二两三四五六七八九十百千]/;

/** The best place of one term in every line. `rank` is lane * 4 + quality: less is better. */
export class Hits {
  readonly at: Int32Array;
  readonly length: Uint8Array;
  readonly rank: Uint8Array;

  constructor(readonly corpus: Corpus) {
    this.at = new Int32Array(corpus.size);
    this.length = new Uint8Array(corpus.size);
    this.rank = new Uint8Array(corpus.size);
  }

  clear(): this {
    this.rank.fill(NONE);
    return this;
  }

  /** Note a place, unless a better one of the line is known. */
  offer(line: number, at: number, length: number, lane: number): number {
    const rank = lane * 4 + this.quality(line, at, length);
    if (rank < this.rank[line]!) {
      this.rank[line] = rank;
      this.at[line] = at;
      this.length[line] = length;
    }
    return rank;
  }

  private quality(line: number, at: number, length: number): number {
    const { starts, units } = this.corpus;
    if (at === starts[line]) {
      let end = at + length;
      const last = starts[line + 1]! - 1;
      while (end < last && BREAKS[units[end]!]) end++;
      return end === last ? WHOLE : START;
    }
    return BREAKS[units[at - 1]!] ? CLAUSE : INSIDE;
  }
}

/**
 * Note every line that holds `pattern`. With `whole`, a number at either end of the pattern must be whole:
 * 3天 typed as 三天 is not in 十三天.
 */
export function scanText(corpus: Corpus, hits: Hits, pattern: string, lane: number, whole = false): void {
  const { folded, starts } = corpus;
  const edges = whole ? [boundary(pattern[0]!), boundary(pattern.at(-1)!)] : [];
  let line = 0;
  for (let at = folded.indexOf(pattern); at >= 0; ) {
    while (starts[line + 1]! <= at) line++;
    const after = at + pattern.length;
    const fits = !(edges[0]?.test(folded[at - 1] ?? "") || edges[1]?.test(folded[after] ?? ""));
    const rank = fits ? hits.offer(line, at, pattern.length, lane) : NONE;
    // A further place in the same line can only be better where this one is inside.
    const next = fits && (rank & 3) <= START ? starts[line + 1]! : at + 1;
    at = folded.indexOf(pattern, next);
  }
}

/** A function that tells the line of a position; quick for positions that follow each other. */
export function lineFinder({ starts, size }: Corpus): (at: number) => number {
  let line = 0;
  return (at) => {
    if (at < starts[line]! || at >= (starts[Math.min(line + 16, size)] ?? 0)) {
      let low = 0;
      let high = size;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= at) low = middle;
        else high = middle - 1;
      }
      line = low;
    } else while (starts[line + 1]! <= at) line++;
    return line;
  };
}

function boundary(edge: string): RegExp | undefined {
  return DIGIT.test(edge) ? DIGIT : NUMERAL.test(edge) ? NUMERAL : undefined;
}

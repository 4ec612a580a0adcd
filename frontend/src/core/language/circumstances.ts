// The condition a number of a line stands under: 顾客投诉时，…10分钟内, if a patient is more than 10 minutes late.
import { at, type Compile, type Patterns } from "./patterns.js";

type Span = readonly [number, number];
type Found = RegExpMatchArray & { index: number };

/** Where words open and close conditions; and by the place behind each span, which one it is. */
interface Words {
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  readonly inside: readonly number[];
  /** where words such as "and" part what is done from what else is */
  readonly joints: readonly number[];
  readonly behind: ReadonlyMap<number, number>;
}

const endOf = (match: Found): number => match.index + match[0].length;

export class Circumstances {
  private readonly opens: RegExp;
  private readonly closes: RegExp;
  private readonly marks: RegExp;
  private readonly otherwise: RegExp;
  private readonly joints: RegExp;
  private readonly trails: boolean;

  constructor({ conditions }: Patterns, compile: Compile) {
    [this.opens, this.closes, this.marks] = [
      compile(conditions.opens, "g"),
      compile(conditions.closes, "g"),
      compile(conditions.marks, "g"),
    ];
    [this.otherwise, this.joints] = [compile(conditions.otherwise), compile(conditions.parts, "g")];
    this.trails = conditions.trails;
  }

  /** Whether a mark, or a word that opens a condition, parts two places of a text. */
  parts(text: string, start: number, end: number): boolean {
    const between = text.slice(start, end);
    return [this.opens, this.marks].some((pattern) => outside(pattern, between, []).length > 0);
  }

  /** For each span of a folded text, in order, where its condition stands. Nothing in a span opens, closes or ends one. */
  of(text: string, spans: readonly Span[]): (Span | undefined)[] {
    if (!spans.length) return [];
    const closes = outside(this.closes, text, spans);
    const words: Words = {
      opens: outside(this.opens, text, spans).map(({ index }) => index),
      closes: closes.map(endOf),
      inside: closes.filter(({ groups }) => groups?.["inside"]).map(endOf),
      joints: this.trails ? outside(this.joints, text, spans).map(({ index }) => index) : [],
      behind: new Map(spans.map(([, end], n) => [end + 1, n])),
    };
    const [clauses, sentences] = this.clauses(text, spans);
    const starts = clauses.map(([start]) => start);
    const places = spans.map(([start]) => above(starts, start) - 1);
    const general = this.generally(text, clauses, sentences, words, new Set(places));
    return spans.map((span, n) => {
      const next = spans[n + 1]?.[0] ?? text.length;
      return this.within(clauses[places[n]!]!, n, span, next, words) ?? general[places[n]!];
    });
  }

  /** For each clause the condition of its sentence: a clause that is one as a whole. It holds up to the next clause in
   * which a number stands; one behind, for the clause right before it. */
  private generally(
    text: string,
    clauses: readonly Span[],
    sentences: readonly number[],
    words: Words,
    holding: ReadonlySet<number>,
  ): (Span | undefined)[] {
    const opened = clauses.map(([start, end]) => {
      const place = words.opens[below(words.opens, start)];
      return place !== undefined && place <= start + 1 && place < end;
    });
    const whole = clauses.map(([start, end], n): Span | undefined => {
      if (opened[n]) return [start, closed(words, start, end)];
      return words.closes[below(words.closes, end)] === end && end > start ? [start, end] : undefined;
    });
    const found = [...whole];
    const otherwise = ([start, end]: Span): boolean => at(this.otherwise, text.slice(0, end), start) !== null;
    for (let n = 1; n < found.length; n++) {
      const goesOn = sentences[n] === sentences[n - 1] && (whole[n - 1] || !holding.has(n - 1));
      if (!found[n] && goesOn && !otherwise(clauses[n]!)) found[n] = found[n - 1];
    }
    for (let n = 0; this.trails && n + 1 < found.length; n++) {
      const last = sentences[n + 2] !== sentences[n] && sentences[n + 1] === sentences[n];
      if (!found[n] && opened[n + 1] && last && !holding.has(n + 1)) found[n] = whole[n + 1];
    }
    return found;
  }

  /** The condition in the clause of the nth span; `after` is where the next begins. A condition right behind another
   * number is that one's, and what "and" parts from a number in the middle of a clause is not its. */
  private within([start, end]: Span, nth: number, span: Span, after: number, words: Words): Span | undefined {
    const { opens, closes, inside, joints, behind } = words;
    const own = (place: number): boolean => (behind.get(place) ?? nth) === nth;
    const joint = (place: number): number => joints[below(joints, place)] ?? Number.POSITIVE_INFINITY;
    const [o, c, i] = [below(opens, span[0]), above(closes, span[0]), above(inside, span[0])];
    const [before, behindIt] = [opens[o - 1] ?? -1, opens[o] ?? end];
    if (before >= start && own(before) && (before <= start + 1 || joint(before) >= span[0]))
      return [before, closed(words, before, end)];
    if (c && closes[c - 1]! > start) return [start, closes[c - 1]!];
    if (i < inside.length && inside[i]! <= end) return [start, inside[i]!];
    if (this.trails && behindIt < end && own(behindIt) && joint(span[1]) >= behindIt) {
      const stop = joint(behindIt);
      return [behindIt, stop < after && after < end ? stop : end];
    }
    return undefined;
  }

  private clauses(text: string, spans: readonly Span[]): [Span[], number[]] {
    const clauses: Span[] = [];
    const sentences: number[] = [];
    let [start, sentence] = [0, 0];
    for (const mark of outside(this.marks, text, spans)) {
      const end = endOf(mark);
      if (/\d/.test(text[mark.index - 1] ?? "") && /\d/.test(text[end] ?? "")) continue; // 1,500
      clauses.push([start, mark.index]);
      sentences.push(sentence);
      if (mark.groups?.["sentence"] !== undefined) sentence++;
      start = end;
    }
    return [
      [...clauses, [start, text.length]],
      [...sentences, sentence],
    ];
  }
}

/** The matches of a pattern outside of the spans; one in the group `no` is a longer word. */
function outside(pattern: RegExp, text: string, spans: readonly Span[]): Found[] {
  let n = 0;
  return ([...text.matchAll(pattern)] as Found[]).filter((match) => {
    while (n < spans.length && spans[n]![1] <= match.index) n++;
    return !match.groups?.["no"] && (n === spans.length || endOf(match) <= spans[n]![0]);
  });
}

/** How many of some places in order are less than a value, and how many are not above it. */
function below(places: readonly number[], value: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
const above = (places: readonly number[], value: number): number => below(places, value + 1);

/** Where a condition that is opened at a place ends: where it is closed, or with its clause. */
function closed({ closes }: Words, start: number, end: number): number {
  const place = closes[above(closes, start)];
  return place !== undefined && place <= end ? place : end;
}

// Reading one number at one place of a text: a time of day, a form such as 三分之一 or half an hour, digits or words.
import { fraction, Numerals } from "./numerals.js";
import { at, type Compile, type Form, type Patterns } from "./patterns.js";

/** A number, or a time of day as HH:MM. */
export type Value = number | string;

export interface Written {
  readonly start: number;
  readonly end: number;
  readonly values: readonly Value[];
  /** where it begins without a part of the day that says nothing its digits do not say: 上午8点 */
  readonly own: number;
  /** unit: a number only beside a unit; nothing: one by itself; never: none; "": digits */
  readonly needs: string;
  readonly unit: string;
  /** the part of the day that a time names */
  readonly part: string;
  /** whether it may be before noon or after it */
  readonly either: boolean;
}

const BEHIND = 6; // characters before a time of day in which the part of the day may stand
export const NOON = 12;
const LONGEST = 160; // a longer number is a code

export class Reader {
  readonly numerals: Numerals;
  private readonly times: [RegExp, Form][];
  private readonly forms: [RegExp, Form][];
  private readonly day: RegExp;
  private readonly beside: RegExp;
  private readonly points: RegExp;
  private readonly pointsAfter: RegExp;
  private readonly digits: RegExp;
  private readonly alone: RegExp;
  private readonly pair: RegExp;

  constructor(
    private readonly patterns: Patterns,
    compile: Compile,
  ) {
    const { clock, forms, alone } = patterns;
    this.numerals = new Numerals(patterns, compile);
    const all = (known: readonly Form[]): [RegExp, Form][] => known.map((form) => [compile(form.pattern), form]);
    [this.times, this.forms] = [all(clock.forms), all(forms)];
    this.day = compile(`${clock.day_not && `(?:^|[^${clock.day_not}])`}(${clock.days} ?)$`, "");
    [this.beside, this.points, this.pointsAfter] = [
      compile(clock.beside, ""),
      compile(clock.points, ""),
      compile(clock.points_after, ""),
    ];
    this.digits = compile("{number}");
    this.alone = compile(`^(?:${alone})$`, "");
    this.pair = compile(patterns.pairs.length ? `^((?:.*{scale})?)(${patterns.pairs.join("|")})({scale}*)$` : "", "");
  }

  /** The number that begins at a place of a folded text; nothing before `last` belongs to it. */
  at(text: string, place: number, last = 0): Written | undefined {
    for (const [pattern, form] of this.times) {
      const match = at(pattern, text, place);
      const time = match && this.time(text, match, form, last);
      if (time) return time;
    }
    for (const [pattern, form] of this.forms) {
      const match = at(pattern, text, place);
      if (match)
        return written(place, match, [this.formed(match.groups ?? {}, form)], form.before ?? "nothing", form.as);
    }
    return this.number(text, place);
  }

  /** The number in digits or words that begins at a place. */
  number(text: string, place: number): Written | undefined {
    const match = at(this.digits, text, place);
    if (!match) return undefined;
    const word = match[0];
    if (word.length > LONGEST) return written(place, match, [0], "never");
    const [, head, pair, scale] = this.pair.exec(word) ?? [];
    if (pair)
      return written(
        place,
        match,
        [...pair].map((digit) => this.numerals.value(head + digit + scale)),
        "unit",
      );
    const value = this.numerals.value(word);
    if (word.includes("/") && value >= 1 && !word.includes(" ")) return written(place, match, [value], "never");
    const spelt = /^[a-z\u3007-\u9fff]/.test(word);
    return written(place, match, [value], !spelt ? "" : this.alone.test(word) ? "nothing" : "unit");
  }

  private formed(groups: Record<string, string | undefined>, { plus, over, below }: Form): number {
    const number = (name: string, otherwise: number): number =>
      groups[name] ? this.numerals.value(groups[name]) : otherwise;
    let value = number("n", 0) + fraction(plus ?? "0");
    if (groups["part"]) value += number("times", 1) * fraction(this.patterns.parts[groups["part"]] ?? "0");
    if (groups["of"]) value += number("times", 1) / (number("of", 1) || 1);
    if (groups["digits"]) value += this.numerals.value(groups["digits"]) / 10 ** groups["digits"].length;
    if (over)
      do value /= over;
      while (below && value >= below);
    return value;
  }

  private time(text: string, match: RegExpExecArray, form: Form, last: number): Written | undefined {
    const { h = "", m = "", part: half = "" } = match.groups ?? {};
    const before = text.slice(Math.max(last, match.index - BEHIND), match.index);
    const day = this.day.exec(before)?.[1] ?? "";
    const end = match.index + match[0].length;
    if (form.bare && !day && !this.beside.test(text.slice(end))) {
      if (!/^\d/.test(match[0]) || this.points.test(before) || this.pointsAfter.test(text.slice(end))) return undefined;
    }
    const part = this.patterns.clock.parts[half || day.trim()] ?? "";
    const hour = h ? this.numerals.value(h) : 0;
    const minutes = m ? this.numerals.value(m) : (form.minutes ?? 0);
    if (hour > 24 || (m && minutes > 59)) return undefined;
    const moved = inDay(hour, part) !== hour;
    const start = day && (moved || !match[0].includes(":")) ? match.index - day.length : match.index;
    const values = [clock(inDay(hour, part) * 60 + minutes)];
    const either = Boolean(form.either) && !part && hour > 0 && hour <= NOON;
    return { start, end, values, own: moved ? start : match.index, needs: "nothing", unit: "", part, either };
  }
}

function written(start: number, match: RegExpExecArray, values: readonly Value[], needs: string, unit = ""): Written {
  return { start, end: start + match[0].length, values, own: start, needs, unit, part: "", either: false };
}

/** A time of day as HH:MM. */
export function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");
}

/** The part of the day that a match of the words for them names. */
export function partOf({ groups = {} }: RegExpMatchArray): string {
  return Object.keys(groups).find((name) => groups[name] !== undefined) ?? "";
}

/** The hour of 0 to 24 that an hour is in a part of the day. */
export function inDay(hour: number, part: string): number {
  const late = hour > 12 ? hour : (hour % 12) + 12;
  switch (part) {
    case "am":
    case "early":
      return hour === 12 ? 0 : hour;
    case "pm":
      return late;
    case "noon":
      return hour >= 10 ? hour : hour + 12;
    case "night":
      return hour === 12 ? 24 : hour < 5 ? hour : late;
    default:
      return hour;
  }
}

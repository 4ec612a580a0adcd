// What numbers of a language are read by, as generator/rolebook/language/patterns.py makes it of the tables.

/** A way to write a number; in its pattern the groups n, times, of, part and digits hold numbers. */
export interface Form {
  readonly pattern: string;
  readonly plus?: string;
  readonly over?: number;
  readonly below?: number;
  /** "unit": only before one */
  readonly before?: string;
  /** the unit that goes without saying */
  readonly as?: string;
  readonly minutes?: number;
  readonly bare?: boolean;
  /** before noon or after it, where no part of the day is named */
  readonly either?: boolean;
}

export interface Repetition {
  readonly every: string;
  readonly unit: string;
  readonly rate: string;
  readonly counts: string;
  /** units of a time that passes */
  readonly lasting: readonly string[];
}

export interface Patterns {
  /** what {names} in patterns stand for */
  readonly known: Readonly<Record<string, string>>;
  readonly start: string;
  readonly alone: string;
  readonly space: string;
  readonly name: string;
  readonly pairs: readonly string[];
  readonly elliptic: boolean;
  /** what a number with a currency before it is multiplied by */
  readonly money: Readonly<Record<string, number>>;
  /** stands before out of how many */
  readonly share: string;
  readonly compound: {
    readonly joint: string;
    readonly names: Readonly<Record<string, string>>;
    readonly tenths: readonly string[];
    readonly more: string;
  };
  readonly values: Readonly<Record<string, number>>;
  readonly scales: readonly number[];
  readonly forms: readonly Form[];
  readonly parts: Readonly<Record<string, string>>;
  readonly after: { readonly half: string; readonly more: string };
  readonly clock: {
    readonly forms: readonly Form[];
    readonly days: string;
    readonly day_not: string;
    readonly said: string;
    readonly parts: Readonly<Record<string, string>>;
    readonly beside: string;
    readonly points: string;
    readonly points_after: string;
  };
  /** by the name all languages have for a unit: what it is counted in, how many of that it is, its signs and names */
  readonly units: Readonly<Record<string, readonly string[]>>;
  readonly counted: {
    readonly words: string;
    readonly singular: readonly (readonly [string, string])[] | "";
    readonly free: string;
    readonly one: string;
    readonly closed: string;
  };
  readonly before: string;
  readonly ranges: {
    readonly marks: string;
    readonly open: string;
    readonly between: string;
    readonly close: string;
    readonly tolerance: string;
  };
  readonly minus: string;
  readonly bounds: Readonly<
    Record<"before" | "clock_before" | "apart" | "after" | "clock_after" | "denied" | "turned" | "ends", string>
  >;
  readonly reach: number;
  readonly every: Repetition;
  readonly conditions: {
    readonly opens: string;
    readonly closes: string;
    readonly marks: string;
    readonly otherwise: string;
    readonly parts: string;
    readonly trails: boolean;
  };
  readonly none: readonly string[];
  readonly writing: {
    readonly digits: readonly string[];
    readonly tens: readonly string[];
    readonly scales: Readonly<Record<string, string>>;
    readonly blank: string;
    readonly rest: string;
    readonly gap: string;
    readonly hyphen: string;
    readonly two: string;
    readonly halves: Readonly<Record<string, string>>;
  };
  /** what lookup takes for one another */
  readonly notations: {
    readonly alike: readonly (readonly string[])[];
    readonly alike_not: string;
    readonly same: readonly (readonly string[])[];
    readonly percent: string;
    readonly share: string;
    readonly clock: readonly string[];
    readonly clock_whole: readonly string[];
    readonly hour: string;
    /** how many of one base unit are one of another, by both their names: day/minute */
    readonly convert: Readonly<Record<string, number>>;
    readonly joined: boolean;
    readonly slips: string;
  };
  /** characters in pairs, from and to: variants of those in the patterns */
  readonly folds: string;
}

/** Matches nothing. */
const NOTHING = "(?!)";

/** An expression for a pattern of the tables; "" matches nothing. */
export type Compile = (pattern: string, flags?: string) => RegExp;

export function compiler({ known }: Patterns): Compile {
  const filled = (text: string): string => {
    const full = text.replace(/\{([a-z]\w*)\}/g, (_, name: string) => known[name] ?? NOTHING);
    return full === text ? text : filled(full);
  };
  return (pattern, flags = "y") => new RegExp(filled(pattern || NOTHING), flags);
}

/** The match of a sticky expression at a place of a text. */
export function at(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** What makes texts comparable: small letters, half-width, Simplified characters, one unit for one. */
export function folder({ folds }: Patterns): (text: string) => string {
  const plain = new Map<string, string>([..."\u00a0\u2009\u202f\u3000"].map((blank) => [blank, " "]));
  for (let n = 0; n + 1 < folds.length; n += 2) plain.set(folds[n]!, folds[n + 1]!);
  const other = (c: string): string => {
    const code = c.charCodeAt(0);
    const small = (
      code > 0xff00 && code < 0xff5f && c !== "\uff0c" ? String.fromCharCode(code - 0xfee0) : (plain.get(c) ?? c)
    ).toLowerCase();
    return small.length === c.length ? small : c;
  };
  return (text) => text.replace(/([\uff10-\uff19])\uff0c(?=[\uff10-\uff19]{3})/g, "$1,").replace(/[^\0-@[-~]/g, other);
}

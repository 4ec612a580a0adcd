// The numbers of a line: value, unit, bound and condition. The steps are those of generator/rolebook/language/numbers.py,
// the patterns the same; both run the cases of tests/cases/numbers.
import { type Amount, Amounts } from "./amounts.js";
import { Circumstances } from "./circumstances.js";
import { Daytime } from "./daytime.js";
import { at, type Compile, compiler, type Patterns } from "./patterns.js";
import type { Bounded, Quantity, Span } from "./quantity.js";
import { type Again, Rates } from "./rates.js";
import { NO_UNIT } from "./units.js";

const DENIAL = 60; // characters before a bound in which something may deny it
const TURNED: Readonly<Record<string, string>> = { above: "at_most", below: "at_least" };
const ENDS: Readonly<Record<"included" | "excluded", Readonly<Record<string, string>>>> = {
  included: { above: "at_least", below: "at_most" },
  excluded: { at_least: "above", at_most: "below" },
};
const TIMES: Readonly<Record<string, string>> = {
  exact: "value",
  at_most: "before",
  below: "before",
  at_least: "after",
  above: "after",
};

export class Numbers {
  readonly amounts: Amounts;
  private readonly circumstances: Circumstances;
  private readonly start: RegExp;
  private readonly none: readonly RegExp[];
  private readonly name: RegExp;
  private readonly close: RegExp;
  private readonly bounds: Readonly<Record<string, RegExp>>;
  private readonly every: RegExp;
  private readonly each: RegExp;
  private readonly rates: Rates;
  private readonly compile: Compile;

  constructor(private readonly patterns: Patterns) {
    const compile = compiler(patterns);
    const { every, bounds } = patterns;
    this.amounts = new Amounts(patterns);
    this.circumstances = new Circumstances(patterns, compile);
    this.start = compile(patterns.start, "g");
    this.none = patterns.none.map((pattern) => compile(pattern, "g"));
    this.name = compile(patterns.name);
    this.close = compile(patterns.ranges.close);
    this.bounds = Object.fromEntries(
      Object.entries(bounds).map(([name, pattern]) => [
        name,
        compile(name === "turned" ? `^(?:${pattern})$` : pattern, name.endsWith("after") || name === "ends" ? "y" : ""),
      ]),
    );
    this.every = compile(`(?:${every.every}) ?`);
    this.each = compile(`(?:${every.every}) ?(?<unit>${every.unit})`);
    this.rates = new Rates(every, this.amounts.units, this.circumstances);
    this.compile = compile;
  }

  /** The numbers of a text, in order. */
  quantities(given: string): Quantity[] {
    const text = this.amounts.fold(given);
    const found: Bounded[] = [];
    const again: Again[] = [];
    const daytime = new Daytime(this.patterns, this.compile, text);
    let none: Span[] | undefined;
    let last = 0;
    for (let place = 0; ; ) {
      const start = at(this.start, text, place);
      if (!start) break;
      place = start.index;
      none ??= joined(
        this.none.flatMap((pattern) =>
          [...text.matchAll(pattern)].map((match): Span => [match.index, match.index + match[0].length]),
        ),
      );
      const every = at(this.every, text, place)?.[0].length ?? 0;
      const amount = this.amounts.at(text, place + every, last);
      const told = amount && typeof amount.values[0] === "string" ? daytime.told(amount) : amount;
      const quantity = told && this.counted(text, told, last, none);
      const each = every && !amount ? at(this.each, text, place) : null;
      if (quantity) found.push(every ? { ...quantity, start: place } : quantity);
      if (quantity) last = quantity.around[1];
      const end = quantity?.around[1] ?? amount?.digits[0]?.[1] ?? place + (each ? each[0].length : every || 1);
      if (each && !touches([place, end], none)) again.push([found.length, place, end, each.groups!["unit"]!]);
      place = Math.max(end, place + 1);
    }
    const quantities = this.rates.joined(text, found, again);
    const places = this.circumstances.of(
      text,
      quantities.map(({ around }) => around),
    );
    return quantities.map((quantity, n) => ({
      ...quantity,
      condition: places[n] ? given.slice(...places[n]).trim() : "",
    }));
  }

  /** An amount with its bound, or undefined where it is no number. */
  private counted(text: string, amount: Amount, last: number, none: readonly Span[]): Bounded | undefined {
    if (amount.needs === "never" || amount.digits.some((span) => touches(span, none))) return undefined;
    const quantity = this.bounded(text, amount, last);
    const bare = quantity.unit === NO_UNIT;
    if (amount.needs === "") {
      if ((bare && !quantity.words && at(this.name, text, amount.end)) || /[a-z]/.test(text[amount.start - 1] ?? ""))
        return undefined;
    } else if (amount.needs === "unit" && bare && !isClose(quantity)) return undefined;
    return quantity;
  }

  private bounded(text: string, amount: Amount, last: number): Bounded {
    const { start, end, values, unit, more, either } = amount;
    const time = typeof values[0] === "string";
    let bound = values.length > 1 ? "range" : more ? "above" : "value";
    let words = more;
    let ends = at(this.bounds["ends"]!, text, end);
    let [from, to] = [start, end + (ends?.[0].length ?? 0)];
    const found = bound === "range" ? undefined : this.bound(text, amount, last, to);
    if (bound === "range") to += at(this.close, text, to)?.[0].length ?? 0;
    if (found) {
      [bound, words] = [found.bound, found.words];
      [from, to] = [Math.min(from, found.place), Math.max(to, found.place + words.length)];
      if (TURNED[bound] && this.bounds["turned"]!.test(words) && this.isDenied(text, found.place))
        bound = TURNED[bound]!;
    }
    ends ??= at(this.bounds["ends"]!, text, to);
    if (ends) {
      bound = ENDS[ends.groups!["included"] !== undefined ? "included" : "excluded"][bound] ?? bound;
      to = Math.max(to, ends.index + ends[0].length);
    }
    if (time) bound = TIMES[bound] ?? bound;
    else if (bound === "exact") bound = "value";
    return { start, end, values, unit, condition: "", bound, words: words.trim(), around: [from, to], either };
  }

  /** The words that bound an amount, right before it, from `behind` on, or apart, and where they stand. */
  private bound(
    text: string,
    { start, values }: Amount,
    last: number,
    behind: number,
  ): { bound: string; words: string; place: number } | undefined {
    const before = text.slice(Math.max(last, start - this.patterns.reach), start);
    const kind = typeof values[0] === "string" ? "clock_" : "";
    for (const name of [`${kind}before`, `${kind}after`, "apart"]) {
      const after = name.endsWith("after");
      const match = after ? at(this.bounds[name]!, text, behind) : this.bounds[name]!.exec(before);
      const [bound, words] = Object.entries(match?.groups ?? {}).find(([, group]) => group !== undefined) ?? [];
      if (!match || !bound || words === undefined) continue;
      const place = (after ? 0 : start - before.length) + match.index + match[0].indexOf(words);
      return { bound, words, place };
    }
    return undefined;
  }

  /** Whether something before a place denies what is said there, in the same clause and without condition. */
  private isDenied(text: string, place: number): boolean {
    const before = text.slice(Math.max(0, place - DENIAL), place);
    const denied = this.bounds["denied"]!.exec(before);
    return denied?.index === 0 && !this.circumstances.parts(before, denied[0].length, before.length);
  }
}

/** Whether a word right beside a number bounds it: a bare 一 elsewhere is part of a word. */
function isClose({ start, end, words, around: [from, to] }: Bounded): boolean {
  return words !== "" && (to > end || (from < start && start - from - words.length <= 1));
}

/** Whether a stretch touches one of others, which are in order. */
function touches([start, end]: Span, others: readonly Span[]): boolean {
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (others[middle]![1] <= start) low = middle + 1;
    else high = middle;
  }
  return low < others.length && others[low]![0] < end;
}

/** Stretches in order, those that touch as one. */
function joined(spans: Span[]): Span[] {
  const found: Span[] = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = found[found.length - 1];
    if (last && start <= last[1]) found[found.length - 1] = [last[0], Math.max(last[1], end)];
    else found.push([start, end]);
  }
  return found;
}

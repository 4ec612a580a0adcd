// One number with its unit or currency, and two that make a range: 三年半, $1,500, 18–22 °C, 下午3点到5点.
import { fraction, type Numerals } from "./numerals.js";
import { at, compiler, folder, type Patterns } from "./patterns.js";
import { clock, inDay, partOf, Reader, type Value } from "./reading.js";
import { NO_UNIT, type Unit, Units } from "./units.js";

export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly values: readonly Value[];
  /** where each value stands without its unit, as [start, end] */
  readonly digits: readonly (readonly [number, number])[];
  readonly unit: Unit;
  readonly needs: string;
  readonly part: string;
  /** the word that makes it more than it says: 十多分钟 */
  readonly more: string;
  /** whether it is a time before noon or after it, and no word tells which */
  readonly either: boolean;
}

const SIGN = 10; // characters before a number in which its sign or currency may stand

/** Reads the numbers of one language, by its patterns. Texts are to be folded first. */
export class Amounts {
  readonly fold: (text: string) => string;
  readonly units: Units;
  readonly numerals: Numerals;
  private readonly reader: Reader;
  private readonly start: RegExp;
  private readonly half: RegExp;
  private readonly more: RegExp;
  private readonly marks: RegExp;
  private readonly between: RegExp;
  private readonly tolerance: RegExp;
  private readonly money: RegExp;
  private readonly joint: RegExp;
  private readonly of: RegExp;
  private readonly rest: RegExp;
  private readonly open: RegExp;
  private readonly minus: RegExp;
  private readonly lead: RegExp;
  private readonly said: RegExp;

  constructor(private readonly patterns: Patterns) {
    const compile = compiler(patterns);
    this.fold = folder(patterns);
    const { after, ranges, clock, before, compound } = patterns;
    const money = Object.keys(patterns.money).sort((a, b) => b.length - a.length);
    this.money = compile(money.length ? `(?:${money.join("|")})(?![a-z])` : "");
    [this.joint, this.of, this.rest] = [compile(compound.joint), compile(patterns.share), compile(compound.more)];
    this.reader = new Reader(patterns, compile);
    this.numerals = this.reader.numerals;
    this.units = new Units(patterns, compile);
    [this.start, this.said] = [compile(patterns.start, "g"), compile(clock.said, "g")];
    [this.half, this.more] = [compile(after.half), compile(after.more)];
    [this.marks, this.between, this.tolerance] = [
      compile(ranges.marks),
      compile(ranges.between),
      compile(ranges.tolerance),
    ];
    this.open = compile(ranges.open && `(?:${ranges.open})$`, "");
    const minus = `${patterns.minus}|[-−–]`;
    this.minus = compile(`(?:${minus})$`, "");
    this.lead = compile(`(?:${clock.days} ?|${minus})?(?:${before} ?)?`);
  }

  /** What begins at a place of a folded text; nothing before `last` belongs to it. */
  at(text: string, place: number, last: number): Amount | undefined {
    const first = this.one(text, place, last);
    return first && (this.ranged(text, first) ?? this.spread(text, first) ?? this.share(text, first));
  }

  /** Whatever can be read as a number in a folded text, in order. */
  all(text: string): Amount[] {
    const found: Amount[] = [];
    for (let place = 0; ; ) {
      const start = at(this.start, text, place);
      if (!start) return found;
      const amount = this.at(text, start.index, place);
      place = Math.max(amount?.end ?? 0, start.index + 1);
      if (amount) found.push(amount);
    }
  }

  /** The parts of the day that a text names, in words or with a time. */
  partsOfDay(text: string): string[] {
    const folded = this.fold(text);
    const said = [...folded.matchAll(this.said)].map(partOf);
    return [...new Set([...said, ...this.all(folded).map(({ part }) => part)])].filter(Boolean);
  }

  private one(text: string, place: number, last: number): Amount | undefined {
    const found = this.known(text, place, last);
    return found && found.unit !== NO_UNIT ? this.withRest(text, found) : found;
  }

  private known(text: string, place: number, last: number): Amount | undefined {
    const written = this.reader.at(text, place, last);
    if (!written) return undefined;
    const { start, end, values, own, needs, part, either } = written;
    const found: Amount = { start, end, values, digits: [[own, end]], unit: NO_UNIT, needs, part, more: "", either };
    if (typeof values[0] === "string") return found;
    const [sign, from] = this.units.before(text, start, Math.max(last, start - SIGN));
    if (sign !== NO_UNIT || written.unit) {
      const money = sign === NO_UNIT ? "" : (at(this.money, text, end)?.[0] ?? "");
      const times = this.patterns.money[money] ?? 1;
      const stop = end + money.length;
      const [unit, to] = this.units.rate(text, stop, sign === NO_UNIT ? this.units.called(written.unit) : sign);
      const worth = values.map((value) => (value as number) * times);
      const whole: Amount = { ...found, start: from, end: to, unit, values: worth, digits: [[own, stop]] };
      return sign === NO_UNIT ? whole : this.signed(text, whole, last);
    }
    return this.signed(text, this.withUnit(text, found), last);
  }

  private withUnit(text: string, found: Amount): Amount {
    const value = found.values[found.values.length - 1] as number;
    const more = at(this.more, text, found.end)?.[0] ?? "";
    const count = value >= 1 && found.needs !== "nothing" ? value : undefined;
    const [unit, end] = this.units.after(text, found.end + more.length, count);
    if (unit === NO_UNIT) return found;
    const half = at(this.half, text, end);
    const rest = this.patterns.compound.tenths.includes(unit.name) ? at(this.rest, text, end)?.[0] : undefined;
    if (!half && rest) {
      const to = end + rest.length;
      const values = [value + this.numerals.value(rest) / 10 ** rest.length];
      return { ...found, end: to, unit, more, values, digits: [[found.start, to]] };
    }
    if (!half) return { ...found, end, unit, more };
    const part = half[1] ? fraction(this.patterns.parts[half[1]]!) : 0.5;
    return { ...found, end: end + half[0].length, unit, more, values: [value + part] };
  }

  /** An amount with another of a smaller unit that belongs to it: 1小时30分, 5 feet 6 inches. */
  private withRest(text: string, found: Amount): Amount {
    const joint = at(this.joint, text, found.end);
    const from = found.end + (joint?.[0].length ?? 0);
    const rest = joint && found.values.length === 1 ? this.known(text, from, from) : undefined;
    const [value, more] = [found.values[0], rest?.values[0]];
    if (!rest || rest.values.length > 1 || rest.unit === NO_UNIT || rest.more) return found;
    if (typeof value !== "number" || typeof more !== "number") return found;
    const [large, small] = [this.inCompound(found.unit), this.inCompound(rest.unit)];
    if (large.base !== small.base || more <= 0 || more * small.worth >= large.worth) return found;
    const values = [value + (more * small.worth) / large.worth];
    return { ...found, end: rest.end, values, digits: [[found.digits[0]![0], rest.digits[0]![1]]], unit: large };
  }

  private inCompound(unit: Unit): Unit {
    const name = this.patterns.compound.names[unit.name];
    return name ? this.units.named(name) : unit;
  }

  /** A number that says how many of so many, in the unit of the second: two out of three keys. */
  private share(text: string, first: Amount): Amount {
    const of = first.unit === NO_UNIT ? at(this.of, text, first.end) : null;
    const from = first.end + (of?.[0].length ?? 0);
    const second = of ? this.one(text, from, from) : undefined;
    const [value, whole] = [first.values[0], second?.values[0]];
    if (!second || typeof value !== "number" || typeof whole !== "number") return first;
    return first.values.length > 1 || whole < value ? first : { ...first, unit: second.unit, needs: "nothing" };
  }

  /** An amount with the sign before it: a dash is one only where nothing but a blank stands before it. */
  private signed(text: string, found: Amount, last: number): Amount {
    const sign = this.minus.exec(text.slice(Math.max(last, found.start - SIGN), found.start))?.[0] ?? "";
    const start = found.start - sign.length;
    const counts = sign.length > 1 || /[a-z\u4e00-\u9fff]/.test(sign) || !/[\w)%]/.test(text[start - 1] ?? "");
    return sign && counts ? { ...found, start, values: found.values.map((value) => -value) } : found;
  }

  private ranged(text: string, first: Amount): Amount | undefined {
    if (first.values.length > 1) return undefined;
    const opened = (): boolean => this.open.test(text.slice(Math.max(0, first.start - SIGN), first.start));
    const mark =
      at(this.marks, text, first.end)?.[0] ?? (opened() ? at(this.between, text, first.end)?.[0] : undefined);
    if (mark === undefined) return undefined;
    const from = first.end + mark.length;
    const second = this.one(text, from + (at(this.lead, text, from)?.[0].length ?? 0), from);
    if (!second || second.values.length > 1) return undefined;
    const times = [first, second].some(({ values }) => typeof values[0] === "string");
    const values = times ? timesOf(first, second) : numbersOf(first, second);
    if (!values) return undefined;
    return {
      ...second,
      start: first.start,
      values,
      digits: [...first.digits, ...second.digits],
      unit: second.unit === NO_UNIT ? first.unit : second.unit,
      needs: first.needs && second.needs ? first.needs : "",
      part: second.part || first.part,
      either: first.either && second.either,
    };
  }

  /** The range of a tolerance: 70±2℃ is 68 to 72. */
  private spread(text: string, first: Amount): Amount | undefined {
    const mark = at(this.tolerance, text, first.end);
    const second = mark ? this.one(text, first.end + mark[0].length, first.end + mark[0].length) : undefined;
    const [value, off] = [first.values[0], second?.values[0]];
    if (!second || typeof value !== "number" || typeof off !== "number") return undefined;
    return {
      ...second,
      start: first.start,
      values: [value - off, value + off],
      unit: second.unit === NO_UNIT ? first.unit : second.unit,
    };
  }
}

/** The times of a range; a part of the day that one of them names holds for both where that is in order. */
function timesOf(first: Amount, second: Amount): Value[] | undefined {
  const ends = [[first, second] as const, [second, first] as const].map(([one, other]) => {
    const value = one.values[0]!;
    if (typeof value === "number" && (!Number.isInteger(value) || one.unit !== NO_UNIT || value > 24)) return undefined;
    const [hour = 0, minute = 0] = typeof value === "number" ? [value] : value.split(":").map(Number);
    return [hour, inDay(hour, one.part || other.part)].map((h) => clock(h * 60 + minute));
  });
  if (!ends[0] || !ends[1]) return undefined;
  let [[low = "", laterLow = ""], [high = "", laterHigh = ""]] = ends as [string[], string[]];
  if (second.part && !first.part && laterLow < high) low = laterLow;
  if (first.part && !second.part && laterHigh > low) high = laterHigh;
  return [low, high];
}

/** The ends of a range, in the unit of the second; undefined where they measure different things or fall. */
function numbersOf(first: Amount, second: Amount): Value[] | undefined {
  let [low, high] = [first.values[0] as number, second.values[0] as number];
  if (first.unit !== NO_UNIT && second.unit !== NO_UNIT) {
    if (first.unit.base !== second.unit.base) return undefined;
    low = (low * first.unit.worth) / second.unit.worth;
  }
  return low < high ? [low, high] : undefined;
}

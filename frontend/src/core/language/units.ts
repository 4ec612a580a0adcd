// Units: the words and signs beside a number, and what they are in every language.
import { fraction } from "./numerals.js";
import { at, type Compile, type Patterns } from "./patterns.js";

export interface Unit {
  /** its name in all languages; "" where nothing is counted */
  readonly name: string;
  /** what it is counted in, and how many of that it is */
  readonly base: string;
  readonly worth: number;
}

/** Of a number that counts nothing; percents and tenths are measured by it. */
export const NO_UNIT: Unit = { name: "", base: "one", worth: 1 };

/** How many of a unit make each other one. */
export function per({ name, base, worth }: Unit, other: string): Unit {
  return { name: `${name}/${other}`, base: `${base}/${other}`, worth };
}

export class Units {
  private readonly names = new Map<string, Unit>();
  private readonly singular: readonly (readonly [string, string])[];
  private readonly behind: RegExp;
  private readonly free: RegExp;
  private readonly one: RegExp;
  private readonly closed: RegExp;
  private readonly perEach: RegExp;
  private readonly sign: RegExp;

  constructor(
    private readonly patterns: Patterns,
    compile: Compile,
  ) {
    const { counted, units, space, every, before } = patterns;
    for (const word of counted.words.split(/\s+/)) this.names.set(word, { name: word, base: word, worth: 1 });
    for (const [name, [base = "", worth = "1", ...names]] of Object.entries(units))
      for (const known of [name, ...names]) this.names.set(known, { name, base, worth: fraction(worth) });
    this.singular = counted.singular || [];
    this.behind = compile(`${space}({unit})`);
    this.free = compile(counted.free && ` (${counted.free})`);
    this.one = compile(counted.one && ` (${counted.one})`);
    this.closed = compile(counted.closed && `^(?:${counted.closed})$`, "");
    this.perEach = compile(`(?:${every.rate})(?<unit>{unit})`);
    this.sign = compile(`${before} ?$`, "");
  }

  /** The unit that a word is, or the word itself as one. */
  named(word: string): Unit {
    const [ending, single] = this.singular.find(
      ([known]) => word.endsWith(known) && word.length > known.length + 1,
    ) ?? ["", ""];
    const name = ending ? word.slice(0, -ending.length) + single : word;
    const last = this.singular.length ? name.slice(name.lastIndexOf(" ") + 1) : name;
    return this.names.get(name) ?? this.names.get(word) ?? { name: last, base: last, worth: 1 };
  }

  /** Whether a unit measures something, as minutes do; a word for what is counted does not. */
  measures({ name }: Unit): boolean {
    return name.split("/")[0]! in this.patterns.units;
  }

  /** The unit of a name that all languages know. */
  called(name: string): Unit {
    const [base = name, worth = "1"] = this.patterns.units[name] ?? [];
    return { name, base, worth: fraction(worth) };
  }

  /** The unit behind a number and where it ends; of a `count` also a word that no table knows. */
  after(text: string, place: number, count: number | undefined): [Unit, number] {
    let match = at(this.behind, text, place);
    if (!match && count !== undefined) {
      match = at(count === 1 ? this.one : this.free, text, place);
      if (match?.[1]?.split(" ").some((word) => this.closed.test(word))) match = null;
    }
    return match ? this.rate(text, place + match[0].length, this.named(match[1]!)) : [NO_UNIT, place];
  }

  /** A unit with the rate that follows it, if one does: mg/L, times a day. */
  rate(text: string, place: number, unit: Unit): [Unit, number] {
    const match = at(this.perEach, text, place);
    return match ? [per(unit, this.named(match.groups!["unit"]!).name), place + match[0].length] : [unit, place];
  }

  /** The currency that stands before a number, from `first` on, and where the number begins with it. */
  before(text: string, start: number, first: number): [Unit, number] {
    const match = this.sign.exec(text.slice(first, start));
    return match ? [this.named(match[0].trim()), start - match[0].length] : [NO_UNIT, start];
  }
}

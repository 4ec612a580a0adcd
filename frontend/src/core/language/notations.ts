// Numbers as people type and write them: 3天 and 三天, 8点28 and 08:28, 70度 and 70℃, 25% and 百分之二十五.
import type { Amounts } from "./amounts.js";
import { Compiled } from "./notation-patterns.js";
import { fraction } from "./numerals.js";
import type { Patterns } from "./patterns.js";

const MOST = 40;
/** An amount that counts more than this in another unit is never written in it. */
const MOST_COUNTED = 366;
/** A time of day without its colon: 0828. */
const CLOCK = /^([01]?\d|2[0-3])([0-5]\d)$/;
/** One of which not all is typed. */
const BEGUN_CLOCK = /^([01]?\d|2[0-4]):?([0-5]?)$/;
const NUMBER = /\d+(?![\d:.])/g;

export class Notations {
  /** the units of digits that no slip of typing makes others */
  readonly slips: ReadonlySet<number>;
  private readonly numeral: RegExp;
  /** what every term has that can be a number */
  private readonly counts: RegExp;
  private compiled: Compiled | undefined;

  /** `reader` makes what reads numbers, when the first is to be read. */
  constructor(
    private readonly reader: () => Amounts,
    private readonly patterns: Patterns,
  ) {
    const { values, notations } = patterns;
    this.slips = new Set([...notations.slips].map((c) => c.charCodeAt(0)));
    const words = Object.keys(values);
    const single = words.filter((word) => word.length === 1).join("");
    this.numeral = new RegExp(single ? `[${single}]` : "[a-z-]");
    // Where numbers are words of letters, any may be part of one.
    const spelt = words.some((word) => /[a-z]/.test(word));
    const counted = [...words, ...notations.same.flat()].join("").replace(/[^\u3400-\u9fff]/g, "");
    this.counts = new RegExp(spelt ? "" : `[\\d${counted}]`);
  }

  private get made(): Compiled {
    return (this.compiled ??= new Compiled(this.patterns));
  }

  private get amounts(): Amounts {
    return this.reader();
  }

  /** What units are called. */
  get unitNames(): readonly string[] {
    return Object.values(this.patterns.units).flatMap(([, , ...names]) => names);
  }

  /** Other ways to write a folded term with a number in it, the term itself left out. */
  others(term: string): string[] {
    if (!this.counts.test(term) || !this.made.start.test(term) || (term.length < 2 && this.patterns.notations.joined))
      return [];
    const digits = this.inDigits(term);
    const written = [...[false, true].map((counted) => this.inWords(digits, counted)), this.digitByDigit(digits)];
    const forms = new Set([
      ...this.clocks(CLOCK.test(digits) ? digits.replace(CLOCK, "$1:$2") : digits),
      ...this.converted(digits),
      ...this.same(term),
      ...this.same(digits),
      term,
      digits,
      ...this.parts(digits),
      ...written,
    ]);
    for (const form of [...forms]) {
      for (const [pattern, names] of this.made.alike)
        for (const name of names) forms.add(form.replace(pattern, `$1${name}`));
    }
    for (const form of [...forms]) for (const grouped of inThousands(form)) forms.add(grouped);
    forms.delete(term);
    return [...forms].slice(0, MOST);
  }

  /** How lines of the same hour as a time of day begin it: 08: for 8:30. */
  hourOf(term: string): string | undefined {
    const [, hour] = (/^\d/.test(term) && this.made.hour.exec(term)) || [];
    return hour && Number(hour) <= 24 ? `${hour.padStart(2, "0")}:` : undefined;
  }

  /**
   * How lines write what a folded term may yet become, of what cannot be taken for another number: the time of day 08:4
   * for 八点四 and 084, 08: for 8, and the whole amount 100% for 百分.
   */
  begun(term: string): string[] {
    if (!this.counts.test(term)) return [];
    const { same } = this.patterns.notations;
    const amounts = term.length < 2 ? [] : same.filter((group) => group.some((name) => name.startsWith(term))).flat();
    const digits = this.inDigits(term);
    const begun = BEGUN_CLOCK.exec(digits.replace(this.made.hour, "$1:"));
    if (!begun || Number(begun[1]) > 24) return amounts;
    const [, hour = "", minute = ""] = begun;
    return [...amounts, ...new Set([hour.padStart(2, "0"), hour].map((one) => `${one}:${minute}`))];
  }

  /**
   * A query in which number and unit stand together, where the language writes them so; elsewhere with times of day that
   * are several words in digits: 7:45 for quarter to eight.
   */
  joined(text: string): string {
    const { joined, clock } = this.patterns.notations;
    if (joined) return /\d /.test(text) ? text.replace(this.made.unit, "$1") : text;
    if (!text.includes(" ") || !this.made.start.test(text)) return text;
    const times = this.amounts.all(text).filter(({ values: [value], start, end }) => {
      return typeof value === "string" && !text.slice(start, end).includes(":") && text.slice(start, end).includes(" ");
    });
    return times.reduceRight(
      (found, { values, start, end }) =>
        found.slice(0, start) + this.clock(String(values[0]), clock[1]!) + found.slice(end),
      text,
    );
  }

  /** What may not stand beside a number for it to be whole, by the character it begins or ends with. */
  boundary(edge: string): RegExp | undefined {
    return /[0-9.]/.test(edge) ? /[0-9.]/ : this.numeral.test(edge) ? this.numeral : undefined;
  }

  /** 二十三 as 23, 百分之二十五 as 25%, 三分之一 as 1/3. */
  private inDigits(term: string): string {
    const value = (text: string): string => (/^\d/.test(text) ? text : String(this.amounts.numerals.value(text)));
    return term
      .replace(this.made.percent, (_, n: string) => `${value(n)}%`)
      .replace(this.made.share, (_, of: string, n: string) => `${value(n)}/${value(of)}`)
      .replace(this.made.word, (word, place: number, whole: string) =>
        /[a-z]/.test(whole[place - 1] ?? "") ? word : value(word),
      );
  }

  /** 23 as 二十三; `counted`: 2天 as 两天. */
  private inWords(digits: string, counted: boolean): string {
    return digits.replace(NUMBER, (number, place: number) => {
      const two = counted && number === "2" && place + 1 < digits.length;
      return (two ? this.patterns.writing.two : this.words(number)) ?? number;
    });
  }

  /** 95折 as 九五折. */
  private digitByDigit(digits: string): string {
    if (!this.patterns.notations.joined) return digits;
    return digits.replace(NUMBER, (number) => Array.from(number, (digit) => this.words(digit) ?? digit).join(""));
  }

  private words(number: string): string | undefined {
    return this.amounts.numerals.words(Number(number));
  }

  /** 25% as 百分之二十五, 1/3 as 三分之一. */
  private parts(digits: string): string[] {
    const { percent, share } = this.patterns.notations;
    const spelt = (text: string): string => this.words(text) ?? text;
    const written = (template: string, n: string, of = ""): string =>
      template.replace("{of}", spelt(of)).replace("{n}", spelt(n));
    return [
      digits.replace(/(\d+)%/g, (all, n: string) => (percent ? written(percent, n) : all)),
      digits.replace(/(\d+)\/(\d+)/g, (all, n: string, of: string) => (share ? written(share, n, of) : all)),
    ];
  }

  /** The amounts in a term that says more: 72小时 in 72小时内, both ends of a range with its unit: 2℃ and 20℃ in 2-20℃. */
  amountsIn(term: string): string[] {
    if (!this.counts.test(term)) return [];
    return this.amounts.all(term).flatMap(({ digits, start, end }) => {
      if (digits.length < 2) return start > 0 || end < term.length ? [term.slice(start, end)] : [];
      const unit = term.slice(digits[1]![1], end);
      return digits.map(([from, to]) => term.slice(from, to) + unit);
    });
  }

  /** 2min as 2分钟 and 120秒, 72小时 as 3天: the same amount by all names of its unit and in the others of its kind. */
  private converted(digits: string): string[] {
    const [amount] = this.amounts.all(digits);
    const value = amount?.values[0];
    const own = amount && this.patterns.units[amount.unit.name];
    if (!own || amount.values.length > 1 || typeof value !== "number") return [];
    const { base, worth } = amount.unit;
    const found: string[] = [];
    for (const [kind = "", each = "1", ...names] of Object.values(this.patterns.units)) {
      const times = this.patterns.notations.convert[`${base}/${kind}`] ?? (kind === base ? 1 : 0);
      const count = (value * worth * times) / fraction(each);
      if (!Number.isInteger(count) || count < 1 || count > MOST_COUNTED) continue;
      const written = [String(count), this.words(String(count)), count === 2 ? this.patterns.writing.two : undefined];
      const gap = this.patterns.notations.joined ? "" : " ";
      for (const name of gap ? names.flatMap((one) => [one, `${one}s`]) : names)
        for (const number of written)
          if (number) found.push(digits.slice(0, amount.start) + number + gap + name + digits.slice(amount.end));
    }
    return found;
  }

  private clocks(digits: string): string[] {
    const time = this.amounts.all(digits).find(({ values }) => typeof values[0] === "string" && values.length === 1);
    if (!time) return [];
    const value = String(time.values[0]);
    const { clock, clock_whole: whole } = this.patterns.notations;
    return [...clock, ...(value.endsWith(":00") ? whole : [])].map(
      (template) => digits.slice(0, time.start) + this.clock(value, template) + digits.slice(time.end),
    );
  }

  /** A time of day, 07:45, as a template writes it. */
  private clock(value: string, template: string): string {
    const [hour = 0, minute = 0] = value.split(":").map(Number);
    const two = (n: number): string => String(n).padStart(2, "0");
    const half = this.patterns.writing.halves[hour < 12 || hour === 24 ? "am" : "pm"] ?? "";
    const facts: Record<string, string> = {
      hh: two(hour),
      h: String(hour),
      mm: two(minute),
      h12: String(hour % 12 || 12),
      half,
    };
    return template.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
  }

  /** 30分钟 as 半小时, 6个月 as 半年, and back. */
  private same(text: string): string[] {
    return this.patterns.notations.same.flatMap((group) => {
      const known = [...group]
        .sort((a, b) => b.length - a.length)
        .find((name) => text.includes(name) && !/\d/.test(text[text.indexOf(name) - 1] ?? ""));
      return known ? group.filter((name) => name !== known).map((name) => text.replace(known, name)) : [];
    });
  }
}

/** A text in which numbers from a thousand on have a comma every three digits, and one in which none has; [] if alike. */
function inThousands(text: string): string[] {
  const plain = text.replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
  return /\d{4}/.test(plain)
    ? [plain, plain.replace(/\d{4,}/g, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ","))]
    : [];
}

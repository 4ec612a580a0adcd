// Number words and what they count: 二十三 and twenty-three are 23, and back.
import type { Compile, Patterns } from "./patterns.js";

const VULGAR = /^(\d*) ?([½¼¾⅓⅔⅛])$/;

export class Numerals {
  private readonly token: RegExp;
  private readonly scales: ReadonlySet<number>;
  private readonly written: [number, string][];

  constructor(
    private readonly patterns: Patterns,
    compile: Compile,
  ) {
    this.token = compile("(?:{arabic})|{scale}|{tens}|{digit}", "g");
    this.scales = new Set(patterns.scales);
    this.written = Object.entries(patterns.writing.scales)
      .map(([value, name]): [number, string] => [Number(value), name])
      .sort((a, b) => b[0] - a[0]);
  }

  /** What a number counts that is written in digits, in words, or in both: 1,500, 3万, 1½, 一百零五. */
  value(text: string): number {
    const { values, elliptic } = this.patterns;
    const tokens = text.match(this.token) ?? [];
    const counts = tokens.map((token) => values[token] ?? arabic(token));
    const last = counts.length - 1;
    if (last > 0 && tokens.every((token, n) => token in values && counts[n]! < 10)) return Number(counts.join(""));
    if (
      elliptic &&
      last > 0 &&
      counts[last - 1]! > 10 &&
      counts[last]! > 0 &&
      counts[last]! < 10 &&
      tokens[last]! in values
    ) {
      counts[last] = (counts[last]! * counts[last - 1]!) / 10; // 三百五
    }
    const stack: number[] = []; // a scale multiplies all that stands before it and is smaller
    counts.forEach((value, n) => {
      let below = 0;
      if (tokens[n]! in values && this.scales.has(value))
        while (stack.length && stack[stack.length - 1]! < value) below += stack.pop()!;
      stack.push((below || 1) * value);
    });
    return stack.reduce((sum, value) => sum + value, 0);
  }

  /** A whole number from 0 on in words; undefined for others. */
  words(value: number, first = true): string | undefined {
    if (!Number.isSafeInteger(value) || value < 0 || value > 1e12) return undefined;
    const { digits, tens, blank, rest, gap, hyphen } = this.patterns.writing;
    if (value < digits.length) return digits[value];
    if (value < 100 && tens.length)
      return tens[Math.floor(value / 10) - 2]! + (value % 10 ? hyphen + digits[value % 10]! : "");
    const [scale, name] = this.written.find(([known]) => known <= value)!;
    const [count, left] = [Math.floor(value / scale), value % scale];
    const head = (first && count === 1 && scale === 10 ? "" : this.words(count, first)! + blank) + name;
    return left ? head + (left < 100 ? rest : blank) + (10 * left < scale ? gap : "") + this.words(left, false)! : head;
  }
}

/** What digits count: 1,500, 1½, 1 1/2, 2/3. */
function arabic(token: string): number {
  const [, whole, part] = VULGAR.exec(token) ?? [];
  if (part) return Number((whole ?? "").replace(/,/g, "")) + fraction(part.normalize("NFKC"));
  return token
    .replace(/,/g, "")
    .split(" ")
    .reduce((sum, text) => sum + fraction(text), 0);
}

/** What a text such as 3, 0.5, 1/60 or ½ (with the slash of fractions) counts. */
export function fraction(text: string): number {
  const [top, bottom = "1"] = text.split(/[/⁄]/);
  return Number(top) / Number(bottom);
}

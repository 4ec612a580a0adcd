// Notations as expressions, made of the tables of a language.
import { compiler, type Patterns } from "./patterns.js";

/** The patterns compiled, of which most queries need none: most have no number. */
export class Compiled {
  readonly start: RegExp;
  readonly word: RegExp;
  readonly percent: RegExp;
  readonly share: RegExp;
  readonly hour: RegExp;
  readonly unit: RegExp;
  readonly alike: [RegExp, readonly string[]][];

  constructor(patterns: Patterns) {
    const compile = compiler(patterns);
    const { alike, alike_not: not, percent, share, hour } = patterns.notations;
    const number = "((?:{word})|\\d+)";
    const template = (text: string): string => text?.replace("{of}", number).replace("{n}", number);
    this.start = compile(patterns.start, "");
    this.word = compile("(?:{word})", "g");
    this.percent = compile(template(percent), "g");
    this.share = compile(template(share), "g");
    this.hour = compile(hour, "");
    this.unit = compile("(\\d) +(?={unit})", "g");
    this.alike = alike.map((names) => [
      compile(
        `((?:\\d|{digit}|{scale}) ?)(?:${[...names].sort((a, b) => b.length - a.length).join("|")})(?![a-z]|${not})`,
        "g",
      ),
      names,
    ]);
  }
}

// Whether a line begins with the situation it is for: 客户投诉时，… or "When a patient arrives, …".
import { at, compiler, type Patterns } from "../language/patterns.js";

export class Situations {
  private readonly opens: RegExp;
  private readonly closes: RegExp;
  private readonly marks: RegExp;

  constructor(patterns: Patterns) {
    const compile = compiler(patterns);
    const { opens, closes, marks } = patterns.conditions;
    [this.opens, this.closes, this.marks] = [compile(opens), compile(closes, "g"), compile(marks, "")];
  }

  /** Whether the first clause of a folded line is one, by the words that open or close it. */
  begins(line: string): boolean {
    const opens = at(this.opens, line, 0);
    if (opens && !opens.groups?.["no"]) return true;
    const first = line.slice(0, this.marks.exec(line)?.index);
    return [...first.matchAll(this.closes)].some(({ groups }) => !groups?.["no"]);
  }
}

// Before noon or after it: what a line says of the part of the day holds for its later times, 晚上巡楼，十点三刻锁门.
import type { Amount } from "./amounts.js";
import { at, type Compile, type Patterns } from "./patterns.js";
import { clock, inDay, NOON, partOf } from "./reading.js";

const AHEAD = 40; // characters behind a time in which the part of the day is looked for, where nothing before names one

/** The part of the day along one text: asked for each of its times in order. */
export class Daytime {
  private part = "";
  private seen = 0;
  /** the time before, where the part of the day was that one's */
  private last = "";
  private readonly said: RegExp;
  private readonly start: RegExp;
  private readonly marks: RegExp;

  constructor(
    { clock: table, start, conditions }: Patterns,
    compile: Compile,
    private readonly text: string,
  ) {
    [this.said, this.start] = [compile(table.said, "g"), compile(start, "g")];
    this.marks = compile(conditions.marks, "g");
  }

  /** A time in the part of the day that the line says, where the time itself names none. */
  told(amount: Amount): Amount {
    const from = this.seen;
    this.seen = amount.end;
    if (amount.part) {
      [this.part, this.last] = [amount.part, String(amount.values[amount.values.length - 1])];
      return amount;
    }
    for (const word of this.text.slice(from, amount.start).matchAll(this.said)) {
      [this.part, this.last] = [partOf(word), ""];
    }
    const twelve = (this.part === "pm" || this.part === "night") && this.last > `${NOON}:59`;
    if (!amount.either && !twelve) return amount;
    const behind = this.part ? "" : this.behind(amount.end);
    const part = behind || this.part;
    const values = amount.values.map((value) => inPart(String(value), part));
    if (!part || values[0]! < this.last) return amount;
    if (!behind) this.last = values[values.length - 1]!;
    return { ...amount, values, either: false };
  }

  /** The part of the day named behind a time, in its clause and before the next number. */
  private behind(place: number): string {
    const ahead = this.text.slice(0, place + AHEAD);
    const stops = [this.marks, this.start].map((pattern) => at(pattern, ahead, place)?.index ?? ahead.length);
    const word = at(this.said, this.text.slice(0, Math.min(...stops)), place);
    return word ? partOf(word) : "";
  }
}

function inPart(time: string, part: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return clock((hour > 0 && hour <= NOON ? inDay(hour, part) : hour) * 60 + minute);
}

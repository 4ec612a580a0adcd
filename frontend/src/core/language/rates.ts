// What is so many each time: 每日巡查两次 is two times a day, 每小时5毫升 five millilitres an hour, 每日 alone once a day.
import type { Circumstances } from "./circumstances.js";
import type { Repetition } from "./patterns.js";
import type { Bounded } from "./quantity.js";
import { NO_UNIT, per, type Unit, type Units } from "./units.js";

/** A repetition without a number, as in 每日: how many quantities stand before it, where it stands, the unit it names. */
export type Again = readonly [number, number, number, string];

const APART = 8; // characters between a repetition and a quantity that it tells how often

export class Rates {
  private readonly counts: Unit;

  constructor(
    private readonly every: Repetition,
    private readonly units: Units,
    private readonly circumstances: Circumstances,
  ) {
    this.counts = units.called(every.counts);
  }

  /** The quantities of a text in order, with those that repetitions say, each as so many in a time. */
  joined(text: string, quantities: readonly Bounded[], again: readonly Again[]): Bounded[] {
    const found = [...quantities];
    const once: Bounded[] = [];
    again.forEach(([first, start, end, each], n) => {
      const { name } = this.units.named(each);
      if (this.counted(text, found, [first, again[n + 1]?.[0] ?? quantities.length], end, name)) return;
      const [unit, around] = [per(this.counts, name), [start, end] as const];
      once.push({ start, end, values: [1], unit, bound: "value", condition: "", words: "", around, either: false });
    });
    return [...found, ...once].sort((a, b) => a.start - b.start);
  }

  /** Whether a quantity that follows says how many there are each time; it is made a rate where it is one. */
  private counted(
    text: string,
    found: Bounded[],
    [from, to]: readonly [number, number],
    end: number,
    each: string,
  ): boolean {
    const rated = (k: number): void => {
      found[k] = { ...found[k]!, unit: per(found[k]!.unit, each) };
    };
    for (let k = from; k < to; k++) {
      if (this.circumstances.parts(text, end, found[k]!.start)) return false;
      if (found[k]!.unit.name !== this.counts.name) continue;
      rated(k);
      return true;
    }
    if (from >= to) return false;
    const { values, unit, around } = found[from]!;
    const between = text.slice(end, around[0]);
    if (typeof values[0] === "string") return !between.trim();
    if (unit === NO_UNIT || unit.name.includes("/") || this.every.lasting.includes(unit.base)) return false;
    if (!between.trim()) rated(from);
    return between.length <= APART;
  }
}

// Whether a number that was typed is the one the handbook says: half an hour, 30 min and 0.5 beside "hours" are one.

import type { Amounts } from "../language/amounts.js";
import { inDay } from "../language/reading.js";
import { NO_UNIT } from "../language/units.js";

/** A number as it is typed: its values, several for a range, times in minutes; and the unit that measures them. */
export interface Typed {
  readonly values: readonly number[];
  readonly base: string;
  readonly worth: number;
  /** whether it has a unit that is no mere word for what is counted: those are not compared */
  readonly measured: boolean;
  /** whether it is a time before noon or after it, and no word tells which */
  readonly either: boolean;
}

/** What a number question says of its answer, and what else it says. */
export interface Asked {
  readonly unit?: string;
  readonly tolerance?: number;
  readonly stem?: string;
  readonly explain?: string;
}

/** What of a number nothing is said. */
const BARE = { base: NO_UNIT.base, worth: 1, measured: false, either: false };

/** The numbers of a text, in any notation of the handbook's language; none where it has none. */
export function numeric(text: string, amounts?: Amounts): Typed[] {
  const found = amounts?.all(amounts.fold(text.trim())) ?? [];
  if (!found.length) {
    const digits = text
      .normalize("NFKC")
      .replace(/,/g, "")
      .match(/-?\d+(?:\.\d+)?/g);
    return (digits ?? []).map((number) => ({ values: [Number(number)], ...BARE }));
  }
  return found.map(({ values, unit, either }) => {
    const time = values.some((value) => typeof value === "string");
    return time
      ? { values: values.map((value) => minutes(String(value))), base: "time of day", worth: 1, measured: true, either }
      : {
          values: values.map(Number),
          base: unit.base,
          worth: unit.worth,
          measured: amounts!.units.measures(unit),
          either,
        };
  });
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

/**
 * Whether `typed` states the numbers of `key` within the tolerance, all of them and no other. A bare one is meant in the
 * unit beside the field, and a time that may be before noon or after it in a part of the day that the question names.
 */
export function isNear(key: string, typed: string, asked: Asked, amounts?: Amounts): boolean {
  const { unit = "", tolerance = 0, stem = "", explain = "" } = asked;
  const read = (text: string): One[] => {
    const bare = numeric(text, amounts);
    const last = bare[bare.length - 1];
    return each(last?.base === NO_UNIT.base && unit ? numeric(text + unit, amounts) : bare);
  };
  const [wanted, given] = [read(key), read(typed)];
  const parts = amounts?.partsOfDay(`${stem}\n${explain}`) ?? [];
  return (
    wanted.length > 0 &&
    wanted.length === given.length &&
    wanted.every((one, n) => readings(given[n]!, parts).some((other) => agrees(one, other, tolerance)))
  );
}

/** One value with its unit: bounds are compared one by one, so that a range may be written as two numbers. */
interface One extends Omit<Typed, "values"> {
  readonly value: number;
}

function each(numbers: readonly Typed[]): One[] {
  return numbers.flatMap(({ values, ...rest }) => values.map((value) => ({ ...rest, value })));
}

/** What a value may mean: a time that is written for both halves of the day also the later one, where that is named. */
function readings(one: One, parts: readonly string[]): One[] {
  const hour = Math.floor(one.value / 60);
  const later = one.either ? parts.map((part) => ({ ...one, value: one.value + 60 * (inDay(hour, part) - hour) })) : [];
  return [one, ...later];
}

function agrees(wanted: One, typed: One, tolerance: number): boolean {
  const within = (worth: number): boolean => Math.abs(wanted.value - typed.value * worth) <= tolerance + 1e-9;
  if (typed.base === wanted.base && within(typed.worth / wanted.worth)) return true;
  return !typed.measured && within(1);
}

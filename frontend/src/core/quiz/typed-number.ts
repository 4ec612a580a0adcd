// Whether a number that was typed is the one the handbook says: half an hour, 30 min and 0.5 beside "hours" are one.

import type { Amounts } from "../language/amounts.js";
import { NO_UNIT } from "../language/units.js";

/** A number as it is typed: its values, several for a range, times in minutes; and the unit that measures them. */
export interface Typed {
  readonly values: readonly number[];
  readonly base: string;
  readonly worth: number;
  /** whether it has a unit that is no mere word for what is counted: those are not compared */
  readonly measured: boolean;
}

/** What a number question says of its answer. */
export interface Asked {
  readonly unit?: string;
  readonly tolerance?: number;
}

/** The first number of a text, in any notation of the handbook's language; undefined where there is none. */
export function numeric(text: string, amounts?: Amounts): Typed | undefined {
  const [found] = amounts?.all(amounts.fold(text.trim())) ?? [];
  if (!found) {
    const digits = text
      .normalize("NFKC")
      .replace(/,/g, "")
      .match(/-?\d+(?:\.\d+)?/g);
    return digits ? { values: digits.map(Number), base: NO_UNIT.base, worth: 1, measured: false } : undefined;
  }
  if (found.values.some((value) => typeof value === "string")) {
    return {
      values: found.values.map((value) => minutes(String(value))),
      base: "time of day",
      worth: 1,
      measured: true,
    };
  }
  const { base, worth } = found.unit;
  return { values: found.values.map(Number), base, worth, measured: amounts!.units.measures(found.unit) };
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

/** Whether `typed` states the number of `key` within the tolerance; a bare one is meant in the unit beside the field. */
export function isNear(key: string, typed: string, asked: Asked, amounts?: Amounts): boolean {
  const { unit = "", tolerance = 0 } = asked;
  const read = (text: string): Typed | undefined => {
    const bare = numeric(text, amounts);
    return bare?.base === NO_UNIT.base && unit ? (numeric(text + unit, amounts) ?? bare) : bare;
  };
  const [wanted, given] = [read(key), read(typed)];
  return wanted !== undefined && given !== undefined && agrees(wanted, given, tolerance);
}

function agrees(wanted: Typed, typed: Typed, tolerance: number): boolean {
  const within = (worth: number): boolean =>
    wanted.values.length === typed.values.length &&
    wanted.values.every((value, n) => Math.abs(value - typed.values[n]! * worth) <= tolerance + 1e-9);
  if (typed.base === wanted.base && within(typed.worth / wanted.worth)) return true;
  return !typed.measured && within(1);
}

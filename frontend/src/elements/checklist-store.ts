// What a checklist keeps on the device: one key a line, one for the shift, one for the name.

import { type Shift, type Tick } from "../core/checklist/shift.js";
import { Shelf } from "../storage.js";

const isText = (value: unknown): value is string => typeof value === "string";

function texts(value: unknown, ...names: string[]): value is Record<string, string> {
  return typeof value === "object" && value !== null && names.every((name) => isText((value as Record<string, unknown>)[name]));
}

function isTick(value: unknown): value is Tick {
  return texts(value, "shift", "at", "by");
}

function isShift(value: unknown): value is Shift {
  if (!texts(value, "id", "began", "name")) return false;
  const end: unknown = (value as Record<string, unknown>)["end"];
  return end === undefined || texts(end, "at", "by", "reason");
}

export const ticks = new Shelf<Tick>("tick", isTick);
export const shifts = new Shelf<Shift>("shift", isShift);
export const person = new Shelf<string>("person", isText);

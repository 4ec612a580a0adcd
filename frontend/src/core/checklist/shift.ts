// A shift at a checklist: which lines are ticked, what is left, when the next shift begins afresh. No DOM, no storage.

import { csv as table } from "../csv.js";

/** One line ticked, in a shift. Kept under the line's own key, so that two tabs never overwrite each other's ticks. */
export interface Tick {
  readonly shift: string;
  /** when, as an ISO 8601 instant */
  readonly at: string;
  /** by whom; "" where no name was given */
  readonly by: string;
}

/** One run through a checklist. */
export interface Shift {
  readonly id: string;
  /** when its first line was ticked, as an ISO 8601 instant */
  readonly began: string;
  /** its name (早班), "" where shifts have none */
  readonly name: string;
  readonly end?: End;
}

/** How a shift was finished. */
export interface End {
  readonly at: string;
  readonly by: string;
  /** why lines were left, "" where none were */
  readonly reason: string;
}

/** How a checklist is signed: once a day, or once a shift. */
export type Cycle = "day" | "shift";

/** A shift as the handbook knows it: 早班 08:00–16:00. */
export interface Hours {
  readonly name: string;
  /** local times of the day, HH:MM up to 24:00; "" where the handbook names none */
  readonly from: string;
  readonly to: string;
}

/** When a checklist is done: how it is signed, and in which shifts. */
export interface Plan {
  readonly cycle: Cycle;
  readonly hours: readonly Hours[];
}

const HOUR = 3_600_000;

/** No shift is longer: a list that was left unfinished starts afresh after so many hours. */
export const LONGEST_SHIFT = 12;

/** A list outlives its day or shift for so many hours after it was last ticked: whoever works on it keeps it. */
export const WORKED_ON = 2;

/** A device that sets its clock right loses no ticks: a shift may have begun so many hours ahead of the time it is. */
export const CLOCK_SET_BACK = 1;

/** When the time of a shift is over, in milliseconds: at midnight, at the end of its hours, or after the longest shift. */
export function ends(shift: Shift, { cycle, hours }: Plan): number {
  const began = new Date(shift.began);
  if (cycle === "day") return new Date(began.getFullYear(), began.getMonth(), began.getDate() + 1).getTime();
  const latest = began.getTime() + LONGEST_SHIFT * HOUR;
  const to = hours.find(({ name }) => name === shift.name)?.to;
  if (!to) return latest;
  const today = clockTime(began, to);
  return Math.min(latest, today > began.getTime() ? today : clockTime(began, to, 1));
}

/** A local time of the day as an instant; the calendar knows how long the day is. */
function clockTime(date: Date, time: string, days = 0): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour, minute).getTime();
}

/** Whether `shift` still runs at `now`: its time is not over, or its `ticks` say that it is being worked on. */
export function runs(shift: Shift, plan: Plan, ticks: Iterable<Tick>, now: Date): boolean {
  const soonest = now.getTime() + CLOCK_SET_BACK * HOUR;
  if (!(new Date(shift.began).getTime() < soonest)) return false;
  if (now.getTime() < ends(shift, plan)) return true;
  const recent = now.getTime() - WORKED_ON * HOUR;
  return !shift.end && [...ticks].some(({ at }) => Date.parse(at) > recent && Date.parse(at) < soonest);
}

/** The name of the shift it is at `now`; "" where none is. */
export function shiftAt(hours: readonly Hours[], now: Date): string {
  const within = ({ from, to }: Hours): boolean => {
    if (!from) return false;
    const [begins, ends, time] = [clockTime(now, from), clockTime(now, to), now.getTime()];
    return begins < ends ? begins <= time && time < ends : begins <= time || time < ends;
  };
  return hours.find(within)?.name ?? "";
}

/** A shift that begins at `now`. Two tabs that begin one in the same instant begin the same one. */
export function begin(now: Date, name: string): Shift {
  return { id: now.toISOString(), began: now.toISOString(), name };
}

/** The ticks of this shift: those of earlier ones count no more. */
export function of(shift: Shift | undefined, ticks: ReadonlyMap<string, Tick>): Map<string, Tick> {
  return new Map([...ticks].filter(([, tick]) => tick.shift === shift?.id));
}

/** The lines still to do, in the order of the list. */
export function left(lines: readonly string[], ticks: ReadonlyMap<string, Tick>): string[] {
  return lines.filter((line) => !ticks.has(line));
}

/** The shift, finished; undefined where lines are left and no reason is given. */
export function finish(shift: Shift, open: number, end: End): Shift | undefined {
  const reason = end.reason.trim();
  if (open > 0 && reason === "") return undefined;
  return { ...shift, end: { ...end, reason: open > 0 ? reason : "" } };
}

/** One line of a run, as it stood on the page. */
export interface Row {
  readonly section: string;
  readonly text: string;
  readonly tick?: Tick | undefined;
}

/** A run that is over, kept with the words of its lines: the list may be another by then. */
export interface Run {
  readonly shift: Shift;
  readonly revision: string;
  readonly rows: readonly Row[];
}

/** Day and time of an instant, as the clock on the wall showed them: 2026-12-03 07:05; "" for no instant. */
export function local(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return "";
  const [month, day, hour, minute] = [date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes()].map(
    (n) => String(n).padStart(2, "0"),
  );
  return `${date.getFullYear()}-${month}-${day} ${hour}:${minute}`;
}

/** The run as a table for a spreadsheet, in local time; `head` are rows of facts above it. */
export function csv(
  head: ReadonlyArray<readonly string[]>,
  columns: readonly string[],
  rows: readonly Row[],
  yes: string,
  no: string,
): string {
  const body = rows.map(({ section, text, tick }) => [
    section,
    text,
    tick ? yes : no,
    local(tick?.at ?? ""),
    tick?.by ?? "",
  ]);
  return table([...head, [], columns, ...body]);
}

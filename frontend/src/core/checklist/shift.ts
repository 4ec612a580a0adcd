// A shift at a checklist: which lines are ticked, what is left, when the next shift begins afresh. No DOM, no storage.

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

/** No shift is longer: a list that was left unfinished starts afresh after so many hours. */
export const LONGEST_SHIFT = 12;

/** A device that sets its clock right loses no ticks: a shift may have begun so many hours ahead of the time it is. */
export const CLOCK_SET_BACK = 1;

/** Whether `shift` still runs at `now`: the same day, or no more than the longest shift ago. */
export function runs(shift: Shift, cycle: Cycle, now: Date): boolean {
  const began = new Date(shift.began);
  const hours = (now.getTime() - began.getTime()) / 3_600_000;
  if (!(hours > -CLOCK_SET_BACK)) return false;
  return cycle === "day" ? began.toDateString() === now.toDateString() : hours < LONGEST_SHIFT;
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

/** One line of the exported file. */
export interface Row {
  readonly section: string;
  readonly text: string;
  readonly tick: Tick | undefined;
}

/**
 * The shift as a table for a spreadsheet: comma-separated with a byte order mark, as Excel reads it.
 * `head` are rows of facts above it; a cell that a spreadsheet would run as a formula is made text.
 */
export function csv(head: ReadonlyArray<readonly string[]>, columns: readonly string[], rows: readonly Row[], yes: string, no: string): string {
  const body = rows.map(({ section, text, tick }) => [section, text, tick ? yes : no, tick?.at ?? "", tick?.by ?? ""]);
  return "\ufeff" + [...head, [], columns, ...body].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// When a question is asked again: FSRS, by ts-fsrs. Days, not minutes: what is missed comes back within the sitting anyway.

import { type Card, createEmptyCard, fsrs, Rating, State } from "ts-fsrs";

import { has } from "./bank.js";

const RETENTION = 0.9;
const DAY = 86_400_000;
/** Days until the next review from which a question counts as known; Anki calls such cards mature. */
const KNOWN = 21;
const scheduler = fsrs({ request_retention: RETENTION, enable_fuzz: false, enable_short_term: false });

/** What is kept of one question; times in milliseconds since 1970. */
export interface Memory {
  readonly revision: string;
  readonly due: number;
  readonly last: number;
  readonly stability: number;
  readonly difficulty: number;
  /** days from the last review to the next */
  readonly days: number;
  readonly reps: number;
  readonly lapses: number;
  /** how often it was missed */
  readonly missed: number;
}

export type Standing = "new" | "learning" | "known";

const LAST_DAY = Date.UTC(9000, 0);
const MANY = 1e6;
/** The least and the most each number of a memory may be, FSRS's own where it has some: a file may say anything. */
export const BOUNDS = {
  due: [0, 2 * LAST_DAY],
  last: [0, LAST_DAY],
  stability: [0.001, 36_500],
  difficulty: [1, 10],
  days: [0, 36_500],
  reps: [0, MANY],
  lapses: [0, MANY],
  missed: [0, MANY],
} as const;

export function isMemory(value: unknown): value is Memory {
  return (
    has(value, { revision: "string" }) &&
    Object.entries(BOUNDS).every(([name, [least, most]]) => {
      const number = value[name];
      return typeof number === "number" && number >= least && number <= most;
    })
  );
}

/** What is kept after an answer at time `now`. Of another revision the question was due, but what was learnt counts. */
export function remember(before: Memory | undefined, right: boolean, revision: string, now: number): Memory {
  const at = new Date(Math.max(now, before?.last ?? 0));
  const { card } = scheduler.next(
    before ? asCard(before) : createEmptyCard(at),
    at,
    right ? Rating.Good : Rating.Again,
  );
  const kept = (name: keyof typeof BOUNDS, number: number): number =>
    Math.min(Math.max(number, BOUNDS[name][0]), BOUNDS[name][1]); // or it would be no memory when it is read again
  return {
    revision,
    due: kept("due", card.due.getTime()),
    last: kept("last", at.getTime()),
    stability: kept("stability", card.stability),
    difficulty: kept("difficulty", card.difficulty),
    days: kept("days", card.scheduled_days),
    reps: kept("reps", card.reps),
    lapses: kept("lapses", card.lapses),
    missed: kept("missed", (before?.missed ?? 0) + (right ? 0 : 1)),
  };
}

function asCard(memory: Memory): Card {
  return {
    ...createEmptyCard(new Date(memory.last)),
    due: new Date(memory.due),
    last_review: new Date(memory.last),
    stability: memory.stability,
    difficulty: memory.difficulty,
    scheduled_days: memory.days,
    reps: memory.reps,
    lapses: memory.lapses,
    state: State.Review,
  };
}

/** Whether a question learnt before is due by the end of the day of `now`, or its line has changed since. */
export function isDue(memory: Memory | undefined, revision: string, now: number): boolean {
  if (!memory) return false;
  const end = new Date(now);
  end.setHours(23, 59, 59, 999);
  return memory.revision !== revision || memory.due <= end.getTime();
}

/** How well a question is known. */
export function standing(memory: Memory | undefined, revision: string): Standing {
  if (!memory) return "new";
  return memory.revision === revision && memory.days >= KNOWN ? "known" : "learning";
}

/** The local day of a time as YYYY-MM-DD. */
export function day(time: number): string {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

/** How many days in a row there are up to today, or up to yesterday where today is still to come. */
export function streak(days: ReadonlySet<string>, now: number): number {
  const noon = new Date(now).setHours(12, 0, 0, 0);
  const back = (n: number): string => day(noon - n * DAY);
  let n = days.has(back(0)) ? 0 : 1;
  const first = n;
  while (days.has(back(n))) n++;
  return n - first;
}

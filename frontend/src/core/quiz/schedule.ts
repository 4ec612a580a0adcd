// When a question is asked again: FSRS, by ts-fsrs. Days, not minutes: what is missed comes back within the sitting anyway.

import { createEmptyCard, fsrs, Rating, State, type Card } from "ts-fsrs";

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
  /** how often it was missed, whatever the revision */
  readonly missed: number;
}

export type Standing = "new" | "learning" | "known";

export function isMemory(value: unknown): value is Memory {
  const numbers = ["due", "last", "stability", "difficulty", "days", "reps", "lapses", "missed"] as const;
  return (
    has(value, { revision: "string", ...Object.fromEntries(numbers.map((name) => [name, "number" as const])) }) &&
    numbers.every((name) => Number.isFinite(value[name]) && (value[name] as number) >= 0)
  );
}

/** What is kept after an answer at time `now`. A question of another revision begins anew. */
export function remember(before: Memory | undefined, right: boolean, revision: string, now: number): Memory {
  const known = before?.revision === revision ? before : undefined;
  const at = new Date(Math.max(now, known?.last ?? 0));
  const { card } = scheduler.next(known ? asCard(known) : createEmptyCard(at), at, right ? Rating.Good : Rating.Again);
  return {
    revision,
    due: card.due.getTime(),
    last: at.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    days: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
    missed: (before?.missed ?? 0) + (right ? 0 : 1),
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

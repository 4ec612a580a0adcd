// When a question is asked again: FSRS-6, by the formulas of ts-fsrs. Its scheduler counts days of UTC and is not asked.
//
// Only the first answer of a learner's day says how well something is remembered; what comes after it, once the right
// answer was shown, is practice and changes nothing (so does FSRS's author: fsrs4anki #628).

import { fsrs, Rating } from "ts-fsrs";

import { has, type Question } from "./bank.js";
import { dayOf } from "./day.js";
import type { Judgement } from "./grade.js";
import { type Load, placed } from "./spread.js";

export { date as day } from "./day.js";

const DAY = 86_400_000;
/** How likely a question is to be known when it is due: above 0.9 also for a memory that is a fifth worse than most. */
const RETENTION = 0.95;
/** Days after which everything is asked again, however well it was known: handbooks and people change. */
const LONGEST = 180;
/** Days of stability from which a question may count as known; Anki calls such cards mature. */
const KNOWN = 21;
/** How likely a question is to be known that was never asked, and how likely at most, where luck may have answered it. */
const UNASKED = 0.3;
const SUREST = 0.8;
/** How often a question has to be missed until reading its line helps more than asking again. */
const LEECH = 6;
const model = fsrs({
  request_retention: RETENTION,
  maximum_interval: LONGEST,
  enable_fuzz: false,
  enable_short_term: false,
});

/** What is kept of one question; times in milliseconds since 1970. What is optional, pages of 0.2 did not write. */
export interface Memory {
  readonly revision: string;
  /** what the right answer was, as the bank's digest of it */
  readonly answer?: string;
  /** what pages of 0.2 go by that are still open; others take `last` and `days` */
  readonly due: number;
  /** the last answer that counted */
  readonly last: number;
  /** days in which what is known falls to nine of ten */
  readonly stability: number;
  readonly difficulty: number;
  /** learner's days from the last answer that counted to the next */
  readonly days: number;
  readonly reps: number;
  readonly lapses: number;
  /** on how many days it was missed */
  readonly missed: number;
  /** whether, since it was missed last, the program itself found an answer right that could not be picked */
  readonly checked?: boolean;
}

export type Standing = "new" | "learning" | "known";
/** What of a question its memory depends on. */
export type Asked = Pick<Question, "revision" | "answer">;
/** What of a judgement counts. */
export type Verdict = Pick<Judgement, "right" | "checked" | "luck">;

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
    ["string", "undefined"].includes(typeof value["answer"]) &&
    ["boolean", "undefined"].includes(typeof value["checked"]) &&
    Object.entries(BOUNDS).every(([name, [least, most]]) => {
      const number = value[name];
      return typeof number === "number" && number >= least && number <= most;
    })
  );
}

/**
 * What is kept after an answer at time `now`. An answer that does not count leaves what was there. Of another revision
 * the question was due, but what was learnt counts; with another answer it begins anew.
 */
export function remember(
  kept: Memory | undefined,
  question: Asked,
  { right, checked, luck }: Verdict,
  now: number,
  load: Load = () => 0,
): Memory {
  const before = kept && !isOther(kept, question) ? kept : undefined;
  if (before && isPractice(before, question, now)) return before;
  const state = before && { stability: before.stability, difficulty: before.difficulty };
  const elapsed = before ? Math.min(Math.max(dayOf(now) - dayOf(before.last), 0), LONGEST) : 0;
  const [hit, miss] = [Rating.Good, Rating.Again].map((rating) => model.next_state(state ?? null, elapsed, rating));
  const known = state ? model.forgetting_curve(elapsed, state.stability) : UNASKED;
  const share = right ? knew(known, luck) : 0;
  const between = hit!.stability ** share * miss!.stability ** (1 - share);
  const stability = bound("stability", right && state ? Math.max(between, state.stability) : between);
  const days = placed(model.next_interval(stability, elapsed), load);
  return {
    revision: question.revision,
    ...(question.answer !== undefined && { answer: question.answer }),
    due: bound("due", now + days * DAY),
    last: bound("last", now),
    stability,
    difficulty: bound("difficulty", hit!.difficulty * share + miss!.difficulty * (1 - share)),
    days: bound("days", days),
    reps: bound("reps", (before?.reps ?? 0) + 1),
    lapses: bound("lapses", (before?.lapses ?? 0) + (before && !right ? 1 : 0)),
    missed: bound("missed", (before?.missed ?? 0) + (right ? 0 : 1)),
    checked: right && (checked || (before !== undefined && before.checked !== false)),
  };
}

/** How likely he knew it who was right: he may have been lucky, and by Bayes' rule the truth lies between hit and miss. */
function knew(before: number, luck: number): number {
  const sure = Math.min(before, SUREST);
  return sure / (sure + (1 - sure) * luck);
}

/** A number within its bounds, or what is kept would be no memory when it is read again. */
function bound(name: keyof typeof BOUNDS, number: number): number {
  return Math.min(Math.max(number, BOUNDS[name][0]), BOUNDS[name][1]);
}

/** Whether what is remembered is another answer than that of today. */
function isOther({ answer }: Memory, question: Asked): boolean {
  return answer !== undefined && question.answer !== undefined && answer !== question.answer;
}

/** Whether a question was answered today already, as it stands now. */
function isPractice(memory: Memory, question: Asked, now: number): boolean {
  return memory.revision === question.revision && isOf(memory, now);
}

/** Whether the last answer that counted is of the day of `now`. */
export function isOf(memory: Memory | undefined, now: number): boolean {
  return memory !== undefined && dayOf(memory.last) === dayOf(now);
}

/** The day a question is due, as `dayOf` counts; what was answered by a clock that was ahead is due now. */
export function dueDay(memory: Memory, now: number): number {
  const [last, today] = [dayOf(memory.last), dayOf(now)];
  return last > today ? today : last + Math.min(Math.round(memory.days), LONGEST);
}

/** Whether a question learnt before is due on the day of `now`, or its line has changed since. */
export function isDue(memory: Memory | undefined, question: Asked, now: number): boolean {
  if (!memory) return false;
  return isOther(memory, question) || memory.revision !== question.revision || dueDay(memory, now) <= dayOf(now);
}

/** How likely a question is still known, from 0 to 1. */
export function chance(memory: Memory, now: number): number {
  return model.forgetting_curve(Math.max(dayOf(now) - dayOf(memory.last), 0), memory.stability);
}

/** How well a question is known. What could only be picked or was judged by the learner himself is not known for sure. */
export function standing(memory: Memory | undefined, question: Asked): Standing {
  if (!memory || isOther(memory, question)) return "new";
  return isRipe(memory, question) && memory.checked !== false ? "known" : "learning";
}

/** Whether a question would be known if the program had checked it. */
export function isRipe(memory: Memory | undefined, question: Asked): boolean {
  return memory !== undefined && memory.revision === question.revision && Math.round(memory.stability) >= KNOWN;
}

/** Whether a question is missed again and again: its line is to be read before it is asked once more. */
export function isLeech(memory: Memory | undefined, question: Asked): boolean {
  return memory !== undefined && memory.missed >= LEECH && standing(memory, question) === "learning";
}

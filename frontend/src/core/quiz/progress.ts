// How far someone has come.

import type { Question } from "./bank.js";
import { dayOf } from "./day.js";
import { isLeech, type Memory, type Standing, standing } from "./schedule.js";

export type Tally = Readonly<Record<Standing, number>>;

/** How many questions are known, being learnt and new. */
export function tally(questions: readonly Question[], memories: (id: string) => Memory | undefined): Tally {
  const count = { known: 0, learning: 0, new: 0 };
  for (const question of questions) count[standing(memories(question.id), question)]++;
  return count;
}

/** The questions missed most often, the worst first; none that was never missed. */
export function weakest(
  questions: readonly Question[],
  memories: (id: string) => Memory | undefined,
  count: number,
): { question: Question; missed: number }[] {
  return questions
    .map((question) => ({ question, missed: memories(question.id)?.missed ?? 0 }))
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => b.missed - a.missed || (a.question.id < b.question.id ? -1 : 1))
    .slice(0, count);
}

/** The questions that are missed again and again, each once. */
export function leeches(questions: readonly Question[], memories: (id: string) => Memory | undefined): Question[] {
  const found = questions.filter((question) => isLeech(memories(question.id), question));
  return [...new Map(found.map((question) => [question.id, question])).values()];
}

/** Which of two memories of one question is kept at `now`: the later one, but none of a day that is still to come. */
export function later(a: Memory | undefined, b: Memory, now: number): Memory {
  if (!a) return b;
  const [early, late] = a.last >= b.last ? [b, a] : [a, b];
  return dayOf(late.last) > dayOf(now) ? early : late;
}

/** Memories of the questions there are; all of them where nobody knows which those are. */
export function living(
  memories: ReadonlyMap<string, Memory>,
  ids: ReadonlySet<string> | undefined,
): Map<string, Memory> {
  return new Map([...memories].filter(([id]) => !ids || ids.has(id)));
}

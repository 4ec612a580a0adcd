// Drawing questions by a seed: the same seed draws the same questions in the same order from the same bank.

import { linesOf, type Question } from "./bank.js";
import { dayOf } from "./day.js";
import { chance, dueDay, isDue, isLeech, isOf, type Memory } from "./schedule.js";
import { unspoilt } from "./spoil.js";

/** How many questions not seen before a day brings at most, where the learner did not say otherwise. */
export const FRESH = 10;
/** How many questions a review brings: three minutes, with what is missed and comes back. More that is due comes in the next. */
export const PORTION = 12;

/** How likely a question is to be known below which it can wait no longer. */
const LOST = 0.8;

/** A number from 0 up to 2^32 that depends on nothing but the text (FNV-1a, then mixed as in MurmurHash3). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Questions in an order the seed decides; each keeps its place among the others when some are added. */
export function shuffled(questions: readonly Question[], seed: string): Question[] {
  const rank = new Map(questions.map((question) => [question.id, hash(`${seed}|${question.id}`)]));
  return [...questions].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
}

type Memories = (id: string) => Memory | undefined;

/** Questions, each once. */
const once = (questions: readonly Question[]): Question[] => [
  ...new Map(questions.map((question) => [question.id, question])).values(),
];

/** What is due on the day of `now`: the longest overdue first, of those the least likely to be known. */
export function due(questions: readonly Question[], memories: Memories, now: number): Question[] {
  return once(questions)
    .flatMap((question) => {
      const memory = memories(question.id);
      return memory && isDue(memory, question, now)
        ? { question, day: Math.min(dueDay(memory, now), dayOf(now)), chance: chance(memory, now) }
        : [];
    })
    .sort((a, b) => a.day - b.day || a.chance - b.chance)
    .map(({ question }) => question);
}

/**
 * What a review asks at `now`: of what is due one portion, and where that is all, what is left of the day's `fresh` new
 * ones, in the order of `questions`. Of questions about one line a day has one, and none is asked after what is shown
 * told its answer.
 */
export function review(
  questions: readonly Question[],
  memories: Memories,
  now: number,
  fresh: number = FRESH,
): Question[] {
  const unique = once(questions);
  const today = unique.filter((question) => {
    const memory = memories(question.id);
    return isOf(memory, now) && !isDue(memory, question, now);
  });
  const lines = new Set(today.flatMap(linesOf));
  const others = (some: readonly Question[], most = some.length): Question[] => {
    const found: Question[] = [];
    for (const question of some) {
      const about = linesOf(question);
      if (found.length >= most) break;
      if (about.some((line) => line !== "" && lines.has(line))) continue;
      for (const line of about) lines.add(line);
      found.push(question);
    }
    return found;
  };
  const waiting = due(unique, memories, now);
  const begun = today.filter(({ id }) => memories(id)?.reps === 1).length;
  const room = Math.min(fresh - begun, Math.max(PORTION, fresh) - waiting.length);
  const unseen = waiting.length > PORTION ? [] : unique.filter(({ id }) => !memories(id));
  // A line's new questions come before those of it that are due, which would keep them waiting for ever; but not before
  // one that is nearly forgotten, unless it always is.
  const lost = waiting.filter((question) => {
    const memory = memories(question.id)!;
    return chance(memory, now) < LOST && !isLeech(memory, question);
  });
  const urgent = others(lost, PORTION);
  const begin = others(unseen, room);
  const rest = others(waiting, PORTION - urgent.length);
  const asked = new Set([...urgent, ...rest]);
  const { kept, left } = unspoilt([...waiting.filter((question) => asked.has(question)), ...begin]);
  // Others take the place of what is left for another day.
  return unspoilt([...kept, ...others(unseen, Math.min(left.length, room))]).kept;
}

// Drawing questions by a seed: the same seed draws the same questions in the same order from the same bank.

import type { Question } from "./bank.js";
import { isDue, type Memory } from "./schedule.js";

/** How many questions not seen before a day's review brings at most. */
export const FRESH = 10;

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

/** `count` questions by seed, each once, none of which the learner grades himself. */
export function exam(questions: readonly Question[], count: number, seed: string): Question[] {
  const unique = new Map(
    questions.filter(({ answering }) => answering !== "recall" && answering !== "list").map((q) => [q.id, q]),
  );
  return shuffled([...unique.values()], seed).slice(0, count);
}

/** What a day's review asks: all that is due, the longest overdue first, then a few that are new. */
export function review(
  questions: readonly Question[],
  memories: (id: string) => Memory | undefined,
  now: number,
  seed: string,
  fresh: number = FRESH,
): Question[] {
  const unique = [...new Map(questions.map((question) => [question.id, question])).values()];
  const due = unique
    .map((question) => ({ question, memory: memories(question.id) }))
    .filter(({ question, memory }) => isDue(memory, question.revision, now))
    .sort((a, b) => (a.memory?.due ?? 0) - (b.memory?.due ?? 0));
  const unseen = unique.filter((question) => !memories(question.id));
  return [...due.map(({ question }) => question), ...shuffled(unseen, seed).slice(0, fresh)];
}

// What quizzes keep on the device: one key a question, one a day, one a chosen post.

import type { Question } from "../core/quiz/bank.js";
import { later, type Progress } from "../core/quiz/progress.js";
import { day, isMemory, remember, type Memory } from "../core/quiz/schedule.js";
import { Shelf } from "../storage.js";

const isTrue = (value: unknown): value is true => value === true;

const memories = new Shelf<Memory>("quiz", isMemory);
const days = new Shelf<true>("quiz-day", isTrue);
const posts = new Shelf<true>("quiz-post", isTrue);

/** What is remembered of each question now: read once, as reading is what takes time where hundreds are asked about. */
export function remembered(): (id: string) => Memory | undefined {
  const kept = memories.entries();
  return (id) => kept.get(id);
}

/** Keep that a question was answered now. */
export function answered(question: Question, right: boolean, now: number = Date.now()): void {
  memories.set(question.id, remember(memories.get(question.id), right, question.revision, now));
  days.set(day(now), true);
}

export const daysDone = (): Set<string> => new Set(days.entries().keys());

export const chosen = (): Set<string> => new Set(posts.entries().keys());

export function choose(post: string, wanted: boolean): void {
  if (wanted) posts.set(post, true);
  else posts.delete(post);
}

export function everything(): Progress {
  return { memories: memories.entries(), days: daysDone(), posts: chosen() };
}

/** Add what a file brings; of two memories of one question the later one stays. */
export function add(progress: Progress): void {
  for (const [id, brought] of progress.memories) memories.set(id, later(memories.get(id), brought));
  for (const done of progress.days) days.set(done, true);
  for (const post of progress.posts) posts.set(post, true);
}

// What quizzes keep on the device: one key a question, one a day, one a chosen post.

import type { Question } from "../core/quiz/bank.js";
import { later, type Progress } from "../core/quiz/progress.js";
import { day, isMemory, type Memory, remember } from "../core/quiz/schedule.js";
import { persist, Shelf } from "../storage.js";

const isTrue = (value: unknown): value is true => value === true;

const memories = new Shelf<Memory>("quiz", isMemory);
const days = new Shelf<true>("quiz-day", isTrue);
const posts = new Shelf<true>("quiz-post", isTrue);
/** When progress was exported last, and when its owner was reminded of it and put it off. */
const exports = new Shelf<number>("export", (value): value is number => Number.isFinite(value));

/** Answered questions from which a browser may be asked to keep them: Firefox asks its user in turn. */
const WORTH_ASKING = 5;

/** What is remembered of each question now: read once, as reading is what takes time where hundreds are asked about. */
export function remembered(): (id: string) => Memory | undefined {
  const kept = memories.entries();
  return (id) => kept.get(id);
}

/** What is remembered of one question now. */
export const recalled = (id: string): Memory | undefined => memories.get(id);

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
  return { site: window.rolebookSite ?? "", memories: memories.entries(), days: daysDone(), posts: chosen() };
}

/**
 * Add what a file brings; of two memories of one question the later one stays. Returns how many questions of the file
 * are kept now: fewer than it has where there is no room.
 */
export function add(progress: Progress): number {
  let kept = 0;
  for (const [id, brought] of progress.memories) {
    const before = memories.get(id);
    if (memories.set(id, later(before, brought))) kept++;
  }
  for (const done of progress.days) days.set(done, true);
  for (const post of progress.posts) posts.set(post, true);
  return kept;
}

/**
 * Note that progress was exported now (`done`), or that its owner does not want to yet (`later`): all of it, also what a
 * wrong clock put into the future.
 */
export function noted(what: "done" | "later", now: number = Date.now()): void {
  exports.set(
    what,
    [...memories.entries().values()].reduce((latest, { last }) => Math.max(latest, last), now),
  );
}

/** How many questions were answered since progress was exported last, or its owner put that off. */
export function unexported(): number {
  const since = Math.max(exports.get("done") ?? 0, exports.get("later") ?? 0);
  return [...memories.entries().values()].filter(({ last }) => last > since).length;
}

/** A sitting is over: what was learnt is worth that the browser does not clear it. */
export function worthKeeping(): void {
  if (memories.entries().size >= WORTH_ASKING) persist();
}

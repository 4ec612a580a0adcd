// What exams keep on the device: the one that runs, an answer a question, and those that were handed in.

import { type Attempt, isAbout, isAttempt } from "../core/quiz/attempt.js";
import { type Draft, isDraft, isPaper, type Paper } from "../core/quiz/exam.js";
import { Shelf } from "../storage.js";

const papers = new Shelf<Paper>("exam", isPaper);
const drafts = new Shelf<Draft>("exam-answer", isDraft);
const attempts = new Shelf<Attempt>("exam-done", isAttempt);
/** One exam at a time. */
const RUNNING = "running";

export const running = (): Paper | undefined => papers.get(RUNNING);

export const drafted = (): Map<string, Draft> => drafts.entries();

/** Begin a paper; nothing of an earlier one is left. */
export function begin(paper: Paper): void {
  for (const id of drafts.entries().keys()) drafts.delete(id);
  papers.set(RUNNING, paper);
}

/** Keep what was answered to a question so far. */
export const draft = (id: string, so_far: Draft): unknown => drafts.set(id, so_far);

/** All exams that were handed in, each under the instant it began, the earliest first. */
export const handedIn = (): Map<string, Attempt> => attempts.entries();

/** Forget the paper that runs. */
export function drop(): void {
  papers.delete(RUNNING);
  for (const id of drafts.entries().keys()) drafts.delete(id);
}

/** Hand a paper in: of two tabs with one paper the first counts. Returns what counts. */
export function handIn(paper: Paper, attempt: Attempt): Attempt {
  const counted = attempts.get(String(paper.began)) ?? attempt;
  attempts.set(String(paper.began), counted);
  if (running()?.began === paper.began) drop();
  return counted;
}

/** Exams about these records that were handed in. */
export const earlier = (posts: readonly string[]): Attempt[] =>
  [...attempts.entries().values()].filter((attempt) => isAbout(attempt, posts));

/** Take exams that another device brings; what is here stays. */
export function bring(exams: ReadonlyMap<string, Attempt>): void {
  for (const [id, attempt] of exams) if (!attempts.get(id)) attempts.set(id, attempt);
}

// What quizzes keep on the device: one key a question, one a day, one a chosen post.

import type { Question } from "../core/quiz/bank.js";
import { dayOf, named } from "../core/quiz/day.js";
import { FRESH } from "../core/quiz/draw.js";
import { later, living } from "../core/quiz/progress.js";
import type { Found, Progress } from "../core/quiz/progress-file.js";
import { dueDay, isMemory, type Memory, remember, type Verdict } from "../core/quiz/schedule.js";
import { signedBy } from "../profiles.js";
import { ourKeys, persist, Shelf } from "../storage.js";
import { bring, handedIn } from "./exam-store.js";

const isTrue = (value: unknown): value is true => value === true;

const memories = new Shelf<Memory>("quiz", isMemory);
const days = new Shelf<true>("quiz-day", isTrue);
const POSTS = "quiz-post";
const posts = new Shelf<true>(POSTS, isTrue);
const settings = new Shelf<number>("quiz-set", (value): value is number => Number.isInteger(value));
/** When progress was exported last, and when its owner was reminded of it and put it off. */
const exports = new Shelf<number>("export", (value): value is number => Number.isFinite(value));

/** Answered questions from which a browser may be asked to keep them: Firefox asks its user in turn. */
const WORTH_ASKING = 5;

/** What is remembered of each question now: read once, as reading is what takes time where hundreds are asked about. */
export function remembered(): (id: string) => Memory | undefined {
  const kept = memories.entries();
  return (id) => kept.get(id);
}

/** The questions of which something is remembered. */
export const rememberedIds = (): string[] => [...memories.entries().keys()];

/** What is remembered of one question now. */
export const recalled = (id: string): Memory | undefined => memories.get(id);

/** How many questions are due on each day, by the memories kept: counted once a page and day, then kept up to date. */
let loads: { readonly today: number; readonly due: Map<number, number> } | undefined;

function counted(now: number): Map<number, number> {
  const today = dayOf(now);
  if (loads?.today !== today) {
    loads = { today, due: new Map() };
    for (const memory of memories.entries().values()) count(loads.due, dueDay(memory, now), 1);
  }
  return loads.due;
}

const count = (due: Map<number, number>, day: number, more: number): unknown =>
  due.set(day, (due.get(day) ?? 0) + more);

/** Keep that a question was answered now, and return what is remembered of it. */
export function answered(question: Question, verdict: Verdict, now: number = Date.now()): Memory {
  const due = counted(now);
  const before = memories.get(question.id);
  const after = remember(before, question, verdict, now, (days) => due.get(dayOf(now) + days) ?? 0);
  if (after !== before) {
    if (before) count(due, dueDay(before, now), -1);
    count(due, dueDay(after, now), 1);
    memories.set(question.id, after);
  }
  days.set(named(dayOf(now)), true);
  return after;
}

/** How many new questions a day the learner wants at most. */
export const fresh = (): number => settings.get("fresh") ?? FRESH;

export function wantFresh(count: number): void {
  settings.set("fresh", count);
}

export const daysDone = (): Set<string> => new Set(days.entries().keys());

export const chosen = (): Set<string> => new Set(posts.entries().keys());

/** What anyone has chosen who shares the device. */
export const everyonesChosen = (): Set<string> =>
  new Set([...chosen(), ...ourKeys().flatMap((key) => key.split(`:${POSTS}:`)[1] ?? [])]);

export function choose(post: string, wanted: boolean): void {
  if (wanted) posts.set(post, true);
  else posts.delete(post);
  globalThis.document?.dispatchEvent(new Event("chosen"));
}

/** All progress; `ids` are the questions there are, undefined where nobody knows. */
export function everything(ids: ReadonlySet<string> | undefined, now: number = Date.now()): Progress {
  return {
    site: window.rolebookSite ?? "",
    name: signedBy(),
    saved: now,
    memories: living(memories.entries(), ids),
    days: daysDone(),
    posts: chosen(),
    exams: handedIn(),
  };
}

/**
 * Add what a file brings; of two memories of one question the later one stays. Exams of a file that was changed are not
 * taken, as the next export would pass them on as whole. Returns how many questions of the file are kept now: fewer than
 * it has where there is no room.
 */
export function add(progress: Found, now: number = Date.now()): number {
  let kept = 0;
  loads = undefined;
  for (const [id, brought] of progress.memories) {
    const before = memories.get(id);
    if (memories.set(id, later(before, brought, now))) kept++;
  }
  for (const done of progress.days) days.set(done, true);
  for (const post of progress.posts) posts.set(post, true);
  if (progress.state === "whole") bring(progress.exams);
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

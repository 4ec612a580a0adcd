// What remains of an exam that was handed in: its record, to be printed, signed and sent.

import { has } from "./bank.js";
import { checksum } from "./checksum.js";
import { date } from "./day.js";
import { isOpen, type Paper } from "./exam.js";
import type { Sitting } from "./sitting.js";

export interface Attempt {
  readonly posts: readonly string[];
  /** the paper's number */
  readonly paper: string;
  /** of the bank */
  readonly revision: string;
  readonly attempt: number;
  /** the day it was handed in, YYYY-MM-DD */
  readonly day: string;
  /** from the first question until it was handed in */
  readonly seconds: number;
  /** questions it had, answered, answered right */
  readonly total: number;
  readonly answered: number;
  readonly right: number;
  /** right ones among them that had nothing to pick from */
  readonly open: number;
  /** percent from which it is passed */
  readonly pass: number;
  /** ids of the questions that were missed */
  readonly missed: readonly string[];
}

const COUNTS = {
  attempt: "number",
  seconds: "number",
  total: "number",
  answered: "number",
  right: "number",
  open: "number",
  pass: "number",
} as const;
const texts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === "string");

export function isAttempt(value: unknown): value is Attempt {
  if (!has(value, { paper: "string", revision: "string", day: "string", ...COUNTS })) return false;
  const { total, answered, right, open } = value as unknown as Attempt;
  return (
    Object.keys(COUNTS).every((name) => Number.isSafeInteger(value[name]) && Number(value[name]) >= 0) &&
    total > 0 &&
    open <= right &&
    right <= answered &&
    answered <= total &&
    /^\d{4}-\d\d-\d\d$/.test(String(value["day"])) &&
    texts(value["posts"]) &&
    texts(value["missed"])
  );
}

/** The record of a paper handed in at `now`. Time that ran out counts no longer than it was. */
export function attempted(paper: Paper, { first, total, score }: Sitting, now: number): Attempt {
  const done = Math.min(now, paper.closes ?? now);
  const right = new Set(first.filter((answer) => answer.right).map(({ question }) => question.id));
  return {
    posts: paper.posts,
    paper: paper.number,
    revision: paper.revision,
    attempt: paper.attempt,
    day: date(done),
    seconds: Math.max(0, Math.round((done - paper.began) / 1000)),
    total,
    answered: first.filter(({ given }) => given.length).length,
    right: score,
    open: first.filter((answer) => answer.right && isOpen(answer.question)).length,
    pass: paper.pass,
    missed: paper.asked.map(([id]) => id).filter((id) => !right.has(id)),
  };
}

/** Percent of the questions that were right, in whole points; never rounded up to a pass mark that was not reached. */
export function mark({ right, total, pass }: Attempt): number {
  const exact = (100 * right) / total;
  return exact < pass ? Math.min(Math.round(exact), pass - 1) : Math.round(exact);
}

/** Whether it is passed: what could be picked alone is no proof. */
export function isPassed(attempt: Attempt): boolean {
  return mark(attempt) >= attempt.pass && attempt.open > 0;
}

/** What stands on the printed record and in the file, so that the two can be compared. */
export function code(attempt: Attempt): string {
  return checksum(attempt).slice(0, 8);
}

/** Whether two exams are about the same records. */
export function isAbout(attempt: Attempt, posts: readonly string[]): boolean {
  return attempt.posts.length === posts.length && attempt.posts.every((post) => posts.includes(post));
}

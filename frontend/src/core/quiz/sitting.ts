// A sitting: questions one after the other; what is missed comes back after a few others, until it is right.

import type { Question } from "./bank.js";

/** How many other questions stand between a miss and its return. */
const GAP = 3;

export interface Given {
  readonly question: Question;
  readonly given: readonly string[];
  readonly right: boolean;
}

export class Sitting {
  /** first answers, in the order they were given: what is scored */
  readonly first: Given[] = [];
  private readonly queue: Question[];
  private readonly asked = new Set<string>();

  /** @param returns whether missed questions come back; in an exam they do not */
  constructor(
    questions: readonly Question[],
    private readonly returns = true,
  ) {
    this.queue = [...questions];
    this.total = questions.length;
  }

  readonly total: number;

  /** The question to be answered now; undefined at the end. */
  get current(): Question | undefined {
    return this.queue[0];
  }

  /** How many questions are done with: those answered right, in an exam all that were answered. */
  get done(): number {
    return this.total - this.queue.length;
  }

  /** The questions still to come, the current one first. */
  get ahead(): readonly Question[] {
    return this.queue;
  }

  /** How many were right the first time. */
  get score(): number {
    return this.first.filter((answer) => answer.right).length;
  }

  /** First answers that were wrong. */
  get missed(): Given[] {
    return this.first.filter((answer) => !answer.right);
  }

  /** Whether the current question is asked for the first time in this sitting. */
  get fresh(): boolean {
    return this.current !== undefined && !this.asked.has(this.current.id);
  }

  /** Take the answer to the current question, in the form it was `shown` in, and go on to the next. */
  answer(given: readonly string[], right: boolean, shown = this.current): void {
    const question = this.queue.shift();
    if (!question || !shown) return;
    if (!this.asked.has(question.id)) this.first.push({ question: shown, given, right });
    this.asked.add(question.id);
    if (!right && this.returns) this.queue.splice(Math.min(GAP, this.queue.length), 0, question);
  }
}

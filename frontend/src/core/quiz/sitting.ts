// A sitting: questions one after the other, new lines shown before they are asked about; what is missed comes back after
// a few others, until it is right.

import type { Question } from "./bank.js";

/** How many other questions stand between a miss and its return. */
const GAP = 3;
/** How many new lines are shown one after the other before they are asked about. */
const LESSONS = 3;

export interface Given {
  readonly question: Question;
  readonly given: readonly string[];
  readonly right: boolean;
}

/** A question, or the line it is made from to be read. */
interface Turn {
  readonly question: Question;
  readonly lesson: boolean;
}

export class Sitting {
  /** first answers, in the order they were given: what is scored */
  readonly first: Given[] = [];
  private readonly queue: Turn[];
  private readonly asked = new Set<string>();

  /**
   * @param returns whether missed questions come back; in an exam they do not
   * @param isNew whether the learner has not met a question yet: its line is shown first
   */
  constructor(
    questions: readonly Question[],
    private readonly returns = true,
    isNew: (question: Question) => boolean = () => false,
  ) {
    this.queue = turns(questions, isNew);
    this.total = questions.length;
  }

  readonly total: number;

  /** The question to be answered now, or whose line is to be read; undefined at the end. */
  get current(): Question | undefined {
    return this.queue[0]?.question;
  }

  /** Whether the line of the current question is shown, and nothing asked. */
  get lesson(): boolean {
    return this.queue[0]?.lesson ?? false;
  }

  /** How many questions are done with: those answered right, in an exam all that were answered. */
  get done(): number {
    return this.total - this.ahead.length;
  }

  /** The questions still to come, the current one first. */
  get ahead(): readonly Question[] {
    return this.queue.filter(({ lesson }) => !lesson).map(({ question }) => question);
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

  /** The line is read: go on to what comes next. */
  read(): void {
    if (this.lesson) this.queue.shift();
  }

  /** Take the answer to the current question, in the form it was `shown` in, and go on to the next. */
  answer(given: readonly string[], right: boolean, shown = this.current): void {
    const question = this.queue.shift()?.question;
    if (!question || !shown) return;
    if (!this.asked.has(question.id)) this.first.push({ question: shown, given, right });
    this.asked.add(question.id);
    if (!right && this.returns) this.queue.splice(this.after(GAP), 0, { question, lesson: false });
  }

  /** The place in the queue that so many questions come before, or its end. */
  private after(count: number): number {
    let place = 0;
    for (let others = 0; place < this.queue.length && others < count; place++) if (!this.queue[place]?.lesson) others++;
    return place;
  }
}

function turns(questions: readonly Question[], isNew: (question: Question) => boolean): Turn[] {
  const found: Turn[] = [];
  let unread: Turn[] = [];
  const ask = (): void => {
    found.push(...unread.map((turn) => ({ ...turn, lesson: true })), ...unread);
    unread = [];
  };
  for (const question of questions) {
    const turn = { question, lesson: false };
    if (isNew(question)) unread.push(turn);
    if (unread.length === LESSONS || !isNew(question)) ask();
    if (!isNew(question)) found.push(turn);
  }
  ask();
  return found;
}

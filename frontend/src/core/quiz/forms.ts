// The form a question is shown in. What is typed or said may have a second one, in which one option is picked: the same
// question, the same memory.

import { hasLures, type Question } from "./bank.js";
import { hash } from "./draw.js";

/** What is known of a question when it is shown. */
export interface Shown {
  /** whether it was missed in this sitting already */
  readonly again: boolean;
  /** whether it is known */
  readonly known: boolean;
  /** whether it would be, had the program ever checked it without options */
  readonly ripe: boolean;
}

/** Of fewer options one is true and one false: without them there is no question. */
const OPEN = 3;

/**
 * The question as it is asked now: with options as help after a miss, or once what is to be said is known; what was only
 * ever picked without them, when that is all it lacks to be known.
 */
export function form(question: Question, { again, known, ripe }: Shown): Question {
  const { answering, options } = question;
  const typed = answering === "number" || answering === "typed";
  const picks = (typed && again) || (answering === "recall" && known);
  if (picks && hasLures(question)) return { ...question, answering: "single" };
  const opens = answering === "single" && ripe && !known && !again && options.length >= OPEN;
  return opens ? { ...question, answering: "recall" } : question;
}

/**
 * The question with its options in an order that `seed` decides: another at each showing, so that no answer is learnt by
 * its place. What is to be arranged does not stand in its right order; a list stays in the order of its lines.
 */
export function mixed(question: Question, seed: string): Question {
  if (question.answering === "list") return { ...question }; // another one, so that it is shown anew
  const rank = (id: string): number => hash(`${seed}|${question.id}|${id}`);
  const options = [...question.options].sort((a, b) => rank(a.id) - rank(b.id));
  const arranged = question.answering === "order" || question.answering === "match";
  const told = arranged && options.length > 2 && options.every(({ id }, n) => id === question.key[n]);
  return { ...question, options: told ? [...options.slice(1), options[0]!] : options };
}

// Whether an answer is right. What is given are ids of options; for what is typed its text; for what is said the learner's
// own verdict; for a list the ids of what he said.

import type { Amounts } from "../language/amounts.js";
import { keyed, type Question } from "./bank.js";
import { isNear } from "./typed-number.js";
import { Wording } from "./wording.js";

/** What a learner who answers from memory says of himself. */
export const KNEW = "knew";
export const FORGOT = "forgot";

/** What texts are read by: the numbers of the handbook's language, and the characters of the quiz. */
export interface Reading {
  readonly amounts?: Amounts | undefined;
  readonly wording?: Wording;
}

export interface Judgement {
  readonly right: boolean;
  /** how much of it was right, from 0 to 1 */
  readonly share: number;
  /** whether the program itself found it right where no option could be picked */
  readonly checked: boolean;
  /** how likely an answer is right that knows nothing */
  readonly luck: number;
}

/** How likely it is that whoever grades himself is wrong about it, in his own favour. */
const FLATTERY = 0.2;

/** Judge an answer; `written` is what was written beside what was said, "" for nothing. */
export function judge(question: Question, given: readonly string[], reading: Reading, written = ""): Judgement {
  const right = isRight(question, given, reading);
  const { wording = new Wording() } = reading;
  const count = question.options.length;
  const whole = (checked: boolean, luck: number): Judgement => ({ right, share: right ? 1 : 0, checked, luck });
  switch (question.answering) {
    case "single":
      return whole(false, 1 / count);
    case "several":
      return whole(false, 1 / (2 ** count - 1));
    case "recall":
      return whole(right && keyed(question).every(({ text }) => wording.says(written, text)), FLATTERY);
    case "list": {
      const said = keyed(question).filter(({ text }) => wording.says(written, text)).length;
      return { right, share: given.length / count, checked: right && said === count, luck: FLATTERY };
    }
    case "order":
    case "match":
      return whole(right && count > 2, 1 / orders(count));
    default:
      return whole(right, 0);
  }
}

/** In how many orders so many things can stand. */
function orders(count: number): number {
  return count < 2 ? 1 : count * orders(count - 1);
}

export function isRight(question: Question, given: readonly string[], { amounts, wording }: Reading = {}): boolean {
  const [first = ""] = given;
  const key = keyed(question)[0]?.text ?? "";
  switch (question.answering) {
    case "order":
    case "match":
      return given.length === question.key.length && given.every((id, n) => id === question.key[n]);
    case "number":
      return isNear(key, first, question, amounts);
    case "typed":
      return (wording ?? new Wording()).same(key, first);
    case "recall":
      return first === KNEW;
    default:
      return given.length === question.key.length && question.key.every((id) => given.includes(id));
  }
}

/** What became of one option once the answer is in; "missing" is a right one that was not chosen. */
export type Mark = "right" | "wrong" | "missing" | "";

/** The mark of an option: for order and match of its place, otherwise of its having been chosen or not. */
export function marked(question: Question, given: readonly string[], id: string): Mark {
  if (["order", "match"].includes(question.answering))
    return question.key[given.indexOf(id)] === id ? "right" : "wrong";
  const chosen = given.includes(id);
  if (question.key.includes(id)) return chosen || question.answering === "single" ? "right" : "missing";
  return chosen ? "wrong" : "";
}

/** What stands between the parts of an answer, in the handbook's language. */
export interface Marks {
  readonly comma: string;
  readonly semicolon: string;
}

/** An answer in words, for "you answered"; "" where nothing was answered. */
export function answerText(question: Question, given: readonly string[], { comma, semicolon }: Marks): string {
  if (isTyped(question)) return given[0] ?? "";
  const texts = given.map((id) => question.options.find((option) => option.id === id)?.text ?? "").filter(Boolean);
  if (!texts.length) return "";
  if (question.lefts) return question.lefts.map((left, n) => `${left} — ${texts[n] ?? ""}`).join(semicolon);
  return texts.join(question.answering === "order" ? " → " : comma);
}

/** Whether a question is answered by typing. */
export function isTyped({ answering }: Question): boolean {
  return answering === "number" || answering === "typed";
}

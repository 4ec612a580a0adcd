// Whether an answer is right. What is given are ids of options, for a number its text, for recall the own verdict.

import type { Amounts } from "../language/amounts.js";
import { keyed, type Question } from "./bank.js";

/** What a learner who answers from memory says of himself. */
export const KNEW = "knew";
export const FORGOT = "forgot";

export function isRight(question: Question, given: readonly string[], amounts?: Amounts): boolean {
  switch (question.answering) {
    case "order":
    case "match":
      return given.length === question.key.length && given.every((id, n) => id === question.key[n]);
    case "number":
      return isNear(question, given[0] ?? "", amounts);
    case "recall":
      return given[0] === KNEW;
    default:
      return given.length === question.key.length && question.key.every((id) => given.includes(id));
  }
}

/** Whether a number is the key within the tolerance: half an hour and 30 minutes are one, and so is a bare 30. */
function isNear(question: Question, text: string, amounts?: Amounts): boolean {
  const wanted = numeric(keyed(question)[0]?.text ?? "", amounts);
  const typed = numeric(text, amounts);
  if (!wanted || !typed) return false;
  const within = (worth: number): boolean =>
    Math.abs(wanted.value - typed.value * worth) <= (question.tolerance ?? 0) + 1e-9;
  if (typed.base === wanted.base && within(typed.worth / wanted.worth)) return true;
  return !(typed.measured && wanted.measured) && within(1);
}

/** A number as it is typed: its value, times in minutes; the unit that measures it, if one does. */
export interface Typed {
  readonly value: number;
  readonly base: string;
  readonly worth: number;
  /** whether it has a unit that is no mere word for what is counted: those are not compared */
  readonly measured: boolean;
}

/** The first number of a text, in any notation of the handbook's language; undefined where there is none. */
export function numeric(text: string, amounts?: Amounts): Typed | undefined {
  const [found] = amounts?.all(amounts.fold(text.trim())) ?? [];
  if (!found) {
    const [digits] = /-?\d+(?:\.\d+)?/.exec(text.normalize("NFKC").replace(/,/g, "")) ?? [];
    return digits === undefined ? undefined : { value: Number(digits), base: "", worth: 1, measured: false };
  }
  const [value = 0] = found.values;
  if (typeof value === "number") {
    const { base, worth } = found.unit;
    return { value, base, worth, measured: amounts!.units.measures(found.unit) };
  }
  const [hour = 0, minute = 0] = value.split(":").map(Number);
  return { value: hour * 60 + minute, base: "time of day", worth: 1, measured: true };
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
  if (question.answering === "number") return given[0] ?? "";
  const texts = given.map((id) => question.options.find((option) => option.id === id)?.text ?? "").filter(Boolean);
  if (!texts.length) return "";
  if (question.lefts) return question.lefts.map((left, n) => `${left} — ${texts[n] ?? ""}`).join(semicolon);
  return texts.join(question.answering === "order" ? " → " : comma);
}

// Whether an answer is right. What is given are ids of options, for a number its text, for recall the own verdict.

import { keyed, type Question } from "./bank.js";

/** What a learner who answers from memory says of himself. */
export const KNEW = "knew";
export const FORGOT = "forgot";

export function isRight(question: Question, given: readonly string[]): boolean {
  switch (question.answering) {
    case "order":
    case "match":
      return given.length === question.key.length && given.every((id, n) => id === question.key[n]);
    case "number":
      return isNear(question, given[0] ?? "");
    case "recall":
      return given[0] === KNEW;
    default:
      return given.length === question.key.length && question.key.every((id) => given.includes(id));
  }
}

function isNear(question: Question, text: string): boolean {
  const wanted = numeric(keyed(question)[0]?.text ?? "");
  const typed = numeric(text);
  return wanted !== undefined && typed !== undefined && Math.abs(wanted - typed) <= (question.tolerance ?? 0) + 1e-9;
}

/** The first number of a text, full-width digits read as plain ones; undefined where there is none. */
export function numeric(text: string): number | undefined {
  const found = /-?\d+(?:\.\d+)?/.exec(text.normalize("NFKC").replaceAll(",", ""));
  return found ? Number(found[0]) : undefined;
}

/** What became of one option once the answer is in; "missing" is a right one that was not chosen. */
export type Mark = "right" | "wrong" | "missing" | "";

/** The mark of an option: for order and match of its place, otherwise of its having been chosen or not. */
export function marked(question: Question, given: readonly string[], id: string): Mark {
  if (["order", "match"].includes(question.answering)) return question.key[given.indexOf(id)] === id ? "right" : "wrong";
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
export function told(question: Question, given: readonly string[], { comma, semicolon }: Marks): string {
  if (question.answering === "number") return given[0] ?? "";
  const texts = given.map((id) => question.options.find((option) => option.id === id)?.text ?? "").filter(Boolean);
  if (!texts.length) return "";
  if (question.lefts) return question.lefts.map((left, n) => `${left} — ${texts[n] ?? ""}`).join(semicolon);
  return texts.join(question.answering === "order" ? " → " : comma);
}

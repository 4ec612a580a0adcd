// What is said once an answer is in: right or wrong, what is right, the line and a link to it.

import { html, nothing, type TemplateResult } from "lit";

import { keyed, type Question } from "../core/quiz/bank.js";
import { answerText, isRight, isTyped, type Reading } from "../core/quiz/grade.js";
import { words } from "../words.js";
import { say } from "./quiz-words.js";

/** An answer in words, parted as the handbook's language does. */
export function inWords(question: Question, given: readonly string[]): string {
  const { comma = "", semicolon = "" } = words("text");
  return answerText(question, given, { comma, semicolon });
}

/** The right answer in words; a number with its unit. */
export function keyInWords(question: Question): string {
  return isTyped(question) ? (keyed(question)[0]?.text ?? "") : inWords(question, question.key);
}

/** Whether the learner says the answer and grades himself. */
export function isSaid({ answering }: Question): boolean {
  return answering === "recall" || answering === "list";
}

/** The verdict for a screen reader, in one breath; what was recalled has been read out already. */
export function announcement(question: Question, given: readonly string[], reading: Reading): string {
  if (isRight(question, given, reading)) return say("right");
  return isSaid(question)
    ? say("wrong")
    : `${say("wrong")}${words("text")["semicolon"]}${say("key_is", { text: keyInWords(question) })}`;
}

/** What follows a miss. */
export interface Missed {
  /** whether the question comes back in this sitting */
  readonly returns: boolean;
  /** whether its line is to be read */
  readonly leech: boolean;
}

/** The verdict to be read. */
export function verdict(
  question: Question,
  given: readonly string[],
  root: string,
  { returns, leech }: Missed,
  reading: Reading,
): TemplateResult {
  const right = isRight(question, given, reading);
  return html`<div class="rb-told ${right ? "rb-told--right" : "rb-told--wrong"}">
    <p class="rb-told__verdict">${right ? `✓ ${say("right")}` : `✕ ${say("wrong")}`}</p>
    ${right ? nothing : html`${answer(question)} ${answered(question, given)}`}
    <p class="rb-told__line">${question.explain} ${lineLink(question, root)}</p>
    ${right || !leech ? nothing : html`<p class="rb-told__back">${say("read_again")}</p>`}
    ${right || !returns ? nothing : html`<p class="rb-told__back">${say("comes_back")}</p>`}
  </div>`;
}

/** A link to the line a question was made from; a new tab, so that the sitting is not lost. */
export function lineLink(question: Question, root: string): TemplateResult {
  return html`<a class="rb-see" href=${root + question.source.href} target="_blank">${say("see")}</a>`;
}

/** What is right, where it does not stand marked above: as a list where it is one. */
function answer(question: Question): TemplateResult | typeof nothing {
  const key = keyed(question).map(({ text }) => text);
  switch (question.answering) {
    case "several":
    case "recall":
    case "list":
      return nothing;
    case "order":
      if (key.every((text) => question.explain.includes(text))) return nothing; // told below, with the line
      return html`<p>${say("key_is", { text: "" })}</p>
        <ol class="rb-told__key">${key.map((text) => html`<li>${text}</li>`)}</ol>`;
    case "match":
      return html`<p>${say("key_is", { text: "" })}</p>
        <ul class="rb-told__key">${key.map((text, n) => html`<li>${question.lefts?.[n]} — ${text}</li>`)}</ul>`;
    default:
      return html`<p>${say("key_is", { text: keyInWords(question) })}</p>`;
  }
}

/** What was answered, where it does not stand marked above. */
function answered(question: Question, given: readonly string[]): TemplateResult | typeof nothing {
  return isTyped(question) ? html`<p>${say("you_said", { text: inWords(question, given) })}</p>` : nothing;
}

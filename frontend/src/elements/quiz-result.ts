// What is shown when a sitting is over.

import { html, nothing, type TemplateResult } from "lit";

import type { Question } from "../core/quiz/bank.js";
import type { Sitting } from "../core/quiz/sitting.js";
import { inWords, keyInWords, lineLink } from "./quiz-verdict.js";
import { say } from "./quiz-words.js";

export function notKept(): TemplateResult {
  return html`<p class="rb-empty" role="note">${say("not_kept")}</p>`;
}

/** Score, and what was missed with its line; what was missed can be practised `again` at once, or one goes `back`. */
export function result(
  sitting: Sitting,
  root: string,
  back: () => void,
  again: (questions: readonly Question[]) => void,
): TemplateResult {
  const answered = sitting.first.length;
  const wrong = sitting.missed.map(({ question }) => question);
  const button = (text: string, main: boolean, pressed: () => void): TemplateResult =>
    html`<button type="button" class="md-button ${main ? "md-button--primary" : ""} rb-button" @click=${pressed}>${text}</button>`;
  return html`<section class="rb-result" aria-labelledby="rb-result">
    <h2 id="rb-result" tabindex="-1">${say("result")}</h2>
    <p class="rb-score">${say("score", { right: sitting.score, total: answered })}</p>
    ${missed(sitting, root)}
    <p class="rb-actions">
      ${wrong.length ? button(say("again_missed", { n: wrong.length }), true, () => again(wrong)) : nothing}
      ${button(say("back"), !wrong.length, back)}
    </p>
  </section>`;
}

/** The questions answered wrong, with what was said, what is right, and the line; and how many were not come to. */
export function missed(sitting: Sitting, root: string): TemplateResult {
  const open = sitting.total - sitting.first.length;
  const unasked = open && sitting.first.length ? html`<p>${say("not_come_to", { n: open })}</p>` : nothing;
  if (!sitting.missed.length)
    return html`${sitting.first.length && !open ? html`<p>${say("all_right")}</p>` : nothing}${unasked}`;
  return html`<h3>${say("to_repeat")}</h3>
    ${unasked}
    <ul class="rb-missed">
      ${sitting.missed.map(
        ({ question, given }) => html`<li>
          <p class="rb-stem">${question.stem}</p>
          <p>✕ ${mistake(question, given)}</p>
          <p>✓ ${say("key_is", { text: keyInWords(question) })}</p>
          <p class="rb-told__line">${question.explain} ${lineLink(question, root)}</p>
        </li>`,
      )}
    </ul>`;
}

/** Questions that were missed in an exam of another day, with their lines. */
export function toRead(questions: readonly Question[], root: string): TemplateResult | typeof nothing {
  if (!questions.length) return nothing;
  return html`<h3>${say("to_repeat")}</h3>
    <ul class="rb-missed">
      ${questions.map((question) => html`<li><p class="rb-told__line">${question.explain} ${lineLink(question, root)}</p></li>`)}
    </ul>`;
}

/** What was answered, or what of a list was not. */
function mistake(question: Question, given: readonly string[]): string {
  if (question.answering === "recall") return say("forgot");
  if (question.answering === "list") {
    const missed = question.key.filter((id) => !given.includes(id));
    return say("unsaid", { text: inWords(question, missed) });
  }
  return given.length ? say("you_said", { text: inWords(question, given) }) : say("not_answered");
}

/** Where the focus goes when one view takes the place of another: it would fall back to the top of the page. */
export function focusOn(host: Element, selector: string): void {
  host.querySelector<HTMLElement>(selector)?.focus();
}

// What is shown when a sitting is over.

import { html, nothing, type TemplateResult } from "lit";

import { keyed, type Question } from "../core/quiz/bank.js";
import { told } from "../core/quiz/grade.js";
import type { Sitting } from "../core/quiz/sitting.js";
import { say } from "./quiz-words.js";

export function notKept(): TemplateResult {
  return html`<p class="rb-empty" role="note">${say("not_kept")}</p>`;
}

/** Score, and what was missed with its line. */
export function result(sitting: Sitting, root: string, back: () => void): TemplateResult {
  const answered = sitting.first.length;
  return html`<section class="rb-result" aria-labelledby="rb-result">
    <h2 id="rb-result" tabindex="-1">${say("result")}</h2>
    <p class="rb-score" role="status">${say("score", { right: sitting.score, total: answered })}</p>
    ${missed(sitting, root)}
    <p class="rb-actions"><button type="button" class="md-button md-button--primary rb-button" @click=${back}>${say("back")}</button></p>
  </section>`;
}

/** The questions answered wrong, with what was said, what is right, and the line. */
export function missed(sitting: Sitting, root: string): TemplateResult {
  if (!sitting.missed.length) return sitting.first.length ? html`<p>${say("all_right")}</p>` : html``;
  return html`<h3>${say("to_repeat")}</h3>
    <ul class="rb-missed">
      ${sitting.missed.map(
        ({ question, given }) => html`<li>
          <p class="rb-stem">${question.stem}</p>
          ${question.answering === "recall" ? nothing : html`<p>✕ ${say("you_said", { text: told(question, given) })}</p>`}
          <p>✓ ${say("key_is", { text: told(question, question.key) || (keyed(question)[0]?.text ?? "") })}</p>
          <p class="rb-told__line">${question.explain} ${lineLink(question, root)}</p>
        </li>`,
      )}
    </ul>`;
}

export function lineLink(question: Question, root: string): TemplateResult {
  return html`<a href=${root + question.source.href}>${say("see")}</a>`;
}

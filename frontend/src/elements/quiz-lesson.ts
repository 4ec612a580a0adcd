// A line that is new to the learner: shown in its place before it is asked about.

import { html, type TemplateResult } from "lit";

import type { Question } from "../core/quiz/bank.js";
import { lineLink } from "./quiz-verdict.js";
import { say } from "./quiz-words.js";

/** The line a question is made from, with a link to where it stands; `onward` runs once it is read. */
export function lesson(question: Question, heading: string, root: string, onward: () => void): TemplateResult {
  return html`<section class="rb-card-question rb-lesson" aria-labelledby="rb-lesson">
    <p class="rb-card-number" aria-hidden="true">${heading}</p>
    <h2 class="rb-card-stem" id="rb-lesson">${say("lesson")}</h2>
    <p class="rb-lesson__line" id="rb-lesson-line">${question.explain} ${lineLink(question, root)}</p>
    <p class="rb-card-hint">${say("lesson_hint")}</p>
    <p class="rb-actions"><button type="button" class="md-button md-button--primary rb-button rb-learnt" aria-describedby="rb-lesson rb-lesson-line" @click=${onward}>${say("lesson_read")}</button></p>
  </section>`;
}

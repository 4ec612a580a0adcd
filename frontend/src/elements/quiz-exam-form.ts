// What stands on the page of the exam before one begins: how it is to be, and the records of those that are over.

import { html, nothing, type TemplateResult } from "lit";

import { type Attempt, mark } from "../core/quiz/attempt.js";
import type { Question } from "../core/quiz/bank.js";
import { date } from "../core/quiz/day.js";
import { available, isOpen } from "../core/quiz/exam.js";
import { words } from "../words.js";
import { verdict } from "./quiz-record.js";
import { say } from "./quiz-words.js";

/** The form; `pool` are the questions of what is chosen, `pass` the percent it takes. */
export function form(
  pool: readonly Question[] | undefined,
  pass: number,
  note: string,
  begin: (event: SubmitEvent) => unknown,
): TemplateResult {
  return html`<form class="rb-exam-form" @submit=${begin}>
    <p class="rb-exam-form__facts">${say("pass_from", { n: pass })} ${pool?.length ? extent(pool) : nothing}</p>
    <label>${say("how_many")} <input name="count" type="number" min="1" max="200" value="20" required /></label>
    <label>${say("minutes")} <input name="minutes" type="number" min="1" max="240" /></label>
    <label>${say("seed")} <input name="seed" value=${date(Date.now())} required maxlength="40" autocomplete="off" /></label>
    <p class="rb-actions"><button class="md-button md-button--primary rb-button">${say("begin")}</button></p>
    <p class="rb-note" role="status">${note}</p>
  </form>`;
}

/** How many questions there are for an exam, and whether it can be passed with them. */
function extent(pool: readonly Question[]): string {
  const proof = pool.some(isOpen) ? "" : say("no_open");
  return [say("available", { n: available(pool) }), proof].filter(Boolean).join(" ");
}

/** The exams that were handed in on this device, the last first; each shows its record. */
export function history(
  attempts: ReadonlyMap<string, Attempt>,
  titles: (posts: readonly string[]) => readonly string[],
  show: (attempt: Attempt) => unknown,
): TemplateResult | typeof nothing {
  if (!attempts.size) return nothing;
  const line = (attempt: Attempt): string =>
    [
      attempt.day,
      titles(attempt.posts).join(words("text")["comma"]),
      say("score_percent", { n: mark(attempt) }),
      say("attempt_n", { n: attempt.attempt }),
      verdict(attempt),
    ].join(" · ");
  return html`<section class="rb-exams" aria-labelledby="rb-exams">
    <h2 id="rb-exams">${say("records")}</h2>
    <ul>
      ${[...attempts.values()].reverse().map((attempt) => html`<li><button type="button" class="rb-plain" @click=${() => show(attempt)}>${line(attempt)}</button></li>`)}
    </ul>
  </section>`;
}

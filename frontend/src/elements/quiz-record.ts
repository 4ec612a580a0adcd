// The record of an exam, to be printed and signed.

import { html, nothing, type TemplateResult } from "lit";

import { type Attempt, code, isPassed, mark } from "../core/quiz/attempt.js";
import { sign, signedBy } from "../profiles.js";
import { words } from "../words.js";
import { say } from "./quiz-words.js";

/** How long something took: minutes and seconds. */
export function lasted(seconds: number): string {
  return say("lasted", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

/** Whether it is passed, in words. */
export function verdict(attempt: Attempt): string {
  if (isPassed(attempt)) return say("passed");
  return say(mark(attempt) >= attempt.pass ? "not_proved" : "not_passed");
}

/** The record; `titles` are those of what was examined, `missed` what is to be read again. */
export function record(attempt: Attempt, titles: readonly string[], missed: unknown, back: () => void): TemplateResult {
  const { right, total, answered, open, pass } = attempt;
  const passed = isPassed(attempt);
  const rows: [string, string | TemplateResult][] = [
    [
      say("name"),
      html`<input class="rb-record__name" aria-label=${say("name")} autocomplete="name" .value=${signedBy()} @change=${(event: Event) => sign((event.target as HTMLInputElement).value)} />`,
    ],
    [say("about"), titles.join(words("text")["comma"])],
    [say("date"), attempt.day],
    [say("points"), `${say("score_percent", { n: mark(attempt) })} · ${say("score_of", { right, total, answered })}`],
    [
      say("verdict"),
      html`<strong class="rb-record__${passed ? "passed" : "failed"}">${passed ? "✓" : "×"} ${verdict(attempt)}</strong>`,
    ],
    [say("pass_mark"), say("score_percent", { n: pass })],
    [say("open_right"), say("count", { n: open })],
    [say("attempt"), say("attempt_n", { n: attempt.attempt })],
    [say("duration"), lasted(attempt.seconds)],
    [say("paper"), attempt.paper],
    [say("revision"), attempt.revision],
    [say("code"), code(attempt)],
    [say("signature"), html`<span class="rb-record__line"></span>`],
    [say("signature_manager"), html`<span class="rb-record__line"></span>`],
  ];
  const wide = ["name", "about"].map((term) => say(term));
  return html`<section class="rb-record" aria-labelledby="rb-record">
    <h2 id="rb-record" tabindex="-1">${say("record")}</h2>
    <dl class="rb-facts rb-record__facts">${rows.map(([term, value]) => html`<div class=${wide.includes(term) ? "rb-record__wide" : ""}><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
    <p class="rb-record__note">${say("code_note")}</p>
    <p class="rb-actions rb-noprint">
      <button type="button" class="md-button md-button--primary rb-button" @click=${() => window.print()}>${say("print")}</button>
      <button type="button" class="md-button rb-button" @click=${back}>${say("back")}</button>
    </p>
    ${missed ?? nothing}
  </section>`;
}

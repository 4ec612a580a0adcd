// Where a learner is on the way through a post, and what is left of it.

import { html, nothing, type TemplateResult } from "lit";

import type { Reached } from "../core/quiz/path.js";
import { say } from "./quiz-words.js";

/** The stops, each with how far it is learnt; the last one is the exam at `exam`. Nothing where there is one stop alone. */
export function way(reached: readonly Reached[], exam: string): TemplateResult | typeof nothing {
  if (reached.length < 2) return nothing;
  return html`<section class="rb-path" aria-labelledby="rb-path">
    <h2 id="rb-path">${say("path")}</h2>
    <ol class="rb-path__stops">
      ${reached.map(stop)}
      <li class="rb-path__stop">
        <span class="rb-path__mark" aria-hidden="true"></span>
        <a class="rb-path__title" href=${exam}>${say("path_exam")}</a>
      </li>
    </ol>
  </section>`;
}

function stop({ stop, tally, here }: Reached, n: number, all: readonly Reached[]): TemplateResult {
  const first = all[n - 1]?.stop.by !== stop.by;
  const met = tally.known + tally.learning;
  const state = tally.new ? (here ? "here" : "ahead") : "met";
  return html`<li class="rb-path__stop rb-path__stop--${state}" aria-current=${here ? "step" : nothing}>
    ${first ? html`<span class="rb-path__by">${say(`path_${stop.by}`)}</span>` : nothing}
    <span class="rb-path__mark" aria-hidden="true">${state === "met" ? "✓" : ""}</span>
    <span class="rb-path__title">${stop.title}</span>
    <span class="rb-count">${say("path_met", { met, total: met + tally.new })}${here ? ` · ${say("path_here")}` : ""}</span>
  </li>`;
}

// How far a team is, to be read, printed and signed.

import { html, nothing, type TemplateResult } from "lit";

import { type Attempt, isPassed, mark } from "../core/quiz/attempt.js";
import type { Row, Wrong } from "../core/quiz/team.js";
import { lineLink } from "./quiz-verdict.js";
import { say } from "./quiz-words.js";

/** A post: its title, how many questions it has, and how far each is with it. */
export interface Group {
  readonly title: string;
  readonly total: number;
  readonly rows: readonly Row[];
}

/** The lines shown: those that matter most, on one sheet. */
const MOST = 20;

/** Post by post, a row a person; `revision` is that of the bank as it is now. */
export function table(groups: readonly Group[], revision: string, today: string): TemplateResult {
  const heads = ["name", "known", "exam_taken", "due", "signature"];
  return html`<table class="rb-team-table">
      <caption>${say("team_caption", { day: today, revision })}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col" class="rb-team-table__${head}">${say(head)}</th>`)}</tr></thead>
      ${groups.map(
        (group) => html`<tbody>
          <tr class="rb-team-table__post"><th colspan=${heads.length} scope="rowgroup">${group.title} <span class="rb-count">${say("count", { n: group.total })}</span></th></tr>
          ${group.rows.map((row) => person(row, revision))}
        </tbody>`,
      )}
    </table>
    <p class="rb-team-sign"><span>${say("signature_manager")} <span class="rb-record__line"></span></span> <span>${say("date")} <span class="rb-record__line"></span></span></p>
    <p class="rb-record__note">${say("code_note")}</p>`;
}

function person({ person: { file, found }, tally, due, exam }: Row, revision: string): TemplateResult {
  const { known, learning, new: fresh } = tally;
  return html`<tr>
    <th scope="row">${found.name || file}${found.state === "changed" ? html`<span class="rb-team-flag">${say("team_flag")}</span>` : nothing}</th>
    <td>
      <span class="rb-bar" aria-hidden="true"><span class="rb-bar__known" .style="flex-grow:${known}"></span><span class="rb-bar__learning" .style="flex-grow:${learning}"></span><span class="rb-bar__new" .style="flex-grow:${fresh}"></span></span>
      ${known} / ${known + learning + fresh}
      <span class="rb-team-about">${say("learning")} ${learning}</span>
    </td>
    <td>${exam ? examined(exam, revision) : html`<span class="rb-team-none">${say("no_exam")}</span>`}</td>
    <td>${due || "–"}</td>
    <td class="rb-team-table__signature"></td>
  </tr>`;
}

function examined(exam: Attempt, revision: string): TemplateResult {
  const passed = isPassed(exam);
  const about = [
    exam.day,
    say("bank_of", { revision: exam.revision }),
    exam.revision === revision ? "" : say("bank_old"),
    exam.posts.length > 1 ? say("exam_mixed", { n: exam.posts.length }) : "",
  ];
  return html`<span class="rb-team-${passed ? "passed" : "failed"}">${passed ? "✓" : "×"} ${say(passed ? "passed" : "not_passed")}</span>
    ${say("score_percent", { n: mark(exam) })} · ${say("attempt_n", { n: exam.attempt })}
    <span class="rb-team-about">${about.filter(Boolean).join(" · ")}</span>`;
}

/** The lines a team gets wrong, with their place. */
export function lineList(missed: readonly Wrong[], root: string): TemplateResult {
  const rest = missed.length - MOST;
  return html`<p>${say("team_wrong_lead")}</p>
    <ol class="rb-missed">
      ${missed.slice(0, MOST).map(
        ({ question, people, asked, times }) => html`<li>
          <p class="rb-told__line">${question.explain} ${lineLink(question, root)}</p>
          <p class="rb-team-about">${say("team_missed", { people, asked, times })}</p>
        </li>`,
      )}
    </ol>
    ${rest > 0 ? html`<p>${say("team_more", { n: rest })}</p>` : nothing}`;
}

// What can be taken away of a checklist's runs, the one that runs and those that are over.

import { html, nothing, type TemplateResult } from "lit";

import type { Run } from "../core/checklist/shift.js";
import { words } from "../words.js";
import { fileName, message, table } from "./checklist-file.js";
import { clock, moment } from "./checklist-lines.js";
import "./copy.js";
import { download } from "./download.js";

/** Buttons that hand out a run as a file and as a message; `run` is asked when one is pressed, and is undefined before it begins. */
export function papers(title: string, run: () => Run | undefined): TemplateResult {
  const say = words("tick");
  const now = run();
  const text = (write: (title: string, run: Run) => string): string => {
    const asked = run();
    return asked ? write(title, asked) : "";
  };
  return html`<button type="button" ?disabled=${!now} @click=${() => now && download(text(table), fileName(title, now), "text/csv")}>${say["export"]}</button>
    <rb-copy .text=${() => text(message)} .label=${say["copy"] ?? ""} ?disabled=${!now}></rb-copy>`;
}

/** A run that is over: a closed box with each line, when it was done and by whom. */
export function pastRun(title: string, run: Run): TemplateResult {
  const say = words("tick");
  const { shift, rows } = run;
  const { end } = shift;
  const done = String(rows.filter(({ tick }) => tick).length);
  const told = (end ? say["past_finished"] : say["past_left"])
    ?.replace("{time}", moment(end?.at ?? shift.began))
    .replace("{done}", done)
    .replace("{n}", String(rows.length));
  const who = [shift.name, end?.by].filter(Boolean).join(" · ");
  return html`<details class="rb-past">
    <summary>${told}${who ? ` · ${who}` : nothing}</summary>
    ${end?.reason ? html`<p>${say["why"]}${words("text")["colon"]}${end.reason}</p>` : nothing}
    <ul>
      ${rows.map(({ text, tick }) => html`<li>${tick ? "✓" : "–"} ${text} ${tick ? html`<span class="rb-stamp">${clock(tick.at)} ${tick.by}</span>` : html`<span class="rb-sr">${say["done_no"]}</span>`}</li>`)}
    </ul>
    <p class="rb-past__papers">${papers(title, () => run)}</p>
  </details>`;
}

// The posts and records someone is quizzed on, ticked on the pages that list all quizzes.

import { html, type TemplateResult } from "lit";
import { words } from "../words.js";
import type { Listed } from "./quiz-load.js";
import { choose, chosen } from "./quiz-store.js";
import { say } from "./quiz-words.js";

/** Boxes to tick, by kind; `changed` runs after each change. */
export function chooser(all: readonly Listed[], open: boolean, changed: () => void): TemplateResult {
  const kinds = new Map<string, Listed[]>();
  for (const entry of all) kinds.set(entry.kind, [...(kinds.get(entry.kind) ?? []), entry]);
  const mine = chosen();
  const tick =
    (record: string) =>
    (event: Event): void => {
      choose(record, (event.target as HTMLInputElement).checked);
      changed();
    };
  return html`<details class="rb-choose" ?open=${open}>
    <summary>${say("choose")}<span class="rb-count">${say("chosen")} ${all.filter(({ record }) => mine.has(record)).length}</span></summary>
    ${[...kinds].map(
      ([kind, entries]) => html`<fieldset>
        <legend>${kind}</legend>
        ${entries.map(
          ({ record, title, count, page }) => html`<div class="rb-choose__post">
            <label><input type="checkbox" .checked=${mine.has(record)} @change=${tick(record)} /> ${title}</label>
            <a href=${page}><span class="rb-sr">${say("link")}${words("text")["colon"]}${title} </span>${say("count", { n: count })}</a>
          </div>`,
        )}
      </fieldset>`,
    )}
  </details>`;
}

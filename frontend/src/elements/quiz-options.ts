// The options of a question to choose from, and once it is answered what became of each: told by sign and word.

import { html, nothing, type TemplateResult } from "lit";

import type { Question } from "../core/quiz/bank.js";
import { type Mark, marked } from "../core/quiz/grade.js";
import { say } from "./quiz-words.js";

/** How a question stands: what is chosen, and whether that is final and judged. */
export interface Choosing {
  readonly question: Question;
  readonly chosen: readonly string[];
  readonly judged: boolean;
}

const SIGNS: Readonly<Record<Exclude<Mark, "">, string>> = { right: "✓", wrong: "✕", missing: "\uff0b" };

/** One option each a button; `take` runs with the id of the one that is pressed. */
export function buttons(now: Choosing, take: (id: string) => void): TemplateResult {
  const { question, chosen, judged } = now;
  return html`<ol class="rb-choices" aria-label=${say("options")}>
    ${question.options.map(
      ({ id, text }, n) => html`<li>
        <button type="button" class="rb-choice ${look(now, id)}" aria-pressed=${judged ? nothing : chosen.includes(id)} ?disabled=${judged} @click=${() => take(id)}>
          ${digit(n)}<span class="rb-choice__text">${text}</span>${sign(now, id)}
        </button>
      </li>`,
    )}
  </ol>`;
}

/** A box to tick for each option; `tick` runs with the id of the one that is ticked or cleared. */
export function boxes(now: Choosing, tick: (id: string) => void): TemplateResult {
  const { question, chosen, judged } = now;
  return html`<ul class="rb-choices" aria-label=${say("options")}>
    ${question.options.map(
      ({ id, text }, n) => html`<li>
        <label class="rb-choice ${look(now, id)} ${judged ? "rb-choice--judged" : ""}">
          ${digit(n)}<input type="checkbox" .checked=${chosen.includes(id)} ?disabled=${judged} @change=${() => tick(id)} />
          <span class="rb-choice__text">${text}</span>${sign(now, id)}
        </label>
      </li>`,
    )}
  </ul>`;
}

/** The items of a list to tick off what was missed of them: `chosen` are the missed ones. */
export function misses({ question, chosen, judged }: Choosing, tick: (id: string) => void): TemplateResult {
  return html`<p class="rb-choices__which" id="rb-which">${say("missed_which")}</p>
  <ul class="rb-choices" aria-labelledby="rb-which">
    ${question.options.map(({ id, text }, n) => {
      const missed = chosen.includes(id);
      const look = missed ? (judged ? "rb-choice--wrong" : "rb-choice--chosen") : "";
      return html`<li>
        <label class="rb-choice ${look} ${judged ? "rb-choice--judged" : ""}">
          ${digit(n)}<input type="checkbox" .checked=${missed} ?disabled=${judged} @change=${() => tick(id)} />
          <span class="rb-choice__text">${text}</span>${missed ? html`<span class="rb-choice__mark">✕ ${say("mark_unsaid")}</span>` : nothing}
        </label>
      </li>`;
    })}
  </ul>`;
}

function digit(n: number): TemplateResult {
  return html`<span class="rb-choice__key" aria-hidden="true">${n + 1}</span>`;
}

function look({ question, chosen, judged }: Choosing, id: string): string {
  if (!judged) return chosen.includes(id) ? "rb-choice--chosen" : "";
  const mark = marked(question, chosen, id);
  return mark && `rb-choice--${mark}`;
}

function sign({ question, chosen, judged }: Choosing, id: string): TemplateResult | typeof nothing {
  if (!judged) {
    const picked = question.answering === "single" && chosen.includes(id);
    return picked ? html`<span class="rb-choice__mark" aria-hidden="true">● ${say("picked")}</span>` : nothing;
  }
  const mark = marked(question, chosen, id);
  if (!mark) return nothing;
  const word =
    question.answering === "single"
      ? { right: "this_is", wrong: "this_was" }[mark as "right" | "wrong"]
      : `mark_${mark}`;
  return html`<span class="rb-choice__mark">${SIGNS[mark]} ${say(word)}</span>`;
}

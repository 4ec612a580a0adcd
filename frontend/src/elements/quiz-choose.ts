// The posts and records someone is quizzed on, ticked on the pages that list all quizzes.

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { choose, chosen } from "../posts.js";
import { words } from "../words.js";
import { LightElement } from "./light-element.js";
import { held, type Listed, type Place, places } from "./quiz-list.js";
import { say } from "./quiz-words.js";

/** What was chosen since the page came: what is ticked away does not vanish under the hand. */
const seen = new Map<string, Listed>();

/** Boxes to tick, by kind; of a list in parts those of what is chosen already, and each part to open. */
export function chooser(
  all: readonly Listed[],
  already: readonly Listed[],
  open: boolean,
  changed: () => void,
): TemplateResult {
  const kinds = new Map<string, Listed[]>();
  const mine = chosen();
  if (!all.length) for (const entry of already) seen.set(entry.record, entry);
  for (const entry of all.length ? all : seen.values())
    kinds.set(entry.kind, [...(kinds.get(entry.kind) ?? []), entry]);
  return html`<details class="rb-choose" ?open=${open}>
    <summary>${say("choose")}<span class="rb-count">${say("chosen")} ${(all.length ? all : already).filter(({ record }) => mine.has(record)).length}</span></summary>
    ${[...kinds].map(
      ([kind, entries]) => html`<fieldset>
        <legend>${kind}</legend>
        ${entries.map((entry) => box(entry, changed))}
      </fieldset>`,
    )}
    ${all.length ? nothing : places().map((place) => html`<rb-choose-part .place=${place} .changed=${changed}></rb-choose-part>`)}
  </details>`;
}

function box({ record, title, count, page }: Listed, changed: () => void): TemplateResult {
  const tick = (event: Event): void => {
    choose(record, (event.target as HTMLInputElement).checked);
    changed();
  };
  return html`<div class="rb-choose__post">
    <label><input type="checkbox" .checked=${chosen().has(record)} @change=${tick} /> ${title}</label>
    <a href=${page}><span class="rb-sr">${say("link")}${words("text")["colon"]}${title} </span>${say("count", { n: count })}</a>
  </div>`;
}

/** A part of a list that is too long to be shown at once: it is fetched when it is opened. */
@customElement("rb-choose-part")
export class ChoosePart extends LightElement {
  @property({ attribute: false }) place!: Place;
  @property({ attribute: false }) changed!: () => void;
  @state() private entries: readonly Listed[] | undefined = undefined;
  @state() private told = "";

  protected override render(): TemplateResult {
    return html`<details class="rb-choose__part" @toggle=${this.opened}>
      <summary>${this.place.label}</summary>
      ${this.entries?.map((entry) => box(entry, this.changed)) ?? html`<p class="rb-note" role="status">${this.told}</p>`}
    </details>`;
  }

  private async opened(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open || this.entries) return;
    this.told = say("loading_list");
    this.entries = await held(this.place.part, this.place.anchor);
    this.told = this.entries ? "" : say("unread_list");
  }
}

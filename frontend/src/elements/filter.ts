import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { words } from "../words.js";
import { LightElement } from "./light-element.js";

/**
 * Narrows an index page to the titles that hold what is typed.
 * The entries stand in the page already (`[data-entry]` with `data-words`), so without JavaScript all are shown.
 */
@customElement("rb-filter")
export class Filter extends LightElement {
  @state() private found = 0;
  @state() private text = "";

  protected override render(): TemplateResult {
    const { filter, filter_none, filter_count } = words("index");
    const told = this.found
      ? filter_count?.replace("{n}", String(this.found))
      : filter_none?.replace("{text}", this.text);
    return html`<search class="rb-filter">
      <input type="search" autocomplete="off" aria-label=${filter} placeholder=${filter} @input=${this.narrow} />
      <output>${this.text ? told : nothing}</output>
    </search>`;
  }

  private narrow(event: Event): void {
    this.text = (event.target as HTMLInputElement).value.trim();
    const wanted = this.text.toLowerCase();
    this.found = 0;
    for (const group of document.querySelectorAll<HTMLElement>("[data-group]")) {
      let shown = 0;
      for (const entry of group.querySelectorAll<HTMLElement>("[data-entry]")) {
        entry.hidden = !(entry.dataset["words"] ?? "").toLowerCase().includes(wanted);
        shown += entry.hidden ? 0 : 1;
      }
      group.hidden = shown === 0;
      this.found += shown;
    }
  }
}

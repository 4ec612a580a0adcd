// What stands below the lines: buttons for kinds of pages, what was not found, and the keys.
import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";

import type { Corpus } from "../core/lookup/corpus.js";
import { words } from "../words.js";
import { missedButton } from "./lookup-missed.js";
import { kindName } from "./lookup-view.js";

/** The foot; without a corpus, only the keys. */
export function foot(corpus: Corpus | undefined, kind: string, choose: (kind: string) => void): TemplateResult {
  return html`<div class="rb-lookup__foot">
    ${corpus ? html`${kinds(corpus, kind, choose)}${missedButton()}` : nothing}
    <p class="rb-lookup__hint">${words("lookup")["hint_keys"]}</p>
  </div>`;
}

function kinds(corpus: Corpus, chosen: string, choose: (kind: string) => void): TemplateResult {
  const { filter, all } = words("lookup");
  const used = new Set(corpus.pages.map((page) => corpus.kinds[page.kind]!));
  const button = (kind: string, name: string | undefined): TemplateResult =>
    html`<button type="button" aria-pressed=${kind === chosen ? "true" : "false"} @click=${() => choose(kind)}>${name}</button>`;
  return html`<div class="rb-lookup__kinds" role="group" aria-label=${ifDefined(filter)}>
    ${button("", all)}
    ${corpus.kinds.filter((kind) => used.has(kind)).map((kind) => button(kind, kindName(kind)))}
  </div>`;
}

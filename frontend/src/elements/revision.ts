import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";

import { judge, type Revision } from "../core/checklist/revision.js";
import { words } from "../words.js";
import { LightElement } from "./light-element.js";

/** Tells whoever scanned a printed sheet (?rev=N) whether it is current; silent where no revision is asked about. */
@customElement("rb-revision")
export class RevisionNote extends LightElement {
  protected override render(): TemplateResult | typeof nothing {
    const say = words("poster");
    const verdict = judge(location.search, this.revisions);
    if (!verdict) return nothing;
    const n = String(verdict.number);
    if (verdict.is !== "superseded") {
      const text = (verdict.is === "current" ? say["is_current"] : say["ahead"])?.replace("{n}", n);
      return html`<p class="rb-verdict rb-verdict--${verdict.is}" role="status">${text}</p>`;
    }
    const told = say["superseded"]?.replace("{n}", n).replace("{since}", verdict.since);
    return html`<div class="rb-verdict rb-verdict--superseded" role="alert">
      <p>${told} <a href=${this.dataset["sheet"] ?? ""}>${say["print"]}</a></p>
      <dl>
        ${verdict.later.map(
          ({ number, effective, changes }) =>
            html`<dt>${say["changed"]?.replace("{n}", String(number))} · ${effective}</dt>
              <dd>${changes || say["changes_unknown"]}</dd>`,
        )}
      </dl>
    </div>`;
  }

  private get revisions(): Revision[] {
    return JSON.parse(this.dataset["revisions"] ?? "[]") as Revision[];
  }
}

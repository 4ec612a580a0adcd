import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { words } from "../words.js";
import { copy } from "./clipboard.js";
import { LightElement } from "./light-element.js";

/**
 * A button that copies a text, for browsers inside other programs, where a download does nothing. Where the browser
 * does not let it copy either, the text is shown, selected, for the user to copy.
 */
@customElement("rb-copy")
export class CopyButton extends LightElement {
  /** makes the text when it is asked for */
  @property({ attribute: false }) text: () => string | Promise<string> = () => "";
  @property() label = "";
  /** classes of the button */
  @property() look = "";
  @property({ type: Boolean }) disabled = false;
  @state() private told = "";
  @state() private shown = "";

  protected override render(): TemplateResult {
    const say = words("keep");
    return html`<button type="button" class=${this.look} ?disabled=${this.disabled} @click=${this.press}>${this.label}</button>
      <span class="rb-copied" role="status">${this.told}</span>
      ${this.shown ? html`<textarea class="rb-copy-text" readonly rows="4" aria-label=${say["by_hand"]} .value=${this.shown}></textarea>` : nothing}`;
  }

  private async press(): Promise<void> {
    const say = words("keep");
    const text = await this.text();
    const done = await copy(text);
    this.told = (done ? say["copied"] : say["by_hand"]) ?? "";
    this.shown = done ? "" : text;
    await this.updateComplete;
    this.querySelector("textarea")?.select();
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { SCRIPT } from "../storage.js";
import { say } from "./keep-words.js";
import { LightElement } from "./light-element.js";
import { run } from "./script.js";

/** Milliseconds a code is shown: what changes more than three times a second may harm who looks at it. */
const SHOWN = 400;

/** The script that draws and reads codes, run when it is first asked for; undefined where it could not be had. */
export async function codes(): Promise<Window["rolebookQr"]> {
  if (!window.rolebookQr) await run(new URL("qr.js", SCRIPT ?? location.href).href);
  return window.rolebookQr;
}

/** Texts shown as codes, one after the other and over again, until stopped. */
@customElement("rb-codes")
export class CodeSequence extends LightElement {
  @property({ attribute: false }) codes: readonly string[] = [];
  @state() private at = 0;
  @state() private still = false;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.still || this.next(), SHOWN);
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  private next(): void {
    this.at = (this.at + 1) % Math.max(1, this.codes.length);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("codes")) this.at = 0;
  }

  protected override updated(): void {
    void this.draw(this.codes[this.at] ?? "");
  }

  private async draw(text: string): Promise<void> {
    const rows = (await codes())?.draw(text);
    const canvas = this.querySelector("canvas");
    const picture = canvas?.getContext("2d");
    if (!rows || !canvas || !picture || text !== this.codes[this.at]) return;
    const square = Math.max(2, Math.floor(800 / rows.length));
    canvas.width = canvas.height = square * rows.length;
    picture.fillStyle = "#fff";
    picture.fillRect(0, 0, canvas.width, canvas.height);
    picture.fillStyle = "#000";
    for (const [y, row] of rows.entries())
      for (const [x, dark] of row.entries()) if (dark) picture.fillRect(x * square, y * square, square, square);
  }

  protected override render(): TemplateResult {
    const several = this.codes.length > 1;
    const place = say("code", { n: this.at + 1, of: this.codes.length });
    return html`<p>${say("codes_help")}</p>
      <canvas class="rb-code" role="img" aria-label=${say("code_label", { of: this.codes.length })} data-code=${this.at + 1}></canvas>
      ${
        several
          ? html`<p class="rb-actions">
              <span>${place}</span>
              <button type="button" class="rb-plain" @click=${() => (this.still = !this.still)}>${say(this.still ? "go_on" : "hold")}</button>
              <button type="button" class="rb-plain" @click=${this.next}>${say("next_code")}</button>
            </p>`
          : nothing
      }`;
  }
}

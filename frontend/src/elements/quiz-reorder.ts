import { LitElement, html, nothing, type TemplateResult } from "lit";

import type { Option } from "../core/quiz/bank.js";
import { moved, placeAt } from "../core/quiz/reorder.js";
import { words } from "../words.js";
import { say } from "./quiz-words.js";

/**
 * A list to be put in order, or beside fixed left halves to be paired with: by dragging, by its buttons, or by arrow keys
 * on a focused item; every move is announced. Fires `reordered` with the ids as `detail`.
 */
export class Reorder extends LitElement {
  static override properties = {
    options: { attribute: false },
    lefts: { attribute: false },
    disabled: { type: Boolean },
    told: { state: true },
  };
  declare options: readonly Option[];
  declare lefts: readonly string[];
  declare disabled: boolean;
  declare private told: string;
  private dragged: string | undefined;

  constructor() {
    super();
    this.options = [];
    this.lefts = [];
    this.disabled = false;
    this.told = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<ol class="rb-reorder" aria-label=${say("options")}>
        ${this.options.map((option, n) => this.item(option, n))}
      </ol>
      <p class="rb-sr" role="status">${this.told}</p>`;
  }

  private item(option: Option, n: number): TemplateResult {
    const left = this.lefts[n];
    return html`<li class="rb-reorder__row" data-id=${option.id}>
      ${left === undefined ? html`<span class="rb-reorder__place">${n + 1}</span>` : html`<span class="rb-reorder__left">${left}</span>`}
      <span class="rb-reorder__item" @pointerdown=${(event: PointerEvent) => this.grab(event, option.id)} @pointermove=${this.drag} @pointerup=${this.drop} @pointercancel=${this.drop}>
        <span class="rb-reorder__text">${option.text}</span>
        ${this.disabled
          ? nothing
          : html`<button type="button" aria-label="${say("up")}${words("text")["colon"]}${option.text}" @click=${() => this.move(n, n - 1, "up")} @keydown=${(event: KeyboardEvent) => this.key(event, n)} data-way="up" aria-disabled=${n === 0}>↑</button>
              <button type="button" aria-label="${say("down")}${words("text")["colon"]}${option.text}" @click=${() => this.move(n, n + 1, "down")} @keydown=${(event: KeyboardEvent) => this.key(event, n)} data-way="down" aria-disabled=${n === this.options.length - 1}>↓</button>`}
      </span>
    </li>`;
  }

  private key(event: KeyboardEvent, n: number): void {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!step) return;
    event.preventDefault();
    this.move(n, n + step, (event.currentTarget as HTMLElement).dataset["way"] ?? "up");
  }

  private move(from: number, to: number, way: string): void {
    const option = this.options[from];
    if (!option || to < 0 || to >= this.options.length || this.disabled) return;
    this.options = moved(this.options, from, to);
    this.told = say("moved", { text: option.text, n: to + 1, total: this.options.length });
    this.dispatchEvent(new CustomEvent("reordered", { detail: this.options.map(({ id }) => id), bubbles: true }));
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(`[data-id="${option.id}"] [data-way="${way}"]`)?.focus({ preventScroll: true }),
    );
  }

  private grab(event: PointerEvent, id: string): void {
    if (this.disabled || (event.target as HTMLElement).closest("button")) return;
    this.dragged = id;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  private drag(event: PointerEvent): void {
    const from = this.options.findIndex(({ id }) => id === this.dragged);
    if (from < 0) return;
    const rows = [...this.querySelectorAll<HTMLElement>(".rb-reorder__row")].map((row) => row.getBoundingClientRect());
    const to = placeAt(event.clientY, rows.map(({ top }) => top), rows.map(({ height }) => height));
    const stands = rows[from];
    // Only past the middle of another row, or rows of unlike height would swap back and forth under the finger.
    if (to !== from && stands && (event.clientY < stands.top || event.clientY > stands.bottom)) {
      const option = this.options[from];
      this.options = moved(this.options, from, to);
      if (option) this.told = say("moved", { text: option.text, n: to + 1, total: this.options.length });
      this.dispatchEvent(new CustomEvent("reordered", { detail: this.options.map(({ id }) => id), bubbles: true }));
    }
  }

  private drop(): void {
    this.dragged = undefined;
  }
}

customElements.define("rb-reorder", Reorder);

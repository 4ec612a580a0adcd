import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Option } from "../core/quiz/bank.js";
import { moved, placeAt } from "../core/quiz/reorder.js";
import { words } from "../words.js";
import { LightElement } from "./light-element.js";
import { say } from "./quiz-words.js";

/**
 * A list to be put in order, or beside fixed left halves to be paired with: by dragging (on a
 * touch screen by the grip, so that a finger elsewhere scrolls the page), by its buttons, or by arrow keys on a focused
 * item. Every move is read out: with the button that follows the item and keeps the focus, or after dragging by itself. Fires `reordered` with the ids as `detail`. Once judged, `marks` says which rows are right.
 */
@customElement("rb-reorder")
export class Reorder extends LightElement {
  @property({ attribute: false }) options: readonly Option[] = [];
  @property({ attribute: false }) lefts: readonly string[] = [];
  @property({ attribute: false }) marks: readonly boolean[] = [];
  @property({ type: Boolean }) disabled = false;
  @state() private told = "";
  @state() private dragged: string | undefined = undefined;

  protected override render(): TemplateResult {
    return html`<ol class="rb-reorder" aria-label=${say("options")}>
        ${this.options.map((option, n) => this.item(option, n))}
      </ol>
      <p class="rb-sr" role="status">${this.told}</p>`;
  }

  private item(option: Option, n: number): TemplateResult {
    const left = this.lefts[n];
    const held = this.dragged === option.id ? "rb-reorder__item--held" : "";
    return html`<li class="rb-reorder__row" data-id=${option.id}>
      ${left === undefined ? html`<span class="rb-reorder__place">${n + 1}</span>` : html`<span class="rb-reorder__left">${left}</span>`}
      <span class="rb-reorder__item ${held}" @pointerdown=${(event: PointerEvent) => this.grab(event, option.id)} @pointermove=${this.drag} @pointerup=${this.drop} @pointercancel=${this.drop}>
        ${this.disabled ? nothing : html`<span class="rb-reorder__grip" aria-hidden="true">≡</span>`}
        <span class="rb-reorder__text">${option.text}</span>
        ${this.disabled ? this.mark(n) : html`${this.button(option, n, "up")}${this.button(option, n, "down")}`}
      </span>
    </li>`;
  }

  private mark(n: number): TemplateResult | typeof nothing {
    const right = this.marks[n];
    if (right === undefined) return nothing;
    return html`<span class="rb-choice__mark rb-reorder__mark--${right ? "right" : "wrong"}">${right ? `✓ ${say("place_right")}` : `✕ ${say("place_wrong")}`}</span>`;
  }

  private button(option: Option, n: number, way: "up" | "down"): TemplateResult {
    const to = way === "up" ? n - 1 : n + 1;
    return html`<button
      type="button"
      aria-label="${say(way)}${words("text")["colon"]}${this.place(option, n)}"
      data-way=${way}
      aria-disabled=${to < 0 || to >= this.options.length}
      @click=${() => this.move(n, to, way)}
      @keydown=${(event: KeyboardEvent) => this.key(event, n)}
    >
      ${way === "up" ? "↑" : "↓"}
    </button>`;
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
    this.put(option, from, to);
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(`[data-id="${option.id}"] [data-way="${way}"]`)?.focus({ preventScroll: true }),
    );
  }

  private put(option: Option, from: number, to: number): void {
    this.options = moved(this.options, from, to);
    this.told = this.dragged ? this.place(option, to) : "";
    this.dispatchEvent(new CustomEvent("reordered", { detail: this.options.map((other) => other.id), bubbles: true }));
  }

  /** Where an item stands, in words. */
  private place({ text }: Option, n: number): string {
    const [left, total] = [this.lefts[n], this.options.length];
    return left === undefined
      ? say("moved", { text, n: n + 1, total })
      : say("moved_beside", { text, left, n: n + 1, total });
  }

  private grab(event: PointerEvent, id: string): void {
    const target = event.target as HTMLElement;
    if (this.disabled || target.closest("button")) return;
    if (event.pointerType === "touch" && !target.closest(".rb-reorder__grip")) return;
    this.dragged = id;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  private drag(event: PointerEvent): void {
    const from = this.options.findIndex(({ id }) => id === this.dragged);
    if (from < 0) return;
    const rows = [...this.querySelectorAll<HTMLElement>(".rb-reorder__row")].map((row) => row.getBoundingClientRect());
    const to = placeAt(
      event.clientY,
      rows.map(({ top }) => top),
      rows.map(({ height }) => height),
    );
    const stands = rows[from];
    // Only past the middle of another row, or rows of unlike height would swap back and forth under the finger.
    const option = this.options[from];
    if (option && to !== from && stands && (event.clientY < stands.top || event.clientY > stands.bottom))
      this.put(option, from, to);
  }

  private drop(): void {
    this.dragged = undefined;
  }
}

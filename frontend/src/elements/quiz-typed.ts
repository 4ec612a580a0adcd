import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { keyed, type Question } from "../core/quiz/bank.js";
import { numeric } from "../core/quiz/typed-number.js";
import { amounts } from "../words.js";
import { anew, LightElement } from "./light-element.js";
import { say } from "./quiz-words.js";

/** What was typed; it is final where it was sent, as by Enter. */
export interface TypedText {
  readonly text: string;
  readonly sent: boolean;
}

/** What a keyboard of digits and a point can write. */
const PLAIN = /^\d+(?:\.\d+)?$/;

/**
 * The field of an answer that is typed, with its unit beside it. Fires `typed` when the answer is sent; while it is
 * `silent`, as in an exam, with whatever stands in it, "" for nothing that can be an answer.
 */
@customElement("rb-typed")
export class TypedAnswer extends LightElement {
  @property({ attribute: false }) question!: Question;
  @property({ type: Boolean }) disabled = false;
  @property({ type: Boolean }) silent = false;
  /** what stands in it at first */
  @property() begun = "";
  /** what is said of something typed that is no number */
  @state() private odd = "";

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("question")) this.odd = "";
  }

  protected override updated(changed: PropertyValues): void {
    const field = this.querySelector("input");
    if (changed.has("question") && field) field.value = this.begun;
  }

  protected override render(): TemplateResult {
    const { unit, answering } = this.question;
    const words = answering === "number" ? "your_number" : "your_words";
    return html`<form class="rb-typed-form" novalidate @submit=${this.send} @input=${this.type}>
      <label>${say(words)}
        <span class="rb-typed-form__field">
          <input name="typed" inputmode=${this.keyboard()} autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="rb-odd" ?disabled=${this.disabled} />
          ${unit ? html`<span class="rb-typed-form__unit">${unit}</span>` : nothing}
        </span>
      </label>
      <p id="rb-odd" class="rb-odd" role="alert">${this.odd}</p>
      ${this.disabled || this.silent ? nothing : html`<button class="md-button rb-button">${say("check")}</button>`}
    </form>`;
  }

  /** Digits on a phone only where the answer can be written with them: 8:30, half an hour and 18–22 cannot. */
  private keyboard(): "decimal" | "text" {
    const { answering, unit = "" } = this.question;
    const key = keyed(this.question)[0]?.text ?? "";
    const number = key.normalize("NFKC").replace(unit.normalize("NFKC"), "").trim();
    return answering === "number" && PLAIN.test(number) ? "decimal" : "text";
  }

  private isOdd(text: string): boolean {
    return this.question.answering === "number" && !numeric(text, amounts()).length;
  }

  private send(event: SubmitEvent): void {
    event.preventDefault();
    const text = this.querySelector("input")!.value.trim();
    this.odd = text && this.isOdd(text) ? anew(say("no_number"), this.odd) : "";
    if (text && !this.odd) this.fire({ text, sent: true });
  }

  private type(): void {
    this.odd = "";
    const text = this.querySelector("input")!.value.trim();
    if (this.silent) this.fire({ text: this.isOdd(text) ? "" : text, sent: false });
  }

  private fire(detail: TypedText): void {
    this.dispatchEvent(new CustomEvent<TypedText>("typed", { detail, bubbles: true }));
  }
}

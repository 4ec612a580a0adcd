import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { keyed, type Question } from "../core/quiz/bank.js";
import { numeric } from "../core/quiz/typed-number.js";
import { amounts, words } from "../words.js";
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
 * The field of an answer that is typed, with its unit beside it; one for each of several numbers. Fires `typed` when the
 * answer is sent; while it is `silent`, as in an exam, with whatever stands in it, "" for nothing that can be an answer.
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
    const parts = this.begun.split(this.apart);
    if (changed.has("question"))
      this.fields.forEach((field, n) => {
        field.value = (this.fields.length > 1 ? parts[n] : this.begun) ?? "";
      });
  }

  /** What stands between several numbers. */
  private get apart(): string {
    return words("text")["semicolon"] ?? ";";
  }

  private get fields(): HTMLInputElement[] {
    return [...this.querySelectorAll("input")];
  }

  /** The numbers or the words that are asked for, as the handbook has them. */
  private get wanted(): string[] {
    const { answering } = this.question;
    const key = keyed(this.question)[0]?.text ?? "";
    return answering === "number" ? key.split(this.apart) : [key];
  }

  /** What was typed, each number apart; "" where any is still missing. */
  private get text(): string {
    const typed = this.fields.map(({ value }) => value.trim());
    return typed.every(Boolean) ? typed.join(this.apart) : "";
  }

  protected override render(): TemplateResult {
    const { answering } = this.question;
    const { wanted } = this;
    const label = (n: number): string =>
      wanted.length > 1 ? say("your_nth", { n: n + 1 }) : say(answering === "number" ? "your_number" : "your_words");
    return html`<form class="rb-typed-form" novalidate @submit=${this.send} @input=${this.type}>
      ${wanted.map((key, n) => this.field(key, label(n)))}
      <p id="rb-odd" class="rb-odd" role="alert">${this.odd}</p>
      ${this.disabled || this.silent ? nothing : html`<button class="md-button rb-button">${say("check")}</button>`}
    </form>`;
  }

  private field(key: string, label: string): TemplateResult {
    const { unit } = this.question;
    const beside = unit ? html`<span class="rb-typed-form__unit">${unit}</span>` : nothing;
    return html`<label>${label}
        <span class="rb-typed-form__field">
          <input name="typed" inputmode=${this.keyboard(key)} autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="rb-odd" ?disabled=${this.disabled} />
          ${beside}
        </span>
      </label>`;
  }

  /** Digits on a phone only where the answer can be written with them: 8:30, half an hour and 18–22 cannot. */
  private keyboard(key: string): "decimal" | "text" {
    const { answering, unit = "" } = this.question;
    const number = key.normalize("NFKC").replace(unit.normalize("NFKC"), "").trim();
    return answering === "number" && PLAIN.test(number) ? "decimal" : "text";
  }

  private isOdd(): boolean {
    const typed = this.fields.map(({ value }) => value.trim());
    return this.question.answering === "number" && typed.some((one) => !numeric(one, amounts()).length);
  }

  private send(event: SubmitEvent): void {
    event.preventDefault();
    const { text } = this;
    const begun = this.fields.some(({ value }) => value.trim());
    this.odd = begun && this.isOdd() ? anew(say("no_number"), this.odd) : "";
    if (text && !this.odd) this.fire({ text, sent: true });
  }

  private type(): void {
    this.odd = "";
    if (this.silent) this.fire({ text: this.isOdd() ? "" : this.text, sent: false });
  }

  private fire(detail: TypedText): void {
    this.dispatchEvent(new CustomEvent<TypedText>("typed", { detail, bubbles: true }));
  }
}

import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";

import { keyed, type Option, type Question } from "../core/quiz/bank.js";
import { FORGOT, isRight, KNEW, told } from "../core/quiz/grade.js";
import "./quiz-reorder.js";
import { words } from "../words.js";
import { say } from "./quiz-words.js";

export interface Answered {
  readonly given: readonly string[];
  readonly right: boolean;
}

/**
 * One question: asks, takes the answer by touch or key, and (unless `silent`) says at once whether it was right, with the
 * line and a link to it. Fires `answered`, then `onward` when the learner goes on.
 */
export class QuestionCard extends LitElement {
  static override properties = {
    question: { attribute: false },
    silent: { type: Boolean },
    heading: { type: String },
    root: { type: String },
    last: { type: Boolean },
    returns: { type: Boolean },
    given: { state: true },
    ticked: { state: true },
    shown: { state: true },
  };
  declare question: Question;
  declare silent: boolean;
  declare heading: string;
  declare root: string;
  declare last: boolean;
  declare returns: boolean;
  declare private given: readonly string[] | undefined;
  declare private ticked: readonly string[];
  declare private shown: boolean;

  constructor() {
    super();
    this.silent = false;
    this.heading = "";
    this.root = "";
    this.last = false;
    this.returns = false;
    this.given = undefined;
    this.ticked = [];
    this.shown = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.key);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("keydown", this.key);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("question")) return;
    this.given = undefined;
    this.shown = false;
    const arranged = ["order", "match"].includes(this.question.answering);
    this.ticked = arranged ? this.question.options.map(({ id }) => id) : [];
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("question")) this.querySelector<HTMLElement>(".rb-card-stem")?.focus({ preventScroll: true });
    else if (changed.has("given") && this.given) this.querySelector<HTMLElement>(".rb-onward")?.focus({ preventScroll: false });
    else if (changed.has("shown") && this.shown) this.querySelector<HTMLElement>(".rb-knew")?.focus();
  }

  protected override render(): TemplateResult {
    return html`<section class="rb-card-question" aria-label=${this.heading}>
      <p class="rb-card-number">${this.heading}</p>
      <h2 class="rb-card-stem" tabindex="-1">${this.question.stem}</h2>
      ${this.body()} ${this.given === undefined ? this.hint() : this.verdict(this.given)}
    </section>`;
  }

  private body(): TemplateResult {
    switch (this.question.answering) {
      case "several":
        return this.boxes();
      case "order":
      case "match":
        return this.list();
      case "number":
        return this.number();
      case "recall":
        return this.recall();
      default:
        return this.choices();
    }
  }

  private choices(): TemplateResult {
    return html`<ol class="rb-choices" aria-label=${say("options")}>
      ${this.question.options.map((option, n) => {
        const mark = this.mark(option);
        return html`<li>
          <button type="button" class="rb-choice ${mark}" ?disabled=${this.given !== undefined} @click=${() => this.take([option.id])}>
            <span class="rb-choice__key" aria-hidden="true">${n + 1}</span>
            <span class="rb-choice__text">${option.text}</span>
            ${mark ? html`<span class="rb-choice__mark">${mark === "rb-choice--right" ? `✓ ${say("this_is")}` : `✕ ${say("this_was")}`}</span>` : nothing}
          </button>
        </li>`;
      })}
    </ol>`;
  }

  private mark(option: Option): string {
    if (this.given === undefined || this.silent) return "";
    if (this.question.key.includes(option.id)) return "rb-choice--right";
    return this.given.includes(option.id) ? "rb-choice--wrong" : "";
  }

  private boxes(): TemplateResult {
    return html`<ul class="rb-choices">
        ${this.question.options.map((option, n) => {
          const mark = this.mark(option);
          return html`<li>
            <label class="rb-choice ${mark}">
              <span class="rb-choice__key" aria-hidden="true">${n + 1}</span>
              <input type="checkbox" .checked=${this.ticked.includes(option.id)} ?disabled=${this.given !== undefined} @change=${() => this.tick(option.id)} />
              <span class="rb-choice__text">${option.text}</span>
              ${mark === "rb-choice--right" ? html`<span class="rb-choice__mark">✓ ${say("this_is")}</span>` : nothing}
            </label>
          </li>`;
        })}
      </ul>
      ${this.submit()}`;
  }

  private list(): TemplateResult {
    const options = this.ticked.flatMap((id) => this.question.options.filter((option) => option.id === id));
    return html`<rb-reorder
        .options=${options}
        .lefts=${this.question.lefts ?? []}
        ?disabled=${this.given !== undefined}
        @reordered=${(event: CustomEvent<string[]>) => (this.ticked = event.detail)}
      ></rb-reorder>
      ${this.submit()}`;
  }

  private number(): TemplateResult {
    return html`<form class="rb-number-form" @submit=${this.typed}>
      <label>${say("your_number")} <input name="number" inputmode="decimal" autocomplete="off" ?disabled=${this.given !== undefined} /></label>
      ${this.given === undefined ? html`<button class="md-button rb-button">${say("check")}</button>` : nothing}
    </form>`;
  }

  private recall(): TemplateResult {
    if (!this.shown) return html`<button type="button" class="md-button rb-button" @click=${() => (this.shown = true)}>${say("show")}</button>`;
    return html`<p class="rb-recall">${keyed(this.question)[0]?.text}</p>
      ${this.given === undefined
        ? html`<p class="rb-actions">
            <button type="button" class="md-button rb-button rb-knew" @click=${() => this.take([KNEW])}>${say("knew")}</button>
            <button type="button" class="md-button rb-button" @click=${() => this.take([FORGOT])}>${say("forgot")}</button>
          </p>`
        : nothing}`;
  }

  private submit(): TemplateResult | typeof nothing {
    if (this.given !== undefined) return nothing;
    const empty = this.ticked.length === 0;
    return html`<button type="button" class="md-button rb-button rb-check" ?disabled=${empty} @click=${() => this.take(this.ticked)}>${say("check")}</button>`;
  }

  private hint(): TemplateResult {
    return html`<p class="rb-card-hint">${say(`hint_${this.question.answering}`, { n: this.question.options.length })}</p>`;
  }

  private verdict(given: readonly string[]): TemplateResult {
    const right = isRight(this.question, given);
    const next = html`<button type="button" class="md-button md-button--primary rb-button rb-onward" @click=${this.onward}>${say(this.last && (right || this.silent) ? "finish" : "next")}</button>`;
    if (this.silent) return html`<p class="rb-actions">${next}</p>`;
    const key = keyed(this.question).map(({ text }) => text);
    const answer = this.question.lefts ? told(this.question, this.question.key) : key.join(this.question.answering === "order" ? " → " : words("text")["comma"]);
    const said = this.question.answering === "recall" ? "" : told(this.question, given);
    return html`<div class="rb-told ${right ? "rb-told--right" : "rb-told--wrong"}" role="status">
        <p class="rb-told__verdict">${right ? `✓ ${say("right")}` : `✕ ${say("wrong")}`}</p>
        ${right ? nothing : html`<p>${say("key_is", { text: answer })}</p>`}
        ${right || !said || this.question.answering === "single" ? nothing : html`<p>${say("you_said", { text: said })}</p>`}
        <p class="rb-told__line">${this.question.explain} <a href=${this.root + this.question.source.href} target="_blank">${say("see")}</a></p>
        ${right || !this.returns ? nothing : html`<p class="rb-told__back">${say("comes_back")}</p>`}
      </div>
      <p class="rb-actions">${next}</p>`;
  }

  private tick(id: string): void {
    if (this.given !== undefined) return;
    this.ticked = this.ticked.includes(id) ? this.ticked.filter((other) => other !== id) : [...this.ticked, id];
  }

  private typed(event: SubmitEvent): void {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get("number") ?? "").trim();
    if (text) this.take([text]);
  }

  private take(given: readonly string[]): void {
    if (this.given !== undefined) return;
    this.given = given;
    const detail: Answered = { given, right: isRight(this.question, given) };
    this.dispatchEvent(new CustomEvent<Answered>("answered", { detail, bubbles: true }));
  }

  private onward(): void {
    this.dispatchEvent(new CustomEvent("onward", { bubbles: true }));
  }

  private readonly key = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const typing = target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (event.key === "Enter" && !target.closest("button, a, summary, input")) {
      if (this.given !== undefined) this.onward();
      else this.querySelector<HTMLButtonElement>(".rb-check:not(:disabled)")?.click();
      return;
    }
    if (event.key === "Enter" && target.closest("input[type=checkbox]")) this.querySelector<HTMLButtonElement>(".rb-check:not(:disabled)")?.click();
    const option = /^[1-9]$/.test(event.key) ? this.question.options[Number(event.key) - 1] : undefined;
    if (!option || this.given !== undefined) return;
    if (this.question.answering === "single") this.take([option.id]);
    if (this.question.answering === "several") this.tick(option.id);
  };
}

customElements.define("rb-question", QuestionCard);

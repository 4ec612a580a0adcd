import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { keyed, type Question } from "../core/quiz/bank.js";
import { FORGOT, KNEW } from "../core/quiz/grade.js";
import type { Wording } from "../core/quiz/wording.js";
import { LightElement } from "./light-element.js";
import { misses } from "./quiz-options.js";
import { say } from "./quiz-words.js";

/** What a learner says of what he said, and what he wrote of it: "" where he wrote nothing. */
export interface Said {
  readonly given: readonly string[];
  readonly written: string;
}

/**
 * An answer that is said, or written by whoever likes: then the right one is shown, and the learner grades himself, a list
 * by ticking off what he missed. Fires `said` with his verdict.
 */
@customElement("rb-recall")
export class Recall extends LightElement {
  @property({ attribute: false }) question!: Question;
  @property({ attribute: false }) wording!: Wording;
  @property({ type: Boolean }) judged = false;
  @state() private shown = false;
  @state() private written = "";
  /** ids of a list that were not said */
  @state() private missed: readonly string[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("question")) return;
    this.shown = false;
    this.written = "";
    this.missed = [];
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("shown") && this.shown) this.querySelector<HTMLElement>(".rb-recall")?.focus();
  }

  protected override render(): TemplateResult {
    return html`${this.shown ? html`${this.own()}${this.isList ? this.list() : this.line()}` : this.asking()}`;
  }

  private get isList(): boolean {
    return this.question.answering === "list";
  }

  private asking(): TemplateResult {
    return html`<form class="rb-typed-form" @submit=${this.show}>
      <label>${say("your_memory")}<textarea name="written" rows="2" autocapitalize="off"></textarea></label>
      <button class="md-button rb-button rb-show">${say("show")}</button>
    </form>`;
  }

  private readonly show = (event: Event): void => {
    event.preventDefault();
    this.written = this.querySelector("textarea")!.value.trim();
    if (this.written && this.isList)
      this.missed = keyed(this.question).flatMap(({ id, text }) => (this.wording.says(this.written, text) ? [] : id));
    this.shown = true;
  };

  private own(): TemplateResult | typeof nothing {
    return this.written ? html`<p class="rb-written">${say("you_said", { text: this.written })}</p>` : nothing;
  }

  private line(): TemplateResult {
    return html`<p class="rb-recall" tabindex="-1">${keyed(this.question)[0]?.text}</p>
      ${
        this.judged
          ? nothing
          : html`<p class="rb-actions">
            <button type="button" class="md-button rb-button rb-knew" @click=${() => this.fire([KNEW])}>${say("knew")}</button>
            <button type="button" class="md-button rb-button" @click=${() => this.fire([FORGOT])}>${say("forgot")}</button>
          </p>`
      }`;
  }

  private list(): TemplateResult {
    const { question, missed, judged } = this;
    const ready = html`<button type="button" class="md-button rb-button rb-check" @click=${() => this.fire(this.said)}>${say(missed.length ? "missed_some" : "missed_none", { n: missed.length })}</button>`;
    return html`<div class="rb-recall" tabindex="-1">${misses({ question, chosen: missed, judged }, this.tick)}</div>
      ${judged ? nothing : html`<p class="rb-actions">${ready}</p>`}`;
  }

  private get said(): string[] {
    return this.question.key.filter((id) => !this.missed.includes(id));
  }

  private readonly tick = (id: string): void => {
    this.missed = this.missed.includes(id) ? this.missed.filter((other) => other !== id) : [...this.missed, id];
  };

  /** A digit was pressed: a verdict, or an item of a list. False where it is none. */
  digit(n: number): boolean {
    const option = this.question.options[n - 1];
    if (!this.shown || this.judged) return false;
    if (this.isList && option) this.tick(option.id);
    else if (!this.isList && n <= 2) this.fire([n === 1 ? KNEW : FORGOT]);
    return true;
  }

  private fire(given: readonly string[]): void {
    this.dispatchEvent(new CustomEvent<Said>("said", { detail: { given, written: this.written }, bubbles: true }));
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Question } from "../core/quiz/bank.js";
import { isRight, type Judgement, judge, marked, type Reading } from "../core/quiz/grade.js";
import { Wording } from "../core/quiz/wording.js";
import { amounts } from "../words.js";
import { LightElement } from "./light-element.js";
import { boxes, buttons, type Choosing } from "./quiz-options.js";
import type { Recall, Said } from "./quiz-recall.js";
import "./quiz-recall.js";
import "./quiz-reorder.js";
import type { TypedText } from "./quiz-typed.js";
import "./quiz-typed.js";
import { announcement, verdict } from "./quiz-verdict.js";
import { say } from "./quiz-words.js";

export interface Answered extends Judgement {
  /** ids of options, or a text, as grade.ts reads it; undefined where it was taken back */
  readonly given: readonly string[] | undefined;
}

/**
 * One question: asks, takes the answer by touch or key, and says at once whether it was right, with the line and a link
 * to it. Where it is `silent`, as in an exam, it says nothing, and the answer may be changed until the learner goes on.
 * Fires `answered` with each answer, then `onward` when the learner goes on.
 */
@customElement("rb-question")
export class QuestionCard extends LightElement {
  @property({ attribute: false }) question!: Question;
  /** what the texts of the quiz are compared by */
  @property({ attribute: false }) wording = new Wording();
  @property({ type: Boolean }) silent = false;
  /** in an exam what was answered before the page was loaded anew */
  @property({ attribute: false }) begun: readonly string[] | undefined = undefined;
  @property() heading = "";
  @property() root = "";
  @property({ type: Boolean }) last = false;
  @property({ type: Boolean }) returns = false;
  /** whether it was missed so often that its line is to be read */
  @property({ type: Boolean }) leech = false;
  /** the answer; in an exam the one so far */
  @state() private given: readonly string[] | undefined = undefined;
  @state() private ticked: readonly string[] = [];
  /** what was chosen by its digit, which is not where the focus is */
  @state() private told = "";

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.key);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("keydown", this.key);
    super.disconnectedCallback();
  }

  private get judged(): boolean {
    return this.given !== undefined && !this.silent;
  }

  private get reading(): Reading {
    return { amounts: amounts(), wording: this.wording };
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("question")) return;
    this.given = this.begun?.length ? this.begun : undefined;
    this.told = "";
    const arranged = ["order", "match"].includes(this.question.answering);
    this.ticked = this.given ?? (arranged ? this.question.options.map(({ id }) => id) : []);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("question")) this.begin();
    else if (changed.has("given") && this.judged) this.end();
  }

  /** The focus goes to the way on, which comes into sight and leaves as much of the question there as can be. */
  private end(): void {
    const onward = this.querySelector<HTMLElement>(".rb-onward");
    onward?.focus({ preventScroll: true });
    onward?.scrollIntoView({ block: "nearest" });
  }

  /** The focus goes to the question, and the question into sight: the last one's verdict may have scrolled it away. */
  private begin(): void {
    this.querySelector<HTMLElement>(".rb-card-stem")?.focus({ preventScroll: true });
    const card = this.querySelector<HTMLElement>(".rb-card-question");
    if (card && card.getBoundingClientRect().top < parseFloat(getComputedStyle(card).scrollMarginTop))
      card.scrollIntoView();
  }

  protected override render(): TemplateResult {
    const { question, given, judged, reading } = this;
    return html`<section class="rb-card-question" aria-label=${this.heading}>
      <p class="rb-card-number" aria-hidden="true">${this.heading}</p>
      <h2 class="rb-card-stem" tabindex="-1">${question.stem}</h2>
      ${this.body()} ${judged ? nothing : this.hint()}
      <p class="rb-sr" role="status">${judged && given ? announcement(question, given, reading) : this.told}</p>
      ${judged && given ? verdict(question, given, this.root, { returns: this.returns, leech: this.leech }, reading) : nothing} ${this.next()}
    </section>`;
  }

  private body(): TemplateResult {
    const { question, judged } = this;
    const now: Choosing = { question, chosen: this.given ?? this.ticked, judged };
    switch (question.answering) {
      case "several":
        return html`${boxes(now, this.tick)} ${this.submit()}`;
      case "order":
      case "match":
        return html`${this.list()} ${this.submit()}`;
      case "number":
      case "typed":
        return html`<rb-typed .question=${question} .begun=${this.begun?.[0] ?? ""} ?disabled=${judged} ?silent=${this.silent} @typed=${this.typed}></rb-typed>`;
      case "recall":
      case "list":
        return html`<rb-recall .question=${question} .wording=${this.wording} ?judged=${judged} @said=${this.said}></rb-recall>`;
      default:
        return buttons(now, (id) => this.take([id]));
    }
  }

  private list(): TemplateResult {
    const { question, ticked, judged } = this;
    const options = ticked.flatMap((id) => question.options.filter((option) => option.id === id));
    const rearranged = (event: CustomEvent<string[]>): void => this.choose(event.detail);
    return html`<rb-reorder
      .options=${options}
      .lefts=${question.lefts ?? []}
      .marks=${judged ? ticked.map((id) => marked(question, ticked, id) === "right") : []}
      ?disabled=${judged}
      @reordered=${rearranged}
    ></rb-reorder>`;
  }

  private submit(): TemplateResult | typeof nothing {
    if (this.judged || this.silent) return nothing;
    return html`<button type="button" class="md-button rb-button rb-check" ?disabled=${!this.ticked.length} @click=${() => this.take(this.ticked)}>${say("check")}</button>`;
  }

  private hint(): TemplateResult {
    const { answering, options } = this.question;
    return html`<p class="rb-card-hint">
      <span class="rb-by-key">${say(`hint_${answering}`, { n: options.length })}</span>
      <span class="rb-by-touch">${say(`touch_${answering}`)}</span>
      ${this.silent ? html`<span class="rb-silent">${say("hint_silent")}</span>` : nothing}
    </p>`;
  }

  private next(): TemplateResult | typeof nothing {
    if (this.given === undefined && !this.silent) return nothing;
    const end = this.last && (this.silent || isRight(this.question, this.given ?? [], this.reading));
    const word = end ? "finish" : this.given === undefined ? "skip" : "next";
    const primary = this.given === undefined ? "" : "md-button--primary";
    return html`<p class="rb-actions"><button type="button" class="md-button ${primary} rb-button rb-onward" @click=${this.onward}>${say(word)}</button></p>`;
  }

  private readonly tick = (id: string): void => {
    if (this.judged) return;
    this.choose(this.ticked.includes(id) ? this.ticked.filter((other) => other !== id) : [...this.ticked, id]);
  };

  /** Note what is ticked or arranged; in an exam that is the answer already. */
  private choose(ids: readonly string[]): void {
    this.told = "";
    this.ticked = ids;
    if (this.silent) this.take(ids.length ? ids : undefined);
  }

  private typed({ detail: { text, sent } }: CustomEvent<TypedText>): void {
    this.take(text ? [text] : undefined);
    if (sent && this.silent) this.onward();
  }

  private said({ detail: { given, written } }: CustomEvent<Said>): void {
    this.take(given, written);
  }

  /** Take an answer, or take it back. */
  private take(given: readonly string[] | undefined, written = ""): void {
    if (this.judged) return;
    this.told = "";
    this.given = given;
    const detail: Answered = { given, ...judge(this.question, given ?? [], this.reading, written) };
    this.dispatchEvent(new CustomEvent<Answered>("answered", { detail, bubbles: true }));
  }

  private onward(): void {
    this.dispatchEvent(new CustomEvent("onward", { bubbles: true }));
  }

  private readonly key = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const typing = target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (event.key === "Enter") this.enter(event, target);
    else if (/^[1-9]$/.test(event.key) && !this.judged) this.digit(Number(event.key));
  };

  private enter(event: KeyboardEvent, target: HTMLElement): void {
    const box = target.closest("input[type=checkbox]");
    if (!box && target.closest("button, a, summary, input")) return;
    event.preventDefault(); // the focus moves to the button that goes on, which the same Enter would press
    if (this.given !== undefined) this.onward();
    else this.querySelector<HTMLButtonElement>(".rb-check:not(:disabled)")?.click();
  }

  private digit(n: number): void {
    const option = this.question.options[n - 1];
    if (this.querySelector<Recall>("rb-recall")?.digit(n)) return;
    if (option && this.question.answering === "single") this.take([option.id]);
    else if (option && this.question.answering === "several") this.tick(option.id);
    else return;
    const chosen = (this.given ?? this.ticked).includes(option.id);
    this.told = say(chosen ? "chosen_now" : "cleared_now", { text: option.text });
  }
}

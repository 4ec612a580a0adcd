import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import type { Question, Quiz } from "../core/quiz/bank.js";
import { due, review } from "../core/quiz/draw.js";
import { along, inOrder } from "../core/quiz/path.js";
import { tally } from "../core/quiz/progress.js";
import type { Sitting } from "../core/quiz/sitting.js";
import { unspoilt } from "../core/quiz/spoil.js";
import { lasting } from "../storage.js";
import { LightElement } from "./light-element.js";
import { quiz } from "./quiz-load.js";
import { way } from "./quiz-path.js";
import { focusOn, notKept, result } from "./quiz-result.js";
import "./quiz-sitting.js";
import { choose, chosen } from "../posts.js";
import { fresh, remembered, worthKeeping } from "./quiz-store.js";
import { say } from "./quiz-words.js";

/** The quiz about one record: progress, a sitting, its result. The list of questions and answers below waits meanwhile. */
@customElement("rb-quiz")
export class QuizView extends LightElement {
  @state() private quiz: Quiz | undefined = undefined;
  @state() private broken = false;
  @state() private asked: readonly Question[] | undefined = undefined;
  private teaches = false;
  @state() private sitting: Sitting | undefined = undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { quiz: record = "", script = "" } = this.dataset;
    void quiz(record, script).then((loaded) => {
      this.quiz = loaded;
      this.broken = loaded === undefined;
    });
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("sitting") && this.sitting) focusOn(this, "#rb-result");
    else if (changed.get("asked") && !this.asked) focusOn(this, ".rb-button, summary");
    const list = document.querySelector<HTMLElement>(".rb-quiz-list");
    if (list) list.hidden = this.asked !== undefined;
  }

  protected override render(): TemplateResult {
    if (this.broken) return html`<p class="rb-empty" role="alert">${say("broken")}</p>`;
    if (!this.quiz) return html`<p class="rb-empty">${say("loading")}</p>`;
    const root = this.dataset["root"] ?? "";
    if (this.sitting) return result(this.sitting, root, this.back, this.again);
    if (this.asked)
      return html`<rb-sitting ?teaches=${this.teaches} .questions=${this.asked} .root=${root} @finished=${this.finish}></rb-sitting>`;
    return this.entry(this.quiz);
  }

  private entry({ items, path = [] }: Quiz): TemplateResult {
    const now = Date.now();
    const memory = remembered();
    const { known, learning, new: unseen } = tally(items, memory);
    const today = review(inOrder(path, items), memory, now, fresh());
    const { kept, left } = unspoilt(items);
    const all = [...kept, ...left];
    const { exam = "" } = this.dataset;
    return html`<div class="rb-quiz-entry">
      <p class="rb-progress">
        <meter max=${items.length} value=${known} aria-label=${say("known")}></meter>
        <span>${say("progress", { known, learning, fresh: unseen })}</span>
      </p>
      <p class="rb-actions">
        ${today.length ? html`<button type="button" class="md-button md-button--primary rb-button" @click=${() => this.begin(today, true)}>${due(items, memory, now).length ? say("start_due", { n: today.length }) : say("start", { n: today.length })}</button>` : html`<span>${say("none_due")}</span>`}
        ${today.length < items.length ? html`<button type="button" class="md-button rb-button" @click=${() => this.begin(all, false)}>${say("start_all", { n: items.length })}</button>` : nothing}
      </p>
      ${lasting() ? nothing : notKept()}
    </div>
    ${way(along(path, items, memory), exam)}`;
  }

  /** What is new is taught with the day's questions; whoever wants all of them wants to be asked. */
  private begin(questions: readonly Question[], teaches: boolean): void {
    this.teaches = teaches;
    this.asked = questions;
  }

  /** A sitting without an answer has no result. */
  private finish(event: CustomEvent<Sitting>): void {
    worthKeeping();
    if (!event.detail.first.length) return this.back();
    this.sitting = event.detail;
    // Who learns a post has it, unless he said which he has.
    const { quiz: record = "" } = this.dataset;
    if (record.startsWith("roles/") && !chosen().size) choose(record, true);
  }

  private readonly again = (questions: readonly Question[]): void => {
    this.begin(questions, false);
    this.sitting = undefined;
  };

  private readonly back = (): void => {
    this.asked = undefined;
    this.sitting = undefined;
  };
}

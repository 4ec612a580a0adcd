import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";

import type { Question } from "../core/quiz/bank.js";
import { streak } from "../core/quiz/day.js";
import { due, review } from "../core/quiz/draw.js";
import { inOrder } from "../core/quiz/path.js";
import { leeches, tally, weakest } from "../core/quiz/progress.js";
import type { Sitting } from "../core/quiz/sitting.js";
import { lasting } from "../storage.js";
import { LightElement } from "./light-element.js";
import { chooser } from "./quiz-choose.js";
import { about, type Listed, listed } from "./quiz-list.js";
import { quiz } from "./quiz-load.js";
import { focusOn, notKept, result } from "./quiz-result.js";
import "./quiz-sitting.js";
import "./transfer.js";
import { chosen } from "../posts.js";
import { daysDone, fresh, remembered, wantFresh, worthKeeping } from "./quiz-store.js";
import { lineLink } from "./quiz-verdict.js";
import { say } from "./quiz-words.js";

const WEAKEST = 5;
const TODAY = "#today";

interface Shelf {
  readonly entry: Listed;
  readonly questions: readonly Question[];
}

type Recall = ReturnType<typeof remembered>;

/** Today's review: what is due across the posts someone chose, how far he is with each, and his progress as a file. */
@customElement("rb-review")
export class Review extends LightElement {
  @state() private shelves: readonly Shelf[] | undefined = undefined;
  @state() private asked: readonly Question[] | undefined = undefined;
  @state() private sitting: Sitting | undefined = undefined;
  @state() private note = "";
  private all: readonly Listed[] = [];
  private open = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.all = listed();
    this.open = chosen().size === 0;
    void this.load();
  }

  private readonly load = async (): Promise<void> => {
    const wanted = await about(this.all, chosen());
    const loaded = await Promise.all(
      wanted.map(async (entry) => ({ entry, quiz: await quiz(entry.record, entry.script) })),
    );
    this.note = loaded.some(({ quiz: found }) => !found) ? say("unread") : this.note;
    this.shelves = loaded.map(({ entry, quiz: found }) => ({
      entry,
      questions: inOrder(found?.path ?? [], found?.items ?? []),
    }));
    if (location.hash === TODAY) this.begin(this.shelves);
  };

  /** Who comes from home begins at once; who loads the page again, or comes back to it, does not. */
  private begin(shelves: readonly Shelf[]): void {
    history.replaceState(history.state, "", location.href.slice(0, -TODAY.length));
    const questions = shelves.flatMap((shelf) => shelf.questions);
    const today = review(questions, remembered(), Date.now(), fresh());
    if (today.length) this.asked = today;
  }

  private readonly chose = (): void => {
    this.requestUpdate();
    void this.load();
  };

  protected override updated(changed: PropertyValues): void {
    if (changed.has("sitting") && this.sitting) focusOn(this, "#rb-result");
    else if (changed.get("asked") && !this.asked) focusOn(this, ".rb-button, summary");
    const below = document.querySelector<HTMLElement>(".rb-quiz-shelves");
    if (below) below.hidden = true; // its links stand in the chooser
  }

  protected override render(): TemplateResult {
    if (!this.shelves) return html`<p class="rb-empty">${say("loading")}</p>`;
    const root = this.dataset["root"] ?? "";
    if (this.sitting) return result(this.sitting, root, this.back, this.again);
    if (this.asked)
      return html`<rb-sitting teaches .questions=${this.asked} .root=${root} @finished=${this.finish}></rb-sitting>`;
    const memory = remembered();
    return html`${this.today(this.shelves, memory)} ${this.choices(this.shelves)} ${this.progress(this.shelves, memory, root)} <rb-transfer @imported=${this.imported}></rb-transfer>`;
  }

  private today(shelves: readonly Shelf[], memory: Recall): TemplateResult {
    const now = Date.now();
    const questions = shelves.flatMap((shelf) => shelf.questions);
    const today = review(questions, memory, now, fresh());
    const waiting = due(questions, memory, now).length;
    const row = streak(daysDone(), now);
    const label = say(waiting ? "start_due" : "start", { n: today.length });
    const more =
      today.length && waiting > today.length ? html`<p class="rb-note">${say("portion", { n: waiting })}</p>` : nothing;
    return html`<div class="rb-quiz-entry">
      ${row ? html`<p class="rb-streak">${say("streak", { n: row })}</p>` : nothing}
      <p class="rb-actions rb-actions--steady">
        ${
          today.length
            ? html`<button type="button" class="md-button md-button--primary rb-button" @click=${() => (this.asked = today)}>${label}</button>`
            : html`<span>${say(questions.length ? "none_due" : "none_chosen")}</span>`
        }
      </p>
      ${more} ${this.wish()}
      ${this.note ? html`<p role="status">${this.note}</p>` : nothing} ${lasting() ? nothing : notKept()}
    </div>`;
  }

  private choices(shelves: readonly Shelf[]): TemplateResult {
    const already = shelves.map(({ entry }) => entry);
    return chooser(this.all, already, this.open, this.chose);
  }

  /** How many new questions a day the learner wants. */
  private wish(): TemplateResult {
    const set = (event: Event): void => {
      const { value, valueAsNumber, min, max } = event.target as HTMLInputElement;
      if (value) wantFresh(Math.min(Math.max(Math.round(valueAsNumber), Number(min)), Number(max)));
      this.requestUpdate();
    };
    return html`<p><label class="rb-fresh">${say("fresh_a_day")} <input name="fresh" type="number" inputmode="numeric" min="0" max="100" .value=${live(String(fresh()))} @change=${set} /></label></p>`;
  }

  private progress(shelves: readonly Shelf[], memory: Recall, root: string): TemplateResult | typeof nothing {
    if (!shelves.length) return nothing;
    const questions = shelves.flatMap((shelf) => shelf.questions);
    const tough = leeches(questions, memory);
    const weak = weakest(
      [...new Map(questions.map((q) => [q.id, q] as const)).values()].filter((question) => !tough.includes(question)),
      memory,
      WEAKEST,
    ).map(({ question }) => question);
    const shelf = (heading: string, some: readonly Question[]): TemplateResult | typeof nothing =>
      some.length
        ? html`<h2>${heading}</h2>
            <ul class="rb-missed">
              ${some.map((question) => html`<li><p class="rb-told__line">${question.explain} ${lineLink(question, root)} <span class="rb-count">${say("missed", { n: memory(question.id)?.missed ?? 0 })}</span></p></li>`)}
            </ul>`
        : nothing;
    return html`<ul class="rb-standing">
        ${shelves.map(({ entry, questions }) => {
          const { known, learning, new: fresh } = tally(questions, memory);
          return html`<li>
            <span class="rb-standing__title">${entry.title}</span>
            <span class="rb-bar" aria-hidden="true"><span class="rb-bar__known" .style="flex-grow:${known}"></span><span class="rb-bar__learning" .style="flex-grow:${learning}"></span><span class="rb-bar__new" .style="flex-grow:${fresh}"></span></span>
            <span class="rb-standing__count">${say("progress", { known, learning, fresh })}</span>
          </li>`;
        })}
      </ul>
      ${shelf(say("leeches"), tough)} ${shelf(say("weakest"), weak)} ${weak.length ? this.practice([...tough, ...weak]) : nothing}`;
  }

  private practice(some: readonly Question[]): TemplateResult {
    return html`<p><button type="button" class="md-button rb-button" @click=${() => this.again(some)}>${say("again_missed", { n: some.length })}</button></p>`;
  }

  private async imported(event: CustomEvent<string>): Promise<void> {
    this.note = event.detail;
    await this.load();
    this.requestUpdate();
  }

  /** A sitting without an answer has no result. */
  private finish(event: CustomEvent<Sitting>): void {
    worthKeeping();
    if (event.detail.first.length) this.sitting = event.detail;
    else this.back();
  }

  private readonly again = (questions: readonly Question[]): void => {
    this.asked = questions;
    this.sitting = undefined;
  };

  private readonly back = (): void => {
    this.asked = undefined;
    this.sitting = undefined;
  };
}

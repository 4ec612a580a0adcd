import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import type { Question } from "../core/quiz/bank.js";
import { review } from "../core/quiz/draw.js";
import { tally, weakest } from "../core/quiz/progress.js";
import { day, isDue, streak } from "../core/quiz/schedule.js";
import type { Sitting } from "../core/quiz/sitting.js";
import { lasting } from "../storage.js";
import { LightElement } from "./light-element.js";
import { chooser } from "./quiz-choose.js";
import { type Listed, listed, quiz } from "./quiz-load.js";
import { focusOn, notKept, result } from "./quiz-result.js";
import "./quiz-sitting.js";
import "./transfer.js";
import { chosen, daysDone, remembered, worthKeeping } from "./quiz-store.js";
import { lineLink } from "./quiz-verdict.js";
import { say } from "./quiz-words.js";

const WEAKEST = 5;

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
    const mine = chosen();
    const wanted = this.all.filter(({ record }) => mine.has(record));
    const loaded = await Promise.all(
      wanted.map(async (entry) => ({ entry, quiz: await quiz(entry.record, entry.script) })),
    );
    this.note = loaded.some(({ quiz: found }) => !found) ? say("unread") : this.note;
    this.shelves = loaded.map(({ entry, quiz: found }) => ({ entry, questions: found?.items ?? [] }));
  };

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
    if (this.sitting) return result(this.sitting, root, this.back);
    if (this.asked)
      return html`<rb-sitting .questions=${this.asked} .root=${root} @finished=${this.finish}></rb-sitting>`;
    const memory = remembered();
    return html`${this.today(this.shelves, memory)} ${chooser(this.all, this.open, this.chose)} ${this.progress(this.shelves, memory, root)} <rb-transfer @imported=${this.imported}></rb-transfer>`;
  }

  private today(shelves: readonly Shelf[], memory: Recall): TemplateResult {
    const now = Date.now();
    const questions = shelves.flatMap((shelf) => shelf.questions);
    const due = questions.filter((question) => isDue(memory(question.id), question.revision, now)).length;
    const today = review(questions, memory, now, day(now));
    const row = streak(daysDone(), now);
    const label = due ? say("start_due", { n: today.length }) : say("start", { n: today.length });
    return html`<div class="rb-quiz-entry">
      ${row ? html`<p class="rb-streak">${say("streak", { n: row })}</p>` : nothing}
      <p class="rb-actions rb-actions--steady">
        ${
          today.length
            ? html`<button type="button" class="md-button md-button--primary rb-button" @click=${() => (this.asked = today)}>${label}</button>`
            : html`<span>${say(questions.length ? "none_due" : "none_chosen")}</span>`
        }
      </p>
      ${this.note ? html`<p role="status">${this.note}</p>` : nothing} ${lasting() ? nothing : notKept()}
    </div>`;
  }

  private progress(shelves: readonly Shelf[], memory: Recall, root: string): TemplateResult | typeof nothing {
    if (!shelves.length) return nothing;
    const weak = weakest(
      [...new Map(shelves.flatMap(({ questions }) => questions.map((q) => [q.id, q] as const))).values()],
      memory,
      WEAKEST,
    );
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
      ${
        weak.length
          ? html`<h2>${say("weakest")}</h2>
            <ul class="rb-missed">
              ${weak.map(({ question, missed }) => html`<li><p class="rb-told__line">${question.explain} ${lineLink(question, root)} <span class="rb-count">${say("missed", { n: missed })}</span></p></li>`)}
            </ul>`
          : nothing
      }`;
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

  private readonly back = (): void => {
    this.asked = undefined;
    this.sitting = undefined;
  };
}

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import type { Question } from "../core/quiz/bank.js";
import { exam } from "../core/quiz/draw.js";
import { day } from "../core/quiz/schedule.js";
import type { Sitting } from "../core/quiz/sitting.js";
import { sign, signedBy } from "../profiles.js";
import { lasting } from "../storage.js";
import { anew, LightElement } from "./light-element.js";
import { chooser } from "./quiz-choose.js";
import { type Listed, listed, quiz } from "./quiz-load.js";
import { focusOn, missed, notKept } from "./quiz-result.js";
import type { SittingView } from "./quiz-sitting.js";
import "./quiz-sitting.js";
import { words } from "../words.js";
import { chosen } from "./quiz-store.js";
import { say } from "./quiz-words.js";

const SECOND = 1000;

interface Paper {
  readonly questions: readonly Question[];
  readonly seed: string;
  readonly revision: string;
  /** titles of what is examined */
  readonly about: readonly string[];
  /** when it has to be handed in, in milliseconds; undefined for no limit */
  readonly until: number | undefined;
}

/** The mixed exam: draws questions of the chosen posts by a paper number, timed if wished; ends with a record to sign. */
@customElement("rb-exam")
export class Exam extends LightElement {
  @state() private paper: Paper | undefined = undefined;
  @state() private sitting: Sitting | undefined = undefined;
  @state() private note = "";
  @state() private now = Date.now();
  private all: readonly Listed[] = [];
  /** whether the list of posts stood open at first; it does not close under the hand that ticks */
  private open = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.all = listed();
    this.open = chosen().size === 0;
    this.fetch();
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("sitting") && this.sitting) focusOn(this, "#rb-record");
    else if (changed.get("paper") && !this.paper) focusOn(this, ".rb-button");
    const below = document.querySelector<HTMLElement>(".rb-quiz-shelves");
    if (below) below.hidden = true;
  }

  protected override render(): TemplateResult {
    const root = this.dataset["root"] ?? "";
    if (!this.paper) return this.settings();
    const { until, questions } = this.paper;
    const seconds = until === undefined ? 0 : Math.max(0, Math.ceil((until - this.now) / SECOND));
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const soon = until !== undefined && seconds <= 60;
    const over = this.sitting !== undefined;
    // One region from the first question to the record: what comes to the page with its words is not read out.
    return html`<p class=${over ? "rb-note" : "rb-sr"} role="status">${over ? this.note : soon ? say("last_minute") : nothing}</p>
      ${
        this.sitting
          ? this.record(this.paper, this.sitting, root)
          : html`${until === undefined ? nothing : html`<p class="rb-timer ${soon ? "rb-timer--soon" : ""}" role="timer">${say("time_left", { time })}</p>`}
            <rb-sitting exam .questions=${questions} .root=${root} @finished=${this.finish}></rb-sitting>`
      }`;
  }

  private settings(): TemplateResult {
    return html`${chooser(this.all, this.open, this.fetch)}
      <form class="rb-exam-form" @submit=${this.begin}>
        <label>${say("how_many")} <input name="count" type="number" min="1" max="200" value="20" required /></label>
        <label>${say("minutes")} <input name="minutes" type="number" min="1" max="240" /></label>
        <label>${say("seed")} <input name="seed" value=${day(Date.now())} required maxlength="40" autocomplete="off" /></label>
        <p class="rb-actions"><button class="md-button md-button--primary rb-button">${say("begin")}</button></p>
        <p class="rb-note" role="status">${this.note}</p>
        ${lasting() ? nothing : notKept()}
      </form>`;
  }

  /** The questions of what is chosen are fetched before they are asked for, so that the exam begins at once. */
  private readonly fetch = (): void => {
    this.requestUpdate();
    for (const { record, script } of this.wanted()) void quiz(record, script);
  };

  private wanted(): Listed[] {
    const mine = chosen();
    return this.all.filter(({ record }) => mine.has(record));
  }

  private async begin(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const wanted = this.wanted();
    if (!wanted.length) {
      this.note = anew(say("none_chosen"), this.note);
      return;
    }
    const loaded = await Promise.all(wanted.map(({ record, script }) => quiz(record, script)));
    const seed = String(form.get("seed")).trim();
    const questions = exam(
      loaded.flatMap((found) => found?.items ?? []),
      Number(form.get("count")),
      seed,
    );
    if (!questions.length) {
      this.note = say("unread");
      return;
    }
    const minutes = Number(form.get("minutes"));
    this.now = Date.now();
    this.note = "";
    this.paper = {
      questions,
      seed,
      revision: loaded.find(Boolean)?.revision ?? "",
      about: wanted.map(({ title }) => title),
      until: minutes ? this.now + minutes * 60 * SECOND : undefined,
    };
    if (minutes) this.timer = setInterval(this.tick, SECOND);
  }

  private readonly tick = (): void => {
    this.now = Date.now();
    if (this.paper?.until !== undefined && this.now >= this.paper.until) {
      this.note = say("time_up");
      this.querySelector<SittingView>("rb-sitting")?.stop();
    }
  };

  private finish(event: CustomEvent<Sitting>): void {
    clearInterval(this.timer);
    this.sitting = event.detail;
  }

  private record(paper: Paper, sitting: Sitting, root: string): TemplateResult {
    const { total, score, first } = sitting;
    const answered = first.filter(({ given }) => given.length).length;
    const rows: [string, string | TemplateResult][] = [
      [
        say("name"),
        html`<input class="rb-record__name" aria-label=${say("name")} autocomplete="name" .value=${signedBy()} @change=${(event: Event) => sign((event.target as HTMLInputElement).value)} />`,
      ],
      [say("date"), day(Date.now())],
      [
        say("points"),
        `${say("score_percent", { n: Math.round((100 * score) / total) })} · ${say("score_of", { right: score, total, answered })}`,
      ],
      [say("about"), paper.about.join(words("text")["comma"])],
      [say("paper"), paper.seed],
      [say("revision"), paper.revision],
      [say("signature"), html`<span class="rb-record__line"></span>`],
      [say("signature_manager"), html`<span class="rb-record__line"></span>`],
    ];
    return html`<section class="rb-record" aria-labelledby="rb-record">
      <h2 id="rb-record" tabindex="-1">${say("record")}</h2>
      <dl class="rb-facts rb-record__facts">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
      <p class="rb-actions rb-noprint">
        <button type="button" class="md-button md-button--primary rb-button" @click=${() => window.print()}>${say("print")}</button>
        <button type="button" class="md-button rb-button" @click=${this.back}>${say("back")}</button>
      </p>
      ${missed(sitting, root)}
    </section>`;
  }

  private readonly back = (): void => {
    this.paper = undefined;
    this.sitting = undefined;
    this.note = "";
  };
}

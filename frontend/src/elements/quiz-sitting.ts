import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";

import type { Question } from "../core/quiz/bank.js";
import type { Draft } from "../core/quiz/exam.js";
import { form, mixed } from "../core/quiz/forms.js";
import { judge, type Reading } from "../core/quiz/grade.js";
import { isLeech, isRipe, standing } from "../core/quiz/schedule.js";
import { Sitting } from "../core/quiz/sitting.js";
import type { Wording } from "../core/quiz/wording.js";
import { LightElement } from "./light-element.js";
import type { Answered } from "./quiz-question.js";
import "./quiz-question.js";
import { amounts } from "../words.js";
import { lesson } from "./quiz-lesson.js";
import { wording } from "./quiz-load.js";
import { answered, recalled } from "./quiz-store.js";
import { say } from "./quiz-words.js";

/** What was answered in an exam so far to the question with this id. */
export type Drafted = Draft & { readonly id: string };

/**
 * Questions one after the other, misses coming back unless it is an `exam`. Keeps what is learnt as it goes; an exam
 * fires `drafted` as well with each answer, and goes on from the `drafts` it is given.
 * Fires `finished` with the Sitting as `detail`.
 */
@customElement("rb-sitting")
export class SittingView extends LightElement {
  @property({ attribute: false }) questions: readonly Question[] = [];
  @property({ type: Boolean }) exam = false;
  /** whether lines that are new to the learner are shown before they are asked about */
  @property({ type: Boolean }) teaches = false;
  /** what was answered in an exam before the page was loaded anew, by question */
  @property({ attribute: false }) drafts: ReadonlyMap<string, Draft> = new Map();
  /** decides the order of options; "" for another one each time */
  @property() seed = "";
  @property() root = "";
  @state() turn = 0;
  /** whether the question just answered was missed so often that its line is to be read */
  @state() private leech = false;
  private sitting = new Sitting([]);
  private answer: Answered | undefined;
  /** the question as it is shown: another copy each turn, so that the card begins anew even where it comes twice in a row */
  private card: Question | undefined;
  private wording: Wording = wording();

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("questions")) {
      this.sitting = new Sitting(this.questions, !this.exam, ({ id }) => this.teaches && !recalled(id));
      this.wording = wording();
      this.resume();
    }
    if (changed.has("questions") || changed.has("turn"))
      this.card = this.sitting.current && this.shown(this.sitting.current);
  }

  /** Go on where the exam was left: what stands is answered, and what was chosen for the next question is chosen again. */
  private resume(): void {
    for (let { current } = this.sitting; current; current = this.sitting.current) {
      const draft = this.drafts.get(current.id);
      if (!draft) return;
      const answer: Answered = { given: draft.given, ...judge(current, draft.given, this.reading) };
      if (!draft.left) {
        this.answer = draft.given.length ? answer : undefined;
        return;
      }
      this.sitting.answer(draft.given, answer.right);
    }
  }

  private get reading(): Reading {
    return { amounts: amounts(), wording: this.wording };
  }

  private shown(question: Question): Question {
    const again = !this.sitting.fresh;
    const memory = this.exam ? undefined : recalled(question.id);
    const known = standing(memory, question) === "known";
    return mixed(form(question, { again, known, ripe: isRipe(memory, question) }), this.seed || `${Math.random()}`);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.card) return nothing;
    const { done } = this.sitting;
    const heading = say("number_of", { n: Math.min(done + 1, this.sitting.total), total: this.sitting.total });
    return html`<div class="rb-sitting">
      <progress max=${this.sitting.total} value=${done} aria-hidden="true"></progress>
      ${this.sitting.lesson ? keyed(this.turn, lesson(this.card, heading, this.root, this.read)) : this.question(this.card, heading)}
      <p class="rb-actions"><button type="button" class="rb-plain" @click=${this.stop}>${say(this.exam ? "hand_in" : "stop")}</button></p>
    </div>`;
  }

  private question(card: Question, heading: string): TemplateResult {
    return html`<rb-question
        .question=${card}
        .begun=${this.drafts.get(card.id)?.given}
        .wording=${this.wording}
        .heading=${heading}
        .root=${this.root}
        ?silent=${this.exam}
        ?returns=${!this.exam}
        ?leech=${this.leech}
        ?last=${this.sitting.ahead.length === 1}
        @answered=${this.take}
        @onward=${this.onward}
      ></rb-question>`;
  }

  private readonly read = (): void => {
    this.sitting.read();
    this.turn++;
  };

  /** A line takes the focus by its button, which a screen reader reads it with; what is asked takes it by itself. */
  protected override updated(changed: PropertyValues): void {
    if (changed.has("questions") || changed.has("turn")) this.querySelector<HTMLElement>(".rb-learnt")?.focus();
    if (changed.has("questions") && this.questions.length && !this.sitting.current) this.stop();
  }

  private take(event: CustomEvent<Answered>): void {
    this.answer = event.detail.given && event.detail;
    if (this.exam) this.draft(false);
    else this.keep(event.detail);
  }

  private draft(left: boolean): void {
    const { current } = this.sitting;
    const detail: Drafted = { id: current?.id ?? "", given: this.answer?.given ?? [], left };
    if (current) this.dispatchEvent(new CustomEvent<Drafted>("drafted", { detail, bubbles: true }));
  }

  private keep(answer: Answered): void {
    const { current } = this.sitting;
    if (current) this.leech = isLeech(answered(current, answer), current);
  }

  /** What the learner goes on from is his answer; in an exam he may go on without one. */
  private onward(): void {
    if (!this.answer && !this.exam) return;
    this.settle(this.answer);
    this.turn++;
    if (!this.sitting.current) this.stop();
  }

  private settle(answer: Answered | undefined): void {
    if (this.exam) this.draft(true);
    if (this.exam && answer) this.keep(answer);
    this.sitting.answer(answer?.given ?? [], answer?.right ?? false, this.card);
    this.answer = undefined;
    this.leech = false;
  }

  /** End here: what is answered counts, an answer not yet left behind included. */
  stop(): void {
    if (this.answer) this.settle(this.answer);
    this.dispatchEvent(new CustomEvent<Sitting>("finished", { detail: this.sitting, bubbles: true }));
  }
}

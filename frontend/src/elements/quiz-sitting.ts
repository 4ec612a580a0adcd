import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Question } from "../core/quiz/bank.js";
import { Sitting } from "../core/quiz/sitting.js";
import { LightElement } from "./light-element.js";
import type { Answered } from "./quiz-question.js";
import "./quiz-question.js";
import { answered } from "./quiz-store.js";
import { say } from "./quiz-words.js";

/**
 * Questions one after the other, misses coming back unless it is an `exam`. Keeps what is learnt as it goes.
 * Fires `finished` with the Sitting as `detail`.
 */
@customElement("rb-sitting")
export class SittingView extends LightElement {
  @property({ attribute: false }) questions: readonly Question[] = [];
  @property({ type: Boolean }) exam = false;
  @property() root = "";
  @state() turn = 0;
  private sitting = new Sitting([]);
  private answer: Answered | undefined;
  private card: Question | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("questions")) this.sitting = new Sitting(this.questions, !this.exam);
    // A copy each turn, so that the card begins anew even where a question comes twice in a row.
    if (changed.has("questions") || changed.has("turn"))
      this.card = this.sitting.current && { ...this.sitting.current };
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.card) return nothing;
    const { done } = this.sitting;
    const heading = say("number_of", { n: Math.min(done + 1, this.sitting.total), total: this.sitting.total });
    return html`<div class="rb-sitting">
      <progress max=${this.sitting.total} value=${done} aria-hidden="true"></progress>
      <rb-question
        .question=${this.card}
        .heading=${heading}
        .root=${this.root}
        ?silent=${this.exam}
        ?returns=${!this.exam}
        ?last=${this.sitting.ahead.length === 1}
        @answered=${this.take}
        @onward=${this.onward}
      ></rb-question>
      <p class="rb-actions"><button type="button" class="rb-plain" @click=${this.stop}>${say(this.exam ? "hand_in" : "stop")}</button></p>
    </div>`;
  }

  private take(event: CustomEvent<Answered>): void {
    this.answer = event.detail.given.length ? event.detail : undefined;
    if (!this.exam) this.keep(event.detail);
  }

  private keep(answer: Answered): void {
    if (this.sitting.current) answered(this.sitting.current, answer.right);
  }

  /** What the learner goes on from is his answer; in an exam he may go on without one. */
  private onward(): void {
    if (!this.answer && !this.exam) return;
    this.settle(this.answer ?? { given: [], right: false });
    this.turn++;
    if (!this.sitting.current) this.stop();
  }

  private settle(answer: Answered): void {
    if (this.exam) this.keep(answer);
    this.sitting.answer(answer.given, answer.right);
    this.answer = undefined;
  }

  /** End here: what is answered counts, an answer not yet left behind included. */
  stop(): void {
    if (this.answer) this.settle(this.answer);
    this.dispatchEvent(new CustomEvent<Sitting>("finished", { detail: this.sitting, bubbles: true }));
  }
}

import { html, nothing, svg, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import type { Question } from "../core/quiz/bank.js";
import { dayOf, named, streak } from "../core/quiz/day.js";
import { review } from "../core/quiz/draw.js";
import { inOrder } from "../core/quiz/path.js";
import { type Tally, tally } from "../core/quiz/progress.js";
import { choose, chosen } from "../posts.js";
import { words } from "../words.js";
import { todo } from "./home-todo.js";
import { LightElement } from "./light-element.js";
import { about, type Listed } from "./quiz-list.js";
import { quiz } from "./quiz-load.js";
import { daysDone, fresh, remembered } from "./quiz-store.js";
import { say } from "./quiz-words.js";

const DAY = 86_400_000;
/** What a question takes with reading its line, by how long learners took. */
const SECONDS = 18;
/** Days after which what changed is news no more. */
const NEWS = 30;
/** The ring's circumference is 100, so that shares are percentages. */
const RADIUS = 15.915;

interface Post {
  readonly record: string;
  readonly title: string;
  readonly badge: string;
  /** where its page is */
  readonly href: string;
}

/** The home page of someone who has a post: how far he is, today's questions, his lists. Asks for the post first. */
@customElement("rb-home")
export class Home extends LightElement {
  @state() private questions: readonly Question[] | undefined = undefined;
  @state() private asking = false;
  private posts: readonly Post[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const cards = [...document.querySelectorAll<HTMLElement>(".rb-group [data-post]")];
    const whole = (card: HTMLElement): boolean => card.dataset["whole"] !== undefined;
    // Few people have a whole department for their post.
    this.posts = [...cards.filter((card) => !whole(card)), ...cards.filter(whole)].map((card) => ({
      record: card.dataset["post"] ?? "",
      title: card.querySelector(".rb-card__title")?.textContent ?? "",
      badge: card.dataset["initial"] ?? "",
      href: card.querySelector("a")?.getAttribute("href") ?? "",
    }));
    this.asking = chosen().size === 0;
    for (const [part, hidden] of [
      [".rb-doors", true],
      [".rb-find", false],
    ] as const) {
      const found = document.querySelector<HTMLElement>(part);
      if (found) found.hidden = hidden;
    }
    forget();
    void this.load();
  }

  /** Fetch the questions of what is chosen, once for each. */
  private async load(): Promise<void> {
    this.arrange();
    if (!this.dataset["learn"]) return;
    const scripts: Record<string, string> = JSON.parse(this.dataset["quizzes"] ?? "{}");
    const all = Object.entries(scripts).map(
      ([record, script]): Listed => ({ record, script, title: "", count: 0, page: "", kind: "" }),
    );
    const wanted = await about(all, chosen());
    const found = await Promise.all(wanted.map(({ record, script }) => quiz(record, script)));
    this.questions = found.flatMap((one) => inOrder(one?.path ?? [], one?.items ?? []));
  }

  /** The reader's own department and lists come first. */
  private arrange(): void {
    todo(chosen());
    const own = [...document.querySelectorAll<HTMLElement>(".rb-group")].filter((group) =>
      [...group.querySelectorAll<HTMLElement>("[data-post]")].some(({ dataset }) =>
        chosen().has(dataset["post"] ?? ""),
      ),
    );
    document.getElementById("departments")?.after(...own);
    document.querySelector(".rb-below")?.classList.add("rb-below--placed");
  }

  private readonly choose = ({ record }: Post): void => {
    for (const { record: other } of this.posts) choose(other, other === record);
    this.asking = false;
    this.questions = undefined;
    void this.load();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("h2")?.focus());
  };

  protected override render(): TemplateResult {
    this.classList.toggle("rb-home--asking", this.asking);
    return this.asking ? this.question() : this.mine();
  }

  private question(): TemplateResult {
    const t = words("home");
    const { learn } = this.dataset;
    const back = html`<p><button type="button" class="rb-plain" @click=${() => (this.asking = false)}>${t["keep"]}</button></p>`;
    return html`<section class="rb-mine" aria-labelledby="rb-where">
      <h2 id="rb-where">${t["where"]}</h2>
      <ul class="rb-badges">
        ${this.posts.map((post) => html`<li><button type="button" class="rb-badge" aria-pressed=${chosen().has(post.record) ? "true" : nothing} @click=${() => this.choose(post)}><span class="rb-badge__sign" aria-hidden="true">${post.badge}</span> <span>${post.title}</span></button></li>`)}
      </ul>
      ${chosen().size ? back : nothing}
      ${learn ? html`<p class="rb-note"><a href=${learn}>${t["where_more"]}</a></p>` : nothing}
    </section>`;
  }

  private mine(): TemplateResult {
    const t = words("home");
    const mine = this.posts.filter(({ record }) => chosen().has(record));
    const pause = words("text")["comma"];
    const { questions } = this;
    return html`<section class="rb-mine" aria-labelledby="rb-mine">
      <p class="rb-kind">${t["mine"]} · <button type="button" class="rb-plain" @click=${() => (this.asking = true)}>${t["change"]}</button></p>
      <h2 id="rb-mine" tabindex="-1">${mine.map(({ title, href }, n) => html`${n ? pause : nothing}<a href=${href}>${title}</a>`)}</h2>
      ${questions ? this.learning(questions) : nothing}
    </section>`;
  }

  private learning(questions: readonly Question[]): TemplateResult | typeof nothing {
    if (!questions.length) return nothing;
    const t = words("home");
    const [memory, now] = [remembered(), Date.now()];
    const unique = [...new Map(questions.map((question) => [question.id, question])).values()];
    const count = tally(unique, memory);
    const today = review(questions, memory, now, fresh()).length;
    const tomorrow = review(questions, memory, now + DAY, fresh()).length;
    const row = streak(daysDone(), now);
    const minutes = Math.ceil((today * SECONDS) / 60);
    return html`<div class="rb-mine__far">
        ${ring(count)}
        <p>
          ${say("progress", { known: count.known, learning: count.learning, fresh: count.new })}
          ${row ? html`<br /><span class="rb-streak">${say("streak", { n: row })}</span>` : nothing}
        </p>
      </div>
      ${
        today
          ? html`<p><a class="md-button md-button--primary rb-button rb-mine__today" href="${this.dataset["learn"]}#today">${t["today"]?.replace("{n}", String(today)).replace("{minutes}", String(minutes))}</a></p>`
          : html`<p>${t["done_today"]?.replace("{n}", String(tomorrow))}</p>`
      }`;
  }
}

/** What is known, being learnt and new as parts of a ring, the share known in it. */
function ring({ known, learning, new: unseen }: Tally): TemplateResult {
  const share = (count: number): number => (count / (known + learning + unseen)) * 100;
  const part = (name: string, count: number, before: number): TemplateResult<2> =>
    svg`<circle class="rb-ring__${name}" cx="21" cy="21" r=${RADIUS} stroke-dasharray="${share(count)} ${100 - share(count)}" stroke-dashoffset=${25 - share(before)} />`;
  return html`<svg class="rb-ring" viewBox="0 0 42 42" aria-hidden="true">
    ${part("new", unseen, known + learning)}${part("learning", learning, known)}${part("known", known, 0)}
    <text x="21" y="22" text-anchor="middle" dominant-baseline="middle">${known}/${known + learning + unseen}</text>
  </svg>`;
}

/** Take away what is news no more. */
function forget(): void {
  const oldest = named(dayOf(Date.now()) - NEWS);
  const news = document.querySelector<HTMLElement>(".rb-changes");
  const old = [...(news?.querySelectorAll<HTMLElement>("[data-effective]") ?? [])].filter(
    ({ dataset }) => (dataset["effective"] ?? "") < oldest,
  );
  for (const row of old) row.remove();
  if (news && !news.querySelector("li")) news.hidden = true;
}

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { type Attempt, attempted } from "../core/quiz/attempt.js";
import type { Question } from "../core/quiz/bank.js";
import { asked, available, type Draft, drawn, numbered, type Paper } from "../core/quiz/exam.js";
import type { Sitting } from "../core/quiz/sitting.js";
import { lasting } from "../storage.js";
import { begin, draft, drafted, drop, earlier, handedIn, handIn, running } from "./exam-store.js";
import { anew, LightElement } from "./light-element.js";
import { chooser } from "./quiz-choose.js";
import { form, history } from "./quiz-exam-form.js";
import { about, type Listed, listed, titled } from "./quiz-list.js";
import { quiz } from "./quiz-load.js";
import { record } from "./quiz-record.js";
import { focusOn, missed, notKept, toRead } from "./quiz-result.js";
import type { Drafted, SittingView } from "./quiz-sitting.js";
import "./quiz-sitting.js";
import { chosen } from "../posts.js";
import { worthKeeping } from "./quiz-store.js";
import { say } from "./quiz-words.js";

const SECOND = 1000;

/** What is shown of an exam that is over: its record, and what is to be read again. */
interface Over {
  readonly attempt: Attempt;
  readonly missed: TemplateResult | typeof nothing;
}

/**
 * The mixed exam: draws questions of the chosen posts by a paper number, timed if wished; ends with a record to sign.
 * What runs is kept, so that it goes on after a reload, and its time with it.
 */
@customElement("rb-exam")
export class Exam extends LightElement {
  @state() private paper: Paper | undefined = undefined;
  @state() private over: Over | undefined = undefined;
  @state() private note = "";
  @state() private now = Date.now();
  /** the questions of what is chosen; undefined while they are fetched */
  @state() private pool: readonly Question[] | undefined = undefined;
  private questions: readonly Question[] = [];
  /** what was answered before the page was loaded anew */
  private drafts: ReadonlyMap<string, Draft> = new Map();
  private all: readonly Listed[] = [];
  /** what is chosen of it */
  private mine: readonly Listed[] = [];
  /** whether the list of posts stood open at first; it does not close under the hand that ticks */
  private open = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeunload", this.warn);
    this.all = listed();
    this.open = chosen().size === 0;
    void this.resume().then(this.fetch);
    // Of a list in parts what was examined is known by its questions.
    const examined = new Set([...handedIn().values()].flatMap(({ posts }) => posts));
    if (!this.all.length) void about(this.all, examined).then(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
    window.removeEventListener("beforeunload", this.warn);
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("over") && this.over) focusOn(this, "#rb-record");
    else if (changed.get("over") && !this.paper) focusOn(this, ".rb-button");
    const below = document.querySelector<HTMLElement>(".rb-quiz-shelves");
    if (below) below.hidden = true;
    // Who sits an exam looks nothing up.
    for (const help of document.querySelectorAll<HTMLElement>("rb-lookup, .rb-ways"))
      help.hidden = this.paper !== undefined && this.over === undefined;
  }

  protected override render(): TemplateResult {
    const root = this.dataset["root"] ?? "";
    if (!this.over && !this.paper) return this.settings();
    // One region from the first question to the record: what comes to the page with its words is not read out.
    return html`<p class=${this.over || this.note ? "rb-note" : "rb-sr"} role="status">${this.told()}</p>
      ${this.over ? record(this.over.attempt, this.titles(this.over.attempt.posts), this.over.missed, this.back) : this.sheet(this.paper!, root)}`;
  }

  private get seconds(): number {
    return Math.max(0, Math.ceil(((this.paper?.closes ?? Infinity) - this.now) / SECOND));
  }

  private told(): string | typeof nothing {
    if (this.over || this.seconds > 60) return this.note || nothing;
    return say("last_minute");
  }

  private sheet(paper: Paper, root: string): TemplateResult {
    const { seconds } = this;
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const timer = html`<p class="rb-timer ${seconds <= 60 ? "rb-timer--soon" : ""}" role="timer">${say("time_left", { time })}</p>`;
    return html`${paper.closes === undefined ? nothing : timer}
      <rb-sitting exam .questions=${this.questions} .drafts=${this.drafts} .seed=${paper.number} .root=${root} @drafted=${this.keep} @finished=${this.finish}></rb-sitting>`;
  }

  private settings(): TemplateResult {
    const pass = Number(this.dataset["pass"]);
    return html`${chooser(this.all, this.mine, this.open, this.fetch)} ${form(this.pool, pass, this.note, this.begin)}
      ${lasting() ? nothing : notKept()} ${history(handedIn(), (posts) => this.titles(posts), this.show)}`;
  }

  /** The questions of what is chosen are fetched before they are asked for, so that the exam begins at once. */
  private readonly fetch = async (): Promise<void> => {
    this.requestUpdate();
    const mine = chosen();
    const found = await about(this.all, mine);
    const pool = await this.load(found);
    if (chosen().size !== mine.size) return;
    this.mine = found;
    this.pool = pool?.items;
    this.requestUpdate();
  };

  /** The questions of some records and the revision of their bank; undefined where any of them cannot be had. */
  private async load(wanted: readonly Listed[]): Promise<{ items: Question[]; revision: string } | undefined> {
    const found = await Promise.all(wanted.map(({ record: post, script }) => quiz(post, script)));
    if (found.includes(undefined)) return undefined;
    return { items: found.flatMap((one) => one?.items ?? []), revision: found[0]?.revision ?? "" };
  }

  private titles(posts: readonly string[]): string[] {
    return posts.map((post) => titled(this.all, post));
  }

  /** Go on with a paper that was not handed in; one whose questions changed meanwhile counts no more. */
  private async resume(): Promise<void> {
    const paper = running();
    if (!paper) return;
    const loaded = await this.load(await about(this.all, new Set(paper.posts)));
    const questions = loaded && asked(paper, loaded.items);
    if (questions) this.run(paper, questions, say("resumed"));
    else if (loaded) {
      drop();
      this.note = say("paper_gone");
    } else this.note = anew(say("unread"), this.note);
  }

  private run(paper: Paper, questions: readonly Question[], note = ""): void {
    this.now = Date.now();
    [this.paper, this.questions, this.drafts, this.note] = [paper, questions, drafted(), note];
    clearInterval(this.timer);
    if (paper.closes === undefined) return;
    this.timer = setInterval(this.tick, SECOND);
    void this.updateComplete.then(this.tick);
  }

  private readonly begin = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    const entered = new FormData(element);
    const mine = await about(this.all, chosen());
    const posts = mine.map(({ record: post }) => post);
    if (!posts.length) {
      this.note = anew(say("none_chosen"), this.note);
      return;
    }
    const loaded = await this.load(mine);
    // One at a time: another tab may have begun since, and one that could not be read yet is not lost.
    if (running()) return this.resume();
    const most = available(loaded?.items ?? []);
    const count = Number(entered.get("count"));
    if (!loaded || !most) {
      this.note = anew(say(loaded ? "none_fit" : "unread"), this.note);
      return;
    }
    if (most < count) {
      element.querySelector<HTMLInputElement>("[name=count]")!.value = String(most);
      this.note = anew(say("fewer", { n: most, wanted: count }), this.note);
      return;
    }
    const before = earlier(posts);
    const wanted = String(entered.get("seed")).trim();
    const number = numbered(
      wanted,
      before.filter(({ paper }) => paper === wanted || paper.startsWith(`${wanted}/`)).length,
    );
    const questions = drawn(loaded.items, count, number);
    const [now, minutes] = [Date.now(), Number(entered.get("minutes"))];
    const paper: Paper = {
      posts,
      number,
      revision: loaded.revision,
      asked: questions.map(({ id, revision }) => [id, revision]),
      pass: Number(this.dataset["pass"]),
      attempt: before.length + 1,
      began: now,
      ...(minutes && { closes: now + minutes * 60 * SECOND }),
    };
    begin(paper);
    this.run(paper, questions);
  };

  private keep({ detail: { id, given, left } }: CustomEvent<Drafted>): void {
    draft(id, { given, left });
    if (left) this.note = "";
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (!this.paper) return;
    event.preventDefault();
    event.returnValue = true; // what older browsers go by
  };

  private readonly tick = (): void => {
    this.now = Date.now();
    if (this.paper?.closes === undefined || this.now < this.paper.closes) return;
    const sitting = this.querySelector<SittingView>("rb-sitting");
    // Of an exam that ran out while it was closed it knows nothing yet.
    void sitting?.updateComplete.then(() => {
      sitting.stop();
      this.note = say("time_up");
    });
  };

  private finish({ detail: sitting }: CustomEvent<Sitting>): void {
    clearInterval(this.timer);
    const { paper } = this;
    if (!paper) return;
    worthKeeping();
    const attempt = handIn(paper, attempted(paper, sitting, Date.now()));
    this.over = { attempt, missed: missed(sitting, this.dataset["root"] ?? "") };
    this.paper = undefined;
    this.note = "";
  }

  /** Show the record of an exam handed in earlier, with what was missed and still is asked. */
  private readonly show = async (attempt: Attempt): Promise<void> => {
    const loaded = await this.load(await about(this.all, new Set(attempt.posts)));
    const gone = new Set(attempt.missed);
    const again = (loaded?.items ?? []).filter(({ id }) => gone.delete(id));
    this.note = "";
    this.over = { attempt, missed: toRead(again, this.dataset["root"] ?? "") };
  };

  private readonly back = (): void => {
    this.over = undefined;
    this.note = "";
  };
}

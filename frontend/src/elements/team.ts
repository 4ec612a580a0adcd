import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { date } from "../core/quiz/day.js";
import { type Found, fromFile, LARGEST } from "../core/quiz/progress-file.js";
import { type Person, type Post, people, postsOf, rows, type Sent, wrong } from "../core/quiz/team.js";
import { canPack, Gathered } from "../core/transfer.js";
import { download } from "./download.js";
import { anew, LightElement } from "./light-element.js";
import { about, type Listed, listed, titled } from "./quiz-list.js";
import { quiz } from "./quiz-load.js";
import { say } from "./quiz-words.js";
import { lines, standings } from "./team-file.js";
import { type Group, lineList, table } from "./team-table.js";

/**
 * The page of whoever trains a team: reads the progress they exported, and shows how far each is with each post and
 * which lines they get wrong. Nothing of it is kept, and nothing leaves the device.
 */
@customElement("rb-team")
export class Team extends LightElement {
  @state() private sent: readonly Sent[] = [];
  @state() private posts: readonly Post[] = [];
  @state() private refused: readonly string[] = [];
  @state() private told = "";
  @state() private over = false;
  private all: readonly Listed[] = [];
  private revision = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.all = listed();
    // Dropped beside the box, a file would be opened by the browser, and the page be gone.
    document.addEventListener("dragover", this.drag);
    document.addEventListener("dragleave", this.leave);
    document.addEventListener("drop", this.drop);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("dragover", this.drag);
    document.removeEventListener("dragleave", this.leave);
    document.removeEventListener("drop", this.drop);
    super.disconnectedCallback();
  }

  protected override updated(): void {
    const below = document.querySelector<HTMLElement>(".rb-quiz-shelves");
    if (below) below.hidden = true;
  }

  protected override render(): TemplateResult {
    const team = people(this.sent);
    return html`<div class="rb-drop rb-files rb-noprint ${this.over ? "rb-drop--over" : ""}">
        <label class="md-button md-button--primary rb-button">${say("team_choose")}<input class="rb-sr" type="file" multiple accept=".json,.txt,application/json,text/plain" @change=${this.chose} /></label>
        <span>${say("team_drop")}</span>
      </div>
      <p class="rb-note rb-noprint" role="status">${this.told}</p>
      ${this.notes(team)} ${team.length ? this.report(team) : nothing}`;
  }

  /** What is to be known of the files before anything in them is believed. */
  private notes(team: readonly Person[]): TemplateResult | typeof nothing {
    const shown = this.posts.map(({ post }) => post);
    const notes = [
      ...this.refused,
      ...team.flatMap(({ file, found, older }) => [
        ...(found.state === "changed" ? [say("team_changed", { file })] : []),
        ...(found.state === "unknown" ? [say("team_unknown", { file })] : []),
        ...(found.name ? [] : [say("team_unnamed", { file })]),
        ...older.map((old) => say("team_older", { name: found.name, file, old })),
      ]),
      ...team
        .filter((person) => ![...postsOf(person)].some((post) => shown.includes(post)))
        .map(({ file, found }) => say("team_no_post", { name: found.name || file })),
    ];
    return notes.length ? html`<ul class="rb-team-notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing;
  }

  private report(team: readonly Person[]): TemplateResult {
    const now = Date.now();
    const groups: Group[] = this.posts.map((post) => ({
      title: titled(this.all, post.post),
      total: post.questions.length,
      rows: rows(post, team, now),
    }));
    const missed = wrong(this.posts, team);
    const save = (name: string, text: string) => () => download(text, `${name}-${date(now)}.csv`, "text/csv");
    return html`<p class="rb-actions rb-noprint">
        <button type="button" class="md-button md-button--primary rb-button" @click=${() => window.print()}>${say("team_print")}</button>
        <button type="button" class="md-button rb-button" @click=${save(say("standings"), standings(groups, this.revision))}>${say("team_csv")}</button>
        <button type="button" class="md-button rb-button" @click=${this.clear}>${say("team_clear")}</button>
      </p>
      ${groups.length ? table(groups, this.revision, date(now)) : nothing}
      <section class="rb-team-wrong" aria-labelledby="rb-team-wrong">
        <h2 id="rb-team-wrong">${say("team_wrong")}</h2>
        ${missed.length ? html`${lineList(missed, this.dataset["root"] ?? "")}<p class="rb-actions rb-noprint"><button type="button" class="md-button rb-button" @click=${save(say("team_wrong"), lines(missed))}>${say("team_wrong_csv")}</button></p>` : html`<p>${say("team_none_wrong")}</p>`}
      </section>`;
  }

  private async chose(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    await this.read([...(input.files ?? [])]);
    input.value = "";
  }

  private readonly drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.over = true;
  };

  private readonly leave = (event: DragEvent): void => {
    if (!event.relatedTarget) this.over = false;
  };

  private readonly drop = (event: DragEvent): void => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.over = false;
    void this.read([...event.dataTransfer.files]);
  };

  /** Read files beside those that are there already; one that comes again is the same one. */
  private async read(files: readonly File[]): Promise<void> {
    const here = window.rolebookSite ?? "";
    const refused: string[] = [];
    const sent = new Map(this.sent.map((one) => [one.file, one]));
    for (const file of files) {
      const found = await progress(file);
      const other = found?.site && here && found.site !== here;
      if (!found) refused.push(say("team_none", { file: file.name }));
      else if (other) refused.push(say("team_other", { file: file.name }));
      else sent.set(file.name, { file: file.name, found });
    }
    this.refused = refused;
    this.sent = [...sent.values()];
    await this.load();
    const n = people(this.sent).length;
    this.told = anew(say("team_read", { n, files: this.sent.length, refused: refused.length }), this.told);
  }

  /** The questions of the posts that these people have, in the order of the handbook. */
  private async load(): Promise<void> {
    const wanted = new Set(this.sent.flatMap((one) => [...postsOf(one)]));
    const listed = await about(this.all, wanted);
    const posts = await Promise.all(
      listed.map(async ({ record, script }) => ({ post: record, quiz: await quiz(record, script) })),
    );
    this.revision = posts.map(({ quiz: found }) => found?.revision ?? "").find(Boolean) ?? "";
    this.posts = posts.map(({ post, quiz: found }) => ({ post, questions: found?.items ?? [] }));
  }

  private readonly clear = (): void => {
    this.sent = [];
    this.posts = [];
    this.refused = [];
    this.told = anew(say("team_cleared"), this.told);
    this.querySelector<HTMLElement>("input")?.focus();
  };
}

/** The progress in a file: as it is exported, or as the text that is copied; undefined where there is none. */
async function progress(file: File): Promise<Found | undefined> {
  if (file.size > 4 * LARGEST) return undefined; // a character has four bytes at most
  const text = await file.text();
  const gathered = new Gathered();
  const packed = !text.trimStart().startsWith("{") && gathered.take(text) && gathered.complete && canPack();
  return fromFile((packed ? await gathered.text(LARGEST) : text.replace(/^\ufeff/, "")) ?? "");
}

import { html, nothing, render, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import {
  type Cycle,
  type End,
  ends,
  finish,
  type Hours,
  left,
  type Plan,
  type Run,
  type Shift,
  shiftAt,
} from "../core/checklist/shift.js";
import { sign, signedBy } from "../profiles.js";
import { lasting } from "../storage.js";
import { words } from "../words.js";
import { more } from "./checklist-bar.js";
import { type Line, mark, moment, upgraded } from "./checklist-lines.js";
import { pastRun } from "./checklist-past.js";
import { List } from "./checklist-store.js";
import { anew, LightElement } from "./light-element.js";

type Step = () => void;

/**
 * A checklist to tick on screen. The list stands in the page already; this turns its boxes into checkboxes, keeps the
 * ticks on the device for the shift that runs, and adds a bar with what is left.
 */
@customElement("rb-checklist")
export class Checklist extends LightElement {
  @state() private asking = false;
  /** what is said of a reason that is missing */
  @state() private refused = "";
  private lines: Line[] = [];
  private list!: List;
  private undone: Step[] = [];
  /** whether the bar has the focus, before it is drawn anew */
  private held = false;
  private readonly top = document.createElement("div");
  /** whether to ask who ticks: not where that is known; once asked, the field stays, that nothing moves */
  private readonly asksName = signedBy() === "";
  private clock = 0;

  override connectedCallback(): void {
    if (this.lines.length === 0) {
      this.prepend(this.top);
      this.lines = upgraded(this, (line) => this.toggle(line));
      const { record = "", revision = "" } = this.dataset;
      this.list = new List(record, this.plan, revision, this.lines);
    }
    super.connectedCallback();
    addEventListener("storage", this.refresh);
    document.addEventListener("visibilitychange", this.refresh);
    this.clock = window.setInterval(this.refresh, 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("storage", this.refresh);
    document.removeEventListener("visibilitychange", this.refresh);
    clearInterval(this.clock);
  }

  private readonly refresh = (): void => this.requestUpdate();

  // state

  private get plan(): Plan {
    return { cycle: this.dataset["by"] as Cycle, hours: JSON.parse(this.dataset["shifts"] ?? "[]") as Hours[] };
  }

  private begun(): Shift {
    if (!this.list.shift) this.undone = [];
    return this.list.begun(this.top.querySelector("select")?.value ?? "");
  }

  // what the user does

  private toggle(line: Line): void {
    const wanted = line.box.checked;
    const undo = this.list.tick(line.id, this.begun(), wanted);
    this.undone.push(() => {
      undo();
      line.box.focus();
    });
    this.requestUpdate();
  }

  private undo(): void {
    this.undone.pop()?.();
    this.requestUpdate();
  }

  private next(): void {
    const open = new Set(left(this.ids, this.list.ticked(this.list.shift)));
    const line = this.lines.find(({ id }) => open.has(id));
    line?.row.scrollIntoView({ block: "center" });
    line?.box.focus({ preventScroll: true });
  }

  private end(reason: string): void {
    const shift = this.begun();
    const open = left(this.ids, this.list.ticked(shift)).length;
    const done = finish(shift, open, { at: new Date().toISOString(), by: signedBy(), reason });
    this.refused = done ? "" : anew(words("tick")["reason_needed"] ?? "", this.refused);
    if (!done) return;
    this.asking = false;
    this.undone.push(this.list.finish(shift, done));
    this.requestUpdate();
  }

  private finishing(): void {
    if (left(this.ids, this.list.ticked(this.list.shift)).length === 0) return this.end("");
    this.asking = true;
    this.refused = "";
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("[name=reason]")?.focus());
  }

  private again(): void {
    this.list.clear();
    this.undone = [];
    this.requestUpdate();
  }

  private get ids(): string[] {
    return this.lines.map(({ id }) => id);
  }

  // what the user sees

  /** Where a button goes that had the focus, the bar keeps it: else it would fall back to the top of the page. */
  protected override updated(): void {
    const bar = this.querySelector<HTMLElement>(".rb-tick-bar")!;
    if (this.held && !bar.contains(document.activeElement))
      bar.querySelector<HTMLElement>("[name=reason], button:enabled")?.focus();
  }

  protected override render(): TemplateResult {
    this.held = this.querySelector(".rb-tick-bar")?.contains(document.activeElement) ?? false;
    const { shift } = this.list;
    const done = this.list.ticked(shift);
    const open = left(this.ids, done).length;
    mark(this.lines, shift, done);
    render(this.setup(shift), this.top);
    return html`<div class="rb-tick-bar" role="group" aria-label=${words("tick")["group"] ?? ""}>
      <p class="rb-left" role="status">${shift?.end ? this.told(shift.end, open) : this.asking && open ? nothing : this.count(open)}</p>
      ${shift?.end ? this.finished(shift) : this.running(shift, open)}
    </div>`;
  }

  private setup(shift: Shift | undefined): TemplateResult {
    const say = words("tick");
    const { hours } = this.plan;
    const began = shift ? say["started"]?.replace("{time}", moment(shift.began)) : say["fresh"];
    const now = shift?.name ?? shiftAt(hours, new Date());
    return html`<div class="rb-shift">
        ${lasting() ? nothing : html`<p class="rb-unkept" role="note">${say["unkept"]}</p>`}
        ${this.asksName ? this.name() : nothing}
        ${
          hours.length
            ? html`<label
              >${say["shift"]}
              <select ?disabled=${shift !== undefined}>
                ${hours.map(({ name, from, to }) => html`<option value=${name} .selected=${name === now}>${from ? `${name} ${from}–${to}` : name}</option>`)}
              </select></label
            >`
            : nothing
        }
        <p class="rb-shift__began">${began}</p>
      </div>
      ${this.list.past.map((run) => pastRun(this.dataset["title"] ?? "", run))}`;
  }

  private name(): TemplateResult {
    const { who } = words("tick");
    return html`<label>${who} <input autocomplete="name" maxlength="40" .value=${signedBy()} @change=${this.named} /></label>`;
  }

  private named(event: Event): void {
    sign((event.target as HTMLInputElement).value);
  }

  private running(shift: Shift | undefined, open: number): TemplateResult {
    const say = words("tick");
    if (this.asking && open > 0) return this.question(open);
    const late = shift && Date.now() >= ends(shift, this.plan);
    return html`<progress max=${this.lines.length} value=${this.lines.length - open} aria-hidden="true"></progress>
      ${open ? html`<button type="button" @click=${this.next}>${say["next"]}</button>` : nothing}
      ${this.more(shift)}
      ${late ? html`<button type="button" @click=${this.again}>${say["again"]}</button>` : nothing}
      <button type="button" class="rb-main" ?disabled=${!shift} @click=${this.finishing}>${say["finish"]}</button>`;
  }

  private more(shift: Shift | undefined): TemplateResult {
    const run = (): Run | undefined => shift && this.list.run(shift);
    return more(this.dataset["title"] ?? "", run, this.undone.length > 0, () => this.undo());
  }

  private question(open: number): TemplateResult {
    const say = words("tick");
    const submit = (event: Event): void => {
      event.preventDefault();
      this.end(String(new FormData(event.target as HTMLFormElement).get("reason") ?? ""));
    };
    return html`<form class="rb-why" @submit=${submit}>
      <label for="rb-reason">${say["reason"]?.replace("{n}", String(open))}</label>
      <input id="rb-reason" name="reason" maxlength="200" aria-describedby="rb-refused" ?aria-invalid=${this.refused !== ""} />
      <span id="rb-refused" class="rb-refused" role="alert">${this.refused}</span>
      <button class="rb-main">${say["finish_so"]}</button>
      <button type="button" @click=${() => (this.asking = false)}>${say["cancel"]}</button>
    </form>`;
  }

  /** What is left, in words. */
  private count(open: number): string | undefined {
    const { left, none_left } = words("tick");
    return open ? left?.replace("{n}", String(open)) : none_left;
  }

  /** How it was finished, in words. */
  private told(end: End, open: number): TemplateResult {
    const say = words("tick");
    const told = (end.by ? say["finished_by"]?.replace("{name}", () => end.by) : say["finished"])?.replace(
      "{time}",
      moment(end.at),
    );
    const why = say["not_done"]?.replace("{n}", String(open)).replace("{reason}", () => end.reason);
    return html`${told}${open ? html`<br />${why}` : nothing}`;
  }

  private finished(shift: Shift): TemplateResult {
    const say = words("tick");
    return html`${this.more(shift)}
      <button type="button" class="rb-main" @click=${this.again}>${say["again"]}</button>`;
  }
}

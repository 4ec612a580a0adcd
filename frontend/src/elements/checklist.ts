import { LitElement, html, nothing, render, type TemplateResult } from "lit";

import { begin, finish, left, of, runs, type Cycle, type Shift, type Tick } from "../core/checklist/shift.js";
import { lasting } from "../storage.js";
import { words } from "../words.js";
import { download, table } from "./checklist-file.js";
import { mark, moment, upgraded, type Line } from "./checklist-lines.js";
import { person, shifts, ticks } from "./checklist-store.js";

type Step = () => void;

/**
 * A checklist to tick on screen. The list stands in the page already; this turns its boxes into checkboxes, keeps the
 * ticks on the device for the shift that runs, and adds a bar with what is left.
 */
export class Checklist extends LitElement {
  static override properties = { asking: { state: true }, refused: { state: true } };
  declare private asking: boolean;
  declare private refused: boolean;
  private lines: Line[] = [];
  private undone: Step[] = [];
  private readonly top = document.createElement("div");
  private clock = 0;
  // Asked once: to ask writes to storage, which other tabs hear of, and they would ask in turn.
  private readonly kept = lasting();

  constructor() {
    super();
    this.asking = false;
    this.refused = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    if (this.lines.length === 0) {
      this.prepend(this.top);
      this.lines = upgraded(this, (line) => this.toggle(line));
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

  private get key(): string {
    return this.dataset["record"] ?? "";
  }

  /** The shift that runs; undefined before its first tick. Read anew each time: another tab may have begun it. */
  private get shift(): Shift | undefined {
    const kept = shifts.get(this.key);
    return kept && runs(kept, this.dataset["by"] as Cycle, new Date()) ? kept : undefined;
  }

  private get names(): string[] {
    return JSON.parse(this.dataset["shifts"] ?? "[]") as string[];
  }

  private ticked(shift: Shift | undefined): Map<string, Tick> {
    const all = new Map<string, Tick>();
    for (const { id } of this.lines) {
      const tick = ticks.get(id);
      if (tick) all.set(id, tick);
    }
    return of(shift, all);
  }

  private begun(): Shift {
    const running = this.shift;
    if (running) return running;
    const chosen = this.top.querySelector("select")?.value ?? "";
    const shift = begin(new Date(), chosen);
    shifts.set(this.key, shift);
    return shift;
  }

  // what the user does

  private toggle(line: Line): void {
    const shift = this.begun();
    const before = ticks.get(line.id);
    if (line.box.checked) ticks.set(line.id, { shift: shift.id, at: new Date().toISOString(), by: person.get("name") ?? "" });
    else ticks.delete(line.id);
    this.undone.push(() => {
      if (before?.shift === shift.id) ticks.set(line.id, before);
      else ticks.delete(line.id);
      line.box.focus();
    });
    this.requestUpdate();
  }

  private undo(): void {
    this.undone.pop()?.();
    this.requestUpdate();
  }

  private next(): void {
    const open = new Set(left(this.ids, this.ticked(this.shift)));
    const line = this.lines.find(({ id }) => open.has(id));
    line?.row.scrollIntoView({ block: "center" });
    line?.box.focus({ preventScroll: true });
  }

  private end(reason: string): void {
    const shift = this.begun();
    const open = left(this.ids, this.ticked(shift)).length;
    const by = person.get("name") ?? "";
    const done = finish(shift, open, { at: new Date().toISOString(), by, reason });
    this.refused = !done;
    if (!done) return;
    shifts.set(this.key, done);
    this.asking = false;
    this.undone.push(() => shifts.set(this.key, shift));
    this.requestUpdate();
  }

  private finishing(): void {
    if (left(this.ids, this.ticked(this.shift)).length === 0) return this.end("");
    this.asking = true;
    this.refused = false;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("[name=reason]")?.focus());
  }

  private again(): void {
    shifts.delete(this.key);
    for (const { id } of this.lines) ticks.delete(id);
    this.undone = [];
    this.requestUpdate();
  }

  private get ids(): string[] {
    return this.lines.map(({ id }) => id);
  }

  private save(shift: Shift): void {
    const { title = "", revision = "" } = this.dataset;
    download(table({ title, revision, shift, lines: this.lines, done: this.ticked(shift) }), title, shift.began);
  }

  // what the user sees

  protected override render(): TemplateResult {
    const shift = this.shift;
    const done = this.ticked(shift);
    const open = left(this.ids, done).length;
    mark(this.lines, shift, done);
    render(this.setup(shift), this.top);
    return html`<div class="rb-tick-bar" role="group" aria-label=${words("tick")["group"] ?? ""}>
      ${shift?.end ? this.finished(shift, shift.end, open) : this.running(shift, open)}
    </div>`;
  }

  private setup(shift: Shift | undefined): TemplateResult {
    const say = words("tick");
    const began = shift ? say["started"]?.replace("{time}", moment(shift.began)) : say["fresh"];
    return html`<div class="rb-shift">
      ${this.kept ? nothing : html`<p class="rb-unkept" role="note">${say["unkept"]}</p>`}
      <label>${say["who"]} <input autocomplete="name" maxlength="40" .value=${person.get("name") ?? ""} @change=${this.named} /></label>
      ${this.names.length
        ? html`<label
            >${say["shift"]}
            <select ?disabled=${shift !== undefined}>
              ${this.names.map((name) => html`<option ?selected=${name === shift?.name}>${name}</option>`)}
            </select></label
          >`
        : nothing}
      <p class="rb-shift__began">${began}</p>
    </div>`;
  }

  private named(event: Event): void {
    person.set("name", (event.target as HTMLInputElement).value.trim());
  }

  private running(shift: Shift | undefined, open: number): TemplateResult {
    const say = words("tick");
    if (this.asking && open > 0) return this.question(open);
    return html`<p class="rb-left" role="status">${open ? say["left"]?.replace("{n}", String(open)) : say["none_left"]}</p>
      <progress max=${this.lines.length} value=${this.lines.length - open} aria-hidden="true"></progress>
      ${open ? html`<button type="button" @click=${this.next}>${say["next"]}</button>` : nothing}
      <button type="button" ?disabled=${this.undone.length === 0} @click=${this.undo}>${say["undo"]}</button>
      ${this.papers(shift)}
      <button type="button" class="rb-main" ?disabled=${!shift} @click=${this.finishing}>${say["finish"]}</button>`;
  }

  private papers(shift: Shift | undefined): TemplateResult {
    const say = words("tick");
    return html`<button type="button" ?disabled=${!shift} @click=${() => shift && this.save(shift)}>${say["export"]}</button>
      <button type="button" @click=${() => print()}>${say["print"]}</button>`;
  }

  private question(open: number): TemplateResult {
    const say = words("tick");
    const submit = (event: Event): void => {
      event.preventDefault();
      this.end(String(new FormData(event.target as HTMLFormElement).get("reason") ?? ""));
    };
    return html`<form class="rb-why" @submit=${submit}>
      <label for="rb-reason">${say["reason"]?.replace("{n}", String(open))}</label>
      <input id="rb-reason" name="reason" maxlength="200" aria-describedby="rb-refused" ?aria-invalid=${this.refused} />
      <span id="rb-refused" class="rb-refused" role="alert">${this.refused ? say["reason_needed"] : ""}</span>
      <button class="rb-main">${say["finish_so"]}</button>
      <button type="button" @click=${() => (this.asking = false)}>${say["cancel"]}</button>
    </form>`;
  }

  private finished(shift: Shift, end: { at: string; by: string; reason: string }, open: number): TemplateResult {
    const say = words("tick");
    const told = (end.by ? say["finished_by"]?.replace("{name}", () => end.by) : say["finished"])?.replace("{time}", moment(end.at));
    const why = say["not_done"]?.replace("{n}", String(open)).replace("{reason}", () => end.reason);
    return html`<p class="rb-left" role="status">${told}${open ? html`<br />${why}` : nothing}</p>
      <button type="button" ?disabled=${this.undone.length === 0} @click=${this.undo}>${say["undo"]}</button>
      ${this.papers(shift)}
      <button type="button" class="rb-main" @click=${this.again}>${say["again"]}</button>`;
  }
}

customElements.define("rb-checklist", Checklist);

// What a checklist's bar has beside the way on: one step back, and what is seldom wanted behind one button.

import { html, svg, type TemplateResult } from "lit";

import type { Run } from "../core/checklist/shift.js";
import { words } from "../words.js";
import { papers } from "./checklist-past.js";

const BACK = svg`<path d="M4 9h11a5 5 0 0 1 0 10h-4M4 9l4-4M4 9l4 4" />`;
const MORE = svg`<path d="M5 12h.01M12 12h.01M19 12h.01" />`;

/** `run` is asked when its papers are; `undo` goes one step back, if it can. */
export function more(title: string, run: () => Run | undefined, undoable: boolean, undo: () => void): TemplateResult {
  const say = words("tick");
  const { undo: back = "", more: rest = "" } = say;
  return html`<button type="button" class="rb-icon" aria-label=${back} title=${back} ?disabled=${!undoable} @click=${undo}>${icon(BACK)}</button>
    <details class="rb-more" @keydown=${closing} @toggle=${toggled}>
      <summary class="rb-icon" aria-label=${rest} title=${rest}>${icon(MORE)}</summary>
      <div class="rb-more__menu">
        ${papers(title, run)}
        <button type="button" @click=${() => print()}>${say["print"]}</button>
      </div>
    </details>`;
}

function icon(path: TemplateResult<2>): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`;
}

/** An open box closes where anything else is touched. */
function toggled(event: Event): void {
  const box = event.currentTarget as HTMLDetailsElement;
  const touched = ({ target }: Event): void => {
    if (!box.contains(target as Node)) box.open = false;
    if (!box.open) removeEventListener("pointerdown", touched);
  };
  if (box.open) addEventListener("pointerdown", touched);
}

/** Escape closes the box that the focus is in. */
function closing(event: KeyboardEvent): void {
  const box = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !box.open) return;
  box.open = false;
  box.querySelector("summary")?.focus();
}

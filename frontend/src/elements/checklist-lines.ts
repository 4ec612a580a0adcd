// The lines of a checklist page: their drawn boxes turned into checkboxes, and their ticks shown.

import type { Shift, Tick } from "../core/checklist/shift.js";

/** A line of the list, as it stands on the page. */
export interface Line {
  readonly id: string;
  readonly text: string;
  readonly section: string;
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
  readonly stamp: HTMLElement;
}

/**
 * Turn every line's drawn box into a checkbox; `toggled` is called when one is ticked or unticked.
 * A line is known by the name its list is kept under (`data-record`), which stays when the list is renamed.
 */
export function upgraded(list: HTMLElement, toggled: (line: Line) => void): Line[] {
  const seen = new Map<string, number>();
  const lines = [...list.querySelectorAll<HTMLElement>("li[data-item]")].map((row) => {
    const item = `${list.dataset["record"] ?? ""}#${row.id}`;
    const times = (seen.get(item) ?? 0) + 1;
    seen.set(item, times);
    return line(row, times > 1 ? `${item}~${times}` : item);
  });
  for (const one of lines) {
    one.box.addEventListener("change", () => toggled(one));
    one.row.addEventListener("keydown", (event) => step(event, one, lines));
    one.row.addEventListener("click", (event) => tapped(event, one));
  }
  return lines;
}

function line(row: HTMLElement, id: string): Line {
  const words = row.querySelector<HTMLElement>(".rb-line__text");
  const text = (words?.textContent ?? "").replace(/\s+/g, " ").trim();
  const box = document.createElement("input");
  box.type = "checkbox";
  box.className = "rb-tick";
  box.setAttribute("aria-label", text);
  row.querySelector(".rb-box")?.replaceWith(box);
  const stamp = document.createElement("span");
  stamp.className = "rb-stamp";
  words?.append(stamp);
  const section = row.closest("ul")?.previousElementSibling?.firstChild?.textContent?.trim() ?? "";
  return { id, text, section, row, box, stamp };
}

/** The whole line is as good as its box to tap, but for its links and for who is selecting its words. */
function tapped(event: Event, { box }: Line): void {
  const target = event.target as HTMLElement;
  const selecting = getSelection()?.isCollapsed === false;
  if (target !== box && !target.closest("a") && !selecting && !box.disabled) box.click();
}

/** The arrow keys go from box to box. */
function step(event: KeyboardEvent, from: Line, lines: readonly Line[]): void {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = way && lines[lines.indexOf(from) + way];
  if (!next || event.target !== from.box) return;
  event.preventDefault();
  next.box.focus();
}

/** Show each line's tick, with when and by whom, and how many a section has; a finished shift is not ticked any more. */
export function mark(lines: readonly Line[], shift: Shift | undefined, done: ReadonlyMap<string, Tick>): void {
  const counts = new Map<Element, [ticked: number, all: number]>();
  for (const { id, row, box, stamp } of lines) {
    const tick = done.get(id);
    const count = row.closest("ul")?.previousElementSibling?.querySelector(".rb-count");
    const [ticked, all] = (count && counts.get(count)) ?? [0, 0];
    if (count) counts.set(count, [ticked + (tick ? 1 : 0), all + 1]);
    box.checked = tick !== undefined;
    box.disabled = shift?.end !== undefined;
    row.classList.toggle("rb-line--done", box.checked);
    stamp.textContent = tick ? [clock(tick.at), tick.by].filter(Boolean).join(" ") : "";
  }
  for (const [count, [ticked, all]] of counts) count.textContent = `${ticked} / ${all}`;
}

/** The time of day of an instant, as this page's language writes it: 08:28. */
export function clock(instant: string): string {
  const lang = document.documentElement.lang;
  return new Date(instant).toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit", hour12: false });
}

/** Day and time of an instant. */
export function moment(instant: string): string {
  return `${new Date(instant).toLocaleDateString(document.documentElement.lang)} ${clock(instant)}`;
}

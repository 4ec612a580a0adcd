// The checklists of the home page: those of the chosen posts, each with how far it is.

import type { Cycle } from "../core/checklist/shift.js";
import { words } from "../words.js";
import { underWay } from "./checklist-store.js";

/** Show the lists of some posts, or none. */
export function todo(posts: ReadonlySet<string>): void {
  const section = document.querySelector<HTMLElement>(".rb-todo");
  const lists = [...(section?.querySelectorAll<HTMLElement>("[data-list]") ?? [])];
  const mine = lists.filter(({ dataset }) => dataset["posts"]?.split(" ").some((post) => posts.has(post)));
  for (const list of lists) list.hidden = !mine.includes(list);
  for (const list of mine) tell(list);
  if (section) section.hidden = mine.length === 0;
  section?.parentElement?.classList.toggle("rb-today--lists", mine.length > 0);
}

function tell(row: HTMLElement): void {
  const t = words("home");
  const { list = "", lines = "", by, shifts = "[]" } = row.dataset;
  const run = underWay(list, { cycle: by as Cycle, hours: JSON.parse(shifts) });
  const done = row.querySelector(".rb-todo__done");
  const told = run?.finished
    ? t["finished"]
    : t["done"]?.replace("{done}", String(run?.done ?? 0)).replace("{n}", lines);
  if (done) done.textContent = told ?? "";
  const begin = row.querySelector(".rb-button")?.firstChild;
  if (begin && run?.done && !run.finished) begin.textContent = t["tick_on"] ?? "";
}

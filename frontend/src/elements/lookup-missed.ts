// What was looked up and not found: kept on the device, so that an author can take it into
// docs/synonyms.yml, which grows by use and not by guessing.
import { html, nothing, type TemplateResult } from "lit";

import { Shelf } from "../storage.js";
import { words } from "../words.js";
import { download } from "./download.js";
import { filled } from "./lookup-view.js";

interface Missed {
  times: number;
  /** when it was looked up last, in milliseconds since 1970 */
  last: number;
}

const shelf = new Shelf<Missed>(
  "missed",
  (value): value is Missed =>
    typeof value === "object" &&
    value !== null &&
    Number.isFinite((value as Missed).times) &&
    Number.isFinite((value as Missed).last),
);
/** More than this are not kept: the oldest go. */
const MOST = 100;
const [SHORTEST, LONGEST] = [2, 16]; // as docs/synonyms.yml takes them

/** Remember what was typed and led to no line. */
export function missed(typed: string): void {
  const text = typed.trim();
  if (text.length < SHORTEST || text.length > LONGEST) return;
  shelf.set(text, { times: (shelf.get(text)?.times ?? 0) + 1, last: Date.now() });
  const all = [...shelf.entries()].sort(([, a], [, b]) => b.last - a.last);
  for (const [old] of all.slice(MOST)) shelf.delete(old);
}

/** Forget what led to a line after all. */
export function led(typed: string): void {
  if (shelf.get(typed.trim())) shelf.delete(typed.trim());
}

/** The button that hands them out; nothing where there are none. */
export function missedButton(): TemplateResult | typeof nothing {
  const { missed_export: label } = words("lookup");
  const count = shelf.entries().size;
  return count
    ? html`<button type="button" class="rb-lookup__missed" @click=${save}>${filled(label, { n: count })}</button>`
    : nothing;
}

function save(): void {
  download(lines([...shelf.entries()], words("lookup")), "synonyms-missed.yml", "text/yaml");
}

/** Lines for docs/synonyms.yml, the most wanted first; an author writes behind the arrow what the handbook says. */
export function lines(entries: readonly [string, Missed][], say: Readonly<Record<string, string>>): string {
  const ordered = [...entries].sort(([a, x], [b, y]) => y.times - x.times || y.last - x.last || (a < b ? -1 : 1));
  const line = ([text, { times }]: [string, Missed]): string =>
    `#- ${text} →  # ${filled(say["missed_times"], { n: times })}`;
  return `# ${say["missed_head"]}\n${ordered.map(line).join("\n")}\n`;
}

// What lookup shows. An option's own text is the line and nothing else: that is what is read out, copied and counted on;
// where it stands and its number are beside it for the eye, and described to screen readers.
import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { repeat } from "lit/directives/repeat.js";

import { type Corpus, HEADING, NEVER, TITLE } from "../core/lookup/corpus.js";
import type { Result } from "../core/lookup/lookup.js";
import { words } from "../words.js";

/** A heading over some results ("" for none) and those results. */
export interface Group {
  title: string;
  results: readonly Result[];
}

/** What ends a clause, but for the point in a number. */
const CLAUSE = /[^\P{Po}:\uff1a%‰&@#*/\\](?!\d)/gu;

export const LIST = "rb-lookup-list";

/** The id of the option of a line. */
export function optionId(line: number): string {
  return `rb-hit-${line}`;
}

/** Fill the {braces} of a text of the interface. */
export function filled(text: string | undefined, values: Readonly<Record<string, string | number>>): string {
  return (text ?? "").replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** What stands over the lines: that there is no index, or none yet, else what was found and what the index `lacks`. */
export function news(broken: boolean, found: string | undefined, lacks: string): string | undefined {
  if (broken || found === undefined) return words("lookup")[broken ? "broken" : "loading"];
  return [found, lacks].filter(Boolean).join(words("text")["semicolon"]);
}

export function list(
  corpus: Corpus,
  groups: readonly Group[],
  active: number | undefined,
  open: (line: number) => void,
): TemplateResult {
  const group = ({ title, results }: Group, n: number): TemplateResult | typeof nothing =>
    results.length === 0
      ? nothing
      : html`<div class="rb-lookup__group" role="group" aria-labelledby=${ifDefined(title ? `${LIST}-${n}` : undefined)}>
          ${title ? html`<p class="rb-lookup__title" id=${`${LIST}-${n}`} role="presentation">${title}</p>` : nothing}
          ${repeat(
            results,
            (result) => result.line,
            (result) => row(corpus, result, result.line === active, open),
          )}
        </div>`;
  return html`${groups.map(group)}`;
}

function row(corpus: Corpus, result: Result, active: boolean, open: (line: number) => void): TemplateResult {
  const { line } = result;
  const about = whereabouts(corpus, line);
  const text = corpus.line(line);
  const numbers = (corpus.measures.get(line) ?? []).filter((number) => isNear(text, number, result.marks));
  const type = corpus.types[line];
  const never = type === NEVER ? words("lookup")["never"] : undefined;
  const why = result.why && words("lookup")[`why_${result.why}`];
  // Named as a whole, as Chromium drops blanks between marks from the name it would make.
  return html`<div
    class="rb-hit${active ? " rb-hit--active" : ""}${type === TITLE || type === HEADING ? " rb-hit--title" : ""}"
    role="presentation"
    @click=${() => open(line)}
  >
    ${never ? html`<span class="rb-hit__never" aria-hidden="true">${never}</span>` : nothing}
    <div
      class="rb-hit__line"
      role="option"
      id=${optionId(line)}
      data-item=${corpus.address(line)}
      aria-selected=${active ? "true" : "false"}
      aria-label=${text}
      aria-description=${[never, ...numbers, why, about].filter(Boolean).join(" · ")}
    >${marked(text, result.marks)}</div>
    <div class="rb-hit__about" aria-hidden="true">${why ? html`<span class="rb-hit__why">${why}</span>` : nothing}${about}</div>
    ${numbers.length ? html`<div class="rb-hit__number" aria-hidden="true">${numbers.map((one) => html`<span>${one}</span>`)}</div>` : nothing}
  </div>`;
}

/**
 * Whether a number stands in a clause of which something was looked up, or where cannot be told: of 热饮70℃，冷饮加冰 who
 * looks for 冷饮 wants no temperature.
 */
function isNear(text: string, number: string, marks: Result["marks"]): boolean {
  const at = [/\d[\d.:]*/.exec(number)?.[0] ?? number, number]
    .map((written) => text.indexOf(written))
    .find((n) => n >= 0);
  if (at === undefined || marks.length === 0) return true;
  const starts = [...text.matchAll(CLAUSE)].map(({ index }) => index);
  const clause = (place: number): number => starts.filter((start) => start < place).length;
  return marks.some(([start, end]) => clause(start) <= clause(at) && clause(at) <= clause(end - 1));
}

/** What people call a kind of page. */
export function kindName(kind: string): string {
  return words("kind")[kind] ?? words("lookup")[kind] ?? kind;
}

/** The kind, the record and the heading a line stands under. */
function whereabouts(corpus: Corpus, line: number): string {
  const page = corpus.pages[corpus.pageOf[line]!]!;
  const name = kindName(corpus.kinds[page.kind] ?? "");
  if (corpus.types[line] === TITLE) return [name, ...page.aliases.slice(0, 3)].join(" · ");
  const heading = corpus.headingOf[line]!;
  return [name, corpus.line(page.first), heading >= 0 ? corpus.line(heading) : ""].filter(Boolean).join(" › ");
}

function marked(text: string, marks: Result["marks"]): (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let last = 0;
  for (const [start, end] of marks) {
    pieces.push(text.slice(last, start), html`<mark>${text.slice(start, end)}</mark>`);
    last = end;
  }
  return [...pieces, text.slice(last)];
}

// Whether a printed sheet is current: its code leads to the page with ?rev=N, and the page knows its revisions.

/** One revision of a record. */
export interface Revision {
  readonly number: number;
  /** the day it took effect, YYYY-MM-DD */
  readonly effective: string;
  /** what changed since the one before, "" where that was not written down */
  readonly changes: string;
}

/** What is to be said of a sheet. */
export type Verdict =
  | { readonly is: "current"; readonly number: number }
  | { readonly is: "ahead"; readonly number: number }
  | { readonly is: "superseded"; readonly number: number; readonly since: string; readonly later: readonly Revision[] };

/**
 * Judge the sheet whose revision stands in `search` (?rev=2). `revisions` has the current one first, then earlier ones.
 * Undefined where the address names no revision.
 */
export function judge(search: string, revisions: readonly Revision[]): Verdict | undefined {
  const asked = new URLSearchParams(search).get("rev");
  const current = revisions[0];
  if (!current || !asked || !/^[1-9]\d{0,5}$/.test(asked)) return undefined;
  const number = Number(asked);
  if (number === current.number) return { is: "current", number };
  if (number > current.number) return { is: "ahead", number };
  const later = revisions.filter((revision) => revision.number > number).sort((a, b) => a.number - b.number);
  return { is: "superseded", number, since: (later[0] ?? current).effective, later };
}

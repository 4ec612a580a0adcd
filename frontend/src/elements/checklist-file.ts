// A shift as a file for a spreadsheet.

import { csv, type Shift, type Tick } from "../core/checklist/shift.js";
import { words } from "../words.js";
import { type Line } from "./checklist-lines.js";

interface Report {
  readonly title: string;
  readonly revision: string;
  readonly shift: Shift;
  readonly lines: readonly Line[];
  readonly done: ReadonlyMap<string, Tick>;
}

/** The shift as CSV: the facts, then a row a line. */
export function table({ title, revision, shift, lines, done }: Report): string {
  const say = (name: string): string => words("tick")[name] ?? "";
  const head = [
    [say("title"), title],
    [say("revision"), revision],
    [say("shift"), shift.name],
    [say("began"), shift.began],
    [say("ended"), shift.end?.at ?? ""],
    [say("by"), shift.end?.by ?? ""],
    [say("why"), shift.end?.reason ?? ""],
  ];
  const columns = ["section", "line", "done", "time", "by"].map(say);
  const rows = lines.map(({ id, section, text }) => ({ section, text, tick: done.get(id) }));
  return csv(head, columns, rows, say("done_yes"), say("done_no"));
}

/** Hand `text` to the user as a file named after the checklist and the instant its shift began. */
export function download(text: string, title: string, began: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = `${title}-${began.slice(0, 16).replace(/[^\d]/g, "")}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

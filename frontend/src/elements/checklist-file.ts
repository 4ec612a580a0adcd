// A run as a file for a spreadsheet.

import { csv, local, type Run } from "../core/checklist/shift.js";
import { words } from "../words.js";

/** The run as CSV: the facts, then a row a line. */
export function table(title: string, { shift, revision, rows }: Run): string {
  const say = (name: string): string => words("tick")[name] ?? "";
  const head = [
    [say("title"), title],
    [say("revision"), revision],
    [say("shift"), shift.name],
    [say("began"), local(shift.began)],
    [say("ended"), local(shift.end?.at ?? "")],
    [say("by"), shift.end?.by ?? ""],
    [say("why"), shift.end?.reason ?? ""],
  ];
  const columns = ["section", "line", "done", "time", "by"].map(say);
  return csv(head, columns, rows, say("done_yes"), say("done_no"));
}

/** The name of its file: the checklist, and the local day and time it began. */
export function fileName(title: string, { shift }: Run): string {
  return `${title}-${local(shift.began).replace(/\D/g, "")}.csv`;
}

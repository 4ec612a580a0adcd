// A run as a file for a spreadsheet, and as a message.

import { csv, local, type Run } from "../core/checklist/shift.js";
import { words } from "../words.js";
import { filled } from "./lookup-view.js";

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

/** The run as one would write it to a colleague: what, when, who, how many of how many, what was not done and why. */
export function message(title: string, { shift, revision, rows }: Run): string {
  const say = (name: string): string => words("tick")[name] ?? "";
  const open = rows.filter(({ tick }) => !tick);
  const ended = shift.end?.at;
  const facts = [title, filled(say("sent_revision"), { revision }), shift.name, shift.end?.by];
  const done = filled(say("sent_done"), { done: rows.length - open.length, n: rows.length });
  const time = [
    local(shift.began),
    ended && local(ended).slice(local(ended).startsWith(local(shift.began).slice(0, 10)) ? 11 : 0),
  ];
  return [
    facts.filter(Boolean).join(" · "),
    `${time.filter(Boolean).join(" – ")} · ${done}`,
    ...(open.length ? [`${say("sent_open")}${words("text")["colon"]}`, ...open.map(({ text }) => `– ${text}`)] : []),
    ...(shift.end?.reason ? [`${say("why")}${words("text")["colon"]}${shift.end.reason}`] : []),
  ].join("\n");
}

/** The name of its file: the checklist, and the local day and time it began. */
export function fileName(title: string, { shift }: Run): string {
  return `${title}-${local(shift.began).replace(/\D/g, "")}.csv`;
}

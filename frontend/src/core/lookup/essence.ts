// What a line says, and the id made from it: the same as generator/rolebook/model/essence.py and address.py make.
// tests/cases/ids.json is run by both.

import { digest } from "./digest.js";

const WIDTH = /[\ufe50-\ufe6b\uff01-\uffee\u2103\u2109]/g;
const LIST = /[0-9]+(?:,[0-9]+)+/g;
const THOUSANDS = /^[0-9]{1,3}(?:,[0-9]{3})+$/;
const RUN = /[^\p{L}\p{N}]+/gu;
const SILENT = /^(?:[\ufe0e\ufe0f~\u2212\u2236]|(?![#%&@/^§‰‱′″‴٪])[\p{P}\p{Z}\p{Cc}\p{Cf}\p{Sk}])$/u;
const DASH = /[-~\u2010-\u2013\u2212\u301c\u2014\u2015]/g;
const LONG = /[\u2014\u2015]/;
const EMPHASIS = /\*+|_+|`+/g;
const DIGIT = /^[0-9]$/;
const JOINS: Readonly<Record<string, string>> = { ":": ":", "\u2236": ":", "*": "×" };
const READABLE = 10;

/** Letters, digits and the signs whose change changes the meaning; the rule stands in essence.py. */
export function essence(text: string): string {
  const folded = text
    .replace(WIDTH, (c) => c.normalize("NFKC"))
    .normalize("NFC")
    .toLowerCase()
    .replace(LIST, (list) => (THOUSANDS.test(list) ? list.replace(/,/g, "") : list));
  return folded.replace(RUN, (run, start: number) => signs(folded, run, start)) || text.trim();
}

/** The id of a line that has none of its author's: its first characters, readable, and a digest of what it says. */
export function derivedId(text: string): string {
  const said = essence(text);
  const readable = [...said.replace(RUN, "")].slice(0, READABLE).join("");
  return readable ? `${readable}-${digest(said)}` : digest(said);
}

/** What counts of a run of characters that are neither letters nor digits. */
function signs(text: string, run: string, start: number): string {
  let left = [...text.slice(Math.max(0, start - 2), start)].pop() ?? "";
  let kept = "";
  let marks = "";
  for (const c of run) {
    if (SILENT.test(c)) marks += c;
    else {
      kept += between(left, marks, c) + c;
      marks = "";
      left = c;
    }
  }
  const [right = ""] = text.slice(start + run.length, start + run.length + 2);
  return kept + between(left, marks, right);
}

/** What punctuation says between two characters, "" for an end of the text. */
function between(left: string, written: string, right: string): string {
  const marks = written.replace(EMPHASIS, (run) => (run.length === 2 || run === "`" ? "" : run));
  const solid = marks.replace(/ /g, "");
  const dash = dashOf(left, solid.match(DASH) ?? [], right);
  if (!DIGIT.test(right)) return dash;
  const point = marks.endsWith(".") && begins(marks.slice(-2, -1) || left) ? "." : "";
  if (!DIGIT.test(left) || !marks) return dash + point;
  if (marks === "." || (dash && solid.length === 1)) return dash || ".";
  return JOINS[solid] ?? ` ${dash}${point}`;
}

/** What the dashes between two characters say: a range, a minus, a name of two parts; `~5` is about five. */
function dashOf(left: string, [dash, ...more]: readonly string[], right: string): string {
  if (dash === undefined || more.length || !right || (!left && /\p{L}/u.test(right))) return "";
  if (LONG.test(dash) && /[a-z]/.test(left + right)) return "";
  return /[~\u301c]/.test(dash) && !/[\p{L}\p{N}]/u.test(left) ? "~" : "-";
}

/** Whether a number may begin behind this character, "" for the start of the text. */
function begins(before: string): boolean {
  return !/[\p{L}\p{N}]/u.test(before) && !/[,;:!?、。….]/.test(before);
}

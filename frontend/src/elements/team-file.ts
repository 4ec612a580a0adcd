// How far a team is, as files for a spreadsheet.

import { csv } from "../core/csv.js";
import { code, isPassed, mark } from "../core/quiz/attempt.js";
import type { Wrong } from "../core/quiz/team.js";
import { lasted } from "./quiz-record.js";
import { say } from "./quiz-words.js";
import type { Group } from "./team-table.js";

/** A row a post and person, with all that the record of the exam says. */
export function standings(groups: readonly Group[], revision: string): string {
  const heads = [
    "post",
    "name",
    "known",
    "learning",
    "new",
    "due",
    "verdict",
    "points",
    "pass_mark",
    "open_right",
    "attempt",
    "date",
  ];
  const more = ["duration", "paper", "revision", "code", "file", "file_state", "signature"];
  const body = groups.flatMap(({ title, rows }) =>
    rows.map(({ person: { file, found }, tally, due, exam }) => [
      title,
      found.name,
      ...[tally.known, tally.learning, tally.new, due].map(String),
      ...(exam
        ? [
            say(isPassed(exam) ? "passed" : "not_passed"),
            ...[mark(exam), exam.pass, exam.open, exam.attempt].map(String),
            exam.day,
            lasted(exam.seconds),
            exam.paper,
            exam.revision,
            code(exam),
          ]
        : [say("no_exam"), ...Array<string>(9).fill("")]),
      file,
      say(`state_${found.state}`),
      "",
    ]),
  );
  return csv([[say("bank_now"), revision], [], [...heads, ...more].map((head) => say(head)), ...body]);
}

/** A row a line that is answered wrong. */
export function lines(missed: readonly Wrong[]): string {
  const heads = ["sheet_line", "sheet_source", "missed_people", "asked_people", "missed_times"];
  const body = missed.map(({ question, people, asked, times }) => [
    question.explain,
    question.source.item,
    ...[people, asked, times].map(String),
  ]);
  return csv([heads.map((head) => say(head)), ...body]);
}

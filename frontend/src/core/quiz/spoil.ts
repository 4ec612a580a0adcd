// What is shown after an answer may be the answer to a question still to come: those that are spoilt by a line stand
// before it.

import { keyed, type Question } from "./bank.js";

/** Characters of an answer by which it is looked for: what is shorter says nothing by itself. */
const HEAD = 2;

/**
 * Questions of which none is asked after its answer was shown, in an order as near to theirs as may be; and those left
 * over that find no place among them, as two lines may tell of each other.
 */
export function unspoilt(questions: readonly Question[]): { kept: Question[]; left: Question[] } {
  const first = spoilers(questions);
  const kept: Question[] = [];
  const left: Question[] = [];
  const met = new Map<Question, "open" | "done">();
  const visit = (question: Question): void => {
    met.set(question, "open");
    let placed = true;
    for (const other of first.get(question) ?? []) {
      if (!met.has(other)) visit(other);
      if (met.get(other) === "open") placed = false; // it waits for this one in turn
    }
    met.set(question, "done");
    (placed ? kept : left).push(question);
  };
  for (const question of questions) if (!met.has(question)) visit(question);
  return { kept, left };
}

/** Which questions have to stand before each one, because what is shown after it answers them. */
function spoilers(questions: readonly Question[]): Map<Question, Set<Question>> {
  const answers = new Map<string, { text: string; question: Question }[]>();
  for (const question of questions) {
    const text = told(question);
    const head = text.slice(0, HEAD);
    if (head.length === HEAD) answers.set(head, [...(answers.get(head) ?? []), { text, question }]);
  }
  const first = new Map<Question, Set<Question>>();
  for (const question of questions) {
    const found = new Set<Question>();
    const shown = after(question);
    for (let at = 0; at < shown.length; at++) {
      for (const { text, question: other } of answers.get(shown.slice(at, at + HEAD)) ?? [])
        if (other !== question && shown.startsWith(text, at)) found.add(other);
    }
    first.set(question, found);
  }
  return first;
}

/** What is shown once a question was answered: of a list all that was to be said. */
function after({ answering, explain, options }: Question): string {
  return answering === "list" ? [explain, ...options.map(({ text }) => text)].join("\n") : explain;
}

/** What answers a question where no options help: "" for what cannot be told in one piece. */
function told(question: Question): string {
  const [key, another] = keyed(question);
  return key && !another ? key.text : "";
}

// The paper of an exam: which questions it has, drawn by its number, and what is kept of it until it is handed in.

import { has, type Question } from "./bank.js";
import { shuffled } from "./draw.js";

/** An exam that runs, as it is kept: its questions are fetched again, of the answers each has a place of its own. */
export interface Paper {
  /** the records it is about, by their first addresses */
  readonly posts: readonly string[];
  /** its number, by which it can be drawn again */
  readonly number: string;
  /** of the bank */
  readonly revision: string;
  /** the questions in their order, each with its revision */
  readonly asked: ReadonlyArray<readonly [id: string, revision: string]>;
  /** percent from which it is passed */
  readonly pass: number;
  /** the how many-eth exam about these records it is */
  readonly attempt: number;
  /** when it began, in milliseconds since 1970 */
  readonly began: number;
  /** when it has to be handed in, likewise; left out for no limit */
  readonly closes?: number;
}

/** What was answered to one question of an exam so far. */
export interface Draft {
  readonly given: readonly string[];
  /** whether the learner went on from it: then it stands */
  readonly left: boolean;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

export function isPaper(value: unknown): value is Paper {
  return (
    has(value, { number: "string", revision: "string", pass: "number", attempt: "number", began: "number" }) &&
    isTexts(value["posts"]) &&
    ["number", "undefined"].includes(typeof value["closes"]) &&
    Array.isArray(value["asked"]) &&
    value["asked"].every((one) => isTexts(one) && one.length === 2)
  );
}

export function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    isTexts((value as Draft).given) &&
    typeof (value as Draft).left === "boolean"
  );
}

/** Whether the program finds out by itself if it is right, and there is nothing to pick from. */
export function isOpen({ answering, options }: Question): boolean {
  return ["number", "typed"].includes(answering) || (["order", "match"].includes(answering) && options.length > 2);
}

/** Questions an exam may have, each once: none that the learner grades himself. */
function fit(questions: readonly Question[]): Question[] {
  const judged = questions.filter(({ answering }) => answering !== "recall" && answering !== "list");
  return [...new Map(judged.map((question) => [question.id, question])).values()];
}

/** What may stand once in an exam: a line, or a question that is about none. */
const topic = ({ id, source }: Question): string => source.item || `?${id}`;

/** How many questions an exam can have at most: one a line, as two of one line tell of each other. */
export function available(questions: readonly Question[]): number {
  return new Set(fit(questions).map(topic)).size;
}

/**
 * Up to `count` questions, by the number of the paper; of one line one. As large a part of them as of all is answered
 * without options, and one at least where there is any: without it an exam proves nothing.
 */
export function drawn(questions: readonly Question[], count: number, number: string): Question[] {
  const pool = shuffled(fit(questions), number);
  const open = pool.filter(isOpen);
  const share = Math.min(open.length, Math.max(1, Math.round((count * open.length) / Math.max(1, pool.length))));
  const met = new Set<string>();
  const found: Question[] = [];
  const take = (some: readonly Question[], most: number): void => {
    for (const question of some) {
      if (found.length >= most) return;
      if (met.has(topic(question))) continue;
      met.add(topic(question));
      found.push(question);
    }
  };
  take(open, Math.min(share, count));
  take(
    pool.filter((question) => !isOpen(question)),
    count,
  );
  take(open, count);
  return shuffled(found, number);
}

/** The number of a paper: whoever sits the same one again gets another. */
export function numbered(wanted: string, before: number): string {
  return before ? `${wanted}/${before + 1}` : wanted;
}

/** The questions of a paper in their order; undefined where one is gone or says something else by now. */
export function asked(paper: Paper, questions: readonly Question[]): Question[] | undefined {
  const known = new Map(questions.map((question) => [question.id, question]));
  const found = paper.asked.flatMap(([id, revision]) => {
    const question = known.get(id);
    return question?.revision === revision ? [question] : [];
  });
  return found.length === paper.asked.length && found.length > 0 ? found : undefined;
}

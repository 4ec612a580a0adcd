// What a quiz is made of, as the generator writes it (assets/rolebook/quizzes/…js), and a check that it is so.

export type Answering = "single" | "several" | "order" | "match" | "number" | "typed" | "recall" | "list";

export interface Option {
  readonly id: string;
  readonly text: string;
  /** address of the line it was taken from; "" where it was made up */
  readonly from: string;
}

export interface Question {
  readonly id: string;
  /** changes with the line: what was learnt of another revision is due again */
  readonly revision: string;
  /** changes with the right answer: another one is learnt anew; pages of 0.2 have none */
  readonly answer?: string;
  readonly kind: string;
  readonly answering: Answering;
  readonly stem: string;
  /** of what is typed or said the wrong ones are for a second form, in which one is picked */
  readonly options: readonly Option[];
  /** ids of the right options; for order and match in their order */
  readonly key: readonly string[];
  readonly explain: string;
  readonly source: { readonly item: string; readonly href: string };
  readonly facts: readonly string[];
  /** for match: what the options of the key belong to */
  readonly lefts?: readonly string[];
  /** for number: how far off still counts */
  readonly tolerance?: number;
  /** for number: what stands beside the field; "" for nothing */
  readonly unit?: string;
}

/** Some questions that are learnt together: what they are about, and by when. */
export interface Stop {
  readonly title: string;
  readonly by: "first_day" | "first_week" | "first_month";
  /** ids of questions */
  readonly items: readonly string[];
}

export interface Quiz {
  readonly title: string;
  /** of the whole bank */
  readonly revision: string;
  readonly items: readonly Question[];
  /** Traditional characters, each before its Simplified one, that may stand for those of a key; none: no Chinese key */
  readonly folds?: string;
  /** in what order the questions are met; pages of 0.2 have none */
  readonly path?: readonly Stop[];
}

const ANSWERINGS: ReadonlySet<unknown> = new Set([
  "single",
  "several",
  "order",
  "match",
  "number",
  "typed",
  "recall",
  "list",
]);

/** Whether a value is a quiz: a file cut short or of another version is none. */
export function isQuiz(value: unknown): value is Quiz {
  return (
    has(value, { title: "string", revision: "string" }) &&
    Array.isArray(value["items"]) &&
    value["items"].every(isQuestion) &&
    (value["path"] === undefined || (Array.isArray(value["path"]) && value["path"].every(isStop)))
  );
}

function isStop(value: unknown): value is Stop {
  return has(value, { title: "string", by: "string" }) && Array.isArray(value["items"]);
}

function isQuestion(value: unknown): value is Question {
  if (!has(value, { id: "string", revision: "string", stem: "string", explain: "string" })) return false;
  const { options, key, source, answering } = value;
  return (
    ANSWERINGS.has(answering) &&
    Array.isArray(options) &&
    options.every((option) => has(option, { id: "string", text: "string" })) &&
    Array.isArray(key) &&
    key.length > 0 &&
    has(source, { item: "string", href: "string" })
  );
}

/** Whether a value is an object with fields of these types. */
export function has(
  value: unknown,
  fields: Readonly<Record<string, "string" | "number">>,
): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.entries(fields).every(([name, type]) => typeof (value as Record<string, unknown>)[name] === type)
  );
}

/** The lines a question tells of: the one it is made from, and all that a list counts up. */
export function linesOf({ answering, source, facts }: Question): readonly string[] {
  return answering === "list" ? [source.item, ...facts] : [source.item];
}

/** The right options of a question, in the key's order. */
export function keyed(question: Question): Option[] {
  return question.key.flatMap((id) => question.options.filter((option) => option.id === id));
}

/** Whether wrong options stand beside the right ones. */
export function hasLures(question: Question): boolean {
  return question.options.length > question.key.length;
}

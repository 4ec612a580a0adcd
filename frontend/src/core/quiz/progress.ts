// How far someone has come, and the file in which that travels from one device to another.

import { has, type Question } from "./bank.js";
import { dayOf } from "./day.js";
import { isLeech, isMemory, type Memory, type Standing, standing } from "./schedule.js";

export type Tally = Readonly<Record<Standing, number>>;

/** How many questions are known, being learnt and new. */
export function tally(questions: readonly Question[], memories: (id: string) => Memory | undefined): Tally {
  const count = { known: 0, learning: 0, new: 0 };
  for (const question of questions) count[standing(memories(question.id), question)]++;
  return count;
}

/** The questions missed most often, the worst first; none that was never missed. */
export function weakest(
  questions: readonly Question[],
  memories: (id: string) => Memory | undefined,
  count: number,
): { question: Question; missed: number }[] {
  return questions
    .map((question) => ({ question, missed: memories(question.id)?.missed ?? 0 }))
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => b.missed - a.missed || (a.question.id < b.question.id ? -1 : 1))
    .slice(0, count);
}

/** The questions that are missed again and again, each once. */
export function leeches(questions: readonly Question[], memories: (id: string) => Memory | undefined): Question[] {
  const found = questions.filter((question) => isLeech(memories(question.id), question));
  return [...new Map(found.map((question) => [question.id, question])).values()];
}

const FORMAT = "rolebook-progress";

/** More characters than any browser keeps for a site: no file of progress is larger. */
export const LARGEST = 10_000_000;

export interface Progress {
  /** the `site_id` of the handbook it is about, "" where it has none */
  readonly site: string;
  readonly memories: ReadonlyMap<string, Memory>;
  readonly days: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
}

/** Progress as the text of a file. */
export function toFile({ site, memories, days, posts }: Progress): string {
  const data = {
    format: FORMAT,
    version: 1,
    ...(site && { site }),
    days: [...days].sort(),
    posts: [...posts].sort(),
    memories: Object.fromEntries(memories),
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}

/** Progress read from a file; undefined where it is none. Entries that do not fit are left out. */
export function fromFile(text: string): Progress | undefined {
  if (text.length > LARGEST) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!has(data, { format: "string", version: "number" }) || data["format"] !== FORMAT || data["version"] !== 1)
    return undefined;
  const memories = data["memories"];
  if (typeof memories !== "object" || memories === null) return undefined;
  const kept = Object.entries(memories).filter((entry): entry is [string, Memory] => isMemory(entry[1]));
  return {
    site: typeof data["site"] === "string" ? data["site"] : "",
    memories: new Map(kept),
    days: texts(data["days"], /^\d{4}-\d\d-\d\d$/),
    posts: texts(data["posts"], /^[a-z]+\/[^/]+$/),
  };
}

function texts(value: unknown, form: RegExp): Set<string> {
  return new Set(
    Array.isArray(value) ? value.filter((text): text is string => typeof text === "string" && form.test(text)) : [],
  );
}

/** Which of two memories of one question is kept at `now`: the later one, but none of a day that is still to come. */
export function later(a: Memory | undefined, b: Memory, now: number): Memory {
  if (!a) return b;
  const [early, late] = a.last >= b.last ? [b, a] : [a, b];
  return dayOf(late.last) > dayOf(now) ? early : late;
}

/** Memories of the questions there are; all of them where nobody knows which those are. */
export function living(
  memories: ReadonlyMap<string, Memory>,
  ids: ReadonlySet<string> | undefined,
): Map<string, Memory> {
  return new Map([...memories].filter(([id]) => !ids || ids.has(id)));
}

// Fetching the questions of a quiz: a classic script, which loads from file:// as well as from a server.

import { isQuiz, type Quiz } from "../core/quiz/bank.js";
import { Wording } from "../core/quiz/wording.js";
import { SCRIPT } from "../storage.js";
import { run } from "./script.js";

declare global {
  interface Window {
    rolebookQuizzes?: Record<string, unknown>;
    /** the ids of all questions of the handbook, or in how many parts they stand; set by assets/rolebook/quizzes/ids.js */
    rolebookQuestions?: unknown;
    [part: `rolebookQuestionsPart${number}`]: unknown;
  }
}

const under = new Map<string, Promise<Quiz | undefined>>();

/** The quiz about a record; undefined where its script is missing or broken. */
export function quiz(record: string, script: string): Promise<Quiz | undefined> {
  const known = under.get(record) ?? fetched(record, script);
  under.set(record, known);
  return known;
}

async function fetched(record: string, script: string): Promise<Quiz | undefined> {
  await run(script);
  const value = window.rolebookQuizzes?.[record];
  if (isQuiz(value)) return value;
  under.delete(record);
  return undefined;
}

/** What a record is called, as far as its questions were fetched. */
export function titleOf(record: string): string | undefined {
  const value = window.rolebookQuizzes?.[record];
  return isQuiz(value) ? value.title : undefined;
}

/**
 * Those of some ids of which there are questions; undefined where it could not be had: then nothing is known to be gone.
 * Of very many questions the ids stand in parts, and what is here already needs none of them.
 */
export async function questionIds(wanted: Iterable<string>): Promise<ReadonlySet<string> | undefined> {
  const file = (name: string): string => new URL(`quizzes/${name}.js`, SCRIPT ?? location.href).href;
  if (!window.rolebookQuestions) await run(file("ids"));
  const ids = window.rolebookQuestions;
  if (typeof ids !== "number") return Array.isArray(ids) && ids.length ? new Set(ids.map(String)) : undefined;
  const here = Object.values(window.rolebookQuizzes ?? {}).filter(isQuiz);
  const known = new Set(here.flatMap(({ items }) => items.map(({ id }) => id)));
  const parts = new Set([...wanted].filter((id) => !known.has(id)).map((id) => id.charCodeAt(id.length - 1) % ids));
  const found = await Promise.all(
    [...parts].map(async (n) => {
      const name = `rolebookQuestionsPart${n}` as const;
      if (!window[name]) await run(file(`ids/${n}`));
      return window[name];
    }),
  );
  if (!found.every(Array.isArray)) return undefined;
  return new Set([...known, ...found.flat().map(String)]);
}

/** What the texts of all quizzes fetched so far are compared by. */
export function wording(): Wording {
  const quizzes = Object.values(window.rolebookQuizzes ?? {}).filter(isQuiz);
  return new Wording(quizzes.map(({ folds = "" }) => folds).join(""));
}

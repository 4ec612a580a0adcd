// Fetching the questions of a quiz: a classic script, which loads from file:// as well as from a server.

import { isQuiz, type Quiz } from "../core/quiz/bank.js";
import { Wording } from "../core/quiz/wording.js";
import { SCRIPT } from "../storage.js";
import { run } from "./script.js";

declare global {
  interface Window {
    rolebookQuizzes?: Record<string, unknown>;
    /** the ids of all questions of the handbook; set by assets/rolebook/quizzes/ids.js */
    rolebookQuestions?: unknown;
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

/** The ids of all questions there are; undefined where they could not be had: then nothing is known to be gone. */
export async function questionIds(): Promise<ReadonlySet<string> | undefined> {
  if (!window.rolebookQuestions) await run(new URL("quizzes/ids.js", SCRIPT ?? location.href).href);
  const ids = window.rolebookQuestions;
  return Array.isArray(ids) && ids.length ? new Set(ids.map(String)) : undefined;
}

/** What the texts of all quizzes fetched so far are compared by. */
export function wording(): Wording {
  const quizzes = Object.values(window.rolebookQuizzes ?? {}).filter(isQuiz);
  return new Wording(quizzes.map(({ folds = "" }) => folds).join(""));
}

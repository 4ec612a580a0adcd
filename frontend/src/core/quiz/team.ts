// What the exported progress of a team says: how far each is with each post, and which lines the team gets wrong.

import { type Attempt, isPassed } from "./attempt.js";
import type { Question } from "./bank.js";
import { due } from "./draw.js";
import { type Tally, tally } from "./progress.js";
import type { Found } from "./progress-file.js";

/** A file of progress, by its name. */
export interface Sent {
  readonly file: string;
  readonly found: Found;
}

/** Someone of the team, by the newest file of his; the names of older ones, which are not used. */
export interface Person extends Sent {
  readonly older: readonly string[];
}

/** A post and its questions. */
export interface Post {
  readonly post: string;
  readonly questions: readonly Question[];
}

/** How far someone is with a post. */
export interface Row {
  readonly person: Person;
  readonly tally: Tally;
  readonly due: number;
  /** the exam that counts: the last that was passed, else the last; undefined for none */
  readonly exam: Attempt | undefined;
}

/** A line that is answered wrong. */
export interface Wrong {
  readonly question: Question;
  /** how many were asked about it, and how many of them missed it */
  readonly asked: number;
  readonly people: number;
  /** on how many days, by all of them */
  readonly times: number;
}

/** The people of a team by name; a file without a name is someone by himself. Of two files of one the newer counts. */
export function people(files: readonly Sent[]): Person[] {
  const known = new Map<string, Sent[]>();
  for (const sent of files) {
    const name = sent.found.name.trim().toLowerCase();
    const key = name ? `name ${name}` : `file ${sent.file}`;
    known.set(key, [...(known.get(key) ?? []), sent]);
  }
  const found = [...known.values()].map((all) => {
    const [newest, ...rest] = [...all].sort((a, b) => age(b.found) - age(a.found));
    return { ...newest!, older: rest.map(({ file }) => file) };
  });
  return found.sort((a, b) => compare(a.found.name || a.file, b.found.name || b.file));
}

/** When a file was exported, or what is in it was answered last. */
function age({ saved, memories }: Found): number {
  return saved || [...memories.values()].reduce((latest, { last }) => Math.max(latest, last), 0);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The posts someone learns or was examined in, by their addresses. */
export function postsOf({ found }: Sent): Set<string> {
  return new Set([...found.posts, ...exams(found).flatMap(({ posts }) => posts)]);
}

/** Exams of a file, the earliest first; none of one that was changed. */
function exams({ exams: all, state }: Found): Attempt[] {
  if (state !== "whole") return [];
  return [...all].sort(([a], [b]) => Number(a) - Number(b)).map(([, attempt]) => attempt);
}

/** How far each is with a post at `now`; who has nothing to do with it is left out. */
export function rows({ post, questions }: Post, team: readonly Person[], now: number): Row[] {
  return team
    .filter((person) => postsOf(person).has(post))
    .map((person) => {
      const memory = (id: string) => person.found.memories.get(id);
      const about = exams(person.found).filter(({ posts }) => posts.includes(post));
      const passed = about.filter(isPassed);
      return {
        person,
        tally: tally(questions, memory),
        due: due(questions, memory, now).length,
        exam: (passed.length ? passed : about).slice(-1)[0],
      };
    });
}

/** The lines that are missed by most, then most often; nothing of what they said before they were reworded. */
export function wrong(posts: readonly Post[], team: readonly Person[]): Wrong[] {
  const lines = new Map<string, Map<string, Question>>();
  for (const question of posts.flatMap(({ questions }) => questions)) {
    const line = question.source.item || question.id;
    lines.set(line, (lines.get(line) ?? new Map<string, Question>()).set(question.id, question));
  }
  const found = [...lines.values()].map((about) => counted([...about.values()], team));
  return found
    .filter((line) => line.people > 0)
    .sort((a, b) => b.people - a.people || b.times - a.times || compare(a.question.id, b.question.id));
}

/** What a team knows of the questions about one line. */
function counted(questions: readonly Question[], team: readonly Person[]): Wrong {
  const days = team.map(({ found }) =>
    questions.flatMap(({ id, revision }) => {
      const memory = found.memories.get(id);
      return memory?.revision === revision ? [memory.missed] : [];
    }),
  );
  const sums = days.filter((all) => all.length).map((all) => all.reduce((sum, one) => sum + one, 0));
  return {
    question: questions[0]!,
    asked: sums.length,
    people: sums.filter(Boolean).length,
    times: sums.reduce((sum, one) => sum + one, 0),
  };
}

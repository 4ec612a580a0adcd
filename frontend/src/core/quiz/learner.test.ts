// Learners who answer as people with memories do, by FSRS-6: whether the review teaches, and believes nobody who guesses.

import { default_w, type FSRS, fsrs, Rating } from "ts-fsrs";
import { afterAll, describe, expect, it } from "vitest";

import type { Answering, Question } from "./bank.js";
import { dayOf } from "./day.js";
import { review } from "./draw.js";
import { question } from "./fixtures.js";
import { form } from "./forms.js";
import { judge } from "./grade.js";
import { dueDay, isRipe, type Memory, remember, standing } from "./schedule.js";

/** The quiz of the largest post of the shipped handbook: its questions by how they are answered, and options of each. */
const POST: readonly (readonly [Answering, count: number, options: number])[] = [
  ["single", 15, 3],
  ["recall", 9, 3],
  ["number", 4, 3],
  ["list", 2, 7],
  ["typed", 1, 3],
  ["order", 1, 4],
  ["several", 1, 4],
];
/** How many questions each of its lines has. */
const LINES = [5, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const SECONDS = 12;
const DAYS = 30;
const MORNING = new Date(2026, 2, 2, 7, 30).getTime();
const HOURS = 3_600_000;

function post(): Question[] {
  const lines = LINES.flatMap((count, line) => Array<number>(count).fill(line));
  const asked = POST.flatMap(([answering, count, options]) => Array(count).fill([answering, options] as const));
  return asked.map(([answering, options], n) =>
    question(`q${n}`, answering, {
      options: Array.from({ length: options }, (_, i) => ({ id: `${i}`, text: `${n}.${i}`, from: "" })),
      key: answering === "list" || answering === "order" ? Array.from({ length: options }, (_, i) => `${i}`) : ["0"],
      source: { item: `roles/x#${lines[(n * 7) % lines.length]}`, href: "" },
    }),
  );
}

/** Chance that comes out the same every time (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 0x100000000;
  };
}

/** Whoever learns: asked on a day, he knows or does not, and remembers better afterwards. */
class Mind {
  private readonly states = new Map<string, { stability: number; difficulty: number; day: number }>();
  private readonly truth: FSRS;

  /** @param scale of FSRS's parameters; @param read how likely he knows, of reading alone, what he was never asked */
  constructor(
    scale: number,
    private readonly read: number,
    private readonly chance: () => number,
  ) {
    this.truth = fsrs({ w: default_w.map((weight) => weight * scale), enable_short_term: true });
  }

  recall(id: string, day: number): number {
    const state = this.states.get(id);
    return state ? this.truth.forgetting_curve(Math.max(day - state.day, 0), state.stability) : this.read;
  }

  /** Whether he knows it now; he is shown the answer in any case. */
  ask(id: string, day: number): boolean {
    const state = this.states.get(id);
    const knows = this.chance() < this.recall(id, day);
    const next = this.truth.next_state(state ?? null, state ? day - state.day : 0, knows ? Rating.Good : Rating.Again);
    this.states.set(id, { ...next, day });
    return knows;
  }
}

/** How someone answers: whether rightly, the form he sees, and that of an answer by chance. */
type Answers = (shown: Question, day: number) => boolean;

/** Knows, picks by chance what he does not, and says so where he grades himself. */
function honest(mind: Mind, chance: () => number): Answers {
  return (shown, day) => mind.ask(shown.id, day) || (!isSaid(shown) && chance() < luck(shown));
}

/** Learns nothing, picks by chance, and always says that he knew. */
function guesser(chance: () => number): Answers {
  return (shown) => isSaid(shown) || chance() < luck(shown);
}

const isSaid = ({ answering }: Question): boolean => answering === "recall" || answering === "list";
const luck = (shown: Question): number => judge(shown, [], {}).luck;

interface Course {
  readonly memories: ReadonlyMap<string, Memory>;
  /** minutes of each day */
  readonly minutes: readonly number[];
}

/** A month of reviews, one a day, in which what is missed comes back until it is right. */
function course(questions: readonly Question[], answers: Answers): Course {
  const memories = new Map<string, Memory>();
  const minutes: number[] = [];
  for (let day = 0; day <= DAYS; day++) {
    const now = MORNING + day * 24 * HOURS;
    const load = new Map<number, number>();
    const count = (days: number): unknown => load.set(days, (load.get(days) ?? 0) + 1);
    for (const memory of memories.values()) count(dueDay(memory, now) - dayOf(now));
    const queue = review(questions, (id) => memories.get(id), now);
    const met = new Set<string>();
    let given = 0;
    for (let asked = queue.shift(); asked && given < PATIENCE; asked = queue.shift()) {
      const memory = memories.get(asked.id);
      const known = standing(memory, asked) === "known";
      const shown = form(asked, { again: met.has(asked.id), known, ripe: isRipe(memory, asked) });
      const right = answers(shown, dayOf(now));
      const checked = right && CHECKED.has(shown.answering);
      const kept = remember(memory, asked, { right, checked, luck: luck(shown) }, now, (days) => load.get(days) ?? 0);
      if (kept !== memory) count(kept.days);
      memories.set(asked.id, kept);
      met.add(asked.id);
      given++;
      if (!right) queue.splice(3, 0, asked);
    }
    minutes.push((given * SECONDS) / 60);
  }
  return { memories, minutes };
}

/** Answers after which whoever gets nothing right gives up for the day. */
const PATIENCE = 60;
const CHECKED: ReadonlySet<Answering> = new Set(["number", "typed", "order"]);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const figures: string[] = [];

afterAll(() => console.info(figures.join("\n")));

describe("after a month of reviews", () => {
  const questions = post();
  const seeds = Array.from({ length: 40 }, (_, n) => n + 1);
  const share = (of: (question: Question) => boolean): number => questions.filter(of).length / questions.length;

  // Of reading alone he knows half of it, or nothing: then every question is missed when it is first asked.
  it.each([
    { scale: 0.8, read: 0.5, least: 0.95 },
    { scale: 1, read: 0.5, least: 0.95 },
    { scale: 1.2, read: 0.5, least: 0.95 },
    { scale: 0.8, read: 0, least: 0.9 },
    { scale: 1, read: 0, least: 0.95 },
    { scale: 1.2, read: 0, least: 0.95 },
  ])("an honest learner recalls nearly all: memory × $scale, of reading $read", ({ scale, read, least }) => {
    const runs = seeds.map((seed) => {
      const chance = chances(seed);
      const mind = new Mind(scale, read, chance);
      const { minutes } = course(questions, honest(mind, chance));
      const recalled = share(({ id }) => mind.recall(id, dayOf(MORNING) + DAYS) >= 0.9);
      return { recalled, minutes: mean(minutes), longest: Math.max(...minutes) };
    });
    const [recalled, minutes, longest] = (["recalled", "minutes", "longest"] as const).map((name) =>
      mean(runs.map((run) => run[name])),
    ) as [number, number, number];
    figures.push(
      `memory × ${scale}, of reading ${read}: recall of 0.9 on ${(100 * recalled).toFixed(1)} % of ${questions.length} questions, ${minutes.toFixed(2)} minutes a day, ${longest.toFixed(2)} on the longest`,
    );
    expect(recalled).toBeGreaterThanOrEqual(least);
    expect(minutes).toBeLessThanOrEqual(3);
    if (read) expect(longest).toBeLessThanOrEqual(3);
  });

  it("whoever guesses is known to know nothing", () => {
    const known = seeds.map((seed) => {
      const { memories } = course(questions, guesser(chances(seed)));
      return share((asked) => standing(memories.get(asked.id), asked) === "known");
    });
    figures.push(
      `a guesser: ${(100 * mean(known)).toFixed(1)} % known, at most ${(100 * Math.max(...known)).toFixed(1)} %`,
    );
    expect(Math.max(...known)).toBeLessThanOrEqual(0.05);
  });

  it("luck alone is never knowledge", () => {
    const { memories } = course(
      questions,
      guesser(() => 0),
    );
    const picked = questions.filter(({ answering }) => !CHECKED.has(answering));
    const standings = picked.map((asked) => standing(memories.get(asked.id), asked));
    expect(new Set(standings)).toEqual(new Set(["learning"]));
  });
});

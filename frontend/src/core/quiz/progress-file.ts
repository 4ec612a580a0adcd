// The file in which someone's progress travels, to another device or to whoever trains him.

import { type Attempt, isAttempt } from "./attempt.js";
import { has } from "./bank.js";
import { checksum } from "./checksum.js";
import { isMemory, type Memory } from "./schedule.js";

const FORMAT = "rolebook-progress";

/** More characters than any browser keeps for a site: no file of progress is larger. */
export const LARGEST = 10_000_000;

export interface Progress {
  /** the `site_id` of the handbook it is about, "" where it has none */
  readonly site: string;
  /** whose it is, as he signs; "" where he never said */
  readonly name: string;
  /** when it was exported, in milliseconds since 1970; 0 where a file of 0.2 does not say */
  readonly saved: number;
  readonly memories: ReadonlyMap<string, Memory>;
  readonly days: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
  /** exams that were handed in, each under the instant it began */
  readonly exams: ReadonlyMap<string, Attempt>;
}

/** Whether a file is as it was exported: it is, it was changed since, or it is of 0.2 and nobody knows. */
export type State = "whole" | "changed" | "unknown";

export interface Found extends Progress {
  readonly state: State;
}

/** Progress as the text of a file. */
export function toFile({ site, name, saved, memories, days, posts, exams }: Progress): string {
  const data = {
    format: FORMAT,
    version: 1,
    ...(site && { site }),
    ...(name && { name }),
    saved,
    days: [...days].sort(),
    posts: [...posts].sort(),
    exams: Object.fromEntries(exams),
    memories: Object.fromEntries(memories),
  };
  return `${JSON.stringify({ ...data, checksum: checksum(data) }, null, 1)}\n`;
}

/** Progress read from a file; undefined where it is none. Entries that do not fit are left out. */
export function fromFile(text: string): Found | undefined {
  if (text.length > LARGEST) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!has(data, { format: "string", version: "number" }) || data["format"] !== FORMAT || data["version"] !== 1)
    return undefined;
  const { memories, exams, saved, site, name } = data;
  if (typeof memories !== "object" || memories === null) return undefined;
  return {
    site: typeof site === "string" ? site : "",
    name: typeof name === "string" ? name : "",
    saved: Number.isSafeInteger(saved) ? Math.max(0, Number(saved)) : 0,
    memories: entries(memories, isMemory),
    days: texts(data["days"], /^\d{4}-\d\d-\d\d$/),
    posts: texts(data["posts"], /^[a-z]+\/[^/]+$/),
    exams: entries(exams, isAttempt),
    state: state(data),
  };
}

function state({ checksum: written, ...data }: Record<string, unknown>): State {
  if (written === checksum(data)) return "whole";
  // What 0.2 exported has neither; without the one alone the file was cut.
  return written === undefined && data["exams"] === undefined && data["saved"] === undefined ? "unknown" : "changed";
}

function entries<T>(value: unknown, fits: (one: unknown) => one is T): Map<string, T> {
  const all = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return new Map(all.filter((entry): entry is [string, T] => fits(entry[1])));
}

function texts(value: unknown, form: RegExp): Set<string> {
  return new Set(
    Array.isArray(value) ? value.filter((text): text is string => typeof text === "string" && form.test(text)) : [],
  );
}

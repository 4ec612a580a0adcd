import { describe, expect, it } from "vitest";

import type { Attempt } from "./attempt.js";
import { fromFile, LARGEST, type Progress, toFile } from "./progress-file.js";
import { remember } from "./schedule.js";

const NOON = new Date(2026, 10, 23, 12).getTime();
const ATTEMPT: Attempt = {
  posts: ["roles/bar-attendant"],
  paper: "A",
  revision: "b1",
  attempt: 1,
  day: "2026-11-23",
  seconds: 300,
  total: 4,
  answered: 4,
  right: 3,
  open: 1,
  pass: 80,
  missed: ["q1"],
};
const PROGRESS: Progress = {
  site: "hotel-1",
  name: "王芳",
  saved: NOON,
  memories: new Map([["q0", remember(undefined, { revision: "r1" }, { right: true, checked: true, luck: 0 }, NOON)]]),
  days: new Set(["2026-11-23"]),
  posts: new Set(["roles/bar-attendant"]),
  exams: new Map([["1000", ATTEMPT]]),
};
const OLD = { format: "rolebook-progress", version: 1, days: ["2026-11-23"], posts: [], memories: {} };

describe("a file of progress", () => {
  it("comes back the same, whole, however it is laid out", () => {
    const text = toFile(PROGRESS);
    expect(fromFile(text)).toEqual({ ...PROGRESS, state: "whole" });
    expect(fromFile(JSON.stringify(JSON.parse(text)))?.state).toBe("whole");
  });

  it("is told to be changed, whatever of it was", () => {
    const text = toFile(PROGRESS);
    for (const [old, other] of [
      ["王芳", "王方"],
      ['"right": 3', '"right": 4'],
      ["2026-11-23", "2026-11-24"],
      ["hotel-1", "hotel-2"],
      ['"reps": 1', '"reps": 2'],
    ] as const) {
      expect(text).toContain(old);
      expect(fromFile(text.replace(old, other))?.state).toBe("changed");
    }
    const { checksum: _, ...without } = JSON.parse(text) as Record<string, unknown>;
    expect(fromFile(JSON.stringify(without))?.state).toBe("changed");
  });

  it("of 0.2 has no name, no exams and no checksum", () => {
    expect(fromFile(JSON.stringify(OLD))).toEqual({
      site: "",
      name: "",
      saved: 0,
      memories: new Map(),
      days: new Set(["2026-11-23"]),
      posts: new Set(),
      exams: new Map(),
      state: "unknown",
    });
  });

  it("is no other file", () => {
    for (const other of ["[]", "{", "null", "", '{"format":"other","version":1,"memories":{}}'])
      expect(fromFile(other)).toBeUndefined();
    expect(fromFile(JSON.stringify({ ...OLD, version: 2 }))).toBeUndefined();
    expect(fromFile(JSON.stringify({ ...OLD, memories: 1 }))).toBeUndefined();
    expect(fromFile(JSON.stringify(OLD).padEnd(LARGEST + 1))).toBeUndefined();
  });

  it("leaves out what does not fit", () => {
    const odd = {
      ...OLD,
      days: ["soon"],
      posts: [3, "x"],
      memories: { q: { due: 1 } },
      exams: { 1: {} },
      name: 1,
      saved: "x",
    };
    expect(fromFile(JSON.stringify(odd))).toMatchObject({
      name: "",
      saved: 0,
      memories: new Map(),
      days: new Set(),
      posts: new Set(),
      exams: new Map(),
    });
  });
});

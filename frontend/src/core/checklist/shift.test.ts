import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { begin, csv, finish, left, local, of, type Plan, runs, type Shift, shiftAt, type Tick } from "./shift.js";

const NOON = new Date(2026, 0, 2, 12, 0);
const HOUR = 3_600_000;
const DAILY: Plan = { cycle: "day", hours: [] };
const SHIFTS: Plan = { cycle: "shift", hours: [] };
const TIMED: Plan = {
  cycle: "shift",
  hours: [
    { name: "早班", from: "08:00", to: "16:00" },
    { name: "夜班", from: "22:00", to: "06:00" },
    { name: "机动", from: "", to: "" },
  ],
};
const hours = (n: number): Date => new Date(NOON.getTime() + n * HOUR);
const tick = (shift: Shift, at = new Date(shift.began)): Tick => ({ shift: shift.id, at: at.toISOString(), by: "" });

describe("a shift", () => {
  test("of a list signed once a shift runs for less than twelve hours", () => {
    const shift = begin(NOON, "早班");
    expect(runs(shift, SHIFTS, [], NOON)).toBe(true);
    expect(runs(shift, SHIFTS, [], hours(11.99))).toBe(true);
    expect(runs(shift, SHIFTS, [], hours(12))).toBe(false);
  });

  test("of a list signed once a day runs to midnight", () => {
    const shift = begin(NOON, "");
    expect(runs(shift, DAILY, [], hours(11.9))).toBe(true);
    expect(runs(shift, DAILY, [], hours(12))).toBe(false);
    expect(runs(begin(hours(-12), ""), DAILY, [], NOON)).toBe(true);
  });

  test.each([DAILY, SHIFTS, TIMED])(
    "outlives its time while it is worked on, two hours from tick to tick: %o",
    (plan) => {
      const shift = begin(NOON, "早班");
      const late = [hours(11.5), hours(13), hours(14.9)].map((at) => tick(shift, at));
      expect(runs(shift, plan, late.slice(0, 1), hours(13.4))).toBe(true);
      expect(runs(shift, plan, late.slice(0, 1), hours(13.6))).toBe(false);
      expect(runs(shift, plan, late, hours(16.8))).toBe(true);
      expect(runs({ ...shift, end: { at: "", by: "", reason: "" } }, plan, late, hours(15))).toBe(false);
    },
  );

  test("whose hours are known runs to their end", () => {
    const at = (day: number, hour: number, minute = 0): Date => new Date(2026, 2, day, hour, minute);
    const early = begin(at(4, 8, 10), "早班");
    expect(runs(early, TIMED, [], at(4, 15, 59))).toBe(true);
    expect(runs(early, TIMED, [], at(4, 16))).toBe(false);
    const night = begin(at(4, 21, 50), "夜班");
    expect(runs(night, TIMED, [], at(5, 5, 59))).toBe(true);
    expect(runs(night, TIMED, [], at(5, 6))).toBe(false);
    expect(runs(begin(at(4, 17), "早班"), TIMED, [], at(5, 4, 59))).toBe(true);
    expect(runs(begin(at(4, 17), "早班"), TIMED, [], at(5, 5))).toBe(false);
    expect(runs(begin(at(4, 8), "机动"), TIMED, [], at(4, 19, 59))).toBe(true);
  });

  test("is named for the time it is", () => {
    const name = (hour: number): string => shiftAt(TIMED.hours, new Date(2026, 2, 4, hour));
    expect([8, 15, 16, 21, 22, 3, 6].map(name)).toEqual(["早班", "早班", "", "", "夜班", "夜班", ""]);
  });

  test("outlives a clock that is set back a little", () => {
    expect(runs(begin(hours(0.1), ""), SHIFTS, [], NOON)).toBe(true);
    expect(runs(begin(hours(0.1), ""), DAILY, [], NOON)).toBe(true);
  });

  test("from the far future or from nowhere does not run", () => {
    const wrong = begin(hours(1), "");
    expect(runs(wrong, SHIFTS, [tick(wrong)], NOON)).toBe(false);
    expect(runs({ id: "x", began: "yesterday", name: "" }, SHIFTS, [], NOON)).toBe(false);
  });

  test("knows only its own ticks", () => {
    const [old, now] = [begin(hours(-1), ""), begin(NOON, "")];
    const ticks = new Map([
      ["a", tick(old)],
      ["b", tick(now)],
    ]);
    expect([...of(now, ticks).keys()]).toEqual(["b"]);
    expect(of(undefined, ticks).size).toBe(0);
  });

  test("begun by two tabs in one instant is one", () => {
    expect(begin(NOON, "")).toEqual(begin(new Date(NOON), ""));
  });
});

describe("finishing", () => {
  const end = { at: NOON.toISOString(), by: "王芳", reason: "" };

  test("is free when nothing is left, and then needs and keeps no reason", () => {
    expect(finish(begin(NOON, ""), 0, { ...end, reason: "x" })?.end).toEqual(end);
  });

  test("asks for a reason when lines are left", () => {
    expect(finish(begin(NOON, ""), 1, end)).toBeUndefined();
    expect(finish(begin(NOON, ""), 1, { ...end, reason: " \t" })).toBeUndefined();
    expect(finish(begin(NOON, ""), 1, { ...end, reason: " 停电 " })?.end?.reason).toBe("停电");
  });
});

test("what is left stands in the order of the list", () => {
  const shift = begin(NOON, "");
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.array(fc.string()), (lines, done) => {
      const open = left(lines, new Map(done.map((line) => [line, tick(shift)])));
      expect(open).toEqual(lines.filter((line) => !done.includes(line)));
    }),
  );
});

test("an instant is written as the clock on the wall showed it", () => {
  expect(local(new Date(2026, 11, 3, 7, 5).toISOString())).toBe("2026-12-03 07:05");
  expect(local("")).toBe("");
  expect(local("yesterday")).toBe("");
});

describe("the exported file", () => {
  test("has facts, columns and a row a line, as Excel reads it", () => {
    const done = { shift: "x", at: new Date(2026, 0, 2, 7, 5).toISOString(), by: "王芳" };
    const rows = [
      { section: "设备", text: '开"灯", 关窗', tick: done },
      { section: "设备", text: "=1+1", tick: undefined },
    ];
    expect(csv([["检查表", "班前"]], ["部分", "条目", "完成", "时间", "谁"], rows, "是", "否")).toBe(
      "\ufeff检查表,班前\r\n\r\n部分,条目,完成,时间,谁\r\n" +
        '设备,"开""灯"", 关窗",是,2026-01-02 07:05,王芳\r\n' +
        "设备,'=1+1,否,,\r\n",
    );
  });

  test("never holds a cell that a spreadsheet would run", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const row = csv([], [], [{ section: "", text, tick: undefined }], "是", "否")
          .split("\r\n")
          .slice(2)
          .join("\r\n");
        expect(row).not.toMatch(/^,"?[=+\-@]/);
      }),
    );
  });
});

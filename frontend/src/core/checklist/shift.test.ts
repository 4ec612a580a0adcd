import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { begin, csv, finish, left, of, runs, type Shift, type Tick } from "./shift.js";

const NOON = new Date(2026, 0, 2, 12, 0);
const hours = (n: number): Date => new Date(NOON.getTime() + n * 3_600_000);
const tick = (shift: Shift): Tick => ({ shift: shift.id, at: shift.began, by: "" });

describe("a shift", () => {
  test("of a list signed once a shift runs for less than twelve hours", () => {
    const shift = begin(NOON, "早班");
    expect(runs(shift, "shift", NOON)).toBe(true);
    expect(runs(shift, "shift", hours(11.99))).toBe(true);
    expect(runs(shift, "shift", hours(12))).toBe(false);
  });

  test("of a list signed once a day runs to midnight", () => {
    const shift = begin(NOON, "");
    expect(runs(shift, "day", hours(11.9))).toBe(true);
    expect(runs(shift, "day", hours(12))).toBe(false);
    expect(runs(begin(hours(-12), ""), "day", NOON)).toBe(true);
  });

  test("outlives a clock that is set back a little", () => {
    expect(runs(begin(hours(0.1), ""), "shift", NOON)).toBe(true);
    expect(runs(begin(hours(0.1), ""), "day", NOON)).toBe(true);
  });

  test("from the far future or from nowhere does not run", () => {
    expect(runs(begin(hours(1), ""), "shift", NOON)).toBe(false);
    expect(runs({ id: "x", began: "yesterday", name: "" }, "shift", NOON)).toBe(false);
  });

  test("knows only its own ticks", () => {
    const [old, now] = [begin(hours(-1), ""), begin(NOON, "")];
    const ticks = new Map([["a", tick(old)], ["b", tick(now)]]);
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

describe("the exported file", () => {
  test("has facts, columns and a row a line, as Excel reads it", () => {
    const done = { shift: "x", at: "2026-01-02T04:00:00.000Z", by: "王芳" };
    const rows = [
      { section: "设备", text: '开"灯", 关窗', tick: done },
      { section: "设备", text: "=1+1", tick: undefined },
    ];
    expect(csv([["检查表", "班前"]], ["部分", "条目", "完成", "时间", "谁"], rows, "是", "否")).toBe(
      "\ufeff检查表,班前\r\n\r\n部分,条目,完成,时间,谁\r\n" +
        '设备,"开""灯"", 关窗",是,2026-01-02T04:00:00.000Z,王芳\r\n' +
        "设备,'=1+1,否,,\r\n",
    );
  });

  test("never holds a cell that a spreadsheet would run", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const row = csv([], [], [{ section: "", text, tick: undefined }], "是", "否").split("\r\n").slice(2).join("\r\n");
        expect(row).not.toMatch(/^,"?[=+\-@]/);
      }),
    );
  });
});

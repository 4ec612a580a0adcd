import { afterEach, describe, expect, it, vi } from "vitest";

import { date, dayOf, named, streak } from "./day.js";

const ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati"];

afterEach(() => void vi.unstubAllEnvs());

describe.each(ZONES)("a day in %s", (zone) => {
  it("begins at four in the morning", () => {
    vi.stubEnv("TZ", zone);
    const at = (hour: number, minute = 0): number => dayOf(new Date(2026, 10, 23, hour, minute).getTime());
    expect([at(4), at(7, 50), at(8, 10), at(23, 59)]).toEqual([at(12), at(12), at(12), at(12)]);
    expect([at(0), at(3, 59)]).toEqual([at(12) - 1, at(12) - 1]);
    expect(named(at(12))).toBe("2026-11-23");
    expect(date(new Date(2026, 10, 23, 1).getTime())).toBe("2026-11-23");
  });

  it("follows another, whatever becomes of the clock", () => {
    vi.stubEnv("TZ", zone);
    for (const hour of [4, 12, 23]) {
      const days = Array.from({ length: 800 }, (_, n) => dayOf(new Date(2026, 0, 1 + n, hour).getTime()));
      expect(days).toEqual(days.map((_, n) => days[0]! + n));
    }
  });
});

describe("a streak", () => {
  const NOON = new Date(2026, 10, 23, 12).getTime();
  const days = (...back: number[]): Set<string> => new Set(back.map((n) => named(dayOf(NOON) - n)));

  it("runs up to today, or to yesterday where today is to come", () => {
    expect(streak(days(0, 1, 2), NOON)).toBe(3);
    expect(streak(days(1, 2), NOON)).toBe(2);
    expect(streak(days(0, 2, 3), NOON)).toBe(1);
    expect(streak(days(2), NOON)).toBe(0);
    expect(streak(days(), NOON)).toBe(0);
  });

  it("is not broken by who learns after midnight", () => {
    expect(streak(days(0), new Date(2026, 10, 24, 3).getTime())).toBe(1);
    expect(streak(days(0, 1), new Date(2026, 10, 24, 12).getTime())).toBe(2);
  });
});

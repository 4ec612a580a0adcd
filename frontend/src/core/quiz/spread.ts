// On which day a question is asked again: near the day its memory calls for, where few others are.

const WEEK = 7;
/** So many questions are never too many for a day. */
const FEW = 10;
/** From how many times the mean of its week on a day is crowded: others are still to come, so that it stays below twice. */
const CROWDED = 1.5;
/** By how much of an interval the day may be off, either way. */
const SLACK = 0.1;
/** From how many days on an interval leaves a choice. */
const LOOSE = 3;

/** How many questions are due so many days from today. */
export type Load = (days: number) => number;

/**
 * Days until a question is asked again that should be after `interval` days (1 or more): the lightest of the days
 * around, the nearest of those; where all of them are crowded the nearest that is not.
 */
export function placed(interval: number, load: Load): number {
  const slack = interval < LOOSE ? 0 : Math.max(1, Math.round(SLACK * interval));
  const free = around(interval, slack).filter((days) => !crowded(days, load));
  if (free.length) return free.reduce((best, days) => (load(days) < load(best) ? days : best));
  for (let off = slack + 1; ; off++) {
    const found = around(interval, off).find((days) => !crowded(days, load));
    if (found !== undefined) return found;
  }
}

/** The days no further off than that, the nearest first and of two the earlier. */
function around(interval: number, off: number): number[] {
  const days = Array.from({ length: 2 * off + 1 }, (_, n) => interval + (n % 2 ? -1 : 1) * Math.ceil(n / 2));
  return days.filter((day) => day >= 1);
}

/** Whether one more question would make a day too full beside its week, that from today or the one around it. */
function crowded(days: number, load: Load): boolean {
  const count = load(days) + 1;
  const first = days - ((days - 1) % WEEK);
  const before = Math.max(1, days - (WEEK >> 1));
  return count > FEW && [first, before].some((from) => count > CROWDED * mean(from, load));
}

/** How many questions a day are due in a week, one more among them. */
function mean(from: number, load: Load): number {
  let sum = 1;
  for (let days = from; days < from + WEEK; days++) sum += load(days);
  return sum / WEEK;
}

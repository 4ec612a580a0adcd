// Days as learners have them: they begin at four in the morning, local time, wherever the clock stands and however long
// the day is. Whoever answers after midnight is still at yesterday's; Anki counts the same way.

const BEGINS = 4;
const DAY = 86_400_000;

/** The learner's day of a time, as a number that grows by one a day; also through time zones and changes of the clock. */
export function dayOf(time: number): number {
  const at = new Date(time);
  const date = Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY;
  return at.getHours() < BEGINS ? date - 1 : date;
}

/** A day as YYYY-MM-DD. */
export function named(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The calendar's date of a time, as YYYY-MM-DD: what is signed bears it. */
export function date(time: number): string {
  const at = new Date(time);
  return named(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY);
}

/** How many days in a row there are up to today, or up to yesterday where today is still to come. */
export function streak(days: ReadonlySet<string>, now: number): number {
  const today = dayOf(now);
  const last = days.has(named(today)) ? today : today - 1;
  let first = last;
  while (days.has(named(first))) first--;
  return last - first;
}

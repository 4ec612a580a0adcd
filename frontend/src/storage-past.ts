// What earlier versions kept, taken over by this one:
// - 0.1 named neither version nor site in a key, rolebook:<shelf>:<id>, so that all handbooks here shared them;
// - 0.2 named them, rolebook:1:<site>:<shelf>:<id>, and knew no profiles;
// - a site that has an id now kept things under its path before.

/** How the rest of a key goes on that named no profile, and of one that does. */
const SHELVES = ["opened", "person", "quiz", "quiz-day", "quiz-post", "shift", "tick"];
const SHELF = new RegExp(`^(?:${SHELVES.join("|")}):`);
const PROFILE = /^[a-z0-9]+:/;

/**
 * Move what earlier pages of a site kept to keys of today, which begin with what `startOf` says of a site; what had no
 * profile goes to `first`. The site is called `name` in its keys, and was called by its `path` before it had an id.
 * What is there already under the new key is later and stays.
 */
export function settle(
  storage: Storage,
  startOf: (site: string) => string,
  name: string,
  path: string,
  first: string,
): void {
  const start = startOf(name);
  const done = `${start}settled`;
  const before = (site: string): string => `rolebook:1:${site}:`;
  const settled = storage.getItem(done) !== null;
  const others = !settled && name !== path;
  const notes = [before(name), before(path), startOf(path)].map((old) => `${old}settled`);
  const unnamed = !settled && notes.every((note) => storage.getItem(note) === null);
  const today = `${start}${first}:`;
  // The later comes first: what is moved stays.
  const sources: (readonly [old: string, now: string, wanted: RegExp])[] = [[before(name), today, SHELF]];
  if (others) sources.push([startOf(path), start, PROFILE], [before(path), today, SHELF]);
  if (unnamed) sources.push(["rolebook:", today, SHELF]);
  try {
    const keys = Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? "");
    for (const [old, now, wanted] of sources) {
      for (const key of keys) {
        const rest = key.slice(old.length);
        if (key.startsWith(old) && wanted.test(rest)) move(storage, key, now + rest);
      }
    }
    if (settled) return;
    storage.setItem(done, "1");
    for (const note of notes) if (note !== done) storage.removeItem(note);
  } catch {
    // full: what was not moved is where it was
  }
}

/** Room is made before it is taken, and what cannot be put in the new place goes back to the old. */
function move(storage: Storage, from: string, to: string): void {
  const value = storage.getItem(from);
  if (value === null) return;
  storage.removeItem(from);
  try {
    if (storage.getItem(to) === null) storage.setItem(to, value);
  } catch (error) {
    storage.setItem(from, value);
    throw error;
  }
}

// The only user of browser storage. What is kept is a convenience: where storage is blocked or full, the page goes on
// without it, from memory, until it is closed.
//
// One key an item, never a list under one key: two tabs that each read, change and write a shared list lose each
// other's changes, even under a lock, while writes to different keys cannot collide.

const PREFIX = "rolebook";

/** A check that a value read back is what was once written; another version or a person may have changed it. */
export type Fits<T> = (value: unknown) => value is T;

/**
 * A shelf: values of one sort, each under its own key `rolebook:<name>:<id>`.
 * Nothing here throws: what cannot be read is absent, what cannot be written stays in memory until the page is closed.
 */
export class Shelf<T> {
  private readonly memory = new Map<string, T | null>();
  private readonly start: string;

  constructor(
    name: string,
    private readonly fits: Fits<T>,
  ) {
    this.start = `${PREFIX}:${name}:`;
  }

  /** The value of `id`; undefined where there is none or what is there does not fit. */
  get(id: string): T | undefined {
    const remembered = this.memory.get(id);
    if (remembered !== undefined) return remembered ?? undefined;
    try {
      return this.parsed(area()?.getItem(this.start + id) ?? null);
    } catch {
      return undefined;
    }
  }

  /** Keep `value` under `id`. False where it will be gone when the page is closed. */
  set(id: string, value: T): boolean {
    try {
      const storage = area();
      if (storage) {
        storage.setItem(this.start + id, JSON.stringify(value));
        this.memory.delete(id);
        return true;
      }
    } catch {
      // full, or blocked since: remembered below
    }
    this.memory.set(id, value);
    return false;
  }

  /** Forget `id`. */
  delete(id: string): void {
    this.memory.delete(id);
    try {
      area()?.removeItem(this.start + id);
    } catch {
      this.memory.set(id, null); // it cannot be removed, so it is hidden
    }
  }

  /** Every value that fits, by id, in the order of the ids. */
  entries(): Map<string, T> {
    const found = new Map<string, T>();
    for (const id of [...this.keys()].sort()) {
      const value = this.get(id);
      if (value !== undefined) found.set(id, value);
    }
    return found;
  }

  private keys(): Set<string> {
    const keys = new Set(this.memory.keys());
    try {
      const storage = area();
      for (let n = 0; storage && n < storage.length; n++) {
        const key = storage.key(n);
        if (key?.startsWith(this.start)) keys.add(key.slice(this.start.length));
      }
    } catch {
      // blocked: what is in memory is all there is
    }
    return keys;
  }

  private parsed(text: string | null): T | undefined {
    const value: unknown = text === null ? null : JSON.parse(text);
    return this.fits(value) ? value : undefined;
  }
}

/** Whether what is kept outlives the page; pages that ask people to rely on it say so where it does not. */
export function lasting(): boolean {
  const probe = `${PREFIX}:probe`;
  try {
    const storage = area();
    storage?.setItem(probe, "1");
    storage?.removeItem(probe);
    return storage !== undefined;
  } catch {
    return false;
  }
}

/** Merely touching `localStorage` throws where it is blocked. */
function area(): Storage | undefined {
  return globalThis.localStorage ?? undefined;
}

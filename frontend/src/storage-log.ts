// What was written last, in IndexedDB as well. Chromium brings localStorage to disk up to a minute late: whoever kills the
// browser, as phones do, would lose what was ticked or answered just before. IndexedDB is on disk at once, but cannot be
// read while a page is drawn. So it holds a log of the last changes; localStorage holds the number of the last one, and
// where that is behind the log after a start, what is missing is done again.

type Change = readonly [key: string, text: string | null];

interface Entry {
  readonly n: number;
  readonly changes: readonly Change[];
}

const STORE = "changes";
/** How many entries are kept: far more than are made while localStorage is on its way to disk. */
const ENTRIES = 300;
/** More changes than this at once come from a file, which can be read again. */
const LARGE = 200;

export class Log {
  private batch = new Map<string, string | null>();
  private readonly own = new Set<string>();
  private database: Promise<IDBDatabase> | undefined;
  private readonly mark: string;

  /** @param site what the site's keys begin with; each site has a log of its own */
  constructor(private readonly site: string) {
    this.mark = `${site}last`;
  }

  /** Note that a key was given a text, or removed (null); those of one moment become one entry. */
  note(storage: Storage, key: string, text: string | null): void {
    if (!globalThis.indexedDB) return;
    if (this.batch.size === 0) queueMicrotask(() => this.append(storage));
    this.batch.set(key, text);
    this.own.add(key);
  }

  private append(storage: Storage): void {
    const changes = [...this.batch];
    this.batch = new Map();
    try {
      const n = last(storage, this.mark) + 1;
      storage.setItem(this.mark, String(n));
      if (changes.length > LARGE) return;
      void this.opened()
        .then((database) => {
          const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
          const store = transaction.objectStore(STORE);
          store.add({ n, changes }, [n, Math.random()]); // two tabs may come to one number
          store.delete(IDBKeyRange.upperBound([n - ENTRIES]));
          transaction.commit?.(); // the page may be gone before an answer comes
        })
        .catch(() => {});
    } catch {
      // full, or blocked since: the change itself is told by whoever made it
    }
  }

  /** Do again what localStorage lacks; true where there was something. Changes of this very page are later and stay. */
  async recover(storage: Storage): Promise<boolean> {
    if (!globalThis.indexedDB) return false;
    const known = last(storage, this.mark);
    const cleared = known === 0 && this.wasHere();
    try {
      const store = (await this.opened()).transaction(STORE, "readwrite").objectStore(STORE);
      if (cleared) store.clear(); // localStorage was emptied on purpose
      const entries = await answer<Entry[]>(store.getAll());
      const lost = entries.filter(({ n }) => n > known);
      const missing = new Map(lost.reduce<Change[]>((all, { changes }) => all.concat(changes), []));
      for (const key of this.own) missing.delete(key);
      if (missing.size === 0) return false;
      storage.setItem(this.mark, String(Math.max(last(storage, this.mark), ...lost.map(({ n }) => n))));
      for (const [key, text] of missing) {
        if (text === null) storage.removeItem(key);
        else storage.setItem(key, text);
      }
      return true;
    } catch {
      return false; // no IndexedDB here, or no room
    }
  }

  /** Whether this tab was on the site before: then no browser was killed since, whatever localStorage lacks. */
  private wasHere(): boolean {
    try {
      const here = sessionStorage.getItem(this.site) !== null;
      sessionStorage.setItem(this.site, "1");
      return here;
    } catch {
      return false;
    }
  }

  private opened(): Promise<IDBDatabase> {
    this.database ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(this.site, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("no database"));
    });
    return this.database;
  }
}

function last(storage: Storage, mark: string): number {
  const n = Number(storage.getItem(mark));
  return Number.isSafeInteger(n) && n > 0 ? n : 0;
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no answer"));
  });
}

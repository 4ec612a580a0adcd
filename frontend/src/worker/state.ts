// What the worker remembers from one start to the next, as JSON in a cache of its own: which lists are wanted, what it has
// of each edition, and of which edition the pages are that are open. Browsers end a worker whenever it has nothing to do.

import type { Files } from "../core/offline/list.js";

/** What is kept of one edition: of which lists, and each file with the digest of what it holds. */
export interface Book {
  readonly edition: string;
  readonly lists: readonly string[];
  readonly files: Files;
}

/** A page that is open: the edition it is of, "" for one that came from the server and is none of those kept. */
interface Client {
  readonly edition: string;
  readonly since: number;
}

/** Milliseconds after which a page that the browser does not list was closed, and is not one just being opened. */
const OPENING = 60_000;
/** Milliseconds after which what was begun was given up. */
const GIVEN_UP = 24 * 3_600_000;

/** What all caches of the site at `scope` begin with; no site's is the beginning of another's. */
export const ours = (scope: string): string => `rolebook ${scope} `;
const VERSION = 1;
export const cacheOf = (scope: string, name: "files" | "state"): string => `${ours(scope)}${VERSION} ${name}`;

export class State {
  private readonly clients = new Map<string, string>();

  constructor(private readonly scope: string) {}

  wanted = async (): Promise<string[]> => (await this.get<string[]>("wanted")) ?? [];
  want = (lists: readonly string[]): Promise<void> => this.set("wanted", lists);

  /** What is kept of an edition, whole; undefined where it never was. */
  book = (edition: string): Promise<Book | undefined> => this.get<Book>(`edition/${edition}`);

  /** From now on an edition is whole with these files. */
  finish = (book: Book): Promise<void> => this.set(`edition/${book.edition}`, book);

  /** These files are being fetched: nobody but this edition's own worker is to take any of them away from now on. */
  begin = (book: Book): Promise<void> => this.set(`begun/${book.edition}`, { ...book, since: Date.now() });
  giveUp = (edition: string): Promise<void> => this.delete(`begun/${edition}`);

  /** Remember of which edition a page is that is being opened. */
  async opened(client: string, edition: string): Promise<void> {
    if (!client) return; // Safari below 16 does not say which page it will be
    this.clients.set(client, edition);
    await this.set(`client/${client}`, { edition, since: Date.now() });
  }

  /** The edition that a page was opened with; undefined where nobody knows. */
  async editionOf(client: string): Promise<string | undefined> {
    const known = this.clients.get(client) ?? (await this.get<Client>(`client/${client}`))?.edition;
    if (known !== undefined) this.clients.set(client, known);
    return known;
  }

  /** Forget pages that were closed (all but `open`) and editions that none of the others is of; return what is left. */
  async tidy(open: ReadonlySet<string>, edition: string, now: number = Date.now()): Promise<Book[]> {
    await this.delete(`begun/${edition}`); // whole or given up by now
    const needed = new Set([edition]);
    for (const [name, id] of await this.names("client/")) {
      const client = await this.get<Client>(name);
      if (open.has(id) || now - (client?.since ?? 0) < OPENING) needed.add(client?.edition ?? "");
      else await this.delete(name);
    }
    for (const [name, id] of await this.names("begun/")) {
      if (now - ((await this.get<{ since: number }>(name))?.since ?? 0) > GIVEN_UP) await this.delete(name);
      else needed.add(id);
    }
    for (const [name, id] of await this.names("edition/")) if (!needed.has(id)) await this.delete(name);
    const left = [...(await this.names("edition/")), ...(await this.names("begun/"))];
    return (await Promise.all(left.map(([name]) => this.get<Book>(name)))).filter((book): book is Book => !!book);
  }

  private cache = (): Promise<Cache> => caches.open(cacheOf(this.scope, "state"));
  private address = (name: string): string => `${this.scope}-rolebook/${encodeURIComponent(name)}`;

  private async get<T>(name: string): Promise<T | undefined> {
    const found = await (await this.cache()).match(this.address(name));
    return found ? ((await found.json()) as T) : undefined;
  }

  private async set(name: string, value: unknown): Promise<void> {
    await (await this.cache()).put(this.address(name), new Response(JSON.stringify(value)));
  }

  private async delete(name: string): Promise<void> {
    await (await this.cache()).delete(this.address(name));
  }

  /** What is remembered under names that begin so, and how they go on. */
  private async names(start: string): Promise<[name: string, rest: string][]> {
    const all = (await (await this.cache()).keys()).map(({ url }) =>
      decodeURIComponent(url.slice(this.address("").length)),
    );
    return all.filter((name) => name.startsWith(start)).map((name) => [name, name.slice(start.length)]);
  }
}

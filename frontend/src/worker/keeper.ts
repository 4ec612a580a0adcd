// Keeps an edition whole: all files of the lists that are wanted, each with the very content that the lists say, or none of
// it. Files are kept under their digests, so that what did not change from one edition to the next is fetched once.

import { addressOf, each, fileAt, isList, type List } from "../core/offline/list.js";
import { type Book, cacheOf, State } from "./state.js";

/** A file at the server has another content than the edition has: it was exchanged meanwhile, or changed on its way. */
export class OtherEdition extends Error {}

/** The frame of all pages, home and what is looked up in: kept for everybody. */
export const SHELL = "assets/rolebook/offline/shell.json";
const AT_ONCE = 6;
const DIGITS = 16;

/** The first digits of the SHA-256 of some bytes, as the generator writes them. */
export async function digestOf(content: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return [...bytes.subarray(0, DIGITS / 2)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Keeper {
  readonly state: State;
  private readonly books = new Map<string, Book>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    /** the edition at the server when this worker came from there */
    readonly edition: string,
    readonly scope: string,
  ) {
    this.state = new State(scope);
  }

  /** Keep what was wanted last, in this edition; rejects where not all of it could be had. */
  install = (): Promise<Book> => this.inTurn(async () => this.keep(await this.state.wanted()));

  /** From now on keep these lists, and no longer what only others have. */
  want = (lists: readonly string[]): Promise<Book> =>
    this.inTurn(async () => {
      await this.state.want(lists);
      return this.keep(lists);
    });

  /** What is kept of an edition. */
  async book(edition: string): Promise<Book | undefined> {
    const book = this.books.get(edition) ?? (await this.state.book(edition));
    if (book) this.books.set(edition, book);
    return book;
  }

  /** Under which address the cache has the file that an edition has at a path, and its digest. */
  async kept(edition: string, path: string): Promise<{ key: string; digest: string } | undefined> {
    const files = (await this.book(edition))?.files ?? {};
    const file = fileAt(path, files);
    return file === undefined ? undefined : { key: this.key(file, files[file]!), digest: files[file]! };
  }

  /** Take away what no edition needs that is kept or being fetched, `open` being the pages that there are. */
  tidy = (open: ReadonlySet<string>): Promise<void> =>
    this.inTurn(async () => {
      const books = await this.state.tidy(open, this.edition);
      const needed = new Set(
        books.flatMap(({ files }) => Object.entries(files).map(([file, id]) => this.key(file, id))),
      );
      const cache = await this.cache();
      for (const request of await cache.keys()) if (!needed.has(request.url)) await cache.delete(request);
      for (const edition of this.books.keys())
        if (!books.some((book) => book.edition === edition)) this.books.delete(edition);
    });

  private inTurn<T>(does: () => Promise<T>): Promise<T> {
    const done = this.queue.then(does);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private async keep(wanted: readonly string[]): Promise<Book> {
    const { edition, state } = this;
    const before = await state.book(edition);
    const names = [...new Set([SHELL, ...wanted])];
    if (before && names.every((name) => before.lists.includes(name)) && names.length === before.lists.length)
      return before;
    try {
      const found = await Promise.all(names.map((name) => this.list(name, before)));
      const there = names.filter((_, n) => found[n]);
      const files = Object.assign({}, ...found.map((list) => list?.files ?? {})) as Record<string, string>;
      for (const name of there) files[name] = edition;
      const book = { edition, lists: there, files };
      await state.begin(book);
      await each(Object.entries(files), AT_ONCE, ([file, digest]) => this.fetched(file, digest));
      await state.finish(book);
      this.books.set(edition, book);
      return book;
    } catch (error) {
      await state.giveUp(edition).catch(() => undefined);
      throw error;
    }
  }

  /** A list of this edition; undefined where the handbook has no such record any more. */
  private async list(name: string, before: Book | undefined): Promise<List | undefined> {
    const cache = await this.cache();
    const key = this.key(name, this.edition);
    const kept = before?.lists.includes(name) ? await cache.match(key) : undefined;
    const answer = kept ?? (await fetch(addressOf(name, this.scope), { cache: "no-cache" }));
    if ((answer.status === 404 || answer.status === 410) && name !== SHELL) return undefined;
    if (!answer.ok) throw new OtherEdition(name);
    const text = await answer.text();
    const list = parsed(text);
    if (list?.edition !== this.edition) throw new OtherEdition(name);
    if (!kept) await cache.put(key, new Response(text, { headers: { "Content-Type": "application/json" } }));
    return list;
  }

  /** Have a file in the cache: what the browser has of it, if that is it, else what the server has. */
  private async fetched(file: string, digest: string): Promise<void> {
    const cache = await this.cache();
    const key = this.key(file, digest);
    if (digest === this.edition || (await cache.match(key))) return;
    for (const from of ["default", "reload"] as const) {
      const answer = await fetch(addressOf(file, this.scope), { cache: from });
      const content = answer.ok ? await answer.arrayBuffer() : undefined;
      if (content && (await digestOf(content)) === digest) {
        // Made anew: what came by way of another address may not answer for a page.
        const type = answer.headers.get("Content-Type");
        return cache.put(key, new Response(content, { headers: type ? { "Content-Type": type } : {} }));
      }
    }
    throw new OtherEdition(file);
  }

  private cache = (): Promise<Cache> => caches.open(cacheOf(this.scope, "files"));
  private key = (file: string, digest: string): string => `${addressOf(file, this.scope)}?${digest}`;
}

function parsed(text: string): List | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isList(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

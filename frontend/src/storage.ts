// The only user of browser storage, with storage-log.ts. Where it is blocked or full, a page goes on from memory.
//
// One key an item, never a list under one key: two tabs that each read, change and write a shared list lose each
// other's changes, even under a lock, while writes to different keys cannot collide.
//
// Handbooks on one host, or on one disk, have one storage, and several people may share a device. So a key names its
// handbook, by the `site_id` that mkdocs.yml gives it, which stays when the site moves, or without one by the path of the
// site's root; and the profile of the person it is kept for.

import { Log } from "./storage-log.js";
import { settle } from "./storage-past.js";

declare global {
  interface Window {
    /** the `site_id`, "" for none; set by assets/rolebook/words.js */
    rolebookSite?: string;
  }
}

/** The shape of what is kept; storage-past.ts knows the earlier ones. */
const VERSION = 2;
/** Our own script, assets/rolebook/rolebook.js of the site; known only while it runs for the first time. */
export const SCRIPT = (globalThis.document?.currentScript as HTMLScriptElement | null | undefined)?.src;
const PATH = rootPath();
const NAME = window.rolebookSite || PATH;
const SITE = startOf(NAME);
/** The profile everyone has who never made one. */
export const FIRST = "0";
/** In a profile's place: what is kept for all. */
const ALL = "all";
const CURRENT = `${SITE}${ALL}:current`;
const log = new Log(SITE);

/** What all keys of a site begin with. */
function startOf(site: string): string {
  return `rolebook:${VERSION}:${site}:`;
}

/** The path of the site's root, the same from every page of it; its colons would end it. */
function rootPath(): string {
  return new URL("../../", SCRIPT ?? location.href).pathname.replace(/:/g, "%3A");
}

/** A check that a value read back is what was once written; another version or a person may have changed it. */
export type Fits<T> = (value: unknown) => value is T;

/**
 * A shelf: values of one sort, each under its own key `rolebook:<version>:<site>:<profile>:<name>:<id>`.
 * Nothing here throws. What cannot be read is set aside and counts as absent; what cannot be written stays in memory
 * until the page is closed.
 */
export class Shelf<T> {
  private readonly memory = new Map<string, T | null>();

  /** @param shared whether it is one for all profiles */
  constructor(
    private readonly name: string,
    private readonly fits: Fits<T>,
    private readonly shared = false,
  ) {}

  private get start(): string {
    return `${SITE}${this.shared ? ALL : profile()}:${this.name}:`;
  }

  /** The value of `id`; undefined where there is none or what is there does not fit. */
  get(id: string): T | undefined {
    const key = this.start + id;
    const remembered = this.memory.get(key);
    if (remembered !== undefined) return remembered ?? undefined;
    const text = read(key);
    const value = parsed(text);
    if (this.fits(value)) return value;
    if (text !== null) setAside(key, text);
    return undefined;
  }

  /** Keep `value` under `id`. False where it will be gone when the page is closed. */
  set(id: string, value: T): boolean {
    const key = this.start + id;
    const before = read(key);
    // What is there and cannot be read is not written over: it may be all that someone has.
    const free = before === null || this.fits(parsed(before)) || setAside(key, before);
    if (free && write(key, JSON.stringify(value))) {
      this.memory.delete(key);
      return true;
    }
    this.memory.set(key, value);
    return false;
  }

  /** Forget `id`; where it cannot be removed it is hidden. */
  delete(id: string): void {
    const key = this.start + id;
    if (read(key) === null || write(key, null)) this.memory.delete(key);
    else this.memory.set(key, null);
  }

  /** Every value that fits, by id, in the order of the ids. */
  entries(): Map<string, T> {
    const { start } = this;
    const keys = new Set([...this.memory.keys(), ...ourKeys()].filter((key) => key.startsWith(start)));
    const found = new Map<string, T>();
    for (const key of [...keys].sort()) {
      const value = this.get(key.slice(start.length));
      if (value !== undefined) found.set(key.slice(start.length), value);
    }
    return found;
  }
}

let using: string | undefined;

/** The id of the profile this page keeps things for: the one that was chosen last on this device. */
export function profile(): string {
  using ??= chosen(read(CURRENT));
  return using;
}

function chosen(text: string | null): string {
  const id = parsed(text);
  return typeof id === "string" && /^[a-z0-9]+$/.test(id) && id !== ALL ? id : FIRST;
}

/** From the next page on keep things for another profile; false where storage does not allow it. */
export function chooseProfile(id: string): boolean {
  return write(CURRENT, JSON.stringify(id));
}

const keysOf = (owner: string): string[] => ourKeys().filter((key) => key.startsWith(`${SITE}${owner}:`));

/** Whether anything is kept for a profile. */
export const isUsed = (id: string): boolean => keysOf(id).length > 0;

/** Forget everything of a profile. */
export function erase(id: string): void {
  for (const key of keysOf(id)) write(key, null);
}

// One person at a time uses a device: a page that was open, or comes back from the browser's memory, follows the choice.
for (const event of ["storage", "pageshow"])
  globalThis.addEventListener?.(event, () => {
    if (using !== undefined && chosen(read(CURRENT)) !== using) location.reload();
  });

/** What could not be read, of this profile and of all: the texts as they were found, by their keys. */
export function unreadable(): Map<string, string> {
  const keys = [profile(), ALL].flatMap((owner) => keysOf(`${owner}:aside`));
  return new Map(keys.sort().map((key) => [key, read(key) ?? ""]));
}

/** Forget what could not be read. */
export function forgetUnreadable(): void {
  for (const key of unreadable().keys()) write(key, null);
}

/** Put a text that does not fit under a key of its own: `…:<profile>:aside:<name>:<id>`. False where there is no room. */
function setAside(key: string, text: string): boolean {
  const owner = key.slice(SITE.length, key.indexOf(":", SITE.length));
  let aside = `${SITE}${owner}:aside:${key.slice(SITE.length + owner.length + 1)}`;
  for (let found = read(aside); found !== null && found !== text; found = read(aside)) aside += "'";
  // Room is made before it is taken: what is set aside may fill the storage.
  if (!write(key, null)) return false;
  const done = write(aside, text);
  if (!done) write(key, text);
  return done;
}

let probed = false;
let failed = false;

/**
 * Whether what is kept outlives the page; pages that ask people to rely on it say so where it does not.
 * Storage is tried once a page: a trial is heard by other tabs, which would try in turn.
 */
export function lasting(): boolean {
  try {
    if (!probed) area()!.setItem(`${SITE}probe`, "1");
    if (!probed) area()!.removeItem(`${SITE}probe`);
    probed = true;
  } catch {
    failed = true;
  }
  return !failed;
}

/** Ask the browser not to clear what is kept when room is short or the site was not visited for a week. */
export function persist(): void {
  void globalThis.navigator?.storage?.persist?.().catch(() => false);
}

/** Whether the browser promised that. */
export async function persisted(): Promise<boolean> {
  return (await globalThis.navigator?.storage?.persisted?.().catch(() => false)) ?? false;
}

let begun = false;

/** Merely touching `localStorage` throws where it is blocked. */
function area(): Storage | undefined {
  const storage = globalThis.localStorage ?? undefined;
  if (storage && !begun) {
    begun = true; // whatever comes of it: the next page tries again
    settle(storage, startOf, NAME, PATH, FIRST);
    void log.recover(storage).then((found) => found && location.reload());
  }
  return storage;
}

function read(key: string): string | null {
  try {
    return area()?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Write a text, or remove what is there (null). */
function write(key: string, text: string | null): boolean {
  try {
    const storage = area();
    if (text === null) storage?.removeItem(key);
    else storage?.setItem(key, text);
    if (storage) log.note(storage, key, text);
    else failed = true;
    return storage !== undefined;
  } catch {
    failed = true; // full, or blocked
    return false;
  }
}

export function ourKeys(): string[] {
  try {
    const storage = area();
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, n) => storage?.key(n) ?? "");
    return keys.filter((key) => key.startsWith(SITE));
  } catch {
    return []; // blocked: what is in memory is all there is
  }
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

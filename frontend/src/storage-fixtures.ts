// What the tests of storage share: a browser's storage, and pages of sites that open it.

import { vi } from "vitest";

export const isNumber = (value: unknown): value is number => typeof value === "number";

/** A browser's storage of a host; `room` is how many characters it holds. */
export class Kept implements Storage {
  [name: string]: unknown;
  constructor(
    private readonly items = new Map<string, string>(),
    private readonly room = Infinity,
  ) {}
  get length(): number {
    return this.items.size;
  }
  key(n: number): string | null {
    return [...this.items.keys()][n] ?? null;
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    const others = [...this.items].filter(([name]) => name !== key);
    if ([...others, [key, value]].join("").length > this.room) throw new Error("full");
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
  clear(): void {
    this.items.clear();
  }
  keys(): string[] {
    return [...this.items.keys()].sort();
  }
}

/** What a page of the site whose own script is `script` keeps and finds; `id` is its `site_id`. */
export async function opened(storage: Storage, script: string, id = ""): Promise<typeof import("./storage.js")> {
  vi.resetModules();
  vi.stubGlobal("window", { rolebookSite: id });
  vi.stubGlobal("document", { currentScript: { src: script } });
  vi.stubGlobal("localStorage", storage);
  return import("./storage.js");
}

export const A = "http://host/a/assets/rolebook/rolebook.js";
export const B = "http://host/b/assets/rolebook/rolebook.js";
export const DRIVE_D = "file:///D:/%E6%89%8B%E5%86%8C/site/assets/rolebook/rolebook.js";
export const DRIVE_E = "file:///E:/site/assets/rolebook/rolebook.js";

/** Keep a number by a page of the site whose own script is `script`. */
export async function keep(storage: Storage, script: string, id: string, value: number): Promise<void> {
  new (await opened(storage, script, id)).Shelf("quiz", isNumber).set("q", value);
}

/** The number a page finds that was kept so. */
export async function found(storage: Storage, script: string, id = ""): Promise<number | undefined> {
  return new (await opened(storage, script, id)).Shelf("quiz", isNumber).get("q");
}

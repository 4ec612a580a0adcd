// What is kept for one post, or of every page's frame: written by the generator (offline.py), read by the worker and by
// the page that says what is kept.

/** Files of one edition by their path from the site's root, each with the digest of what it holds. */
export type Files = Readonly<Record<string, string>>;

export interface List {
  readonly edition: string;
  readonly files: Files;
  /** what a reader may want to open: paths of pages with their titles */
  readonly pages: readonly (readonly [path: string, title: string])[];
}

/** The folder of the lists, below the site's root or that of the site in another script. */
const LISTS = /^(?:[^/]+\/)?assets\/rolebook\/offline\/[^?#]+\.json$/;

export const isListPath = (value: unknown): value is string =>
  typeof value === "string" && LISTS.test(value) && !/(?:^|\/)\.\.?\//.test(value);

/** Whether a value read from JSON is such a list. */
export function isList(value: unknown): value is List {
  const { edition, files, pages } = (value ?? {}) as Record<string, unknown>;
  if (typeof edition !== "string" || !files || typeof files !== "object" || !Array.isArray(pages)) return false;
  return (
    Object.values(files).every((digest) => typeof digest === "string") &&
    pages.every((page) => Array.isArray(page) && page.length === 2 && page.every((text) => typeof text === "string"))
  );
}

/** The path that an address has below the site's root (`scope`); undefined where it lies elsewhere or is no text. */
export function pathOf(address: string, scope: string): string | undefined {
  const [plain = ""] = address.split(/[?#]/, 1);
  if (!plain.startsWith(scope)) return undefined;
  try {
    return decodeURIComponent(plain.slice(scope.length));
  } catch {
    return undefined;
  }
}

/** The address of a path below `scope`. */
export const addressOf = (path: string, scope: string): string =>
  scope + path.split("/").map(encodeURIComponent).join("/");

/** The file a server answers with at a path, of those there are: itself, an index, or a page without its ending. */
export function fileAt(path: string, files: Files): string | undefined {
  const names =
    path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
  return names.find((name) => typeof files[name] === "string");
}

/** Do something with each, so many at a time; rejects with the first that fails, after which none is begun. */
export async function each<T>(all: Iterable<T>, atOnce: number, does: (one: T) => Promise<void>): Promise<void> {
  const left = all[Symbol.iterator]();
  let failed = false;
  const next = async (): Promise<void> => {
    for (let one = left.next(); !failed && !one.done; one = left.next()) {
      try {
        await does(one.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

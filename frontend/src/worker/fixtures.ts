// What the worker's tests stand on: a browser's caches and a server, both of them maps.

export class Caches {
  readonly all = new Map<string, Map<string, Response>>();
  /** how many answers there is room for */
  room = Number.POSITIVE_INFINITY;

  async open(name: string): Promise<unknown> {
    const held = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, held);
    const urlOf = (request: string | Request): string => new Request(request).url;
    return {
      match: async (request: string | Request) => held.get(urlOf(request))?.clone(),
      put: async (request: string | Request, response: Response) => {
        const url = urlOf(request);
        const count = [...this.all.values()].reduce((sum, one) => sum + one.size, 0);
        if (!held.has(url) && count >= this.room) throw new DOMException("full", "QuotaExceededError");
        held.set(url, response);
      },
      delete: async (request: string | Request) => held.delete(urlOf(request)),
      keys: async () => [...held.keys()].map((url) => new Request(url)),
    };
  }

  /** The paths, with what they are kept under, of one cache of the site at `scope`. */
  names(scope: string, name: string): string[] {
    const [, held] = [...this.all].find(([cache]) => cache.endsWith(` ${name}`)) ?? [];
    return [...(held?.keys() ?? [])].map((url) => decodeURIComponent(url.slice(scope.length))).sort();
  }
}

/** A server: what it has at each path, and what it was asked for. */
export class Server {
  readonly files = new Map<string, string>();
  readonly asked: string[] = [];
  down = false;

  constructor(private readonly scope: string) {}

  fetch = async (url: string): Promise<Response> => {
    const path = decodeURIComponent(url.slice(this.scope.length));
    this.asked.push(path);
    if (this.down) throw new TypeError("Failed to fetch");
    const found = this.files.get(path);
    return found === undefined
      ? new Response("none", { status: 404 })
      : new Response(found, { headers: { "Content-Type": "text/html" } });
  };
}

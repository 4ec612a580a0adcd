// What is answered to a page: a page from the server while that is quick, else as it is kept; what belongs to it from the
// edition that it is of. So nothing of two editions ever meets on one page.

import { CacheFirst, NetworkFirst } from "workbox-strategies";

import { pathOf } from "../core/offline/list.js";
import { digestOf, type Keeper } from "./keeper.js";
import { cacheOf } from "./state.js";

/** Seconds that a page of the server is waited for where it is kept, its last byte included. */
const PATIENCE = 3;
/** The page that says what is kept, where another one is not. */
const AWAY = "offline.html";

interface Asked {
  readonly event: FetchEvent;
  readonly request: Request;
}

export class Answers {
  /** Of which edition an answer is. */
  private readonly origin = new WeakMap<Response, string>();
  private readonly pages: NetworkFirst;
  private readonly files: CacheFirst;

  constructor(private readonly keeper: Keeper) {
    const cacheName = cacheOf(keeper.scope, "files");
    const asked = async (path: string | undefined, edition: string): Promise<string | undefined> =>
      path === undefined ? undefined : (await keeper.kept(edition, path))?.key;
    const never = { cacheWillUpdate: async () => null }; // what is kept is for the keeper
    this.pages = new NetworkFirst({
      cacheName,
      networkTimeoutSeconds: PATIENCE,
      plugins: [
        never,
        {
          cacheKeyWillBeUsed: async ({ request }) =>
            (await asked(pathOf(request.url, keeper.scope), keeper.edition)) ?? request,
          cachedResponseWillBeUsed: async ({ cachedResponse }) => {
            if (cachedResponse) this.origin.set(cachedResponse, keeper.edition);
            return cachedResponse;
          },
          fetchDidSucceed: ({ request, response }) => this.compared(request, response),
          handlerDidError: async ({ request }) => this.away(request),
          handlerWillRespond: async ({ response, event }) => {
            await keeper.state.opened((event as FetchEvent).resultingClientId, this.origin.get(response) ?? "");
            return response;
          },
        },
      ],
    });
    this.files = new CacheFirst({
      cacheName,
      plugins: [never, { cacheKeyWillBeUsed: async ({ params, request }) => params?.key ?? request }],
    });
  }

  page = async ({ event, request }: Asked): Promise<Response> => {
    const path = pathOf(request.url, this.keeper.scope) ?? "";
    if (path === AWAY || path.endsWith(`/${AWAY}`)) {
      const kept = await this.fromCache(path);
      if (kept) {
        await this.keeper.state.opened(event.resultingClientId, this.keeper.edition);
        return kept;
      }
    }
    return this.pages.handle({ event, request });
  };

  /** What a page has asked for: what its edition has, else what the server has. */
  part = async ({ event, request }: Asked): Promise<Response> => {
    const edition = (await this.keeper.state.editionOf(event.clientId)) ?? this.keeper.edition;
    const kept = edition ? await this.keeper.kept(edition, pathOf(request.url, this.keeper.scope) ?? "") : undefined;
    return kept ? this.files.handle({ event, request, params: { key: kept.key } as never } as never) : fetch(request);
  };

  /**
   * A page from the server, all of it, and whether it is the one that is kept. A server that fails is one that is not
   * reached, where the page is kept.
   */
  private async compared(request: Request, response: Response): Promise<Response> {
    const path = pathOf(request.url, this.keeper.scope);
    const kept = path === undefined ? undefined : await this.keeper.kept(this.keeper.edition, path);
    if (!kept || response.type === "opaqueredirect") return response;
    if (response.status >= 500) throw new Error(String(response.status));
    const content = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    const whole = new Response(content, { status, statusText, headers });
    if ((await digestOf(content)) === kept.digest) this.origin.set(whole, this.keeper.edition);
    return whole;
  }

  /** Lead to the page that says what is kept, which is in the script of the one that is not. */
  private async away(request: Request): Promise<Response> {
    const { scope, edition } = this.keeper;
    const path = pathOf(request.url, scope) ?? "";
    const [folder = ""] = path.split("/", 1);
    for (const page of [`${folder}/${AWAY}`, AWAY]) {
      if (await this.keeper.kept(edition, page))
        return Response.redirect(`${scope}${page}#${encodeURIComponent(request.url.slice(scope.length))}`);
    }
    return Response.error();
  }

  private async fromCache(path: string): Promise<Response | undefined> {
    const kept = await this.keeper.kept(this.keeper.edition, path);
    return kept && (await caches.match(kept.key, { cacheName: cacheOf(this.keeper.scope, "files") }));
  }
}

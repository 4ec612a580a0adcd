// The worker of a site that is kept on the device. The generator writes it with the edition before it, so that a browser
// that looks for a newer one needs to fetch nothing else.

import { registerRoute } from "workbox-routing";

import { isListPath } from "../core/offline/list.js";
import { Answers } from "./answers.js";
import { Keeper } from "./keeper.js";
import type { Book } from "./state.js";

declare const self: ServiceWorkerGlobalScope & { rolebookEdition: string };

const { scope } = self.registration;
const keeper = new Keeper(self.rolebookEdition, scope);
const answers = new Answers(keeper);

registerRoute(
  ({ request, url }) => request.mode === "navigate" && url.href.startsWith(scope),
  ({ event, request }) => answers.page({ event: event as FetchEvent, request }),
);
registerRoute(
  ({ request, url }) => request.mode !== "navigate" && url.href.startsWith(scope),
  ({ event, request }) => answers.part({ event: event as FetchEvent, request }),
);

/**
 * Tell all pages what is kept, or why it is not; each whether that is newer than what it is of itself. A page of the server
 * that is none of those kept may be newer still.
 */
async function tell(book: Book | undefined, why = "", installed = false): Promise<void> {
  const wanted = await keeper.state.wanted();
  const { edition, state } = keeper;
  const told = { rolebook: book ? "kept" : "refused", edition, wanted, why };
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) {
    const its = await state.editionOf(client.id);
    client.postMessage({ ...told, newer: installed || (its ? its !== edition : false) });
  }
}

async function refused(error: unknown): Promise<void> {
  const full = (error as Error | undefined)?.name === "QuotaExceededError";
  await tell(undefined, full ? "full" : "failed");
}

async function tidy(): Promise<void> {
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  await keeper.tidy(new Set(open.map(({ id }) => id)));
}

self.addEventListener("install", (event) => {
  const installed = keeper.install().then(
    // Pages that are open stay of the edition they are of, whichever worker answers them: none has to wait for their end.
    async (book) => {
      await self.skipWaiting();
      await tell(book, "", true);
    },
    async (error: unknown) => {
      await refused(error);
      throw error; // the browser goes on with the worker before
    },
  );
  event.waitUntil(installed);
});

self.addEventListener("activate", (event) => event.waitUntil(tidy()));

self.addEventListener("message", (event) => {
  const lists: unknown = event.data?.keep;
  if (!Array.isArray(lists)) return;
  const done = keeper.want(lists.filter(isListPath)).then(
    async (book) => {
      await tell(book);
      await tidy();
    },
    async (error: unknown) => {
      // Where the server has another edition by now, its worker keeps what is wanted.
      await self.registration.update().catch(() => undefined);
      await refused(error);
    },
  );
  event.waitUntil(done);
});

// What stands in the worker's place where a site is not to be kept: it takes away what the worker kept, and itself.

import { ours } from "./state.js";

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => {
  const { scope } = self.registration;
  const gone = async (): Promise<void> => {
    const names = (await caches.keys()).filter((name) => name.startsWith(ours(scope)));
    await Promise.all(names.map((name) => caches.delete(name)));
    await self.registration.unregister();
  };
  event.waitUntil(gone());
});

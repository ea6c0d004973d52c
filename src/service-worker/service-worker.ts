/** Farol's service worker: the shell is precached whole, saved courses are served as they were saved, and a newer one waits until it is asked for. */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import type { PrecacheEntry } from 'workbox-precaching/_types.js';
import { answer, isOurs, tidyOpened } from './caching.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] };

const base = new URL(self.registration.scope).pathname;
const precache = new PrecacheController();
precache.precache(self.__WB_MANIFEST);

self.addEventListener('fetch', (event) => {
  if (isOurs(base, event.request)) event.respondWith(answer(base, event.request, (path) => precache.matchPrecache(path)));
});

// The first visit is answered for too; later service workers come to their pages by being asked for.
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([self.clients.claim(), tidyOpened(base)])));

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: string } | null)?.type === 'take-over') void self.skipWaiting();
});

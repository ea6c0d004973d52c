/** Farol's service worker: the shell is precached whole, saved courses are served as they were saved, and a newer one waits until it is asked for. */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import type { PrecacheEntry } from 'workbox-precaching/_types.js';
import { locales, sourceLocale } from '../core/locale/locales.ts';
import { localeOfPath } from '../core/offline/request-paths.ts';
import { answer, isOurs, tidyOpened } from './caching.ts';

/** `locales`: the languages whose shell the file belongs to. */
type ShellEntry = PrecacheEntry & { locales: string[] };
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] };

const base = new URL(self.registration.scope).pathname;
const shell = self.__WB_MANIFEST as ShellEntry[];
/** Knows the whole shell: what of it is not there is simply not found. */
const precache = new PrecacheController();
precache.addToCacheList(shell);

/** Each language is some twenty kilobytes: only those are fetched that pages are open in. A page in another one brings its own (islands/Shell). */
async function install(event: ExtendableEvent): Promise<void> {
  const tags = locales.map(({ tag }) => tag);
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const wanted = new Set(open.map(({ url }) => localeOfPath(base, new URL(url).pathname, tags, sourceLocale)));
  if (wanted.size === 0) wanted.add(sourceLocale);
  const controller = new PrecacheController();
  controller.addToCacheList(shell.filter((entry) => entry.locales.some((locale) => wanted.has(locale))));
  await controller.install(event);
}

self.addEventListener('install', (event) => event.waitUntil(install(event)));

self.addEventListener('fetch', (event) => {
  if (isOurs(base, event.request)) event.respondWith(answer(base, event.request, (path) => precache.matchPrecache(path)));
});

// The first visit is answered for too; later service workers come to their pages by being asked for.
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([precache.activate(event), self.clients.claim(), tidyOpened(base)])));

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: string } | null)?.type === 'take-over') void self.skipWaiting();
});

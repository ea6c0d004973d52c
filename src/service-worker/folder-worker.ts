/**
 * The service worker of a package that is a folder on somebody's web server: keeps the folder for offline use, and nothing outside it.
 * All files come from one cache that belongs to this folder and this version, so that old and new never mix; a newer version takes over when the
 * last page of the older one is closed.
 */
import type { FolderContent } from '../core/package/folder-content.ts';

declare const self: ServiceWorkerGlobalScope & { farolFolder: FolderContent };

const { version, files } = self.farolFolder;
const ours = `farol-package ${self.registration.scope} `;
const cacheName = ours + version;

self.addEventListener('install', (event) => event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(['./', ...files]))));

self.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});

async function forgetOlder(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName, ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

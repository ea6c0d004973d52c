import { shellPages } from '../../core/offline/request-paths.ts';

/** The service worker came with the shell in the language of an earlier page; another language is fetched when it is first used. */
export async function keepShell(base: string, locale: string): Promise<void> {
  if (!(navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker?.controller) return;
  // Under the shell's own cache the address carries its revision.
  const kept = await caches.match(`${base}${locale}/offline/`, { ignoreSearch: true, ignoreVary: true });
  if (!kept) await keepPages(base, ...shellPages.map((page) => `${locale}/${page}`));
}

/**
 * Fetches pages, with the files they name, for the time without a line: the service worker keeps what it hands out (service-worker/caching.ts).
 * What cannot be had now is kept when it is opened.
 */
export async function keepPages(base: string, ...pages: string[]): Promise<void> {
  for (const page of pages) {
    try {
      const text = await (await fetch(base + page)).text();
      const files = new Set([...text.matchAll(/assets\/[\w-]+\.[0-9A-Z]{8}\.\w+/g)].map(([file]) => file));
      await Promise.all([...files].map((file) => fetch(base + file)));
    } catch {
      return;
    }
  }
}

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

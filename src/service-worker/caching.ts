/** Where an answer comes from: the saved version of a course, the shell that came with this service worker, the network, and what was opened before. */
import { inUseCache, inUseKey, openedCache, parseSavedCache, savedCache, searchCache, type InUse } from '../core/offline/cache-names.ts';
import { courseOfPath, isHashed, isKeptPage, isSearchIndex, localeOfPath, withSlash } from '../core/offline/request-paths.ts';
import { locales, sourceLocale } from '../core/locale/locales.ts';

/** What Workbox has precached; undefined for everything else. */
export type MatchShell = (path: string) => Promise<Response | undefined>;

/** The longest that a newer copy is waited for where there is an older one. */
const patience = 3000;

/**
 * Whether a request is answered here at all. `no-store` is how saving asks for what is on the server (browser/offline/fetch-file.ts),
 * and what lies in `offline/` is about saving.
 */
export function isOurs(base: string, request: Request): boolean {
  const { origin, pathname } = new URL(request.url);
  return request.method === 'GET' && origin === location.origin && pathname.startsWith(base) && request.cache !== 'no-store' && !pathname.startsWith(`${base}offline/`);
}

export async function answer(base: string, request: Request, shell: MatchShell): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const isPage = request.mode === 'navigate';
  const path = isPage ? withSlash(pathname) : pathname;
  const kept = (await fromSavedCourse(base, path)) ?? (await shell(path));
  if (kept) return path === pathname ? kept : Response.redirect(path + search);
  try {
    if (isSearchIndex(base, path)) return await newestOf(searchCache(base), path, request);
    if (isKeptPage(base, path)) return await newestOf(openedCache(base), path, request);
    return isHashed(base, path) ? await onceOf(openedCache(base), path, request) : await fetch(request);
  } catch (error) {
    const offline = isPage && (await offlinePage(base, path, shell));
    if (offline) return offline;
    throw error;
  }
}

/**
 * A page comes from the version of its course that is in use, and from no other. What it refers to carries hashes in its names, so that any saved
 * course may give it: the right one has it. A file that the browser has erased is asked of the network, like one that was never saved.
 */
async function fromSavedCourse(base: string, path: string): Promise<Response | undefined> {
  if (isHashed(base, path)) {
    const names = (await caches.keys()).filter((name) => parseSavedCache(base, name));
    for (const cacheName of names) {
      const found = await caches.match(path, { cacheName });
      if (found) return found;
    }
    return undefined;
  }
  const of = courseOfPath(base, path);
  const record = of && (await caches.match(inUseKey(base, of.locale, of.course), { cacheName: inUseCache(base) }));
  if (!of || !record) return undefined;
  const { version } = (await record.json()) as InUse;
  return caches.match(path, { cacheName: savedCache(base, { ...of, version }) });
}

/** In the language that was asked for; the browser may have kept only that of an earlier visit. */
async function offlinePage(base: string, path: string, shell: MatchShell): Promise<Response | undefined> {
  const tags = locales.map(({ tag }) => tag);
  for (const tag of new Set([localeOfPath(base, path, tags, sourceLocale), ...tags])) {
    const page = `${base}${tag}/offline/`;
    const kept = (await shell(page)) ?? (await caches.match(page, { cacheName: openedCache(base), ignoreVary: true }));
    if (kept) return kept;
  }
  return undefined;
}

/** A file with its hash in its name is fetched once. */
async function onceOf(cacheName: string, path: string, request: Request): Promise<Response> {
  const kept = await caches.match(path, { cacheName, ignoreVary: true });
  return kept ?? newestOf(cacheName, path, request);
}

/** Takes away what no opened page names any more; called when a newer Farol has come. */
export async function tidyOpened(base: string): Promise<void> {
  const cache = await caches.open(openedCache(base));
  const requests = await cache.keys();
  const texts = await Promise.all(requests.map(async (request) => (await cache.match(request))?.text() ?? ''));
  for (const request of requests) {
    const { pathname } = new URL(request.url);
    const name = pathname.split('/').pop() ?? '';
    if (isHashed(base, pathname) && !texts.some((text) => text.includes(name))) await cache.delete(request);
  }
}

/** The newest copy there is; without a line, or on one that keeps the learner waiting, the one that was last fetched. */
async function newestOf(cacheName: string, path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(path, { ignoreVary: true });
  const fetched = fetch(request).then(async (response) => {
    // Without room everything still works, as long as there is a line.
    if (response.ok) await cache.put(path, response.clone()).catch(() => {});
    return response;
  });
  if (!kept) return fetched;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience));
  return Promise.race([fetched.catch(() => kept), late]);
}

/** Where an answer comes from: the saved version of a course, then the shell that came with this service worker, then the network. */
import { inUseCache, inUseKey, parseSavedCache, savedCache, searchCache, type InUse } from '../core/offline/cache-names.ts';
import { courseOfPath, isHashed, isSearchIndex, localeOfPath, withSlash } from '../core/offline/request-paths.ts';
import { locales, sourceLocale } from '../core/locale/locales.ts';

/** What Workbox has precached; undefined for everything else. */
export type MatchShell = (path: string) => Promise<Response | undefined>;

/** The longest that search waits for a newer index when it has an older one. */
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
  if (isSearchIndex(base, path)) return searchIndex(base, request);
  try {
    return await fetch(request);
  } catch (error) {
    const offline = isPage && (await shell(`${base}${localeOfPath(base, path, locales.map(({ tag }) => tag), sourceLocale)}/offline/`));
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

/** The newest index there is; without a line, the one that search was last opened with. */
async function searchIndex(base: string, request: Request): Promise<Response> {
  const cache = await caches.open(searchCache(base));
  const kept = await cache.match(request, { ignoreVary: true });
  const fetched = fetch(request).then(async (response) => {
    // Without room the search still works, as long as there is a line.
    if (response.ok) await cache.put(request, response.clone()).catch(() => {});
    return response;
  });
  if (!kept) return fetched;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience));
  return Promise.race([fetched.catch(() => kept), late]);
}

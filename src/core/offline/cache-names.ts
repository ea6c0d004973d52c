/**
 * The names under which saved courses lie in the browser's Cache Storage: the page that saves and the service worker that answers meet here.
 * Each name holds the base path, for one origin may carry several Farols, and origins share one Cache Storage.
 *
 * | cache                                     | holds                                                                         |
 * |-------------------------------------------|-------------------------------------------------------------------------------|
 * | farol<base>saved/<locale>/<course>/<version> | the files of one version and its list; whole or begun                      |
 * | farol<base>in-use                         | for each course that is served from the device, which version (`InUse`)       |
 * | farol<base>search                         | the search indexes, once search was opened                                    |
 * | farol<base>packages                       | what packages were made from on the page of partners                          |
 * | farol<base>opened                         | pages outside courses that were opened, or kept for later, and their files     |
 *
 * Only what `in-use` names is served. Switching a version is one write there; nothing else expires or is cleared by itself.
 */

export interface SavedName { locale: string; course: string; version: string }

/** The value of an entry of the `in-use` cache. */
export interface InUse { version: string }

export const inUseCache = (base: string): string => `farol${base}in-use`;
export const openedCache = (base: string): string => `farol${base}opened`;
export const packagesCache = (base: string): string => `farol${base}packages`;
export const searchCache = (base: string): string => `farol${base}search`;
const savedPrefix = (base: string): string => `farol${base}saved/`;

export function savedCache(base: string, { locale, course, version }: SavedName): string {
  return `${savedPrefix(base)}${locale}/${course}/${version}`;
}

/** What a cache of a saved course holds; null for any other cache, also one of a Farol under another base path. */
export function parseSavedCache(base: string, cache: string): SavedName | null {
  const prefix = savedPrefix(base);
  if (!cache.startsWith(prefix)) return null;
  const [locale = '', course = '', version = '', surplus] = cache.slice(prefix.length).split('/');
  return locale && course && version && surplus === undefined ? { locale, course, version } : null;
}

/** The address under which `in-use` keeps a course; no file of the site has it. */
export const inUseKey = (base: string, locale: string, course: string): string => `${base}offline/in-use/${locale}/${course}`;

/** The mark in a cache whose course was removed and can still be brought back; no file of the site has it. */
export const removedKey = (base: string): string => `${base}offline/removed`;

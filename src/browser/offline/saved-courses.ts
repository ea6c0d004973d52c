/** Reads what courses lie on this device. */
import { inUseCache, inUseKey, parseSavedCache, removedKey, type InUse } from '../../core/offline/cache-names.ts';
import { isCourseList, listUrl, type CourseList } from '../../core/offline/course-list.ts';
import { isWhole, type Stored } from '../../core/offline/saver-state.ts';
import { savingNotes } from './saving-notes.ts';

/** Whether this browser, at this address, could keep courses: not on plain http, and not where storage is denied. */
export async function canSave(): Promise<boolean> {
  try {
    await caches.has('farol');
    return !!(navigator as { serviceWorker?: unknown }).serviceWorker;
  } catch {
    return false;
  }
}

/** The version of a course that is served from the device; null for none. */
export async function versionInUse(base: string, locale: string, course: string): Promise<string | null> {
  const entry = await caches.match(inUseKey(base, locale, course), { cacheName: inUseCache(base) });
  return entry ? ((await entry.json()) as InUse).version : null;
}

/** The versions of a course that lie on the device, whole or begun; without one that the learner has removed. */
export async function storedVersions(base: string, locale: string, course: string): Promise<Stored[]> {
  const found: Stored[] = [];
  for (const name of await caches.keys()) {
    const parsed = parseSavedCache(base, name);
    if (parsed?.locale !== locale || parsed.course !== course) continue;
    const cache = await caches.open(name);
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    const list: unknown = paths.includes(removedKey(base)) ? null : await (await cache.match(base + listUrl(locale, course)))?.json();
    if (isCourseList(list)) found.push({ list, have: paths.map((path) => path.slice(base.length)) });
  }
  return found;
}

export interface SavedCourse {
  locale: string;
  course: string;
  title: string;
  /** `erased`: it was saved, and the browser has removed it or a part of it. */
  state: 'saved' | 'erased';
}

/** Every course that was saved on this device, in any language. */
export async function savedCourses(base: string): Promise<SavedCourse[]> {
  const found = new Map<string, SavedCourse>();
  for (const [name, { title, saved }] of Object.entries(savingNotes())) {
    const [locale, course] = name.startsWith(base) ? name.slice(base.length).split('/') : [];
    if (saved && locale && course) found.set(name, { locale, course, title, state: 'erased' });
  }
  for (const cache of await caches.keys()) {
    const { locale, course, version } = parseSavedCache(base, cache) ?? {};
    if (!locale || !course || (await versionInUse(base, locale, course)) !== version) continue;
    const stored = (await storedVersions(base, locale, course)).find(({ list }) => list.version === version);
    if (stored && isWhole(stored)) found.set(noteName(base, locale, course), { locale, course, title: stored.list.title, state: 'saved' });
  }
  return [...found.values()];
}

export const noteName = (base: string, locale: string, course: string): string => `${base}${locale}/${course}`;

/** The list of a course as it stands on the server now. */
export async function fetchList(base: string, locale: string, course: string): Promise<{ ok: true; list: CourseList } | { ok: false; reason: 'offline' | 'missing' | 'changed-on-server' }> {
  try {
    const response = await fetch(base + listUrl(locale, course), { cache: 'no-store' });
    if (!response.ok) return { ok: false, reason: response.status < 500 ? 'missing' : 'changed-on-server' };
    const list: unknown = await response.json();
    return isCourseList(list) ? { ok: true, list } : { ok: false, reason: 'changed-on-server' };
  } catch (error) {
    return { ok: false, reason: error instanceof SyntaxError ? 'changed-on-server' : 'offline' };
  }
}

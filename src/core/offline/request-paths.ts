/** What the path of a request tells about where its answer may come from. Paths are absolute and begin with the base path. */

/** The course that a page may belong to; null for paths that are no page of a course. Whether there is such a course is not known here. */
export function courseOfPath(base: string, path: string): { locale: string; course: string } | null {
  const [locale, course, ...rest] = segments(base, path);
  return locale && course && rest.length > 0 && locale !== 'assets' ? { locale, course } : null;
}

/** A file with its hash in its name: under this name there is one content, whichever version of the site it came with. */
export function isHashed(base: string, path: string): boolean {
  return segments(base, path)[0] === 'assets';
}

export function isSearchIndex(base: string, path: string): boolean {
  return segments(base, path)[0] === 'search' && path.endsWith('.json');
}

/** The pages of a language that its visitors always have: the way in, the first numbers of every country, and what explains that there is no line. */
export const shellPages = ['', 'report/', 'offline/'] as const;

/** A page outside courses that a learner may come to need without a line: the shell, the numbers of a country, their own record, a certificate to check. */
export function isKeptPage(base: string, path: string): boolean {
  const [locale, page, ...rest] = segments(base, path);
  if (!locale || page === undefined) return false;
  // What a learner of a rollout begins with, and what its certificate may ask for.
  if (page === 'rollouts') return /^[a-z0-9-]+\/(read\/?)?$/.test(rest.join('/'));
  if (page === 'report') return /^([A-Z]{2})?\/?$/.test(rest.join('/'));
  return ['', 'offline', 'my-courses', 'verify', 'search', 'glossary', 'about', 'partners'].includes(page) && rest.join('/') === '';
}

/** A path as servers complete it: `/en/hotel` is a folder and gets its slash, `/en/hotel.json` is a file. */
export function withSlash(path: string): string {
  return /(^|\/)[^/.]+$/.test(path) ? `${path}/` : path;
}

/** The language that a path asks for; `fallback` where it names none of `tags`. */
export function localeOfPath(base: string, path: string, tags: readonly string[], fallback: string): string {
  const [first = ''] = segments(base, path);
  return tags.includes(first) ? first : fallback;
}

function segments(base: string, path: string): string[] {
  return path.startsWith(base) ? path.slice(base.length).split('/') : [];
}

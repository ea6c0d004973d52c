/** Every address of the site is built here, so that a base path, a language or a renamed page is one change. */

/**
 * @param base  path the site lives under, with slashes at both ends: `/` or `/training/`
 * @param parts path segments after the language; empty for the home page
 * @returns an absolute path with a slash at the end
 */
export function address(base: string, locale: string, ...parts: string[]): string {
  return `${base}${[locale, ...parts].join('/')}/`;
}

/**
 * The path a site lives under, as everything here expects it.
 * @param given as an operator writes it: `training`, `/training`, `/training/`; nothing for the top of a host
 * @returns with slashes at both ends
 */
export function basePath(given = ''): string {
  const path = given.replace(/^\/+|\/+$/g, '');
  return path ? `/${path}/` : '/';
}

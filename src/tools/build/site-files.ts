/** The files of a built site, and what its pages refer to. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What every page names in its head and the shell brings; it is the same for all versions. */
const namedByEveryPage = /^(icon\.svg|manifest\.webmanifest|favicon\.ico|icons\/.+)$/;

/** The address of a file under the base path: a page is asked for by its folder. */
export const urlOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

/** The pages in a folder of the site and below it, as paths from `dist`. */
export function pagesIn(dist: string, folder: string): string[] {
  const files = readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /(^|\/)index\.html$/.test(file)).map((file) => join(folder, file)).sort();
}

/** A file name with its hash in it, wherever it stands: in an address, an import, a `data-part`. */
const hashedName = /[\w-]+\.[0-9A-Z]{8}\.\w+/g;

/**
 * The files in `assets/` that these pages cannot do without: style sheets, scripts, and what these import, now or when it is wanted.
 * @throws Error for a page that refers to a file which is not there, or which does not carry its hash in its name: it could not be kept for offline use
 */
export function assetsOf(dist: string, base: string, pages: readonly string[]): string[] {
  const found = new Set<string>();
  const addNamed = (text: string): void => {
    for (const [name] of text.matchAll(hashedName)) {
      const asset = `assets/${name}`;
      if (found.has(asset) || !existsSync(join(dist, asset))) continue;
      found.add(asset);
      if (/\.(js|css)$/.test(asset)) addNamed(readFileSync(join(dist, asset), 'utf8'));
    }
  };
  for (const page of pages) {
    const html = readFileSync(join(dist, page), 'utf8');
    addNamed(html);
    for (const [, address = ''] of html.matchAll(/<(?:script|link|img|source|audio|video|track|object|iframe)\b[^>]*?\s(?:src|href|data)="([^"]*)"/g)) {
      if (/^(data|https?):/.test(address)) continue;
      const file = address.startsWith(base) ? address.slice(base.length) : address;
      if (found.has(file) || namedByEveryPage.test(file)) continue;
      throw new Error(`${page} refers to ${address}, which would be missing without internet. Let the build put it into assets/, with its hash in its name, and build the address from the base path.`);
    }
  }
  return [...found].sort();
}

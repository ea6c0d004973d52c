/** Reads what the exporter needs from a built site. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { neededFiles, type SiteFiles } from '../../core/package/build-package.ts';
import { catalogUrl, documentUrl, type Catalog } from '../../core/package/catalog.ts';
import type { CheckedOptions } from '../../core/package/options.ts';

/** The catalogs of all languages that the site was built in, by locale; empty where there is no built site. */
export function readCatalogs(dist: string): Map<string, Catalog> {
  const folder = join(dist, catalogUrl('x'), '..');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')).sort() : [];
  return new Map(files.map((file) => [file.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, file), 'utf8')) as Catalog]));
}

/** @throws Error for a file that the site refers to and does not have */
export function readSiteFiles(dist: string, options: CheckedOptions, catalogs: ReadonlyMap<string, Catalog>): SiteFiles {
  const documents = new Map(options.locales.map((locale) => [locale, readFileSync(join(dist, documentUrl(locale, options.course.id), 'index.html'), 'utf8')]));
  const assets = new Map<string, Uint8Array>();
  for (let missing = neededFiles(options, { catalogs, documents, assets }); missing.length > 0; missing = neededFiles(options, { catalogs, documents, assets })) {
    for (const name of missing) assets.set(name, new Uint8Array(readFileSync(join(dist, 'assets', name))));
  }
  return { catalogs, documents, assets, icon: readFileSync(join(dist, 'icon.svg'), 'utf8') };
}

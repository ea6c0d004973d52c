/** Bundles the service worker and writes into it what the shell is: the pages and scripts that every visitor gets, kept small. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { injectManifest, type ManifestEntry } from 'workbox-build';
import { locales } from '../../core/locale/locales.ts';
import { shellPages } from '../../core/offline/request-paths.ts';
import { scriptOptions } from './scripts.ts';
import { assetsOf, urlOf } from './site-files.ts';

/** The files of the shell in one language, as paths from `dist`. Courses are not in it: they are saved one by one, by choice. */
export function shellFiles(dist: string, base: string, locale: string): string[] {
  const pages = ['index.html', 'exit/index.html', ...shellPages.map((page) => join(locale, page, 'index.html'))];
  return [...pages, ...assetsOf(dist, base, pages), 'manifest.webmanifest', 'icon.svg'];
}

/** Which languages a file of the shell belongs to; the service worker fetches those of its visitors only. */
function localesOfFiles(dist: string, base: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { tag } of locales) for (const file of shellFiles(dist, base, tag)) found.set(file, [...(found.get(file) ?? []), tag]);
  return found;
}

/** @param source the service worker's own file; its bundle is written to `dist/service-worker.js` */
export async function buildServiceWorker(source: string, dist: string, base: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'farol-'));
  try {
    const swSrc = join(folder, 'service-worker.js');
    await build({ ...scriptOptions, entryPoints: [source], outfile: swSrc, format: 'iife', define: { 'process.env.NODE_ENV': '"production"' } });
    const files = localesOfFiles(dist, base);
    const { warnings } = await injectManifest({
      swSrc,
      swDest: join(dist, 'service-worker.js'),
      globDirectory: dist,
      globPatterns: [...files.keys()],
      manifestTransforms: [(entries) => ({ manifest: entries.map((entry) => ({ ...verified(dist, entry), locales: files.get(entry.url) ?? [] })) })],
    });
    if (warnings.length) throw new Error(`The service worker could not be built: ${warnings.join(' ')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** With the hash of its content an entry is refused when a login page of a public network, or half an update of the site, comes in its place. */
function verified<E extends ManifestEntry>(dist: string, entry: E): E {
  const hash = createHash('sha256').update(readFileSync(join(dist, entry.url))).digest('base64');
  const revision = entry.url.startsWith('assets/') ? null : hash.slice(0, 8);
  return { ...entry, url: urlOf(entry.url) || './', revision, integrity: `sha256-${hash}` };
}

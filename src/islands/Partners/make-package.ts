/** Fetches what a package is made from, and has it made. */
import { packageFile } from '../../browser/offline/package-files.ts';
import { neededFiles, type Package, type SiteFiles } from '../../core/package/build-package.ts';
import { catalogUrl, documentUrl, type Catalog } from '../../core/package/catalog.ts';
import { checkOptions, type CheckedOptions, type OptionProblem, type PackageOptions } from '../../core/package/options.ts';
import { base, data } from '../page.ts';
import type { PackingOrder, PackingResult } from '../packer.ts';

export type Made = { ok: true; made: Package } | { ok: false; reason: 'options'; problems: OptionProblem[] } | { ok: false; reason: 'offline' | 'failed' };

/** How far it has come: 0 to 1 while files are fetched. */
export type Progress = { fetching: number } | 'packing';

const utf8 = new TextDecoder();
const textFile = async (path: string): Promise<string> => utf8.decode(await packageFile(base, path));
export const fetchCatalog = async (locale: string): Promise<Catalog> => JSON.parse(await textFile(catalogUrl(locale))) as Catalog;

/** @param known catalogs that were fetched before; new ones are added */
export async function makePackage(asked: PackageOptions, known: Map<string, Catalog>, date: string, onProgress: (progress: Progress) => void): Promise<Made> {
  let options: CheckedOptions;
  let site: SiteFiles;
  try {
    onProgress({ fetching: 0 });
    for (const locale of asked.locales) if (!known.has(locale)) known.set(locale, await fetchCatalog(locale));
    const checked = checkOptions(asked, new Map([...known].filter(([locale]) => asked.locales.includes(locale) || asked.locales.length === 0)));
    if (!checked.ok) return { ok: false, reason: 'options', problems: checked.problems };
    ({ options } = checked);
    site = await fetchSite(options, known, onProgress);
  } catch {
    return { ok: false, reason: 'offline' };
  }
  onProgress('packing');
  const packed = await pack({ options, site, date });
  return packed.ok ? packed : { ok: false, reason: 'failed' };
}

async function fetchSite(options: CheckedOptions, catalogs: ReadonlyMap<string, Catalog>, onProgress: (progress: Progress) => void): Promise<SiteFiles> {
  const documents = new Map<string, string>();
  const assets = new Map<string, Uint8Array>();
  const icon = await textFile('icon.svg');
  let done = 0;
  // Scripts and style sheets come to some ten files; the documents are by far the largest.
  const step = (): void => onProgress({ fetching: Math.min(0.95, ++done / (options.locales.length + 10)) });
  await Promise.all(options.locales.map(async (locale) => {
    documents.set(locale, await textFile(documentUrl(locale, options.course.id)));
    step();
  }));
  for (let missing = neededFiles(options, { catalogs, documents, assets }); missing.length > 0; missing = neededFiles(options, { catalogs, documents, assets })) {
    await Promise.all(missing.map(async (name) => {
      assets.set(name, await packageFile(base, `assets/${name}`));
      step();
    }));
  }
  return { catalogs: new Map(options.locales.map((locale) => [locale, catalogs.get(locale)!])), documents, assets, icon };
}

/** Brings everything that packages of a course may need onto this device, for the time without a line. */
export async function keepCourse(course: string, locales: readonly string[], known: Map<string, Catalog>): Promise<boolean> {
  try {
    for (const locale of locales) {
      if (!known.has(locale)) known.set(locale, await fetchCatalog(locale));
      const checked = checkOptions({ course, locales: [locale], format: 'html' }, new Map([[locale, known.get(locale)!]]));
      if (checked.ok) await fetchSite(checked.options, known, () => {});
    }
    // The service worker keeps what it hands out.
    return (await fetch(packer())).ok;
  } catch {
    return false;
  }
}

const packer = (): string => `${base}assets/${data['packer']}`;

function pack(order: PackingOrder): Promise<PackingResult> {
  return new Promise((resolve) => {
    const worker = new Worker(packer(), { type: 'module' });
    const end = (result: PackingResult): void => {
      worker.terminate();
      resolve(result);
    };
    worker.addEventListener('message', ({ data: result }: MessageEvent<PackingResult>) => end(result));
    worker.addEventListener('error', ({ message }) => end({ ok: false, message }));
    worker.postMessage(order);
  });
}

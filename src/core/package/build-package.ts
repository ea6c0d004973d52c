/** The one exporter: the command (tools/package) and the page of partners (islands/Partners) hand it the same texts and get the same bytes. */
import { strFromU8, strToU8 } from 'fflate';
import { bytesHash, sourceHash } from '../translation/source-hash.ts';
import { courseActivity } from './activity.ts';
import type { Catalog } from './catalog.ts';
import type { Brand, PackageConfig, PackageFormat } from './config.ts';
import { chooseParts, countryPart, fileOf, filesNamedBy, folderDocument } from './documents.ts';
import { folderServiceWorker } from './folder-content.ts';
import { logoAddress, type Logo } from './logo.ts';
import { cmi5Structure, scorm12Manifest, scorm2004Manifest, tincanStructure, type ManifestFacts } from './manifests.ts';
import type { CheckedOptions } from './options.ts';
import { readme } from './readme.ts';
import { singleFile } from './single-file.ts';
import { zip } from './zip.ts';

export interface SiteFiles {
  /** By locale, of the languages asked for at least. */
  catalogs: ReadonlyMap<string, Catalog>;
  /** The embed document of the course, by locale. */
  documents: ReadonlyMap<string, string>;
  /** Files in `assets/` by name: those that `neededFiles` names. */
  assets: ReadonlyMap<string, Uint8Array>;
  /** The site's icon.svg. */
  icon: string;
}

export interface Package {
  /** Of the file to hand out. */
  name: string;
  type: 'application/zip' | 'text/html';
  bytes: Uint8Array;
  config: PackageConfig;
}

/** The files in `assets/` that a package needs and that are not in `assets` yet. Scripts and style sheets name others: ask again until nothing is missing. */
export function neededFiles(options: CheckedOptions, site: Omit<SiteFiles, 'icon'>): string[] {
  return assetsOf(options, site).filter((name) => !site.assets.has(name));
}

function assetsOf(options: CheckedOptions, { catalogs, documents, assets }: Omit<SiteFiles, 'icon'>): string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const bytes = assets.get(name);
    if (bytes && /\.(js|css)$/.test(name)) filesNamedBy(strFromU8(bytes)).forEach(add);
  };
  for (const locale of options.locales) {
    const { scripts, unfold, folder } = catalogs.get(locale)!;
    const more = { html: [unfold], web: [folder.keep, folder.worker] };
    [...scripts, ...(options.format === 'html' || options.format === 'web' ? more[options.format] : []), ...filesNamedBy(partsOf(options, documents.get(locale)!))].forEach(add);
  }
  return [...found].sort();
}

/**
 * @param date day of the export, `2026-11-22`; it is part of the package, so another day gives other bytes
 * @throws Error where the site's files do not belong together: a build at fault, which no partner can mend
 */
export function buildPackage(options: CheckedOptions, site: SiteFiles, date: string): Package {
  const config = configOf(options, site, date);
  const name = fileName(options);
  if (options.format === 'html') return { name: `${name}.html`, type: 'text/html', bytes: strToU8(htmlPackage(options, site, config)), config };
  return { name: `${name}.zip`, type: 'application/zip', bytes: zip(folderPackage(options, site, config)), config };
}

function configOf(options: CheckedOptions, site: SiteFiles, date: string): PackageConfig {
  const { course, modules, locales, format, country, brand, passMark, preset, certificate, rollout, phase, terms } = options;
  return {
    format,
    course: course.id,
    modules,
    locales,
    ...(country && { country }),
    ...(brand && { brand: brandOf(brand, format) }),
    ...(passMark !== undefined && { passMark }),
    ...(preset && { preset }),
    certificate,
    picker: locales.length > 1,
    ...(rollout && { rollout }),
    ...(phase && { phase }),
    ...(terms && { terms }),
    activity: courseActivity(course.id, modules, isWhole(options)),
    version: course.version,
    contentHash: contentHash(options, site),
    date,
  };
}

function brandOf({ logo, ...brand }: NonNullable<CheckedOptions['brand']>, format: PackageFormat): Brand {
  return logo ? { ...brand, logo: format === 'html' ? logoAddress(logo) : logoFile(logo) } : brand;
}

const logoFile = ({ kind }: Logo): string => `assets/logo.${kind}`;

/** Of the documents, and of the scripts by their names, which carry their hashes. */
function contentHash({ locales }: CheckedOptions, { catalogs, documents }: SiteFiles): string {
  return bytesHash(strToU8(locales.flatMap((locale) => [locale, documents.get(locale), ...catalogs.get(locale)!.scripts]).join('\n')));
}

const isWhole = ({ course, modules }: CheckedOptions): boolean => modules.length === course.modules.length;

/** `farol-driver-pt-BR-BR-scorm12`: letters, digits and hyphens, which every system takes. */
function fileName(options: CheckedOptions): string {
  const { rollout, course, modules, locales, country, format } = options;
  const selection = isWhole(options) ? [] : modules.length === 1 ? modules : ['selection'];
  return ['farol', rollout, course.id, ...selection, ...locales, country, format].filter(Boolean).join('-');
}

/** The document of one language, with what was chosen. */
function partsOf(options: CheckedOptions, html: string): string {
  const { course, modules, certificate, country, locales } = options;
  const dropped = course.modules.map(({ id }) => id).filter((id) => !modules.includes(id));
  return chooseParts(html, { without: certificate ? dropped : [...dropped, 'certificate'], country, locales });
}

/** A partner's own words are those of the document's language. */
function configIn(locale: string, { contact, ownPage = {} }: CheckedOptions, config: PackageConfig): PackageConfig {
  const page = ownPage[locale] ?? Object.values(ownPage)[0];
  return { ...config, ...(contact && { contact: { ...contact, text: contact.text[locale] ?? '' } }), ...(page && { ownPage: page }) };
}

function htmlPackage(options: CheckedOptions, { catalogs, documents, assets, icon }: SiteFiles, config: PackageConfig): string {
  const [locale = ''] = options.locales;
  const catalog = catalogs.get(locale)!;
  const html = partsOf(options, documents.get(locale)!);
  const text = (name: string): string => strFromU8(need(assets, name));
  return singleFile(html, {
    config: configIn(locale, options, config),
    styles: new Map(filesNamedBy(html).filter((name) => name.endsWith('.css')).map((name) => [name, text(name)])),
    scripts: catalog.scripts.map(text),
    unfold: text(catalog.unfold),
    icon,
    withoutScript: `<p class="notice">${catalog.texts['package.file.noScript'] ?? ''}</p>${countryPart(documents.get(locale)!, options.country)}`,
  });
}

function folderPackage(options: CheckedOptions, site: SiteFiles, config: PackageConfig): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([['assets/icon.svg', strToU8(site.icon)]]);
  const { logo } = options.brand ?? {};
  if (logo) files.set(logoFile(logo), logo.bytes);
  for (const locale of options.locales) {
    const { scripts, folder } = site.catalogs.get(locale)!;
    const html = partsOf(options, site.documents.get(locale)!);
    const written = folderDocument(html, configIn(locale, options, config), options.format === 'web' ? [...scripts, folder.keep] : scripts);
    files.set(fileOf(locale, options.locales), strToU8(written.html));
    for (const [name, css] of written.styles) files.set(`assets/${name}`, strToU8(css));
  }
  for (const name of assetsOf(options, site)) files.set(`assets/${name}`, need(site.assets, name));

  const [first = ''] = options.locales;
  const facts = manifestFacts(options, site, config);
  const title = facts.titles[first]!;
  files.set('README.txt', strToU8(readme({ config, title, catalog: site.catalogs.get(first)!, passMark: facts.passMark })));
  if (options.format === 'web') {
    const worker = `assets/${site.catalogs.get(first)!.folder.worker}`;
    const script = strFromU8(files.get(worker)!);
    files.delete(worker);
    files.set('service-worker.js', strToU8(folderServiceWorker({ version: `${config.contentHash} ${config.date}`, files: [...files.keys()].filter((name) => name !== 'README.txt').sort() }, script)));
  }
  files.set('farol-package.json', strToU8(aboutPackage(options, config, title)));
  const manifest = manifests[options.format as Exclude<PackageFormat, 'html'>];
  if (manifest) files.set(manifest.file, strToU8(manifest.write({ ...facts, files: [...files.keys()].sort() })));
  return files;
}

const manifests: Record<Exclude<PackageFormat, 'html'>, { file: string; write(facts: ManifestFacts): string } | null> = {
  scorm12: { file: 'imsmanifest.xml', write: scorm12Manifest },
  scorm2004: { file: 'imsmanifest.xml', write: scorm2004Manifest },
  cmi5: { file: 'cmi5.xml', write: cmi5Structure },
  xapi: { file: 'tincan.xml', write: tincanStructure },
  web: null,
};

function manifestFacts(options: CheckedOptions, { catalogs }: SiteFiles, config: PackageConfig): Omit<ManifestFacts, 'files'> {
  const whole = isWhole(options);
  const inEach = (pick: (locale: string) => string): Record<string, string> => Object.fromEntries(options.locales.map((locale) => [locale, pick(locale)]));
  const courseIn = (locale: string) => catalogs.get(locale)!.courses.find(({ id }) => id === config.course)!;
  return {
    activity: config.activity,
    identifier: `farol-${config.course}${whole ? '' : `-${sourceHash(config.modules.join(' ')).slice(0, 8)}`}`,
    version: config.version,
    // A single module goes by its own name.
    titles: inEach((locale) => (config.modules.length === 1 && !whole ? courseIn(locale).modules.find(({ id }) => id === config.modules[0])!.title : courseIn(locale).title)),
    summaries: inEach((locale) => courseIn(locale).summary),
    passMark: config.passMark ?? options.course.passMark,
  };
}

/** `farol-package.json`: what this package is, for people and for tools; the course itself does not read it. */
function aboutPackage(options: CheckedOptions, config: PackageConfig, title: string): string {
  const { version, contentHash: hash, date, format, course, activity, ...chosen } = config;
  return `${JSON.stringify({ farol: 'package', name: fileName(options), title, course, version, contentHash: hash, date, format, activity, options: { ...chosen, contact: options.contact } }, null, 2)}\n`;
}

function need(assets: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = assets.get(name);
  if (!bytes) throw new Error(`The package needs assets/${name}, which was not handed over.`);
  return bytes;
}

/**
 * Turns the site's embed document into the document of a package. Pure text work, the same in Node and in the browser.
 *
 * What the document marks, each as a comment of its own (components/views/View.astro, Part.astro):
 *
 * | marker                                | stands around                                                                    |
 * |---------------------------------------|----------------------------------------------------------------------------------|
 * | `<!--view:<id>-->…<!--/view-->`       | a view: a module's, or `start`, `before`, `quiz`, `certificate`, `refresher`, …  |
 * | `<!--module:<id>-->…<!--/module-->`   | what another view says of a module: its entry in a list, its questions            |
 * | `<!--country:<CC>-->…<!--/country-->` | a country's numbers, and its entry in lists                                      |
 * | `<!--locale:<tag>-->…<!--/locale-->`  | the link to the document in another language                                     |
 *
 * Markers of different kinds may stand inside each other, of the same kind they may not.
 */
import { sourceHash } from '../translation/source-hash.ts';
import { configElement, writePackageConfig, type PackageConfig } from './config.ts';

export interface Parts {
  /** Ids of views and modules to leave out. */
  without: readonly string[];
  /** The only country to keep; undefined keeps all. */
  country: string | undefined;
  /** The first is in `index.html`, each other in `<tag>.html`. */
  locales: readonly string[];
}

/**
 * Leaves out the views, modules, countries and languages that were not chosen, and all markers. Lists of ids (`data-views`, `data-modules`) keep the whole
 * course: from them the package's script knows what is missing, and what to put in the place of a link to it.
 */
export function chooseParts(html: string, { without, country, locales }: Parts): string {
  const drops: [kind: string, isDropped: (id: string) => boolean][] = [
    ['view', (id) => without.includes(id)],
    ['module', (id) => without.includes(id)],
    ['country', (id) => country !== undefined && id !== country],
    ['locale', (id) => !locales.includes(id)],
  ];
  const kept = drops.reduce(
    (text, [kind, isDropped]) => text.replace(new RegExp(`<!--${kind}:([\\w-]+)-->([^]*?)<!--/${kind}-->`, 'g'), (_, id: string, inside: string) => (isDropped(id) ? '' : inside)),
    html,
  );
  return (
    kept
      .replace(/<a\b[^>]*\sdata-language\b[^>]*>/g, (link) => link.replace(/ href="[^"]*"/, ` href="${fileOf(/ lang="([^"]*)"/.exec(link)?.[1] ?? '', locales)}"`))
      // A package belongs to no site that could check its certificates by a link: the code alone goes into the picture.
      .replace(/ data-verify="[^"]*"/g, ' data-verify=""')
  );
}

/** The file of a package that holds a language. */
export function fileOf(locale: string, locales: readonly string[]): string {
  return locale === locales[0] ? 'index.html' : `${locale}.html`;
}

/** A country's numbers in a document; empty without a country. Its code may also mark shorter things, such as its entry in a list. */
export function countryPart(html: string, country: string | undefined): string {
  const parts = country ? [...html.matchAll(new RegExp(`<!--country:${country}-->([^]*?)<!--/country-->`, 'g'))].map(([, inside = '']) => inside) : [];
  return parts.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** The base path of the site that a document was built for. */
export function baseOf(html: string): string {
  return /<body[^>]*\sdata-base="([^"]*)"/.exec(html)?.[1] ?? '/';
}

/** A file name with its hash in it, wherever it stands: in an address, an import, a `data-part`. */
const hashedName = /[\w-]+\.[0-9A-Z]{8}\.(?:js|css|svg|png|webp|jpg|woff2)\b/g;

/** The files in `assets/` that a text names. A document's own scripts are not among them: a package brings its own. */
export function filesNamedBy(text: string): string[] {
  return [...new Set([...text.replace(siteScripts, '').matchAll(hashedName)].map(([name]) => name))].sort();
}

const siteScripts = /<script\b[^>]*\ssrc="[^"]*"[^>]*><\/script>|<link\b[^>]*\srel="modulepreload"[^>]*>/g;
const siteLinks = /<link\b[^>]*\srel="(?:icon|apple-touch-icon|manifest|canonical|alternate)"[^>]*>/g;

export interface Written {
  html: string;
  /** Style sheets that stood in the document, by the name they get in `assets/`. */
  styles: Map<string, string>;
}

/**
 * A document with relative addresses, in the folder that has `assets/` in it. Style sheets become files, so that a policy that allows none in a page may stay.
 * @param scripts names in `assets/`, in loading order
 * @throws Error for an address that leads back to the site: the build is at fault, not the partner
 */
export function folderDocument(html: string, config: PackageConfig, scripts: readonly string[]): Written {
  const styles = new Map<string, string>();
  const linked = withRelativeAddresses(html).replace(/<style\b([^>]*)>([^]*?)<\/style>/g, (_, attributes: string, css: string) => {
    const name = `style.${sourceHash(css).slice(0, 8).toUpperCase()}.css`;
    styles.set(name, css);
    const [media = ''] = /\smedia="[^"]*"/.exec(attributes) ?? [];
    return `<link rel="stylesheet" href="assets/${name}"${media}>`;
  });
  const head = [`<link rel="icon" href="assets/icon.svg" type="image/svg+xml">`, configBlock(config), ...scripts.map((name) => `<script type="module" src="assets/${name}"></script>`)];
  return { html: inHead(linked, head.join('')), styles };
}

/** Addresses below the base path as seen from the root of the package; without what belongs to the site as a whole. */
export function withRelativeAddresses(html: string): string {
  const base = baseOf(html);
  const escaped = base.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const relative = html
    .replace(siteScripts, '')
    .replace(siteLinks, '')
    .replace(new RegExp(`(=")${escaped}(assets/)`, 'g'), '$1$2')
    // "./" and not "": scripts build addresses to import from it.
    .replace(/(<body[^>]*\sdata-base=")[^"]*"/, '$1./"');
  const [left] = /\s(?:href|src|action|poster|data|content|data-[\w-]+)="\/(?!\/)[^"]*"/.exec(relative) ?? [];
  if (left) throw new Error(`The document for packages has${left}, which leads back to the site. Give it an address below assets/, or one that begins with #.`);
  return /<meta name="robots"/.test(relative) ? relative.replace(/<meta name="robots"[^>]*>/, noRobots) : inHead(relative, noRobots);
}

const noRobots = '<meta name="robots" content="noindex, nofollow">';

export const configBlock = (config: PackageConfig): string => `<script type="application/json" id="${configElement}">${writePackageConfig(config)}</script>`;

/** Puts markup at the end of the head. A function, since `$&` in a script is not a reference to the match. */
export const inHead = (html: string, markup: string): string => html.replace('</head>', () => `${markup}</head>`);

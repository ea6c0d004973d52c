/**
 * A course as one HTML file that works from a double click: nothing in it asks for another file. Scripts run as inline modules, which browsers allow from `file://`.
 *
 * A file that would be too large for chats carries its content compressed: `<main>` is emptied, and a script unfolds it before the course's own script runs.
 * Without JavaScript such a file shows what stands in `<noscript>`: the country's numbers.
 */
import { strToU8, zlibSync } from 'fflate';
import type { PackageConfig } from './config.ts';
import { configBlock, inHead, withRelativeAddresses } from './documents.ts';
import { foldedElement } from './folded.ts';
import { base64 } from './logo.ts';

/** Bytes; what common chat programs and mail servers let through without a word, and a slow line brings in half a minute. */
export const largestSingleFile = 400_000;

export interface SingleFileParts {
  config: PackageConfig;
  /** Style sheets by their name in `assets/`. */
  styles: ReadonlyMap<string, string>;
  /** Texts of scripts, in loading order. */
  scripts: readonly string[];
  /** Text of the script that unfolds. */
  unfold: string;
  /** The icon, as SVG text. */
  icon: string;
  /** What a file with compressed content says to a reader without JavaScript, as HTML. */
  withoutScript: string;
}

export function singleFile(html: string, { config, styles, scripts, unfold, icon, withoutScript }: SingleFileParts): string {
  const inlined = withRelativeAddresses(html).replace(/<link\b[^>]*\srel="stylesheet"[^>]*>/g, (link) => {
    const name = /href="assets\/([^"]+)"/.exec(link)?.[1] ?? '';
    const [media = ''] = /\smedia="[^"]*"/.exec(link) ?? [];
    return `<style${media}>${styles.get(name) ?? ''}</style>`;
  });
  const iconAddress = `data:image/svg+xml;base64,${base64(strToU8(icon))}`;
  const head = (first: readonly string[]) => [`<link rel="icon" href="${iconAddress}">`, configBlock(config), ...[...first, ...scripts].map(inlineModule)].join('');
  const plain = inHead(inlined, head([]));
  if (strToU8(plain).length <= largestSingleFile) return plain;
  const folded = inlined.replace(/(<main\b[^>]*>)([^]*)(<\/main>)/, (_, start: string, content: string, end: string) => {
    const bytes = zlibSync(strToU8(content), { level: 9 });
    return `${start}<noscript>${withoutScript}</noscript>${end}<script type="text/plain" id="${foldedElement}">${base64(bytes)}</script>`;
  });
  return inHead(folded, head([unfold]));
}

/** Nothing in a script's text may end its element, or begin what lets it go on behind its end (HTML, 13.2.5.20). Both stand in strings and patterns only. */
function inlineModule(code: string): string {
  return `<script type="module">${code.replace(/<(?=\/script|!--)/gi, '\\x3C')}</script>`;
}

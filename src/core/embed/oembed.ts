/** What a page tells programs that want to show a course in a page of their own: oEmbed 1.0, section 2.3, type `rich`. */
import { embedAddress } from './address.ts';

export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url: string;
  html: string;
  /** CSS pixels. */
  width: number;
  height: number;
  /** Seconds. */
  cache_age: number;
}

const width = 640;
const height = 800;

/** Where the document of a course lies. */
export const oEmbedPath = (locale: string, course: string): string => `oembed/${locale}/${course}.json`;

/**
 * A plain `<iframe>`: most programs take the scripts out of what they are given.
 * @param site whole address of the site, with a slash at the end
 */
export function oEmbedOf(site: string, { course, locale, title }: { course: string; locale: string; title: string }): OEmbed {
  const address = embedAddress(site, locale, course, '');
  const html = `<iframe src="${quoted(address)}" title="${quoted(title)}" lang="${locale}" width="${width}" height="${height}" allow="clipboard-write; web-share; fullscreen" loading="lazy"></iframe>`;
  return { version: '1.0', type: 'rich', title, provider_name: 'Farol', provider_url: site, html, width, height, cache_age: 86_400 };
}

const quoted = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

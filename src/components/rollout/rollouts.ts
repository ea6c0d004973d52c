/** What pages read of content/rollouts: the facts, the words in the rollout's own languages, the logo. */
import { getCollection, getEntry } from 'astro:content';
import { locales, sourceLocale } from '../../core/locale/locales.ts';
import { base64 } from '../../core/package/logo.ts';
import { encodeUtf8 } from '../../core/progress/utf8.ts';
import type { RolloutKey, RolloutWords } from '../../core/rollout/rollout.schema.ts';

export interface Rollout {
  key: RolloutKey;
  /** By language, in the order of `key.languages`. */
  words: Map<string, RolloutWords>;
  /** SVG. */
  logo: string;
}

const logos = import.meta.glob<string>('/content/rollouts/*/logo.svg', { eager: true, query: '?raw', import: 'default' });

/** With the languages in which the site is built; a language that is still in work is not handed out. */
export async function getRollouts(): Promise<Rollout[]> {
  const keys = (await getCollection('rolloutKeys')).map(({ data }) => ({ ...data, languages: inSite(data.languages) })).sort((a, b) => a.id.localeCompare(b.id, 'en'));
  return Promise.all(
    keys.map(async (key) => {
      const words = new Map<string, RolloutWords>();
      for (const locale of key.languages) {
        const entry = (await getEntry('rolloutWords', `${key.id}/${locale}`)) ?? (await getEntry('rolloutWords', `${key.id}/${sourceLocale}`));
        if (!entry) throw new Error(`content/rollouts/${key.id}/${locale}.yaml is missing. Run "npm run check": it names the file to write.`);
        words.set(locale, entry.data);
      }
      return { key, words, logo: logos[`/content/rollouts/${key.id}/logo.svg`] ?? '' };
    }),
  );
}

const inSite = (languages: readonly string[]): string[] => {
  const published = languages.filter((tag) => locales.some((known) => known.tag === tag));
  return published.length > 0 ? published : [sourceLocale];
};

/** The language a rollout speaks to readers of a page in `locale`: that one if it has it, else its first. */
export const languageOf = ({ key }: Rollout, locale: string): string => (key.languages.includes(locale) ? locale : key.languages[0]!);

export const logoOf = ({ logo }: Rollout): string => `data:image/svg+xml;base64,${base64(Uint8Array.from(encodeUtf8(logo)))}`;

/**
 * The colours of the partner in place of the site's own, by day and by night. A style sheet of its own, so that the Content-Security-Policy takes it by its hash:
 * one more for each rollout.
 */
export const brandStyle = ({ key: { brand } }: Rollout): string =>
  `:root{--accent:${brand.colour};--on-accent:#fffaf0;--brand:${brand.colour}}@media (prefers-color-scheme:dark){:root{--accent:${brand.colourDark};--on-accent:#14233b}}`;

/** Route parameters for pages that exist once a language and rollout: in every language of the site, so that changing it leads nowhere else; with the language that the rollout speaks there, and its words. */
export async function rolloutPaths() {
  const rollouts = await getRollouts();
  return locales.flatMap(({ tag }) =>
    rollouts.map((rollout) => {
      const language = languageOf(rollout, tag);
      return { params: { locale: tag, rollout: rollout.key.id }, props: { rollout, language, words: rollout.words.get(language)! } };
    }),
  );
}

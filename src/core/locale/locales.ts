/**
 * The only list of languages. Adding one is one line here and one folder of translated files; routes, pickers, checks and tests follow.
 */
export interface Locale {
  /** BCP 47; also the first part of every address and the name of every translated file. */
  tag: string;
  /** Its own name, as its speakers write it. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** ISO 15924; chooses fonts, size and line height (styles/tokens.css). */
  script: string;
}

export const locales = [{ tag: 'en', name: 'English', dir: 'ltr', script: 'Latn' }] as const satisfies readonly Locale[];

export type LocaleTag = (typeof locales)[number]['tag'];

/** The language that every text is first written in; missing text falls back to it. */
export const sourceLocale = 'en' satisfies LocaleTag;

/** The locale with this tag, or undefined. */
export function findLocale(tag: string): Locale | undefined {
  return locales.find((locale) => locale.tag === tag);
}

/**
 * The locale to propose to someone who has chosen none.
 * @param wanted BCP 47 tags in order of preference, as `navigator.languages` gives them
 */
export function proposeLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const lower = tag.toLowerCase();
    const exact = locales.find((locale) => locale.tag.toLowerCase() === lower);
    if (exact) return exact;
    const base = lower.split('-')[0];
    const near = locales.find((locale) => locale.tag.toLowerCase().split('-')[0] === base);
    if (near) return near;
  }
  return locales[0];
}

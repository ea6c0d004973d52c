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
  /** false while it is being translated: its files are checked, and no page of it is built. */
  published: boolean;
}

export const allLocales = [
  { tag: 'en', name: 'English', dir: 'ltr', script: 'Latn', published: true },
  { tag: 'es', name: 'Español', dir: 'ltr', script: 'Latn', published: true },
  { tag: 'pt-BR', name: 'Português (Brasil)', dir: 'ltr', script: 'Latn', published: true },
  { tag: 'id', name: 'Bahasa Indonesia', dir: 'ltr', script: 'Latn', published: true },
  { tag: 'th', name: 'ไทย', dir: 'ltr', script: 'Thai', published: true },
] as const satisfies readonly Locale[];

/** The languages that learners can choose. */
// Marked as pure so that a script that needs no list of languages carries none.
export const locales: readonly Locale[] = /* @__PURE__ */ allLocales.filter((locale) => locale.published);

export type LocaleTag = (typeof allLocales)[number]['tag'];

/** The language that every text is first written in; missing text falls back to it. */
export const sourceLocale = 'en' satisfies LocaleTag;

/** The locale with this tag, published or not; undefined for any other. */
export function findLocale(tag: string): Locale | undefined {
  return allLocales.find((locale) => locale.tag === tag);
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
  return allLocales[0];
}

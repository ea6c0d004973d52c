/** Interface strings for pages: content/ui/<locale>.json, the source language where a text is missing. */
import { fill, pluralKey, type MessageKey, type Messages, type Values } from '../core/locale/messages.ts';
import { sourceLocale } from '../core/locale/locales.ts';

type Entry = { text: string; note?: string };
const files = import.meta.glob<Record<string, Entry>>('/content/ui/*.json', { eager: true, import: 'default' });
const dictionary = (locale: string) => files[`/content/ui/${locale}.json`] ?? {};

export interface Translate {
  (key: MessageKey, values?: Values): string;
  /** The plural form of `key` for `count`, with `{n}` filled in. */
  plural(key: string, count: number, values?: Values): string;
  /** The texts behind these keys, for a page's scripts; `x.other` stands for every plural form of `x`. */
  pick(keys: readonly string[]): Messages;
}

export function messagesFor(locale: string): Translate {
  const text = (key: string): string => {
    // A language may lack a plural form that another one has; "other" exists in all.
    const keys = [key, key.replace(/\.(?:zero|one|two|few|many)$/, '.other')];
    const entry = [locale, sourceLocale].flatMap((tag) => keys.map((wanted) => dictionary(tag)[wanted])).find((found) => found);
    if (!entry) throw new Error(`content/ui/${sourceLocale}.json has no text for "${key}". Add it there, with a note for translators.`);
    return entry.text;
  };
  const t = ((key, values) => fill(text(key), values)) as Translate;
  t.plural = (key, count, values) => fill(text(pluralKey(locale, key, count)), { n: count, ...values });
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  t.pick = (keys) =>
    Object.fromEntries(keys.flatMap((key) => (key.endsWith('.other') ? pluralCategories.map((category) => key.replace(/other$/, category)) : [key])).map((key) => [key, text(key)]));
  return t;
}

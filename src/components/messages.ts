/** Interface strings for pages: content/ui/<locale>.json, the source language where a text is missing. */
import { fill, messageText, pluralKey, withPluralForms, type Dictionary, type MessageKey, type Messages, type Values } from '../core/locale/messages.ts';
import { sourceLocale } from '../core/locale/locales.ts';

const files = import.meta.glob<Dictionary>('/content/ui/*.json', { eager: true, import: 'default' });
const dictionaries = Object.fromEntries(Object.entries(files).map(([file, dictionary]) => [file.slice('/content/ui/'.length, -'.json'.length), dictionary]));

export interface Translate {
  (key: MessageKey, values?: Values): string;
  /** The plural form of `key` for `count`, with `{n}` filled in. */
  plural(key: string, count: number, values?: Values): string;
  /** The texts behind these keys, for a page's scripts; `x.other` stands for every plural form of `x`. */
  pick(keys: readonly string[]): Messages;
}

export function messagesFor(locale: string): Translate {
  const text = (key: string): string => {
    const found = messageText(dictionaries, locale, key);
    if (found === undefined) throw new Error(`content/ui/${sourceLocale}.json has no text for "${key}". Add it there, with a note for translators.`);
    return found;
  };
  const t = ((key, values) => fill(text(key), values)) as Translate;
  t.plural = (key, count, values) => fill(text(pluralKey(locale, key, count)), { n: count, ...values });
  t.pick = (keys) => Object.fromEntries(withPluralForms(locale, keys).map((key) => [key, text(key)]));
  return t;
}

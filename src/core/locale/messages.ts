/** Interface strings: the text stands in content/ui/<locale>.json, placeholders are `{name}`. */
import type en from '../../../content/ui/en.json';
import { sourceLocale } from './locales.ts';

export type MessageKey = keyof typeof en;
/** What a page hands to its scripts: the few messages they use, by key. */
export type Messages = Partial<Record<string, string>>;
export type Values = Record<string, string | number>;

/** Puts values into `{name}` placeholders; an unknown placeholder stays visible, so that a test finds it. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/**
 * The key of the plural form of `key` for `count`: `minutes` → `minutes.one`, `minutes.other`.
 * Categories are CLDR's, through Intl.PluralRules.
 */
export function pluralKey(locale: string, key: string, count: number): string {
  return `${key}.${new Intl.PluralRules(locale).select(count)}`;
}

/** Shape of content/ui/<locale>.json. */
export type Dictionary = Readonly<Record<string, { readonly text: string }>>;

/**
 * The text of a key in a language: its own, else that of the source language. A language may lack a plural form that another one has; `other` exists in all.
 * @param dictionaries by locale
 * @returns undefined for a key that even the source language does not have
 */
export function messageText(dictionaries: Readonly<Partial<Record<string, Dictionary>>>, locale: string, key: string): string | undefined {
  const keys = [key, key.replace(/\.(?:zero|one|two|few|many)$/, '.other')];
  return [locale, sourceLocale].flatMap((tag) => keys.map((wanted) => dictionaries[tag]?.[wanted]?.text)).find((text) => text !== undefined);
}

/** The keys behind a list in which `x.other` stands for every plural form of `x` that the language has. */
export function withPluralForms(locale: string, keys: readonly string[]): string[] {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  return keys.flatMap((key) => (key.endsWith('.other') ? pluralCategories.map((category) => key.replace(/other$/, category)) : [key]));
}

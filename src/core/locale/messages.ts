/** Interface strings: the text stands in content/ui/<locale>.json, placeholders are `{name}`. */
import type en from '../../../content/ui/en.json';

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

import { sourceLocale } from '../../../core/locale/locales.ts';
import type { Content } from '../../content/content.ts';
import type { UiWords } from '../../content/ui.schema.ts';
import type { YamlFile } from '../../content/yaml-file.ts';
import { didYouMean } from '../../content/nearest.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * Interface strings have a text and a note for whoever translates them, placeholders are `{name}`, and counted ones have all plural forms of their language.
 * A translation has keys and placeholders of the source only: others are never shown, or never filled.
 */
export const uiWords: Rule = {
  name: 'ui-words',
  *check({ ui }: Content) {
    const source = ui.get(sourceLocale)?.value;
    for (const [locale, file] of ui) {
      if (!file.value) continue;
      for (const [key, entry] of Object.entries(file.value)) yield* inEntry(file, key, entry, locale === sourceLocale ? undefined : source);
      yield* plurals(file, file.value, locale, source ?? file.value);
    }
  },
};

function* inEntry(file: YamlFile<UiWords>, key: string, { text, note }: UiWords[string], source: UiWords | undefined): Generator<Finding> {
  const at = { file: file.file, line: file.lineOf([key]) };
  if (text.trim() === '') yield { ...at, what: `"${key}" has no text`, write: 'what the learner reads' };
  if (!source && !note?.trim()) yield { ...at, what: `"${key}" has no note`, write: 'where it stands, for the translator' };
  if (/[{}]/.test(text.replace(/\{[A-Za-z]\w*\}/g, ''))) yield { ...at, what: `"${key}" has a placeholder that cannot be filled`, write: '{name}: one word, no spaces' };
  if (!source) return;
  const original = source[key];
  const isPlural = pluralForm.test(key);
  if (!original && !isPlural) yield { ...at, what: `${sourceLocale}.json has no "${key}"`, write: didYouMean(key, Object.keys(source)) };
  for (const name of original ? placeholders(text) : []) {
    if (!placeholders(original!.text).includes(name)) yield { ...at, what: `{${name}} of "${key}" is never filled`, write: didYouMean(name, placeholders(original!.text)) };
  }
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

const pluralForm = /^(.+)\.(zero|one|two|few|many|other)$/;

/** A family of plural forms is one that has `.one`, `.few` or the like in the source; `.other` alone may be a plain key. */
function* plurals(file: YamlFile<UiWords>, words: UiWords, locale: string, source: UiWords): Generator<Finding> {
  const families = new Set(Object.keys(source).flatMap((key) => (pluralForm.test(key) && !key.endsWith('.other') ? [pluralForm.exec(key)![1]!] : [])));
  const needed: readonly string[] = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  for (const family of families) {
    const forms = Object.keys(words).flatMap((key) => (pluralForm.exec(key)?.[1] === family ? [pluralForm.exec(key)![2]!] : []));
    if (forms.length === 0) continue;
    const line = file.lineOf([`${family}.${forms[0]}`]);
    for (const form of needed.filter((category) => !forms.includes(category))) yield { file: file.file, line, what: `"${family}" has no plural form "${form}"`, write: `"${family}.${form}"` };
    for (const form of forms.filter((category) => !needed.includes(category))) yield { file: file.file, line: file.lineOf([`${family}.${form}`]), what: `${locale} has no plural form "${form}"`, write: 'nothing' };
  }
}

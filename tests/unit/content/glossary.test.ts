import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allLocales, sourceLocale } from '../../../src/core/locale/locales.ts';
import { avoidedTerm } from '../../../src/tools/check/rules/avoided-term.ts';
import { glossaryTerm } from '../../../src/tools/check/rules/glossary-term.ts';
import { contentOf, readFiles } from '../../../src/tools/content/load-content.ts';
import { today } from '../tools/check/fixtures.ts';

const files = new Map([...readFiles(join(import.meta.dirname, '../../../content'))].filter(([file]) => file.startsWith('glossary/')));
const { glossaries } = contentOf(files);
const termsOf = (locale: string) => glossaries.get(locale)!.value!.terms;
const translations = allLocales.map(({ tag }) => tag).filter((tag) => tag !== sourceLocale);

/** The glossaries of content/, beside an interface that says nothing but these sentences. */
const saying = (...texts: [locale: string, sentences: readonly string[]][]) =>
  contentOf(new Map([...files, ...texts.map(([locale, said]) => [`ui/${locale}.json`, JSON.stringify(Object.fromEntries(said.map((text, index) => [`m${index}`, { text }])))] as const)]));

/** A sentence of each language around a word; Thai has no space beside it. */
const sentence: Record<(typeof allLocales)[number]['tag'], (word: string) => string> = {
  en: (word) => `Yesterday he wrote ${word}, and nobody asked why.`,
  es: (word) => `Ayer escribió ${word}, y nadie preguntó por qué.`,
  'pt-BR': (word) => `Ontem ele escreveu ${word}, e ninguém perguntou por quê.`,
  id: (word) => `Kemarin dia menulis ${word}, dan tidak ada yang bertanya.`,
  th: (word) => `เมื่อวานเขาเขียนว่า${word}แต่ไม่มีใครถาม`,
};

describe.each(allLocales.map(({ tag }) => tag))('the words to avoid in %s', (locale) => {
  const words = termsOf(locale).flatMap(({ avoid }) => avoid);
  const found = (said: readonly string[]) => [...avoidedTerm.check(saying([locale, said]), { today })].filter(({ file }) => file.startsWith('ui/')).map(({ what }) => what);

  it('are each found in a sentence, and at its beginning', () => {
    expect(words.length).toBeGreaterThan(40);
    const capital = (word: string): string => word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
    const quoted = (all: readonly string[]): string[] => [...new Set(all.map((word) => `"${word.toLowerCase()}" is a word to avoid`))].sort();
    for (const planted of [sentence[locale], (word: string) => `${capital(word)} …`]) {
      expect([...new Set(found(words.map(planted)).map((what) => what.toLowerCase()))].sort()).toEqual(quoted(words));
    }
  });

  it('have a reason, and stand in no term, form or definition', () => {
    for (const { id, avoid, why } of termsOf(locale)) expect(avoid.length > 0, id).toBe(why !== undefined);
    expect(found(termsOf(locale).flatMap(({ term, definition, must = [] }) => [term, definition, ...must]))).toEqual([]);
  });
});

describe('words that only look like one to avoid', () => {
  it.each([
    ['en', 'Underage drinking is another matter. The consent of the owner is enough.'],
    ['es', 'Un gasto menor. El tráfico de la mañana. La póliza del vehículo. Un cliente del hotel.'],
    ['pt-BR', 'A reportagem de ontem. Um gasto menor. A apólice do carro. O cliente do hotel.'],
    ['id', 'Layanan pengaduan. Anak itu bercerita. Pelanggan hotel.'],
    ['th', 'ผู้เสียหาย ความยินยอม ลูกค้าของโรงแรม แจ้งเหตุ'],
  ])('are let stand in %s', (locale, text) => {
    expect([...avoidedTerm.check(saying([locale, [text]]), { today })]).toEqual([]);
  });
});

describe.each(translations)('the terms of the glossary in %s', (locale) => {
  const english = termsOf(sourceLocale);
  const check = (source: readonly string[], target: readonly string[]) =>
    [...glossaryTerm.check(saying([sourceLocale, source], [locale, target]), { today, translations: [locale] })].filter(({ file }) => file === `ui/${locale}.json`).map(({ what }) => what);
  const uses = english.map(({ id, term, must }) => ({ id, english: must?.[0] ?? term, own: termsOf(locale).find((other) => other.id === id)! }));

  it('are all bound to forms', () => {
    expect(uses.filter(({ own }) => !own.must).map(({ id }) => id)).toEqual([]);
  });

  it('are missed where the English text uses one and the translation does not', () => {
    const expected = uses.map(({ english: text, own }, index) => `m${index}: ui/en.json says "${text}", this does not say "${own.term}"`);
    expect(check(uses.map((use) => `Then ${use.english}.`), uses.map(() => '…'))).toEqual(expected);
  });

  it('are content with the term itself and with each of its forms', () => {
    const forms = uses.flatMap(({ english: text, own }) => [own.term, ...own.must!].map((form) => [`Then ${text}.`, sentence[locale](form)] as const));
    expect(check(forms.map(([text]) => text), forms.map(([, translated]) => translated))).toEqual([]);
  });

  it('are not asked for by a compound, an address or a longer term', () => {
    expect(check(['The child-protection office. [More](module:respond-safely#a-child-speaks)'], ['…'])).toEqual([]);
    const policy = termsOf(locale).find(({ id }) => id === 'child-protection-policy')!;
    expect(check(['A child-protection policy'], [policy.term])).toEqual([]);
  });
});

import { sourceLocale } from '../../../core/locale/locales.ts';
import { checkedTranslations } from '../checked-translations.ts';
import type { Rule } from '../rule.ts';
import { wholeWords } from '../whole-words.ts';

/**
 * Where the source uses a term of the field, the translation uses its own, in one of the forms under `must` of content/glossary/<locale>.yaml: two words for
 * one thing make a learner look for two things. Terms without `must` are not checked.
 */
export const glossaryTerm: Rule = {
  name: 'glossary-term',
  *check(content, context) {
    const english = new Map((content.glossaries.get(sourceLocale)?.value?.terms ?? []).map((term) => [term.id, term]));
    const terms = new Map<string, { uses: RegExp; forms: string[]; term: string }[]>();
    for (const [locale, { value }] of content.glossaries) {
      const checked = (value?.terms ?? []).flatMap(({ id, term, must }) => {
        const source = english.get(id);
        return must && source ? [{ uses: new RegExp(wholeWords([source.term, ...(source.must ?? [])])!, 'iu'), forms: must.map((form) => form.toLowerCase()), term }] : [];
      });
      terms.set(locale, checked);
    }
    for (const { source, units, file, target, locale } of checkedTranslations(content, context)) {
      const texts = new Map(target.units.map((unit) => [unit.id, unit.text]));
      for (const { id, text } of units) {
        const translation = texts.get(id)?.toLowerCase();
        if (translation === undefined) continue;
        for (const { uses, forms, term } of terms.get(locale) ?? []) {
          const hit = uses.exec(text);
          // Inside words too: Thai has no spaces, and endings are joined to the term.
          if (hit && !forms.some((form) => translation.includes(form))) yield { file, line: target.lineOf(id), what: `${id}: ${source.file} says "${hit[0]}", this does not say "${term}"`, write: `"${term}" or another form of glossary/${locale}.yaml` };
        }
      }
    }
  },
};

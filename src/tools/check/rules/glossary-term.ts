import { sourceLocale } from '../../../core/locale/locales.ts';
import { markup } from '../../../core/translation/english-left.ts';
import { checkedTranslations } from '../checked-translations.ts';
import { knownNames } from '../known-names.ts';
import type { Rule } from '../rule.ts';
import { blank, wholeWords } from '../whole-words.ts';

/**
 * Where the source uses a term of the field, the translation uses its own, in one of the forms under `must` of content/glossary/<locale>.yaml: two words for
 * one thing make a learner look for two things. Terms without `must` are not checked.
 */
export const glossaryTerm: Rule = {
  name: 'glossary-term',
  *check(content, context) {
    const names = knownNames(content);
    const uses = (content.glossaries.get(sourceLocale)?.value?.terms ?? []).flatMap(({ id, term, must = [term] }) => must.map((form) => [form.toLowerCase(), id] as const));
    const termOf = new Map(uses);
    // The longest first, so that "sexual exploitation of children" is no use of "child"; nor is "child-protection", which is a word of its own.
    const pattern = new RegExp(`${wholeWords([...termOf.keys()])?.source ?? '(?!)'}(?!-)`, 'giu');
    const forms = new Map([...content.glossaries].map(([locale, { value }]) => [locale, new Map((value?.terms ?? []).flatMap(({ id, term, must }) => (must ? [[id, { term, must }]] : [])))]));
    for (const { source, units, file, target, locale } of checkedTranslations(content, context)) {
      const texts = new Map(target.units.map((unit) => [unit.id, unit.text]));
      for (const { id, text } of units) {
        const translation = texts.get(id)?.toLowerCase();
        if (translation === undefined) continue;
        const missed = new Set<string>();
        for (const [hit] of blank(text.replace(markup, ' '), names).matchAll(pattern)) {
          const own = forms.get(locale)?.get(termOf.get(hit.toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'")) ?? '');
          // Inside words too: Thai has no spaces, and endings are joined to the term.
          if (!own || missed.has(own.term) || own.must.some((form) => translation.includes(form.toLowerCase()))) continue;
          missed.add(own.term);
          yield { file, line: target.lineOf(id), what: `${id}: ${source.file} says "${hit}", this does not say "${own.term}"`, write: `"${own.term}" or another form of glossary/${locale}.yaml` };
        }
      }
    }
  },
};

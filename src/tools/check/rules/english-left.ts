import { englishLeft } from '../../../core/translation/english-left.ts';
import { checkedTranslations } from '../checked-translations.ts';
import { knownNames } from '../known-names.ts';
import type { Rule } from '../rule.ts';

/** No sentence of a translation is left in the source language, names of laws, sources and organisations aside: who needs the translation cannot read it. */
export const englishLeftOver: Rule = {
  name: 'english-left',
  *check(content, context) {
    const names = knownNames(content);
    for (const { source, units, file, target } of checkedTranslations(content, context)) {
      const texts = new Map(units.map((unit) => [unit.id, unit.text]));
      for (const { id, text } of target.units) {
        // Packs quote what stands on a portal or a poster, in the language it has there.
        const quoteless = (words: string): string => (source.group === 'countries' ? words.replace(/“[^”]*”|"[^"]*"|«[^»]*»/g, ' ') : words);
        const left = englishLeft(quoteless(texts.get(id) ?? ''), quoteless(text), names);
        if (left !== undefined) yield { file, line: target.lineOf(id), what: `${id}: "${left}" is left of ${source.file}`, write: 'the sentence in this language' };
      }
    }
  },
};

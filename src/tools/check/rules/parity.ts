import { elementDifference, unitDifferences } from '../../../core/translation/compare.ts';
import { outline } from '../../../core/translation/outline.ts';
import { checkedTranslations } from '../checked-translations.ts';
import type { Rule } from '../rule.ts';

/**
 * A translation has the ids, elements, placeholders, numbers, links and bold words of its source. A number that changed or a list item that went missing is
 * advice that changed, and nobody who reads only one of the two languages can see it.
 */
export const parity: Rule = {
  name: 'parity',
  *check(content, context) {
    for (const { source, units, file, target } of checkedTranslations(content, context)) {
      if (target.units.length === 0) continue;
      for (const { id, what } of unitDifferences(units, target.units)) yield { file, line: target.lineOf(id), what: `${id}: ${what}`, write: `what ${source.file} has` };
      if (source.kind !== 'lesson') continue;
      const moved = elementDifference(outline(source.text, 'lesson').elements, outline(target.text, 'lesson').elements);
      if (moved) yield { file, line: moved.line, what: `${moved.what} at this place`, write: `the elements in the order of ${source.file}` };
    }
  },
};

import { checkedTranslations } from '../checked-translations.ts';
import type { Rule } from '../rule.ts';

/** In a script that is written without spaces a number stands between spaces: browsers cut words there, and a number glued to one cannot be searched for. */
export const gluedNumber: Rule = {
  name: 'glued-number',
  *check(content, context) {
    for (const { file, target } of checkedTranslations(content, context)) {
      for (const { id, text } of target.units) {
        const [found] = /\p{Script=Thai}+\d[\d.,]*|\d[\d.,]*\p{Script=Thai}+/u.exec(text) ?? [];
        if (found) yield { file, line: target.lineOf(id), what: `${id}: the number in "${found}" is glued to a word`, write: 'a space between them' };
      }
    }
  },
};

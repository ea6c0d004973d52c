import { sourceLocale } from '../../../core/locale/locales.ts';
import type { Rule } from '../rule.ts';

/**
 * Every line says how to reach it: a number, a portal or a message, or in words (an office that one visits). A number also says how people write it,
 * since no program may format it.
 */
export const lineContact: Rule = {
  name: 'line-contact',
  *check({ countries }) {
    for (const { key, words } of countries) {
      for (const [index, { id, dial, display, portal, messages }] of (key?.value?.lines ?? []).entries()) {
        const at = { file: key!.file, line: key!.lineOf(['lines', index]) };
        const inWords = words.get(sourceLocale)?.value?.lines[id];
        if (!dial && !portal && messages.length === 0 && !inWords?.where && !inWords?.note) yield { ...at, what: `line "${id}" does not say how to reach it`, write: `dial, portal or messages, or where: … in ${sourceLocale}.yaml` };
        if (dial && !display) yield { ...at, what: `line "${id}" has a number and no display`, write: `display: "${dial}", as people there write it` };
        if (!dial && display) yield { ...at, what: `line "${id}" shows "${display}" and cannot be dialled`, write: 'dial: the same digits without spaces' };
      }
    }
  },
};

import type { Rule } from '../rule.ts';

/** Every line can be reached: by a number, a portal or a message. A number also says how people write it, since no program may format it. */
export const lineContact: Rule = {
  name: 'line-contact',
  *check({ countries }) {
    for (const { key } of countries) {
      for (const [index, { id, dial, display, portal, messages }] of (key?.value?.lines ?? []).entries()) {
        const at = { file: key!.file, line: key!.lineOf(['lines', index]) };
        if (!dial && !portal && messages.length === 0) yield { ...at, what: `line "${id}" has no number, portal or message address`, write: 'dial, portal or messages' };
        if (dial && !display) yield { ...at, what: `line "${id}" has a number and no display`, write: `display: "${dial}", as people there write it` };
        if (!dial && display) yield { ...at, what: `line "${id}" shows "${display}" and cannot be dialled`, write: 'dial: the same digits without spaces' };
      }
    }
  },
};

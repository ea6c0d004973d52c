import type { Rule } from '../rule.ts';

/** A heavy module warns before it starts and ends with where to find help: some learners have lived through what it speaks about. */
export const heavyWithoutCare: Rule = {
  name: 'heavy-without-care',
  *check({ modules }) {
    for (const { key, words, lessons } of modules) {
      if (!key?.value?.heavy) continue;
      for (const { file, value } of words.values()) {
        if (value && !value.contentNote) yield { file, line: 1, what: 'the module is heavy and has no content note', write: 'contentNote: what it speaks about, and that it may be skipped' };
      }
      for (const { file, elements } of lessons.values()) {
        const support = elements.find((element) => element.name === 'Support');
        const after = support && elements.findLast((element) => element.offset > support.offset);
        if (!support) yield { file, line: elements.at(-1)?.line ?? 1, what: 'the module is heavy and does not say where to find help', write: '<Support /> at its end' };
        else if (after) yield { file, line: support.line, what: `<Support /> stands before <${after.name}> of line ${after.line}`, write: '<Support /> at the end of the lesson' };
      }
    }
  },
};

import { sourceLocale } from '../../../core/locale/locales.ts';
import type { Rule } from '../rule.ts';
import { countWords } from '../sentences.ts';

const [fewest, most] = [350, 600];

/** 350 to 600 words of prose: five minutes for a tired person. Section titles, questions and scenarios are not counted; measured in the source language. */
export const moduleLength: Rule = {
  name: 'module-length',
  *check({ modules }) {
    for (const { lessons } of modules) {
      const lesson = lessons.get(sourceLocale);
      if (!lesson) continue;
      const words = lesson.blocks.reduce((sum, block) => sum + countWords(block.text), 0);
      if (words < fewest || words > most) yield { file: lesson.file, line: 1, what: `${words} words of prose`, write: `${fewest} to ${most}` };
    }
  },
};

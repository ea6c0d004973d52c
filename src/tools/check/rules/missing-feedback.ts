import { sourceLocale } from '../../../core/locale/locales.ts';
import type { Rule } from '../rule.ts';
import { countWords } from '../sentences.ts';

/**
 * Every option says why it helps or harms: a verdict alone teaches nothing, and the same words for two options explain neither.
 * How long an answer must be is judged in the source language: words cannot be counted by spaces in all others.
 * Options without any feedback are found while reading, under this same name.
 */
export const missingFeedback: Rule = {
  name: 'missing-feedback',
  *check({ modules }) {
    for (const { words } of modules) {
      for (const [locale, file] of words) {
        for (const [id, question] of Object.entries(file.value?.questions ?? {})) {
          const seen = new Map<string, string>();
          for (const [option, { text, feedback }] of Object.entries(question.options)) {
            const at = { file: file.file, line: file.lineOf(['questions', id, 'options', option]) };
            const first = seen.get(feedback);
            seen.set(feedback, option);
            if (feedback === text) yield { ...at, what: `the feedback on "${option}" only repeats the option`, write: 'why, in one or two sentences' };
            else if (locale === sourceLocale && countWords(feedback) < 4) yield { ...at, what: `the feedback on "${option}" does not say why: "${feedback}"`, write: 'why, in one or two sentences' };
            else if (first !== undefined) yield { ...at, what: `"${option}" and "${first}" have the same feedback`, write: 'what is different about each' };
          }
        }
      }
    }
  },
};

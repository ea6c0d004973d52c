import { sourceLocale } from '../../../core/locale/locales.ts';
import type { Module } from '../../content/content.ts';
import { lineInBlock } from '../../content/lesson.ts';
import { learnerTexts, lessonTexts, wordingTexts, type WrittenText } from '../../content/written-texts.ts';
import type { Finding, Rule } from '../rule.ts';
import { sentences } from '../sentences.ts';

const longest = 20;
const longestAverage = 14;

/**
 * No sentence over 20 words, 14 on average in a module: the reader is tired and may be reading a second or third language.
 * Measured in the source language, over prose and wording; glossary definitions, names of laws and sources and interface strings are left out.
 */
export const sentenceLength: Rule = {
  name: 'sentence-length',
  *check(content) {
    for (const text of learnerTexts(content)) {
      if (text.locale === sourceLocale && text.kind !== 'term' && text.kind !== 'ui') yield* tooLong(text);
    }
    for (const module of content.modules) yield* average(module);
  },
};

function* tooLong(text: WrittenText): Generator<Finding> {
  for (const sentence of sentences(text.text)) {
    if (sentence.words <= longest) continue;
    const line = text.kind === 'prose' ? lineInBlock(text, sentence.index) : text.line;
    yield { file: text.file, line, what: `a sentence of ${sentence.words} words: "${sentence.text.split(' ').slice(0, 6).join(' ')} …"`, write: `at most ${longest}; two sentences are often better` };
  }
}

function* average(module: Module): Generator<Finding> {
  const all = [...lessonTexts(module), ...wordingTexts(module)].filter((text) => text.locale === sourceLocale && text.kind !== 'heading').flatMap((text) => sentences(text.text));
  const words = all.reduce((sum, sentence) => sum + sentence.words, 0);
  if (all.length === 0 || words / all.length <= longestAverage) return;
  const file = module.lessons.get(sourceLocale)?.file ?? `${module.folder}/module.yaml`;
  yield { file, line: 1, what: `sentences have ${(words / all.length).toFixed(1)} words on average`, write: `at most ${longestAverage}` };
}

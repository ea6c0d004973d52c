import { sourceLocale } from '../../../core/locale/locales.ts';
import type { Module } from '../../content/content.ts';
import type { Finding, Rule } from '../rule.ts';

/** With fewer questions than this a pattern is chance. */
const fewest = 3;

/**
 * In a module, the right option of the `choice` questions is not always the longest and not always in the same place as written.
 * A learner who sees the pattern passes without reading; a reader of the file without JavaScript sees the authored order.
 */
export const rightAnswerPattern: Rule = {
  name: 'right-answer-pattern',
  *check({ modules }) {
    for (const module of modules) yield* inModule(module);
  },
};

function* inModule({ key, words }: Module): Generator<Finding> {
  const questions = (key?.value?.questions ?? []).filter((question) => question.kind === 'choice' && question.options.includes(question.right));
  const choices = questions.flatMap((question) => (question.kind === 'choice' ? [question] : []));
  if (!key || choices.length < fewest) return;

  const places = new Set(choices.map((question) => question.options.indexOf(question.right)));
  if (places.size === 1) yield { file: key.file, line: key.lineOf(['questions']), what: `the right option is number ${[...places][0]! + 1} in all ${choices.length} choice questions`, write: 'options in another order in some of them' };

  const file = words.get(sourceLocale);
  if (!file?.value) return;
  const lengths = choices.map((question) => {
    const length = (id: string): number => file.value!.questions[question.id]?.options[id]?.text.length ?? 0;
    return { right: length(question.right), others: question.options.filter((id) => id !== question.right).map(length) };
  });
  if (lengths.every(({ right, others }) => others.every((other) => right > other))) {
    yield { file: file.file, line: file.lineOf(['questions']), what: `the right option is the longest in all ${choices.length} choice questions`, write: 'shorter right options, or longer wrong ones, in some of them' };
  }
}

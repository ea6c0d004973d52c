/** The sentence of a problem, in the words of content/ui. */
import type { MessageKey } from '../locale/messages.ts';
import { largestLogo, widestLogo } from './logo.ts';
import { problemReasons, type OptionProblem } from './options.ts';

type Key = Extract<MessageKey, `package.problem.${string}`>;

/** The keys of all sentences. */
export const problemTexts: readonly Key[] = problemReasons.flatMap((reason): Key[] =>
  reason === 'colour-contrast' ? [`package.problem.${reason}.text-on-colour`, `package.problem.${reason}.colour-on-page`] : [`package.problem.${reason}`],
);

export function problemText({ reason, values }: OptionProblem): { key: Key; values: Record<string, string | number> } {
  const key = `package.problem.${reason}${reason === 'colour-contrast' ? `.${values['pair']}` : ''}` as Key;
  return { key, values: { ...values, largest: largestLogo / 1000, widest: widestLogo } };
}

import type { QuestionKey } from './question.schema.ts';

/** Every kind but the reflection, which is never scored. */
export type ScoredKey = Exclude<QuestionKey, { kind: 'reflection' }>;

/**
 * | mark   | in a list of options            | in an order                                         | in a match               |
 * |--------|---------------------------------|-----------------------------------------------------|--------------------------|
 * | right  | ticked, and it should be        | at its place, or directly behind the step before it | with its answer          |
 * | wrong  | ticked, and it should not be    | neither                                             | with another answer      |
 * | missed | left, and it should be ticked   | not in the response                                 | without an answer        |
 * | fine   | left, and it should be          |                                                     |                          |
 */
export type Mark = 'right' | 'wrong' | 'missed' | 'fine';

export interface Judgement {
  /** 0 to 1. */
  score: number;
  /** Everything right: the same as `score === 1`. */
  success: boolean;
  perOption: Record<string, Mark>;
}

/**
 * Judges one response.
 *
 * | kind          | response                        | score                                                                     |
 * |---------------|---------------------------------|---------------------------------------------------------------------------|
 * | choice        | the one option                  | 1 or 0                                                                    |
 * | choices, spot | the ticked options, any order   | (rightly ticked − wrongly ticked) ÷ options to tick, never below 0        |
 * | order         | the steps, first to last        | share of neighbouring steps of which the first stands before the second   |
 * | match         | `option=answer` in any order    | share of options that have their answer                                   |
 *
 * Ids that the question does not have are ignored, so are repetitions: a response stored before an option was removed can still be judged.
 * An empty response gives 0.
 */
export function judge(key: ScoredKey, response: readonly string[]): Judgement {
  if (key.kind === 'order') return judgeOrder(key.right, response);
  if (key.kind === 'match') return judgeMatch(key.right, response);
  return judgeTicks(key.options, key.kind === 'choice' ? [key.right] : key.right, response, key.kind === 'choice');
}

function judgement(score: number, perOption: Record<string, Mark>): Judgement {
  return { score, success: score === 1, perOption };
}

function judgeTicks(options: readonly string[], right: readonly string[], response: readonly string[], onlyOne: boolean): Judgement {
  const perOption: Record<string, Mark> = {};
  let hits = 0;
  let slips = 0;
  for (const option of options) {
    const should = right.includes(option);
    const ticked = response.includes(option);
    if (ticked) should ? hits++ : slips++;
    perOption[option] = ticked ? (should ? 'right' : 'wrong') : should ? 'missed' : 'fine';
  }
  const score = onlyOne ? Number(hits === 1 && slips === 0) : Math.max(0, (hits - slips) / right.length);
  return judgement(score, perOption);
}

function judgeOrder(right: readonly string[], response: readonly string[]): Judgement {
  const given = [...new Set(response)].filter((step) => right.includes(step));
  const perOption: Record<string, Mark> = {};
  let pairs = 0;
  right.forEach((step, place) => {
    const at = given.indexOf(step);
    const before = place === 0 ? undefined : right[place - 1];
    const beforeAt = before === undefined ? -1 : given.indexOf(before);
    if (at > beforeAt && beforeAt >= 0) pairs++;
    perOption[step] = at < 0 ? 'missed' : at === place || (beforeAt >= 0 && beforeAt === at - 1) ? 'right' : 'wrong';
  });
  return judgement(pairs / (right.length - 1), perOption);
}

function judgeMatch(right: Readonly<Record<string, string>>, response: readonly string[]): Judgement {
  const given = new Map<string, string>();
  for (const pair of response) {
    const [option = '', answer = ''] = pair.split('=');
    if (!given.has(option)) given.set(option, answer);
  }
  const perOption: Record<string, Mark> = {};
  const pairs = Object.entries(right);
  let hits = 0;
  for (const [option, answer] of pairs) {
    const choice = given.get(option);
    if (choice === answer) hits++;
    perOption[option] = !choice ? 'missed' : choice === answer ? 'right' : 'wrong';
  }
  return judgement(hits / pairs.length, perOption);
}

/**
 * A question exists twice. The KEY (module.yaml, once for all languages) holds ids, kind and right answers; the WORDS
 * (module/<locale>.yaml) hold what a learner reads. A translator therefore cannot change a right answer.
 */
import { z } from 'astro/zod';
import { id, words } from '../course/fields.schema.ts';

const place = z.enum(['lesson', 'pool']).describe('lesson: stands in the prose as <Question id/>. pool: only drawn by quizzes.');
const passage = id.describe('The <Section id> that holds the answer; wrong answers in a quiz link to it.');
const optionIds = z.array(id).min(2);

export const questionKey = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('choice'), place, passage, options: optionIds, right: id }),
  z.strictObject({ id, kind: z.literal('choices'), place, passage, options: optionIds, right: z.array(id).min(1) }),
  z.strictObject({ id, kind: z.literal('order'), place, passage, right: z.array(id).min(3).describe('The steps in their right order.') }),
  z.strictObject({
    id, kind: z.literal('match'), place, passage,
    right: z.record(id, id).describe('option id → answer id; two options may share an answer.'),
    distractors: z.array(id).default([]).describe('Answers that fit no option.'),
  }),
  z.strictObject({
    id, kind: z.literal('spot'), place, passage,
    scene: id.describe('The drawn scene: content/scenes/<scene>.svg, whose data-spot names are the options.'),
    options: optionIds, right: z.array(id).min(1),
  }),
  z.strictObject({ id, kind: z.literal('reflection'), place: z.literal('lesson'), passage }),
]);
export type QuestionKey = z.infer<typeof questionKey>;
export type QuestionKind = QuestionKey['kind'];

const option = z.strictObject({
  text: words.describe('The option, as short as it can be.'),
  feedback: words.describe('Why, in one or two sentences, without scolding. Never "Wrong!".'),
});

export const questionWords = z.strictObject({
  topic: words.describe('Three to six words; what search shows.'),
  ask: words.describe('The question itself.'),
  hint: words.optional().describe('One line under the question: for a reflection, what to think of.'),
  options: z.record(id, option).default({}).describe('By option id; none for a reflection. For match: the left side.'),
  answers: z.record(id, words).optional().describe('match only: the right side, by answer id.'),
});
export type QuestionWords = z.infer<typeof questionWords>;

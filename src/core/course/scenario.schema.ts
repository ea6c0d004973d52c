/** A branching story: the graph once, the words per language. */
import { z } from 'astro/zod';
import { id, words } from './fields.schema.ts';

export const scenarioKey = z.strictObject({
  id,
  start: id,
  nodes: z.record(
    id,
    z.union([
      z.strictObject({
        choices: z
          .array(z.strictObject({ id, to: id, judgement: z.enum(['good', 'risky', 'harmful']) }))
          .min(2)
          .describe('Where each choice leads, and how it is to be judged (never shown as a mark before the choice).'),
      }),
      z.strictObject({ ending: z.enum(['good', 'mixed', 'bad']) }),
    ]),
  ),
});
export type ScenarioKey = z.infer<typeof scenarioKey>;

export const scenarioWords = z.strictObject({
  title: words,
  intro: words.describe('Who you are, where, when. Two to four sentences.'),
  nodes: z.record(
    id,
    z.strictObject({
      title: words.optional().describe('Endings only.'),
      text: words.describe('What happens. Endings: what came of it.'),
      lesson: words.optional().describe('Endings only: what to take from it.'),
      choices: z
        .record(id, z.strictObject({ text: words, consequence: words.describe('What follows at once; honest also for the tempting wrong choice.') }))
        .optional(),
    }),
  ),
});
export type ScenarioWords = z.infer<typeof scenarioWords>;

/** A module: the unit that is written, translated, embedded and counted as done; shared by several courses. */
import { z } from 'astro/zod';
import { fullDate, id, source, translation, words } from './fields.schema.ts';
import { questionKey, questionWords } from '../quiz/question.schema.ts';
import { drafterKey, drafterWords } from './drafter.schema.ts';
import { scenarioKey, scenarioWords } from './scenario.schema.ts';

/** content/modules/<module>/module.yaml */
export const moduleKey = z.strictObject({
  id,
  minutes: z.int().min(1).max(15).describe('Reading and answering, for a tired person.'),
  heavy: z.boolean().describe('true: a content note is shown before it starts, and it may be skipped.'),
  versions: z
    .array(z.strictObject({ version: z.int().min(1), date: fullDate, material: z.boolean().describe('true asks learners for the module again; say why in `changes`.') }))
    .min(1)
    .describe('Ascending; the last one is in force. A typo fix adds none.'),
  questions: z.array(questionKey),
  scenario: scenarioKey.optional(),
  drafter: drafterKey.optional(),
  sources: z.array(source).min(1),
  retired: z.array(id).default([]).describe('Question, option and section ids that once existed; never used again.'),
});
export type ModuleKey = z.infer<typeof moduleKey>;

/** content/modules/<module>/<locale>.yaml */
export const moduleWords = z.strictObject({
  ...translation,
  title: words,
  summary: words.describe('One sentence for lists and search.'),
  outcome: words.describe('What a learner can do afterwards; completes "Afterwards you can …".'),
  contentNote: words.optional().describe('Required where module.yaml says heavy: what comes, and that it may be skipped.'),
  changes: z.record(z.string().regex(/^\d+$/), words).optional().describe('Version → why a learner is asked to read it again.'),
  questions: z.record(id, questionWords),
  scenario: scenarioWords.optional(),
  drafter: drafterWords.optional(),
});
export type ModuleWords = z.infer<typeof moduleWords>;

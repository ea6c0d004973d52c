/** content/glossary/<locale>.yaml: the words of the field; read by learners, by search and by the term check. */
import { z } from 'astro/zod';
import { id, translation, words } from './fields.schema.ts';

export const glossary = z.strictObject({
  ...translation,
  terms: z
    .array(
      z.strictObject({
        id,
        term: words,
        definition: words,
        avoid: z.array(words).default([]).describe('Words the content check refuses, outside names of laws.'),
        why: words.optional().describe('Why those words harm.'),
        must: z
          .array(words)
          .min(1)
          .optional()
          .describe('In a translation: forms of the term, one of which stands wherever the English text uses the term; left out: not checked. In English: the words that count as a use; left out: the term itself.'),
      }),
    )
    .min(1),
});
export type Glossary = z.infer<typeof glossary>;

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
        must: z.array(words).min(1).optional().describe('Forms of the term, one of which a translation uses wherever the English text uses the English term. Left out: not checked.'),
      }),
    )
    .min(1),
});
export type Glossary = z.infer<typeof glossary>;

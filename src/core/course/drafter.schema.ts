/** A drafter: answers in, printed documents out (a policy, a supplier clause, a notice). Nothing is stored. */
import { z } from 'astro/zod';
import { id, words } from './fields.schema.ts';

export const drafterKey = z.strictObject({
  fields: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ id, kind: z.literal('text') }),
        z.strictObject({ id, kind: z.literal('choice'), options: z.array(id).min(2) }),
        z.strictObject({ id, kind: z.literal('checks'), options: z.array(id).min(2) }),
      ]),
    )
    .min(1),
  documents: z
    .array(
      z.strictObject({
        id,
        parts: z
          .array(z.strictObject({ id, when: z.strictObject({ field: id, is: id }).optional().describe('Shown only if this option is chosen (choice) or ticked (checks).') }))
          .min(1),
      }),
    )
    .min(1),
});
export type DrafterKey = z.infer<typeof drafterKey>;

export const drafterWords = z.strictObject({
  intro: words,
  fields: z.record(id, z.strictObject({ label: words, hint: words.optional(), options: z.record(id, words).optional() })),
  documents: z.record(
    id,
    z.strictObject({
      title: words,
      parts: z.record(id, words).describe('Plain text; {field-id} stands for the answer, a blank line if there is none.'),
    }),
  ),
});
export type DrafterWords = z.infer<typeof drafterWords>;

/**
 * content/search/<locale>.yaml: what a language adds to search. Each language writes its own and none is translated: people type other words for a taxi in
 * Thai than in English, and what says nothing in one language may say something in another.
 */
import { z } from 'astro/zod';
import { words } from '../course/fields.schema.ts';

export const searchWords = z.strictObject({
  stopWords: words.default('').describe('Words that say nothing about what is looked for ("the", "what"), with spaces between.'),
  alike: z
    .array(
      z.strictObject({
        typed: words.describe('Words that people type and the lessons do not use, with spaces between; in any of their forms.'),
        ours: words.describe('The words that the lessons use for it.'),
      }),
    )
    .default([])
    .describe('Read in one direction only. Each word is typed in one way.'),
});
export type SearchWords = z.infer<typeof searchWords>;

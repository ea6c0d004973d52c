/** content/ui/<locale>.json: interface strings by key. A translation also has the entry `@translation` (load-content.ts takes it out before this schema looks). */
import { z } from 'astro/zod';

export const uiWords = z.record(
  z.string().regex(/^[a-z][\w]*([.-][\w]+)*$/, 'a key is made of words with dots, like "lesson.posts"'),
  z.strictObject({
    text: z.string().describe('What the learner reads; {name} is filled in.'),
    note: z.string().optional().describe('Where it stands and what to mind, for the translator.'),
  }),
);
export type UiWords = z.infer<typeof uiWords>;

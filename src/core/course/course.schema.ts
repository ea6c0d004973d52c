/** A course: an ordered list of modules for one role, with a final quiz and a pass mark. */
import { z } from 'astro/zod';
import { id, translation, words } from './fields.schema.ts';

/** content/courses/<course>/course.yaml */
export const courseKey = z.strictObject({
  id,
  position: z.int().describe('Place in the list of roles.'),
  version: z.int().min(1).describe('Written into certificates; raised when what a certificate stands for changes.'),
  modules: z.array(id).min(1).describe('In the order they are taken.'),
  passMark: z.int().min(1).max(100).describe('Percent of the final quiz.'),
  draw: z.strictObject({
    before: z.int().min(1).describe('Questions in the short test before the first module; never a gate.'),
    quiz: z.int().min(1).describe('Questions in the final quiz.'),
    refresher: z.int().min(1),
  }),
  validMonths: z.int().min(1).describe('How long a certificate counts.'),
  retired: z.array(id).default([]),
});
export type CourseKey = z.infer<typeof courseKey>;

const jobAidPart = z.strictObject({ title: words, items: z.array(words).min(2) });

/** content/courses/<course>/<locale>.yaml */
export const courseWords = z.strictObject({
  ...translation,
  title: words,
  role: words.describe('The learner, in the words they use for themselves: "I drive".'),
  who: words.describe('The posts that belong to it, in one line: "Taxi, ride-hail, bus, lorry, boat".'),
  summary: words.describe('Two sentences: what it gives and why it is worth the minutes.'),
  outcomes: z.array(words).min(3),
  jobAid: z.strictObject({
    title: words,
    intro: words,
    signs: jobAidPart.extend({ caution: words.describe('That one sign proves nothing, and that looks are no sign.') }),
    steps: jobAidPart,
    never: jobAidPart,
  }),
});
export type CourseWords = z.infer<typeof courseWords>;

/** content/lms-presets/<preset>.yaml: what one learning management system needs, in all languages. */
import { z } from 'astro/zod';
import { id, words } from '../course/fields.schema.ts';
import { sourceLocale } from '../locale/locales.ts';
import { packageFormats } from './config.ts';

/** Lines in each language; a language that has none yet is shown those of the source language. */
const lines = z.record(z.string(), z.array(words).min(1)).refine((texts) => sourceLocale in texts, `write the lines in ${sourceLocale}`);

export const lmsPreset = z.strictObject({
  id,
  name: words.describe('As its makers write it.'),
  formats: z.array(z.enum(packageFormats)).min(1).describe('What it plays, the best first.'),
  steps: lines.describe('What its administrator does, in order. Names of menus stay as they are on the screen.'),
  mind: lines.describe('Settings that go wrong otherwise, and why.'),
});
export type LmsPreset = z.infer<typeof lmsPreset>;

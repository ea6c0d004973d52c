/** Fields that several schemas use: ids, dates as the sources give them, source lists. */
import { z } from 'astro/zod';
import { idPattern } from './ids.ts';

export const id = z.string().regex(idPattern, 'an id is kebab-case ASCII, like "front-desk"');

/** A text a learner reads. Empty text would silently fall through to nothing. */
export const words = z.string().trim().min(1, 'write the text');

/** A calendar date as exact as the source gives it: `2024`, `2024-08` or `2024-08-31`. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is "2024", "2024-08" or "2024-08-31", in quotes');

/** A whole calendar date. */
export const fullDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date is "2026-11-22", in quotes');

/** ISO 3166-1 alpha-2. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters, like "BR"');

export const confidence = z.enum(['high', 'medium', 'low']);

export const source = z.strictObject({
  id: id.describe('Referred to by <Fact source="…">; unique in its module.'),
  title: words.describe('Title of the report, law or page, in its own language.'),
  by: words.describe('Who published it.'),
  date: partialDate.describe('When it was published; for a page without a date, when it was read.'),
  url: z.url().optional().describe('Where it can be read. Left out for reports that are on paper only.'),
  confidence: confidence.describe('high: official text or two independent sources. medium: one source. low is never shown.'),
});
export type Source = z.infer<typeof source>;

/** What a translated file says about itself (absent in the source language). */
export const translation = {
  source: z.string().optional().describe('Hash of the source text this was made from.'),
  state: z.enum(['draft', 'reviewed']).optional().describe('reviewed only when a named native reviewer has read it.'),
  reviewedBy: z.string().optional().describe('Who read it; required for reviewed.'),
};

/** The same where it stands alone: front matter of a translated lesson or of notes, `@translation` of an interface file. */
export const stamp = z.strictObject(translation);

/** A country pack: who to call, what the law asks. Facts once (pack.yaml), wording per language. */
import { z } from 'astro/zod';
import { confidence, countryCode, fullDate, id, partialDate, translation, words } from '../course/fields.schema.ts';

const factSource = z.strictObject({ title: words, url: z.url().optional(), date: partialDate });
const checkable = {
  sources: z.array(factSource).min(1),
  confidence,
  checked: partialDate.describe('Date of the newest source we read, not today.'),
};

export const lineKind = z.enum(['emergency', 'child', 'women', 'trafficking', 'online', 'missing', 'tourist-police', 'authority', 'support']);
export type LineKind = z.infer<typeof lineKind>;

export const line = z.strictObject({
  id,
  kind: lineKind,
  name: words.describe('Its name in the country, as people there say it.'),
  dial: z.string().regex(/^[+*#\d]+$/, 'digits only, as they go into tel: links').optional(),
  display: words.optional().describe('The digits as people write them. Never formatted by a program.'),
  portal: z.url().optional(),
  messages: z.array(z.strictObject({ app: z.enum(['WhatsApp', 'Telegram', 'Viber', 'SMS', 'E-mail']), address: words })).default([]),
  always: z.boolean().optional().describe('true: answers 24 hours, every day. Otherwise the wording file gives `hours`, or it is not known.'),
  free: z.enum(['yes', 'no', 'not-stated']),
  languages: z.array(z.string()).default([]).describe('BCP 47; empty when not stated.'),
  anonymous: z.enum(['yes', 'no', 'not-stated']).describe('Only what a source states.'),
  national: z.boolean().describe('false: only in some regions; the wording file says which in `where`.'),
  ...checkable,
  expires: fullDate.describe('Past this day the line is shown with a warning, and the content check fails.'),
});
export type Line = z.infer<typeof line>;

export const law = z.strictObject({
  id,
  name: words.describe('Official name, in the language of the law.'),
  number: words.optional(),
  year: words,
  binds: z.array(z.enum(['everyone', 'lodging', 'transport', 'tourism', 'platforms', 'employers', 'authorities'])).min(1),
  ...checkable,
});
export type Law = z.infer<typeof law>;

/** content/countries/<CC>/pack.yaml */
export const countryKey = z.strictObject({
  id: countryCode,
  languages: z.array(z.string()).min(1).describe('Of the staff, most spoken first; BCP 47.'),
  lines: z.array(line).min(1),
  laws: z.array(law).min(1),
});
export type CountryKey = z.infer<typeof countryKey>;

/** content/countries/<CC>/<locale>.yaml */
export const countryWords = z.strictObject({
  ...translation,
  name: words,
  lines: z.record(
    id,
    z.strictObject({
      what: words.describe('What to call it for: "Harm to a child, or a worry about one".'),
      who: words.optional().describe('Who answers.'),
      hours: words.optional().describe('When it answers, if not always.'),
      where: words.optional().describe('Where it does not work, or only where it does.'),
      note: words.optional().describe('One caution: sources disagree, old numbers still seen on posters.'),
    }),
  ),
  laws: z.record(id, z.strictObject({ asks: words.describe('One or two plain sentences: what it asks, of whom.'), note: words.optional() })),
  next: words.describe('What happens after a report in this country, in two or three sentences; only what sources say.'),
});
export type CountryWords = z.infer<typeof countryWords>;

/** A rollout: a partner's delivery of courses, with its brand, country, languages and phases. */
import { z } from 'astro/zod';
import { countryCode, fullDate, id, partialDate, source, translation, words } from '../course/fields.schema.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour is "#" and six of 0-9 and a-f, in quotes, like "#1d4f8c"');

const phase = z.strictObject({
  id,
  from: fullDate.describe('Its first day.'),
  until: fullDate.optional().describe('Its last day; left out for a last phase without an end.'),
  places: z.array(id).min(1).describe('Where; the wording file names them.'),
  learners: z
    .strictObject({ count: z.int().min(1), source: id, date: partialDate })
    .describe('How many people are to learn, and who says so: the id of a source of this file, and what date the number is about.'),
  gate: z
    .strictObject({
      completions: z.int().min(1).describe('Learners who finished.'),
      passRate: z.strictObject({ percent: z.number().min(1).max(100), learners: z.int().min(1) }).optional(),
      growth: z.strictObject({ points: z.number().min(1).max(100), learners: z.int().min(1) }).optional().describe('Points of per cent from the test before to the quiz, on average.'),
      rating: z.strictObject({ mean: z.number().min(1).max(5), learners: z.int().min(1) }).optional().describe('Of 5, as learners rate the course.'),
    })
    .optional()
    .describe('What must hold before the next phase begins. `learners`: how many must stand behind an average.'),
});

/** content/rollouts/<rollout>/rollout.yaml */
export const rolloutKey = z.strictObject({
  id,
  example: z.boolean().default(false).describe('true: the partner is invented, and every page says so.'),
  country: countryCode,
  languages: z.array(z.string()).min(1).describe('In which everything is handed out; the one that most learners read first.'),
  missingLanguages: z.array(z.string()).default([]).describe('Of the staff too, but not there yet; the coordinator is told. BCP 47.'),
  courses: z
    .array(z.strictObject({ id, modules: z.array(id).min(1).optional().describe('A selection, in order; the whole course if left out.') }))
    .min(1),
  brand: z.strictObject({
    colour: colour.describe('By day; at least 4.5:1 against the paper of the pages.'),
    colourDark: colour.describe('By night; at least 4.5:1 against the dark pages.'),
  }),
  contact: z
    .strictObject({
      phone: z.string().regex(/^[\d +()#*-]+$/, 'a phone number as it is dialled inside the company').optional(),
      email: z.email().optional(),
    })
    .optional()
    .describe('Whom staff turn to inside; never instead of the lines of the country.'),
  ownPage: z.boolean().default(false).describe('true: a page of the partner, read before the quiz; its text stands in the wording files.'),
  passMark: z.int().min(1).max(100).describe('Percent of the final quiz; at least that of each course.'),
  validMonths: z.int().min(1).describe('How long a certificate counts.'),
  activeMinutes: z.int().min(1).max(240).optional().describe('Least active minutes before a certificate. Only where a law or a contract asks for it.'),
  attestation: z.boolean().default(false).describe('true: before a certificate the learner confirms a sentence of the wording files. Only where a law or a contract asks for it.'),
  phases: z.array(phase).min(1).describe('A pilot, then the rest; ids never change, since records carry them.'),
  sources: z.array(source).min(1).describe('Who says the numbers; also the partner’s own plan.'),
});
export type RolloutKey = z.infer<typeof rolloutKey>;
export type Phase = RolloutKey['phases'][number];
export type Gate = NonNullable<Phase['gate']>;

/** content/rollouts/<rollout>/<locale>.yaml */
export const rolloutWords = z.strictObject({
  ...translation,
  partner: words.describe('Name of the partner, as learners know it.'),
  title: words.describe('What the learner is invited to, in a few words.'),
  welcome: words.describe('Two or three sentences from the partner to the learner.'),
  phases: z.record(id, words).describe('Name of each phase.'),
  places: z.record(id, words).describe('Name of each place.'),
  contact: z.strictObject({ name: words.describe('Who it is inside: a post, never a person.'), text: words.describe('What to turn to it for.') }).optional(),
  ownPage: z.strictObject({ title: words, text: z.array(words).min(1).describe('Paragraphs, plain text.') }).optional(),
  asks: words.optional().describe('Which law or contract asks for the minutes or the confirmation, in one sentence. Needed where rollout.yaml asks for one.'),
  attestation: words.optional().describe('The sentence that is confirmed, in the first person.'),
});
export type RolloutWords = z.infer<typeof rolloutWords>;

/** A partner's own contact, as a YAML file for the command and for rollouts. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { ContactOptions } from '../../core/package/options.ts';

const contact = z.strictObject({
  name: z.string(),
  phone: z.string().optional().describe('In quotes: YAML takes it for a number otherwise.'),
  email: z.string().optional(),
  text: z.union([z.string(), z.record(z.string(), z.string())]).describe('One text for all languages, or one for each: { en: …, th: … }.'),
});

export type ReadContact = { ok: true; contact: ContactOptions } | { ok: false; what: string };

export function readContact(text: string): ReadContact {
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    return { ok: false, what: (error as Error).message.split('\n')[0] ?? '' };
  }
  const parsed = contact.safeParse(data);
  return parsed.success ? { ok: true, contact: parsed.data } : { ok: false, what: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`).join('; ') };
}

/** What a rollout asks of a learner who takes part. A device keeps it from the moment of joining, so that it is known without internet. */
import { isRecord } from '../progress/event-shape.ts';
import type { RolloutKey, RolloutWords } from './rollout.schema.ts';

export interface Terms {
  rollout: string;
  /** Name of the partner. */
  partner: string;
  /** Course ids. */
  courses: readonly string[];
  /** Percent. */
  passMark: number;
  validMonths: number;
  activeMinutes?: number;
  /** The sentence to confirm, by language; the first is for every language that is not there. */
  attestation?: Readonly<Record<string, string>>;
  /** Who asks for the minutes or the confirmation, by language. */
  asks?: Readonly<Record<string, string>>;
  /** Title of the partner's own page, by language. */
  ownPage?: Readonly<Record<string, string>>;
  /** Whom staff turn to inside, beside the lines of the country. */
  contact?: { name: Readonly<Record<string, string>>; text: Readonly<Record<string, string>>; phone?: string; email?: string };
}

/** @param words by language, the rollout's first language first; there is at least one */
export function termsOf(key: RolloutKey, words: ReadonlyMap<string, RolloutWords>): Terms {
  const texts = (pick: (of: RolloutWords) => string | undefined): Record<string, string> =>
    Object.fromEntries([...words].flatMap(([locale, of]) => (pick(of) === undefined ? [] : [[locale, pick(of)!]])));
  const { id, courses, passMark, validMonths, activeMinutes, attestation, ownPage, contact } = key;
  const asks = texts((of) => of.asks);
  return {
    rollout: id,
    partner: [...words.values()][0]!.partner,
    courses: courses.map((course) => course.id),
    passMark,
    validMonths,
    ...(activeMinutes !== undefined && { activeMinutes }),
    ...(attestation && { attestation: texts((of) => of.attestation) }),
    ...(Object.keys(asks).length > 0 && { asks }),
    ...(ownPage && { ownPage: texts((of) => of.ownPage?.title) }),
    ...(contact && {
      contact: { name: texts((of) => of.contact?.name), text: texts((of) => of.contact?.text), ...(contact.phone && { phone: contact.phone }), ...(contact.email && { email: contact.email }) },
    }),
  };
}

/** Terms from the text that a device kept; null for anything else, such as the terms of a later Farol. */
export function readTerms(text: string): Terms | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isTerms(value) ? value : null;
}

export function isTerms(value: unknown): value is Terms {
  if (!isRecord(value)) return false;
  const isTexts = (part: unknown): boolean => part === undefined || (isRecord(part) && Object.values(part).every((each) => typeof each === 'string'));
  const isNumber = (part: unknown): boolean => typeof part === 'number' && Number.isFinite(part);
  const isContact = (part: unknown): boolean => part === undefined || (isRecord(part) && [part['name'], part['text'], { ...part, name: '', text: '' }].every((each) => isRecord(each) && isTexts(each)));
  const { rollout, partner, courses, passMark, validMonths, activeMinutes, attestation, asks, ownPage, contact } = value;
  return (
    typeof rollout === 'string' && typeof partner === 'string' && Array.isArray(courses) && courses.every((id) => typeof id === 'string') &&
    isNumber(passMark) && isNumber(validMonths) && (activeMinutes === undefined || isNumber(activeMinutes)) && [attestation, asks, ownPage].every(isTexts) && isContact(contact)
  );
}

/** A text in a language, or in the first language that there is, with the language it is in. */
export function textIn(texts: Readonly<Record<string, string>>, locale: string): { locale: string; text: string } | null {
  const found = texts[locale] === undefined ? Object.entries(texts)[0] : ([locale, texts[locale]] as const);
  return found ? { locale: found[0], text: found[1] } : null;
}

/** The object under which the reading of the partner's own page is recorded: a module that no course has. */
export const ownPageModule = (rollout: string): string => `partner-${rollout}`;

/** The partner's own contact as one reads it in a language, or in the first there is; null where there is none, or nothing is said in words. */
export function contactIn({ contact }: Terms, locale: string): { locale: string; name: string; text: string; phone?: string; email?: string } | null {
  const { name, text, ...ways } = contact ?? { name: {}, text: {} };
  const [own, what] = [textIn(name, locale), textIn(text, locale)];
  return own && what ? { ...ways, locale: what.locale, name: own.text, text: what.text } : null;
}

/** What a learner has done, as far as terms ask for it. */
export interface Standing {
  /** Best percent of the final quiz; 0 for none. */
  percent: number;
  /** Active seconds in the course. */
  seconds: number;
  hasReadOwnPage: boolean;
}

/** What else a rollout asks before a certificate, the attestation aside, which is given with it. Each has words in content/ui (`asked.<what>`). */
export interface Asked { what: 'own-page' | 'minutes' | 'score'; isMet: boolean }

/** Empty for a course that is no part of the rollout, and for terms that ask for nothing. Minutes are whole: 19 minutes and 59 seconds are 19. */
export function askedBefore(course: string, terms: Terms, { percent, seconds, hasReadOwnPage }: Standing): Asked[] {
  if (!terms.courses.includes(course)) return [];
  return [
    ...(terms.ownPage ? [{ what: 'own-page', isMet: hasReadOwnPage } as const] : []),
    ...(terms.activeMinutes !== undefined ? [{ what: 'minutes', isMet: Math.floor(seconds / 60) >= terms.activeMinutes } as const] : []),
    { what: 'score' as const, isMet: percent >= terms.passMark },
  ];
}

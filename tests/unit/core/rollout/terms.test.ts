import { describe, expect, it } from 'vitest';
import { rolloutKey, rolloutWords } from '../../../../src/core/rollout/rollout.schema.ts';
import { askedBefore, contactIn, ownPageModule, readTerms, termsOf, textIn, type Terms } from '../../../../src/core/rollout/terms.ts';

const key = rolloutKey.parse({
  id: 'tanglaw-bay',
  country: 'PH',
  languages: ['en', 'th'],
  courses: [{ id: 'hotel' }, { id: 'manager', modules: ['report'] }],
  brand: { colour: '#7a3b0e', colourDark: '#f0b47e' },
  ownPage: true,
  passMark: 85,
  validMonths: 6,
  activeMinutes: 20,
  attestation: true,
  contact: { phone: '555' },
  phases: [{ id: 'pilot', from: '2027-01-11', places: ['beach'], learners: { count: 10, source: 'plan', date: '2026' } }],
  sources: [{ id: 'plan', title: 'Plan', by: 'The town', date: '2026', confidence: 'high' }],
});
const wordsOf = (partner: string) =>
  rolloutWords.parse({ partner, title: 'T', welcome: 'W', phases: { pilot: 'P' }, places: { beach: 'B' }, ownPage: { title: `${partner} helps`, text: ['One.'] }, asks: `${partner} asks`, attestation: `${partner}: I did it`, contact: { name: `${partner} desk`, text: 'Call.' } });
const terms = termsOf(key, new Map([['en', wordsOf('Town')], ['th', wordsOf('เมือง')]]));
const nothing = { percent: 0, seconds: 0, hasReadOwnPage: false };

describe('termsOf', () => {
  it('holds what is asked, with its texts in every language', () => {
    expect(terms).toEqual({
      rollout: 'tanglaw-bay',
      partner: 'Town',
      courses: ['hotel', 'manager'],
      passMark: 85,
      validMonths: 6,
      activeMinutes: 20,
      attestation: { en: 'Town: I did it', th: 'เมือง: I did it' },
      asks: { en: 'Town asks', th: 'เมือง asks' },
      ownPage: { en: 'Town helps', th: 'เมือง helps' },
      contact: { name: { en: 'Town desk', th: 'เมือง desk' }, text: { en: 'Call.', th: 'Call.' }, phone: '555' },
    });
  });

  it('leaves out what a rollout does not ask for', () => {
    const { asks: _asks, attestation: _attestation, ownPage: _page, ...words } = wordsOf('Town');
    const { activeMinutes: _minutes, contact: _contact, ...less } = { ...key, attestation: false, ownPage: false };
    expect(Object.keys(termsOf(less, new Map([['en', words]])))).toEqual(['rollout', 'partner', 'courses', 'passMark', 'validMonths']);
  });
});

describe('readTerms', () => {
  it('reads back what was written', () => {
    expect(readTerms(JSON.stringify(terms))).toEqual(terms);
  });

  it('gives null for anything else', () => {
    for (const change of [{ rollout: 1 }, { courses: 'hotel' }, { courses: [1] }, { passMark: '80' }, { attestation: 'I did it' }, { ownPage: { en: 5 } }, { activeMinutes: null }, { contact: { name: 'Desk' } }, { contact: { name: {}, text: {}, phone: 5 } }]) {
      expect(readTerms(JSON.stringify({ ...terms, ...change }))).toBeNull();
    }
    for (const text of ['', '{', '[]', 'null', '"x"']) expect(readTerms(text)).toBeNull();
  });
});

describe('contactIn', () => {
  it('is in the language that is asked for, else the first, and null without words', () => {
    expect(contactIn(terms, 'th')).toEqual({ locale: 'th', name: 'เมือง desk', text: 'Call.', phone: '555' });
    expect(contactIn(terms, 'es')).toMatchObject({ locale: 'en', name: 'Town desk' });
    expect(contactIn({ ...terms, contact: { name: {}, text: {} } }, 'en')).toBeNull();
    expect(contactIn({ rollout: 'x', partner: 'X', courses: [], passMark: 80, validMonths: 1 }, 'en')).toBeNull();
  });
});

describe('textIn', () => {
  it('gives the language that is asked for, else the first', () => {
    expect(textIn({ en: 'Yes', th: 'ใช่' }, 'th')).toEqual({ locale: 'th', text: 'ใช่' });
    expect(textIn({ en: 'Yes', th: 'ใช่' }, 'es')).toEqual({ locale: 'en', text: 'Yes' });
    expect(textIn({}, 'es')).toBeNull();
  });
});

describe('askedBefore', () => {
  it('asks for everything of somebody who has done nothing', () => {
    expect(askedBefore('hotel', terms, nothing)).toEqual([{ what: 'own-page', isMet: false }, { what: 'minutes', isMet: false }, { what: 'score', isMet: false }]);
  });

  it('is met at the mark and at the last second of the last minute, and not before', () => {
    const at = (percent: number, seconds: number) => askedBefore('hotel', terms, { percent, seconds, hasReadOwnPage: true }).map(({ isMet }) => isMet);
    expect(at(85, 1200)).toEqual([true, true, true]);
    expect(at(84, 1199)).toEqual([true, false, false]);
  });

  it('asks nothing for a course of somebody else', () => {
    expect(askedBefore('driver', terms, nothing)).toEqual([]);
  });

  it('asks only for the mark where nothing else is wanted', () => {
    const { activeMinutes: _minutes, ownPage: _page, ...less } = terms;
    expect(askedBefore('hotel', less as Terms, nothing)).toEqual([{ what: 'score', isMet: false }]);
  });
});

describe('ownPageModule', () => {
  it('is an id that events can carry', () => {
    expect(ownPageModule('tanglaw-bay')).toBe('partner-tanglaw-bay');
  });
});

import { describe, expect, it } from 'vitest';
import { rolloutKey } from '../../../../src/core/rollout/rollout.schema.ts';

const key = {
  id: 'umbrella-week',
  country: 'AQ',
  languages: ['en'],
  courses: [{ id: 'lost-property' }],
  brand: { colour: '#1d4f8c', colourDark: '#a9cdf5' },
  passMark: 80,
  validMonths: 12,
  phases: [{ id: 'pilot', from: '2027-01-04', until: '2027-01-29', places: ['station'], learners: { count: 20, source: 'plan', date: '2026' }, gate: { completions: 10 } }],
  sources: [{ id: 'plan', title: 'Plan', by: 'The station', date: '2026', confidence: 'high' }],
};

describe('rolloutKey', () => {
  it('takes a rollout with the least that it needs, and asks for nothing by itself', () => {
    expect(rolloutKey.parse(key)).toEqual({ ...key, example: false, missingLanguages: [], ownPage: false, attestation: false });
  });

  it.each([
    ['a number without a source', { phases: [{ ...key.phases[0], learners: 600000 }] }],
    ['no source at all', { sources: [] }],
    ['a colour by name', { brand: { ...key.brand, colour: 'blue' } }],
    ['a phase without places', { phases: [{ ...key.phases[0], places: [] }] }],
    ['a gate without completions', { phases: [{ ...key.phases[0], gate: { rating: { mean: 4, learners: 5 } } }] }],
    ['a rating over five', { phases: [{ ...key.phases[0], gate: { completions: 1, rating: { mean: 6, learners: 5 } } }] }],
    ['a telephone number with words', { contact: { phone: 'ask Ana' } }],
    ['an unknown key', { logo: 'logo.svg' }],
    ['no language', { languages: [] }],
  ])('refuses %s', (_, change) => {
    expect(rolloutKey.safeParse({ ...key, ...change }).success).toBe(false);
  });
});

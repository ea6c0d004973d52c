import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestWords, opinions, ratingResponse, readRating } from '../../../../src/core/progress/rating.ts';
import { foldProfile } from '../../../../src/core/progress/fold.ts';
import { isEvent } from '../../../../src/core/progress/event-shape.ts';
import type { Event, Verb } from '../../../../src/core/progress/events.ts';

const opinion = fc.option(fc.constantFrom(...opinions));
const rating = fc.record({
  useful: fc.option(fc.integer({ min: 1, max: 5 })),
  clear: opinion,
  ready: opinion,
  words: fc.string({ maxLength: longestWords }).map((text) => text.replace(/\s+/g, ' ').trim()),
});

describe('ratingResponse', () => {
  it('is read back as it was given', () => {
    fc.assert(
      fc.property(rating, (given) => {
        expect(readRating(ratingResponse(given))).toEqual(given);
      }),
    );
  });

  it('leaves out what was not given, and keeps a sentence on one line of bounded length', () => {
    expect(ratingResponse({ useful: null, clear: null, ready: null, words: ' \n ' })).toEqual([]);
    expect(ratingResponse({ useful: 5, clear: null, ready: 'no', words: 'a=b\nc' })).toEqual(['useful=5', 'ready=no', 'words=a=b c']);
    expect(readRating(ratingResponse({ useful: null, clear: null, ready: null, words: 'x'.repeat(500) })).words).toHaveLength(longestWords);
  });
});

describe('readRating', () => {
  it('takes what it cannot read for not given', () => {
    expect(readRating(['useful=6', 'clear=maybe', 'ready', 'stars=5'])).toEqual({ useful: null, clear: null, ready: null, words: '' });
  });
});

describe('foldProfile', () => {
  const event = (verb: Verb, response: string[], second: number): Event => ({
    id: `e${second}`, profile: 'p', verb, object: 'course:driver', result: { response }, context: { locale: 'en' }, at: `2026-11-22T10:00:0${second}.000Z`, contentVersion: 1,
  });

  it('keeps the last opinion and the last sentence that was confirmed, in any order of the events', () => {
    const events = [event('rated', ['useful=2'], 1), event('rated', ['useful=4', 'words=Short.'], 2), event('attested', ['I did it.'], 3), event('attested', ['I did it myself.'], 4)];
    expect(events.every(isEvent)).toBe(true);
    for (const order of [events, [...events].reverse()]) {
      expect(foldProfile(order).courses['driver']).toMatchObject({ rating: { useful: 4, clear: null, ready: null, words: 'Short.' }, attested: { text: 'I did it myself.', at: '2026-11-22T10:00:04.000Z' } });
    }
  });
});

import { describe, expect, it } from 'vitest';
import { hashedText, uiUnits, wordUnits } from '../../../../src/core/translation/units.ts';

describe('wordUnits', () => {
  it('names texts by the keys and ids on the way to them', () => {
    const data = { source: 'abc', state: 'draft', title: 'T', questions: { first: { options: { call: { text: 'Call' } } } }, outcomes: ['a', 'b'], n: 3 };
    expect(wordUnits(data).map(({ id, text }) => [id, text])).toEqual([['title', 'T'], ['questions.first.options.call.text', 'Call'], ['outcomes.0', 'a'], ['outcomes.1', 'b']]);
  });

  it('leaves to each language which words it avoids', () => {
    const data = { terms: [{ id: 'child', term: 'Child', definition: 'D', avoid: ['x'], why: 'y', must: ['z'] }] };
    expect(wordUnits(data, 'glossary').map(({ id }) => id)).toEqual(['terms.child.term', 'terms.child.definition']);
  });

  it.each([[null], ['text'], [3]])('takes %j for a file without named texts', (data) => {
    expect(wordUnits(data).filter((unit) => unit.id !== '')).toEqual([]);
  });
});

describe('uiUnits', () => {
  const data = { '@translation': { source: 'x' }, a: { text: 'A', note: 'N' }, 'm.one': { text: '{n} minute' }, 'm.other': { text: '{n} minutes' }, 'lone.other': { text: 'Other' } };

  it('are the messages, with their notes', () => {
    expect(uiUnits(data)).toEqual([
      { id: 'a', text: 'A', kind: 'ui', note: 'N' },
      { id: 'm.one', text: '{n} minute', kind: 'ui' },
      { id: 'm.other', text: '{n} minutes', kind: 'ui' },
      { id: 'lone.other', text: 'Other', kind: 'ui' },
    ]);
  });

  it('have the plural forms of the language they are for', () => {
    expect(uiUnits(data, ['other']).map(({ id }) => id)).toEqual(['a', 'm.other', 'lone.other']);
    expect(uiUnits(data, ['one', 'many', 'other']).map(({ id, text }) => `${id}: ${text}`)).toEqual(['a: A', 'm.one: {n} minute', 'm.many: {n} minutes', 'm.other: {n} minutes', 'lone.other: Other']);
  });
});

describe('hashedText', () => {
  it('is the same however lines are broken, and not for another id', () => {
    expect(hashedText([{ id: 'a', text: 'b\n  c', kind: 'words' }])).toBe(hashedText([{ id: 'a', text: 'b c', kind: 'words', note: 'n' }]));
    expect(hashedText([{ id: 'a', text: 'b', kind: 'words' }])).not.toBe(hashedText([{ id: 'b', text: 'b', kind: 'words' }]));
  });
});

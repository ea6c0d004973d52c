import { describe, expect, it } from 'vitest';
import { englishLeft } from '../../../../src/core/translation/english-left.ts';

describe('englishLeft', () => {
  it('finds a sentence that was not translated', () => {
    expect(englishLeft('Tell your manager now.', 'Tell your manager now.', null)).toBe('Tell your manager now.');
  });

  it('finds six words in a row in the middle of a sentence', () => {
    expect(englishLeft('Go at once to your manager or to the focal point.', 'Vaya go at once to your manager, por favor.', null)).toBe('go at once to your manager');
  });

  it.each([
    ['Look up', 'Look up'],
    ['The Down to Zero Alliance of the World', 'The Down to Zero Alliance of the World'],
    ['<Fact source="one-two" country="BR" date="2020">Yes.</Fact>', '<Fact source="one-two" country="BR" date="2020">Sí.</Fact>'],
    ['Go at once to your manager.', 'Vaya enseguida donde su gerente.'],
  ])('lets "%s" as "%s" stand', (source, translation) => {
    expect(englishLeft(source, translation, null)).toBeUndefined();
  });

  it('looks past names that are the same everywhere', () => {
    expect(englishLeft('Read the law to keep all lost umbrellas safe.', 'Lea the law to keep all lost umbrellas.', /the law to keep all lost umbrellas/gi)).toBeUndefined();
  });
});

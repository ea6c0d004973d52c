import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapWords } from '../../../../src/islands/Certificate/wrap-words.ts';

const within = (letters: number) => (line: string) => line.length <= letters;

describe('wrapWords', () => {
  it('breaks between words', () => {
    expect(wrapWords('ask every guest the same questions', within(15), 'en')).toEqual(['ask every guest', 'the same', 'questions']);
  });

  it('breaks a text without spaces where the language lets words end', () => {
    const lines = wrapWords('เด็กทุกคนต้องปลอดภัย', within(9), 'th');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('เด็กทุกคนต้องปลอดภัย');
  });

  it('leaves a word whole that is longer than a line', () => {
    expect(wrapWords('to Llanfairpwllgwyngyll today', within(8), 'en')).toEqual(['to', 'Llanfairpwllgwyngyll', 'today']);
  });

  it('gives no line for no text', () => {
    expect(wrapWords('  ', within(8), 'en')).toEqual([]);
  });

  it('loses nothing but the spaces at the breaks', () => {
    const bare = (text: string): string => text.replace(/\s/g, '');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, letters) => bare(wrapWords(text, within(letters), 'en').join('')) === bare(text)));
  });
});

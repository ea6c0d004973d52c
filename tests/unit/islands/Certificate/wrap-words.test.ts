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

  it.each([
    ['hi', 'विश्वसनीय व्यक्ति को तुरंत बताएँ'],
    ['bn', 'বিশ্বাসযোগ্য ব্যক্তিকে সঙ্গে সঙ্গে জানান'],
    ['th', 'ผู้ปกครองที่ปลอดภัยต้องรู้เรื่องนี้'],
  ])('never parts letters that are written as one (%s)', (locale, text) => {
    for (let letters = 1; letters < 30; letters += 1) {
      const lines = wrapWords(text, within(letters), locale);
      expect(lines.filter((line) => /^\p{M}/u.test(line))).toEqual([]);
      // A virama ties a consonant to the next one.
      expect(lines.filter((line) => /[\u094d\u09cd]$/.test(line))).toEqual([]);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  it('breaks Thai before a syllable where the browser knows no words', () => {
    const { Segmenter } = Intl;
    try {
      Object.assign(Intl, { Segmenter: undefined });
      const lines = wrapWords('ประเทศไทยและเพื่อนบ้านใกล้เคียง', within(8), 'th');
      expect(lines).toEqual(['ประเทศ', 'ไทยและ', 'เพื่อนบ้าน', 'ใกล้', 'เคียง']);
    } finally {
      Object.assign(Intl, { Segmenter });
    }
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, pairs, pipelineFor } from '../../../../src/core/search/pipeline.ts';

const wordsIn = (locale: string, text: string): string[] => pipelineFor(locale).words(text);

describe('words', () => {
  it.each([
    ['en', 'The child’s room, and the children\'s names.', ['the', 'child', 'room', 'and', 'the', 'children', 'names']],
    ['en', 'Don’t use the E-MAIL at 24h', ['dont', 'use', 'the', 'e', 'mail', 'at', '24', 'h']],
    ['en', 'Disque100', ['disque', '100']],
    ['es', 'Denúncialo: ¿dónde? Año', ['denuncialo', 'donde', 'ano']],
    ['pt-BR', 'Central Nacional de Denúncias', ['central', 'nacional', 'de', 'denuncias']],
    ['hi', 'चाइल्ड हेल्पलाइन १०९८', ['चाइल्ड', 'हेल्पलाइन', '1098']],
    ['bn', 'শিশু হেল্পলাইন ১০৯৮', ['শিশু', 'হেল্পলাইন', '1098']],
    ['ne', 'बाल हेल्पलाइन १०९८।', ['बाल', 'हेल्पलाइन', '1098']],
    ['id', 'Hubungi (021) 500-454', ['hubungi', '021', '500', '454']],
  ])('of %s: %s', (locale, text, words) => {
    expect(wordsIn(locale, text)).toEqual(words);
  });

  it('cut Thai by its dictionary and never glue a number to a word', () => {
    const words = wordsIn('th', 'โทรสายด่วน1300หรือ๑๓๘๗ตลอดวัน');
    expect(words).toContain('1300');
    expect(words).toContain('1387');
    expect(words).toContain('ด่วน');
    expect(words.filter((word) => /\d/.test(word))).toEqual(['1300', '1387']);
  });

  it('of Thai can still be found in parts where there is no segmenter', () => {
    const thai = pipelineFor('th', pairs);
    const text = thai.words('การแสวงหาประโยชน์ทางเพศจากเด็ก');
    for (const word of thai.words('เด็ก')) expect(text).toContain(word);
    expect(pairs('ก')).toEqual([{ segment: 'ก', index: 0 }]);
  });

  it('keep the marks of Indic and Thai letters, which are no accents', () => {
    expect(normalise('हेल्पलाइन')).toBe('हेल्पलाइन');
    expect(normalise('ด่วน')).toBe('ด่วน');
  });

  it('are the same for letters that only look different', () => {
    expect(normalise('ﬁlm')).toBe('film');
    expect(normalise('１０９８')).toBe('1098');
    expect(normalise('e\u0301cole')).toBe(normalise('\u00e9cole'));
  });
});

describe('tokens', () => {
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-zé'’0-9 .\-ก-๙अ-ह०-९]{0,60}$/));

  it('stand where they say, in order, and cover every letter and digit', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'th', 'hi'), (text, locale) => {
        const tokens = pipelineFor(locale).tokens(text);
        tokens.forEach(({ start, end }) => expect(start).toBeLessThan(end));
        // Pairs of letters overlap; no two tokens begin at the same place.
        tokens.slice(1).forEach(({ start }, at) => expect(start).toBeGreaterThan(tokens[at]!.start));
        const left = [...text].reduce(({ at, rest }, character) => ({ at: at + character.length, rest: tokens.some((token) => token.start <= at && at < token.end) ? rest : rest + character }), { at: 0, rest: '' });
        expect(left.rest).not.toMatch(/\p{L}|\p{Nd}/u);
      }),
    );
  });

  it('have the words that `words` gives', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pipeline = pipelineFor('en');
        expect(pipeline.words(text)).toEqual(pipeline.tokens(text).map((token) => token.word));
      }),
    );
  });
});

describe('stem', () => {
  it('brings the forms of an English word together', () => {
    const { stem } = pipelineFor('en');
    expect(new Set(['report', 'reports', 'reported', 'reporting'].map(stem)).size).toBe(1);
    expect(stem('reporting')).not.toBe(stem('repeat'));
  });

  it('leaves words of a language without a stemmer as they are', () => {
    expect(pipelineFor('id').stem('melaporkan')).toBe('melaporkan');
    expect(pipelineFor('id').isStopWord('the')).toBe(false);
    expect(pipelineFor('en').isStopWord('the')).toBe(true);
  });
});

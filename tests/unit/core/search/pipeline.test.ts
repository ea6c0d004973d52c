import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingsOf } from '../../../../src/core/search/endings.ts';
import { noForms, normalise, pieces, pipelineFor } from '../../../../src/core/search/pipeline.ts';

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

  it.each([
    ['hi', 'किसी बच्चे को ख़तरा हो तो 112 पर फ़ोन करें।', 'ख़तरा'],
    ['bn', 'শিশুটি বিপদে থাকলে ১০৯৮ নম্বরে ফোন করুন।', 'নম্বরে'],
    ['ne', 'बालबालिका जोखिममा परे १०९८ मा फोन गर्‍यौँ।', 'गर्‍यौँ'],
    ['fil', 'Kung nasa panganib ang bata, tumawag sa 911 o 1343.', 'panganib'],
  ])('of %s stay whole, and its digits are found as 0–9', (locale, sentence, word) => {
    const words = wordsIn(locale, sentence);
    expect(words).toContain(normalise(word));
    expect(words.every((each) => /^(?:\d+|[\p{L}\p{M}]+)$/u.test(each))).toBe(true);
    expect(words.join(' ')).toMatch(/\b(?:112|1098|911 o 1343)\b/);
    expect(words.length).toBe(sentence.replace(/[।.,]/g, '').split(' ').length);
  });

  it('have no joiners and soft hyphens, which nobody types', () => {
    expect(wordsIn('ne', 'गर्\u200dयो')).toEqual(wordsIn('ne', 'गर्यो'));
    expect(wordsIn('bn', 'র\u200d্যাব')).toEqual(['র্যাব'.normalize('NFC')]);
    expect(wordsIn('es', 'explo\u00adtación')).toEqual(['explotacion']);
  });

  it('cut Thai by its dictionary and never glue a number to a word', () => {
    const words = wordsIn('th', 'โทรสายด่วน1300หรือ๑๓๘๗ตลอดวัน');
    expect(words).toContain('1300');
    expect(words).toContain('1387');
    expect(words).toContain('ด่วน');
    expect(words.filter((word) => /\d/.test(word))).toEqual(['1300', '1387']);
  });

  it('of Thai can still be found in parts where there is no segmenter', () => {
    const thai = pipelineFor('th', noForms, pieces);
    const text = thai.words('การแสวงหาประโยชน์ทางเพศจากเด็ก');
    for (const word of thai.words('เด็ก')) expect(text).toContain(word);
    for (const word of thai.words('ประโยชน์')) expect(text.some((piece) => piece.startsWith(word)), word).toBe(true);
    expect(pieces('ก')).toEqual([{ segment: 'ก', index: 0 }]);
    expect(pieces('ด่วน').map(({ segment }) => segment)).toEqual(['ด่วน', 'วน']);
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

  it.each([
    ['es', 'explotación explotaciones explotar explotado explotan'],
    ['es', 'denuncia denuncias denunciar denunció denunciante denuncien'],
    ['es', 'niño niña niños niñas niñez'],
    ['es', 'viaje viajes viajero viajeras viajar'],
    ['es', 'trabajador trabajadores trabajadora trabajar trabajo'],
    ['es', 'peligro peligros peligroso peligrosa'],
    ['es', 'taxi taxis taxista taxistas'],
    ['es', 'llamar llame llamada llamó'],
    ['es', 'huésped huéspedes'],
    ['pt-BR', 'exploração explorações explorar explorado'],
    ['pt-BR', 'denúncia denúncias denunciar denunciou denunciam'],
    ['pt-BR', 'criança crianças'],
    ['pt-BR', 'menino menina meninos meninas'],
    ['pt-BR', 'hotel hotéis'],
    ['pt-BR', 'sexual sexuais'],
    ['pt-BR', 'viagem viagens'],
    ['pt-BR', 'jovem jovens'],
    ['pt-BR', 'ligar ligue ligação'],
    ['pt-BR', 'responsável responsáveis responsabilidade'],
    ['id', 'lapor melapor melaporkan dilaporkan laporan laporannya pelaporan'],
    ['id', 'perlindungan melindungi dilindungi'],
    ['id', 'pengemudi mengemudi mengemudikan'],
    ['hi', 'बच्चा बच्चे बच्चों बच्ची बच्चियों'],
    ['hi', 'लड़की लडकी लड़कियों लड़कियाँ लड़का'],
    ['hi', 'होटल होटलों'],
    ['hi', 'कमरा कमरे कमरों'],
    ['hi', 'यात्री यात्रियों'],
    ['bn', 'শিশু শিশুর শিশুকে শিশুদের'],
    ['bn', 'মেয়ে মেয়েদের মেয়েকে'],
    ['bn', 'হোটেল হোটেলে হোটেলের'],
    ['ne', 'प्रहरी प्रहरीले प्रहरीलाई प्रहरीको'],
    ['ne', 'चालक चालकले चालकहरू चालकहरूलाई'],
  ])('brings the forms of a word together in %s: %s', (locale, forms) => {
    const { stem, words } = pipelineFor(locale, { stopWords: '', endings: endingsOf(locale) });
    expect(new Set(words(forms).map(stem)).size).toBe(1);
  });

  it.each([
    ['es', 'camarera cama'],
    ['es', 'pena pensar'],
    ['pt-BR', 'vida vídeo'],
    ['pt-BR', 'receio recusar'],
    ['id', 'anak berani'],
    ['id', 'perlu dia'],
    ['hi', 'बच्चा बस'],
    ['hi', 'होटल हाथ'],
  ])('keeps words apart in %s: %s', (locale, pair) => {
    const { stem, words } = pipelineFor(locale, { stopWords: '', endings: endingsOf(locale) });
    expect(new Set(words(pair).map(stem)).size).toBe(2);
  });

  it('takes an ending only where enough of the word is left', () => {
    const { stem } = pipelineFor('es', { stopWords: '', endings: endingsOf('es') });
    expect(['mes', 'ver', 'dos'].map(stem)).toEqual(['mes', 'ver', 'dos']);
  });

  it.each([
    ['th', 'ช่วย ชวย'],
    ['th', 'ผู้ใหญ่ ผูใหญ'],
    ['hi', 'पढ़ाई पढाई'],
    ['hi', 'गाँव गांव'],
    ['ne', 'हिंसा हींसा'],
    ['ne', 'स्कूल स्कुल'],
    ['bn', 'বাড়ি বাড়ী'],
  ])('brings careless spellings together in %s: %s', (locale, pair) => {
    const { stem } = pipelineFor(locale, noForms, (text) => [{ segment: text, index: 0 }]);
    expect(new Set(pair.split(' ').map((word) => stem(normalise(word)))).size).toBe(1);
  });

  it('leaves words of a language without endings as they are', () => {
    expect(pipelineFor('fil').stem('kabataan')).toBe('kabataan');
    expect(endingsOf('fil')).toBe('');
  });
});

describe('stop words', () => {
  it('are those of the language, however they are typed', () => {
    const { isStopWord, words } = pipelineFor('es', { stopWords: 'qué cómo', endings: '' });
    expect(words('¿Que? COMO, niño').map(isStopWord)).toEqual([true, true, false]);
    expect(pipelineFor('es').isStopWord('que')).toBe(false);
  });
});

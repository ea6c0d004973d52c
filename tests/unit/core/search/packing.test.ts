import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchFormat, type SearchContent } from '../../../../src/core/search/documents.ts';
import { pack, unpack } from '../../../../src/core/search/packing.ts';
import { pipelineFor } from '../../../../src/core/search/pipeline.ts';

const content: SearchContent = {
  locale: 'en',
  stopWords: 'a the',
  endings: 's | a e',
  alike: [['cab', 'taxi'], ['boss owner', 'manager']],
  report: { title: 'Report in {country}', text: 'Who to call in {country}.' },
  courses: [{ id: 'hotel', title: 'Hotel staff', text: 'You work in a hotel.', modules: ['respond'], jobAid: { title: 'At the desk', text: 'Ask every guest the same.' } }],
  modules: [{ id: 'respond', title: 'Respond safely', text: 'What to do.', lang: 'es', sections: [{ id: 'speaks', title: 'When a child speaks', text: 'Listen. Believe the child.', also: ['A secret', 'iPhone'] }, { id: 'note', title: '', text: '', also: [] }] }],
  terms: [{ id: 'csam', title: 'Child sexual abuse material', text: 'Pictures of abuse.', also: ['an old harmful word'] }],
  countries: [{ id: 'TH', title: 'ไทย', lang: 'th', lines: [{ title: 'สายด่วน · 1300', text: 'Harm to a child.', also: ['021500454'] }] }],
};
const through = (made: SearchContent, locale = made.locale): SearchContent => unpack(JSON.parse(JSON.stringify(pack({ ...made, locale }, pipelineFor(locale)))) as ReturnType<typeof pack>);

describe('a packed index', () => {
  it('gives back what was packed', () => {
    expect(through(content)).toEqual(content);
    expect(pack(content, pipelineFor('en')).format).toBe(searchFormat);
  });

  const tricky = fc.constantFrom('The child.', 'the child', 'É. é', 'ß. ẞ', 'ĳ', 'i. İ. ı', 'ǅ. ǆ', 'A. B. C', '¿Qué? "qué"', '…and', 'Ѐ Ж ӿ ԯ', 'สายด่วน1300', 'เด็กทุกคน', 'बच्चों १०९८', '{"a": [1]}', '~`^|', '\\n', '😀 👩‍👧', '\u{1d49c}', '\ue000', '1098', "don't");
  const texts = fc.array(fc.oneof(tricky, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 12 }).map((parts) => parts.join(' ').replace(/[\s\x7f]+/g, ' '));

  it('does so for any text, in any script', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ title: texts, text: texts, also: fc.array(texts, { maxLength: 3 }) }), { maxLength: 5 }), texts, fc.constantFrom('en', 'th', 'hi'), (sections, title, locale) => {
        const made: SearchContent = { ...content, locale, report: { title, text: title }, modules: [{ id: 'm', title, text: '', sections: sections.map((section, at) => ({ id: `s${at}`, ...section })) }] };
        expect(through(made)).toEqual(made);
      }),
    );
  });

  it.each([
    ['th', 'เด็กทุกคนมีสิทธิได้รับความคุ้มครองจากการแสวงหาประโยชน์ทางเพศ'],
    ['hi', 'हर बच्चे को यौन शोषण से सुरक्षा का अधिकार है'],
    ['bn', 'প্রতিটি শিশুর যৌন শোষণ থেকে সুরক্ষা পাওয়ার অধিকার আছে'],
  ])('takes about one byte a letter where the script takes three (%s)', (locale, sentence) => {
    const text = Array.from({ length: 30 }, () => sentence).join(' ');
    const plain = { ...content, locale, terms: [], countries: [], courses: [], modules: [{ id: 'm', title: sentence, text, sections: [] }] };
    expect(new TextEncoder().encode(pack(plain, pipelineFor(locale)).texts).length).toBeLessThan(text.length);
  });

  it('is refused where a part of it is missing', () => {
    const packed = pack(content, pipelineFor('en'));
    expect(() => unpack({ ...packed, texts: packed.texts.slice(0, 60) })).toThrow();
    expect(() => unpack({ format: searchFormat } as typeof packed)).toThrow();
  });
});

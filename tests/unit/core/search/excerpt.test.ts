import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../../../src/core/search/documents.ts';
import { documentExcerpt, excerpt, excerptLength } from '../../../../src/core/search/excerpt.ts';
import { pipelineFor } from '../../../../src/core/search/pipeline.ts';

const english = pipelineFor('en');
const filler = 'Other people talk about other things for a while here. '.repeat(5);
const marked = (text: string, words: readonly string[], pipeline = english): string => {
  const part = excerpt(text, new Set(words), pipeline);
  const shown = part.marks.reduceRight((rest, [start, end]) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`, part.text);
  return `${part.cutBefore ? '…' : ''}${shown}${part.cutAfter ? '…' : ''}`;
};

describe('excerpt', () => {
  it('is a short text whole, with its words marked', () => {
    expect(marked('A child may ask for help. Children may not.', ['child', 'children'])).toBe('A [child] may ask for help. [Children] may not.');
  });

  it('begins with the sentence in which the words stand', () => {
    expect(marked(`${filler}Keep the number of the child line at the desk. ${filler}`, ['number', 'desk'])).toMatch(/^…Keep the \[number\] of the child line at the \[desk\]\. Other people .*…$/);
  });

  it('takes the place with the most different words, not the first', () => {
    expect(marked(`A number stands here. ${filler}${filler}Here stand a number and a desk. ${filler}`, ['number', 'desk'])).toContain('a [number] and a [desk]');
  });

  it('shows the end of a text whole', () => {
    expect(marked(`${filler}At the end stands a taxi.`, ['taxi'])).toMatch(/a \[taxi\]\.$/);
  });

  it('is the beginning where none of the words stand', () => {
    expect(marked(filler, ['taxi'])).toMatch(/^Other people .*…$/);
  });

  it('cuts Thai between its words and marks neighbouring words as one', () => {
    const thai = pipelineFor('th');
    const text = 'โทรสายด่วน1300เมื่อเด็กอยู่ในอันตราย'.repeat(8);
    expect(marked(text, ['1300'], thai)).toContain('[1300]');
    expect(marked('โทรสายด่วนวันนี้', thai.words('สายด่วน'), thai)).toBe('โทร[สายด่วน]วันนี้');
  });

  it('is never longer than asked, never cuts a word, and marks only inside itself', () => {
    const word = fc.constantFrom('child', 'taxi', 'नमस्ते', 'สวัสดี', 'a', 'reporting.', 'e\u0301te\u0301', '১০৯৮', '👩‍👧 ');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), fc.constantFrom('en', 'th', 'bn'), (parts, locale) => {
        const text = parts.join(' ');
        const pipeline = pipelineFor(locale);
        const part = excerpt(text, new Set(['taxi', '1098', ...pipeline.words('สวัสดี')]), pipeline);
        expect(text).toContain(part.text);
        expect(part.text.length).toBeLessThanOrEqual(excerptLength);
        const whole = new Set(pipeline.tokens(text).map((token) => token.word));
        for (const shown of pipeline.words(part.text)) expect(whole).toContain(shown);
        let last = -1;
        for (const [start, end] of part.marks) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(part.text.length);
          last = end;
        }
      }),
    );
  });
});

describe('documentExcerpt', () => {
  const document: SearchDocument = { kind: 'section', title: 'At the desk', text: 'Ask every guest the same.', also: 'Night desk · You know me', within: '', courses: ['hotel'], country: '', path: ['m'], anchor: 's', lang: '' };

  it('shows the topic of a question where only that says why a passage was found', () => {
    expect(documentExcerpt(document, new Set(['night']), english).text).toBe(document.also);
    expect(documentExcerpt(document, new Set(['night', 'guest']), english).text).toBe(document.text);
  });

  it('never shows the words to avoid without what is said instead', () => {
    expect(documentExcerpt({ ...document, kind: 'term', also: 'a harmful word' }, new Set(['harmful']), english).text).toBe(document.text);
  });
});

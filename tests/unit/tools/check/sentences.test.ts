import { describe, expect, it } from 'vitest';
import { countWords, sentences } from '../../../../src/tools/check/sentences.ts';
import { sentenceLength } from '../../../../src/tools/check/rules/sentence-length.ts';
import { contentOf } from '../../../../src/tools/content/load-content.ts';
import { today } from './fixtures.ts';

const texts = (text: string): string[] => sentences(text).map((sentence) => sentence.text);

describe('sentences', () => {
  it('end with a full stop, a question mark or an exclamation mark', () => {
    expect(texts('Look. Is it late? Go!')).toEqual(['Look.', 'Is it late?', 'Go!']);
  });

  it('go on after a quotation that ends inside them', () => {
    expect(texts('"Are you ill?" she asks. He nods.')).toEqual(['"Are you ill?" she asks.', 'He nods.']);
  });

  it('are not cut at a time, an abbreviation or a number', () => {
    expect(texts('At 10.45 Mr. Lee saw 2.5 bags, e.g. a red one.')).toHaveLength(1);
  });

  it('are not cut at a line break of the file', () => {
    expect(texts('You keep\nthe key.')).toEqual(['You keep the key.']);
  });

  it('say where they begin, so that a line can be named', () => {
    const text = 'One.\nTwo three.';
    expect(sentences(text).map((sentence) => text.slice(sentence.index).startsWith(sentence.text))).toEqual([true, true]);
  });

  it('are none in an empty text', () => {
    expect(sentences(' \n ')).toEqual([]);
  });
});

describe('countWords', () => {
  it('counts compounds as one word and dashes as none', () => {
    expect(countWords("Don't wait – it is half-past two.")).toBe(6);
  });
});

describe('sentence-length', () => {
  const lesson = (sentence: string): string[] => {
    const content = contentOf(new Map([['modules/keys/en.mdx', `<Section id="keys" title="Keys">\n\n${`${sentence}\n`.repeat(3)}\n</Section>\n`]]));
    return [...sentenceLength.check(content, { today })].map((finding) => `${finding.line} ${finding.what}`);
  };

  it('holds the average of a module, not only each sentence', () => {
    expect(lesson('You may write a sentence of sixteen words once, but not all day long, my friend.')).toEqual(['1 sentences have 16.0 words on average']);
  });

  it('lets fourteen words on average stand', () => {
    expect(lesson('You may write a sentence of fourteen words, and you may do it often.')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { unitDifferences } from '../../../../src/core/translation/compare.ts';
import { loadContent } from '../../../../src/tools/content/load-content.ts';
import { longText, mirroredText } from '../../../../src/tools/pseudo/pseudo-text.ts';
import { translatedFiles } from '../../../../src/tools/translation/translated-files.ts';

const content = loadContent('content');

describe('longText', () => {
  it('doubles and accents letters and stands in brackets', () => {
    expect(longText('Report {n} of 3 to <b>us</b>')).toBe('⟦Réêpöórt {n} öóf 3 töó <b>ûús</b>⟧');
  });

  it('is about 40 % longer than the texts of the site', () => {
    const texts = translatedFiles(content, 'en-XA').flatMap(({ units }) => units.map(({ text }) => text));
    const length = (list: string[]): number => list.reduce((sum, text) => sum + text.length, 0);
    expect(texts.length).toBeGreaterThan(3000);
    const ratio = length(texts.map(longText)) / length(texts);
    expect(ratio).toBeGreaterThan(1.35);
    expect(ratio).toBeLessThan(1.45);
  });
});

describe('mirroredText', () => {
  it('turns every word round and nothing else', () => {
    expect(mirroredText('Call **{number}** now')).toBe('\u202eCall\u202c **{number}** \u202enow\u202c');
  });
});

describe.each([['longText', longText], ['mirroredText', mirroredText]])('%s', (_, make) => {
  it('leaves an address alone', () => {
    expect(make('https://www.wikipedia.org/')).toBe('https://www.wikipedia.org/');
  });

  it('keeps placeholders, figures, links, bold words and elements of every text of the site', () => {
    for (const { units } of translatedFiles(content, 'en')) {
      expect(unitDifferences(units, units.map((unit) => ({ ...unit, text: make(unit.text) })))).toEqual([]);
    }
  });
});

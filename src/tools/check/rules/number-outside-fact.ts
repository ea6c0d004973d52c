import { sourceLocale } from '../../../core/locale/locales.ts';
import { lineInBlock } from '../../content/lesson.ts';
import { learnerTexts, type WrittenText } from '../../content/written-texts.ts';
import { dials } from '../dials.ts';
import { knownNames } from '../known-names.ts';
import { phoneNumbers } from '../phone-numbers.ts';
import type { Rule } from '../rule.ts';
import { blank } from '../whole-words.ts';

const figures = /(?<![\p{L}\d])\d[\d.,\s]*\d(?![\p{L}])|%|\bper ?cent\b/giu;
const bigNumbers = /\b(?:millions?|billions?)\b/giu;
const roundNumbers = /\b(?:thousands?|hundreds of)\b/giu;
const shares = /\b(?:one|two|three|four|\d+) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\b/giu;

/** What is no statement about the world, tried from the first figure on. */
const harmless = [
  /\b\d{1,2}[:.]\d{2}(?!\d)/g,
  /\b\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.|o['’]clock)(?!\p{L})/giu,
  /\b24\/7\b/g,
  /\b\d{1,2}[ -](?:seconds?|minutes?|hours?|days?)\b/gi,
  // The age that makes a child, in every country; other ages are written as words.
  /\b(?:under|over|below|turns?|until|before|is|are|than|of|the age of) 18\b|\b18[ -]years?\b/gi,
  /\b(?:room|bus|line|gate|cabin|flight|seat|platform|bay|door|page|article|law|target|table|number|case|report|ticket)s? (?:no\. ?)?\d+\b/gi,
  /\b\p{Lu}{2,}[ -]\d+\b/gu,
  /(?<=\p{L}[\p{L}’'-]*[,)]? )\(?\p{Lu}[\p{L}’'-]+,? (?:19|20)\d\d\b/gu,
];

/**
 * A figure is a claim, and a claim has a country, a source and a date, so it stands in a `<Fact>`. Figures of two digits and more, per cent, thousands and millions
 * and "one in five" are refused outside. Clock times, hours and days, the age of 18, numbers in names ("room 214", "Act 2012", names of laws and sources) are no claims.
 * Judged in the source language, whose words these patterns know; a translation has the numbers of its source.
 * In questions, scenarios and summaries, which cannot hold a `<Fact>`, figures under three digits and round numbers in words pass: they belong to the story.
 */
export const numberOutsideFact: Rule = {
  name: 'number-outside-fact',
  *check(content) {
    const names = knownNames(content);
    const known = dials(content);
    for (const written of learnerTexts(content)) {
      if (written.locale !== sourceLocale) continue;
      if (written.kind !== 'prose' && written.kind !== 'wording' && written.kind !== 'course' && written.kind !== 'heading' && written.kind !== 'rollout') continue;
      let text = blank(written.outsideFacts, names);
      for (const pattern of harmless) text = blank(text, pattern);
      for (const phone of phoneNumbers(written.outsideFacts, known)) text = text.slice(0, phone.index) + ' '.repeat(phone.text.length) + text.slice(phone.index + phone.text.length);
      for (const { index, found } of claims(text, written.kind)) {
        const line = written.kind === 'prose' ? lineInBlock(written, index) : written.line;
        const write = written.kind === 'prose' ? '<Fact source="…" country="…" date="…">the sentence</Fact>, or no number' : 'no number here; a <Fact> in the lesson can hold it';
        yield { file: written.file, line, what: `"${found}" stands outside a fact`, write };
      }
    }
  },
};

function claims(text: string, kind: WrittenText['kind']): { index: number; found: string }[] {
  const isStory = kind === 'wording' || kind === 'course';
  const patterns = isStory ? [figures, bigNumbers, shares] : [figures, bigNumbers, shares, roundNumbers];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((hit) => ({ index: hit.index, found: hit[0].trim() }))
    .filter(({ found }) => !isStory || !/^\d/.test(found) || found.replace(/\D/g, '').length > 2 || /\D/.test(found.replace(/[\d.,\s]/g, '')))
    .sort((a, b) => a.index - b.index);
}

import { describe, expect, it } from 'vitest';
import { numberOutsideFact } from '../../../../src/tools/check/rules/number-outside-fact.ts';
import { contentOf } from '../../../../src/tools/content/load-content.ts';
import { minimal, today, withFiles } from './fixtures.ts';

const lesson = 'modules/found-item/en.mdx';

function findingsFor(sentence: string): string[] {
  const text = minimal().get(lesson)!.replace('Look at the thing where it lies.', sentence);
  return [...numberOutsideFact.check(contentOf(withFiles([[lesson, text]])), { today })].map((finding) => finding.what.replace(' stands outside a fact', ''));
}

describe('number-outside-fact', () => {
  it.each([
    ['About 600,000 drivers heard it.', '"600,000"'],
    ['In 2019 it was worse.', '"2019"'],
    ['Half of it is 5 percent.', '"percent"'],
    ['It is 5%.', '"%"'],
    ['Two out of three said so.', '"Two out of three"'],
    ['There are hundreds of them.', '"hundreds of"'],
    ['A boy of 16 waits.', '"16"'],
  ])('refuses the claim in "%s"', (sentence, claim) => {
    expect(findingsFor(sentence)).toEqual([claim]);
  });

  it.each([
    'It is 6:30, or 10 pm.',
    'The desk is open 24 hours.',
    'It takes 15 minutes.',
    'Everyone under 18 is a child.',
    'Take bus 42 to gate 17, or wait in room 214.',
    'The Umbrella Act 2012 says so.',
    'It follows ISO 26000.',
    'Found in 2,400 hotels: the umbrella report is worth reading.',
    'You have 2 hands and 3 keys.',
  ])('lets "%s" stand', (sentence) => {
    expect(findingsFor(sentence)).toEqual([]);
  });

  it('leaves phone numbers to their own rule', () => {
    expect(findingsFor('Call 5550.')).toEqual([]);
  });
});

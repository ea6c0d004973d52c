import { describe, expect, it } from 'vitest';
import { neverPhrases } from '../../../../src/tools/check/rules/never-phrases.ts';
import { contentOf } from '../../../../src/tools/content/load-content.ts';
import { minimal, today, withFiles } from './fixtures.ts';

const lesson = 'modules/found-item/en.mdx';

function findingsFor(sentence: string, around: (text: string) => string = (text) => text): string[] {
  const text = minimal().get(lesson)!.replace('Look at the thing where it lies.', around(sentence));
  return [...neverPhrases.check(contentOf(withFiles([[lesson, text]])), { today })].map((finding) => finding.what);
}

describe('never-phrases', () => {
  it.each([
    'Wrong! Look again.',
    'You should have known it.',
    'We will never tell anyone.',
    'Your name stays secret.',
    'It stays between you and me.',
    'Take some discreet pictures of the car.',
    'Then film the man.',
    'You can follow them for a while.',
    'Confront the guest.',
    'Question the child alone.',
    'Search her bag.',
    'Hold him until the police come.',
    'Download these images.',
    'Save the chat as evidence.',
    'Set a trap.',
  ])('refuses "%s"', (sentence) => {
    expect(findingsFor(sentence)).toHaveLength(1);
  });

  it.each([
    'Take no pictures of people.',
    'Do not film the guests, and never follow the car.',
    'You cannot promise that your call stays anonymous.',
    'Ask whether your name stays secret.',
    'I cannot keep this secret.',
    'What is wrong with the lamp?',
    'Follow the child protection policy.',
    'Ask every guest the same question.',
    'Search together for a quiet place.',
    'Take a photo of this card.',
    'An adult asks a child to keep a secret.',
    'Keep the recordings of the camera safe.',
    'A guest takes pictures of the pool.',
  ])('lets "%s" stand', (sentence) => {
    expect(findingsFor(sentence)).toEqual([]);
  });

  it('lets a list of what not to do name it', () => {
    expect(findingsFor('Film the man.', (text) => `Look.\n\n<Dont>\n\n- ${text}\n\n</Dont>\n`)).toEqual([]);
  });

  it('lets a wrong option say it and not the right one', () => {
    const file = 'modules/found-item/en.yaml';
    const words = minimal().get(file)!;
    const check = (from: string): string[] => {
      const text = words.replace(from, 'Take a photo of the umbrella.');
      return [...neverPhrases.check(contentOf(withFiles([[file, text]])), { today })].map((finding) => `${finding.file}:${finding.line}`);
    };
    expect(check('Take it home until somebody asks for it.')).toEqual([]);
    expect(check('Book it.')).toEqual([`${file}:12`]);
  });
});

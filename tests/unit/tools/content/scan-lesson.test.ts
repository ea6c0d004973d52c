import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../../../src/tools/content/lesson.ts';
import { lineInBlock } from '../../../../src/tools/content/lesson.ts';
import type { Problem } from '../../../../src/tools/content/problem.ts';
import { scanLesson } from '../../../../src/tools/content/scan-lesson.ts';

function scan(text: string): { lesson: Lesson; problems: string[] } {
  const problems: Problem[] = [];
  const lesson = scanLesson('en.mdx', text, (problem) => problems.push(problem));
  return { lesson, problems: problems.map((problem) => `${problem.line} ${problem.rule}: ${problem.what}`) };
}

const sound = `<Section id="one" title="The first">

You **see** a [key](module:keys#desk).
It is _small_. <Fact source="a" country="BR" date="2020">40 keys
were lost.</Fact> Look.

- one
- two,
  on two lines

</Section>

<Section id="two" title="The second">

<Say>Thank you.</Say>

</Section>

<Tomorrow>

Find it.

</Tomorrow>
`;

describe('scanLesson', () => {
  it('finds no problem in a sound lesson', () => {
    expect(scan(sound).problems).toEqual([]);
  });

  it('gives the plain text of each section, with the line on which it begins', () => {
    expect(scan(sound).lesson.sections).toEqual([
      { id: 'one', title: 'The first', line: 1, text: 'You see a key. It is small. 40 keys were lost. Look.\n\none\n\ntwo, on two lines' },
      { id: 'two', title: 'The second', line: 13, text: 'Thank you.' },
    ]);
  });

  it('keeps the lines of a paragraph, so that a rule can name them', () => {
    const [block] = scan(sound).lesson.blocks;
    expect(lineInBlock(block!, block!.text.indexOf('small'))).toBe(4);
    expect(lineInBlock(block!, block!.text.indexOf('were lost'))).toBe(5);
  });

  it('blanks facts out without moving the rest', () => {
    const [block] = scan(sound).lesson.blocks;
    expect(block!.outsideFacts).not.toContain('40');
    expect(block!.outsideFacts.indexOf('Look')).toBe(block!.text.indexOf('Look'));
  });

  it('knows what stands around a paragraph', () => {
    expect(scan(sound).lesson.blocks.map(({ line, inside, section }) => [line, inside.join(), section])).toEqual([
      [3, 'Section', 'one'], [7, 'Section', 'one'], [8, 'Section', 'one'], [15, 'Section,Say', 'two'], [21, 'Tomorrow', undefined],
    ]);
  });

  it('collects links with their lines', () => {
    expect(scan(sound).lesson.links).toEqual([{ target: 'module:keys#desk', line: 3 }]);
  });

  it('reads Windows line ends like others', () => {
    expect(scan(sound.replaceAll('\n', '\r\n')).lesson.sections).toEqual(scan(sound).lesson.sections);
  });

  it('tells of an element that is never closed and reads on', () => {
    const { lesson, problems } = scan('<Do>\n\n- a\n\n<Section id="x" title="X">\n\nText.\n\n</Section>\n');
    expect(problems).toEqual(['1 lesson-syntax: <Do> is never closed']);
    expect(lesson.sections).toHaveLength(1);
  });

  it('tells of a closing tag that closes nothing', () => {
    expect(scan('Text.\n\n</Do>\n').problems).toEqual(['3 lesson-syntax: </Do> closes nothing']);
  });

  it('reads an empty file', () => {
    expect(scan('')).toEqual({ lesson: { file: 'en.mdx', text: '', elements: [], blocks: [], links: [], sections: [] }, problems: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { outline, withUnits } from '../../../../src/core/translation/outline.ts';

const lesson = `<Section id="now" title="When it is now">

First paragraph
on two lines.

1. **Notice.** See.
2. Tell.
   The second line of an item.

<Say>Thank you.</Say>

<Posts>

<Post id="desk" title="Desk">

At the desk.

</Post>

</Posts>

After the posts, <Fact source="a" country="BR" date="2020">5 of 10</Fact>.

</Section>

<Tomorrow>

Write it.

</Tomorrow>

<Support />
`;

describe('outline of a lesson', () => {
  it('names every text by its section and place', () => {
    expect(outline(lesson, 'lesson').units.map(({ id, text, kind, line }) => [id, kind, line, text])).toEqual([
      ['now.title', 'title', 1, 'When it is now'],
      ['now.1', 'paragraph', 3, 'First paragraph\non two lines.'],
      ['now.2', 'item', 6, '**Notice.** See.'],
      ['now.3', 'item', 7, 'Tell.\n   The second line of an item.'],
      ['now.4', 'say', 10, 'Thank you.'],
      ['desk.title', 'title', 14, 'Desk'],
      ['desk.1', 'paragraph', 16, 'At the desk.'],
      ['now.5', 'paragraph', 22, 'After the posts, <Fact source="a" country="BR" date="2020">5 of 10</Fact>.'],
      ['tomorrow.1', 'paragraph', 28, 'Write it.'],
    ]);
  });

  it('keeps the row of elements, without titles', () => {
    expect(outline(lesson, 'lesson').elements.map(({ tag }) => tag)).toEqual([
      '<Section id="now">', '<Say>', '<Posts>', '<Post id="desk">', '</Post>', '</Posts>', '</Section>', '<Tomorrow>', '</Tomorrow>', '<Support />',
    ]);
  });

  it('puts other words in place and leaves everything else', () => {
    const words = new Map([['now.title', 'Jetzt'], ['now.3', 'Sagen.'], ['desk.1', 'Am Tisch.']]);
    const changed = withUnits(lesson, outline(lesson, 'lesson').units, words);
    expect(changed).toBe(lesson.replace('When it is now', 'Jetzt').replace('Tell.\n   The second line of an item.', 'Sagen.').replace('At the desk.', 'Am Tisch.'));
  });
});

describe('outline of notes', () => {
  it('names texts by the part they stand in', () => {
    const notes = 'Before.\n\n## What\n\nOne\ntwo.\n\n- item\n\n## How\n\nThree.\n';
    expect(outline(notes, 'notes').units.map(({ id, text, kind }) => [id, kind, text])).toEqual([
      ['opening.1', 'paragraph', 'Before.'],
      ['part-1.title', 'title', 'What'],
      ['part-1.1', 'paragraph', 'One\ntwo.'],
      ['part-1.2', 'item', 'item'],
      ['part-2.title', 'title', 'How'],
      ['part-2.1', 'paragraph', 'Three.'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../../src/tools/content/front-matter.ts';
import { contentOf } from '../../../../src/tools/content/load-content.ts';
import { minimal, withFiles } from '../check/fixtures.ts';

describe('splitFrontMatter', () => {
  it('takes the lines between two fences at the top', () => {
    expect(splitFrontMatter('---\nstate: draft\n---\n\nText.\n')).toEqual({ yaml: 'state: draft\n', body: '\nText.\n', inPlace: '\n\n\n\nText.\n' });
  });

  it.each(['Text.\n', 'Text.\n\n---\n\nMore.\n', '---\nnever closed\n'])('leaves %j alone', (text) => {
    expect(splitFrontMatter(text)).toEqual({ yaml: undefined, body: text, inPlace: text });
  });
});

describe('front matter', () => {
  const lesson = minimal().get('modules/hand-over/en.mdx')!;
  const stamped = (yaml: string) => contentOf(withFiles([['modules/hand-over/es.mdx', `---\n${yaml}---\n\n${lesson}`]]));

  it('is read for a translation, and no part of what learners read', () => {
    const content = stamped('source: "abc"\nstate: draft\n');
    const found = content.modules.find((module) => module.id === 'hand-over')!.lessons.get('es')!;
    expect(content.problems).toEqual([]);
    expect(found.stamp).toEqual({ source: 'abc', state: 'draft' });
    expect(found.blocks[0]!.text).toMatch(/^A thing goes home/);
    expect(found.sections[0]!.line).toBe(6);
  });

  it('is checked, with the line of its problem', () => {
    expect(stamped('source: "abc"\nstat: draft\n').problems).toMatchObject([{ rule: 'shape', file: 'modules/hand-over/es.mdx', line: 3, what: 'unknown key "stat"', write: '"state"' }]);
  });

  it('has no place in the source language', () => {
    expect(contentOf(withFiles([['modules/hand-over/en.mdx', `---\nstate: draft\n---\n\n${lesson}`]])).problems[0]).toMatchObject({ rule: 'lesson-syntax', line: 1 });
  });
});

describe('@translation of an interface file', () => {
  it('is read for a translation, and is no message', () => {
    const content = contentOf(withFiles([['ui/es.json', '{ "@translation": { "source": "abc", "state": "draft" }, "lesson.posts": { "text": "Abra." } }']]));
    expect(content.problems).toEqual([]);
    expect(content.ui.get('es')).toMatchObject({ stamp: { source: 'abc', state: 'draft' }, value: { 'lesson.posts': { text: 'Abra.' } } });
    expect(Object.keys(content.ui.get('es')!.value!)).toEqual(['lesson.posts']);
  });

  it('is refused when it says something else', () => {
    expect(contentOf(withFiles([['ui/es.json', '{ "@translation": { "by": "me" } }']])).problems).toMatchObject([{ rule: 'shape', file: 'ui/es.json' }]);
  });
});

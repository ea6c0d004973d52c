import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessonElements } from '../../../../src/tools/content/lesson-elements.ts';

const root = join(import.meta.dirname, '../../../..');
const known = Object.keys(lessonElements).sort();

describe('lessonElements', () => {
  it('are the elements of the authoring guide', () => {
    const table = readFileSync(join(root, 'content/guides/en.md'), 'utf8').split('\n').filter((line) => line.startsWith('| `<'));
    const named = table.flatMap((line) => [...line.split('|')[1]!.matchAll(/<([A-Z]\w*)/g)].map((match) => match[1]!));
    expect([...new Set(named)].sort()).toEqual(known);
  });

  it('each have a component that renders them', () => {
    const components = readdirSync(join(root, 'src/components/lesson')).map((file) => file.replace('.astro', ''));
    expect(known.filter((name) => !components.includes(name))).toEqual([]);
  });
});

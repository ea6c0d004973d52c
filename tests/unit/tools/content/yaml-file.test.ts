import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../src/tools/content/problem.ts';
import { readYaml, type YamlFile } from '../../../../src/tools/content/yaml-file.ts';

const schema = z.strictObject({ title: z.string().describe('What it is called.'), steps: z.array(z.strictObject({ id: z.string(), to: z.string().optional() })).default([]) });

function read(text: string): { file: YamlFile<z.infer<typeof schema>>; problems: string[] } {
  const problems: Problem[] = [];
  const file = readYaml('a.yaml', text, schema, (problem) => problems.push(problem));
  return { file, problems: problems.map((problem) => `${problem.line} ${problem.what} → ${problem.write}`) };
}

describe('readYaml', () => {
  it('gives the value that the schema makes, defaults included', () => {
    expect(read('title: Keys\n').file.value).toEqual({ title: 'Keys', steps: [] });
  });

  it('knows the line of keys and of list items', () => {
    const { file } = read('title: Keys\nsteps:\n  - id: a\n    to: b\n  - { id: c }\n');
    expect([file.lineOf(['title']), file.lineOf(['steps']), file.lineOf(['steps', 0, 'to']), file.lineOf(['steps', 1])]).toEqual([1, 2, 4, 5]);
  });

  it('gives the line of the parent for a key that is not there', () => {
    expect(read('title: Keys\nsteps:\n  - id: a\n').file.lineOf(['steps', 0, 'to'])).toBe(3);
  });

  it('reads JSON, with lines', () => {
    const { file, problems } = read('{\n  "title": "Keys",\n  "steps": [{ "id": "a" }]\n}\n');
    expect(problems).toEqual([]);
    expect(file.lineOf(['steps', 0, 'id'])).toBe(3);
  });

  it('names the nearest known key, and the sentence of the schema for a missing one', () => {
    expect(read('titel: Keys\n').problems).toEqual(['1 "title" is missing → What it is called.', '1 unknown key "titel" → "title"']);
  });

  it('lists the known keys when none is near', () => {
    expect(read('title: Keys\nsteps:\n  - id: a\n    colour: red\n').problems).toEqual(['4 unknown key "colour" in "steps › 1" → "id" or "to"']);
  });

  it('asks for quotes where a number stands for a text', () => {
    expect(read('title: 1984\n').problems).toEqual(['1 "title" is 1984, not a text → "1984" in quotes']);
  });

  it('gives no value for an empty file, and says what is missing', () => {
    const { file, problems } = read('');
    expect(file.value).toBeUndefined();
    expect(problems).toHaveLength(1);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../../src/tools/check/rules.ts';
import { runCheck } from '../../../../src/tools/check/run.ts';
import { readingRules } from '../../../../src/tools/content/problem.ts';
import { contentOf } from '../../../../src/tools/content/load-content.ts';
import { broken, brokenFolder, minimal, reportOf, rulesFolder, today } from './fixtures.ts';

const names = [...new Set([...rules.map((rule) => rule.name), ...readingRules])].sort();

describe('rules', () => {
  it('find nothing in the sound tree', () => {
    expect(reportOf(minimal())).toBe('2 modules, 1 course, 1 country: no problems.\n');
  });

  it.each(names)('%s gives exactly the report of its fixture', (name) => {
    const { files, expected } = broken(name);
    expect(expected).toContain(`  ${name}  `);
    expect(reportOf(files)).toBe(expected);
  });

  it('have a fixture each, and no fixture is without a rule', () => {
    expect(readdirSync(brokenFolder).sort()).toEqual(names);
  });

  it('are all listed, one file each, under the name of the file', () => {
    const files = readdirSync(rulesFolder).map((file) => file.replace(/\.ts$/, ''));
    expect(rules.map((rule) => rule.name).sort()).toEqual(files.sort());
  });

  it('say why they exist, in a comment before the rule', () => {
    for (const { name } of rules) expect(readFileSync(join(rulesFolder, `${name}.ts`), 'utf8'), name).toMatch(/\*\/\nexport const \w+: Rule = \{/);
  });

  it('stay quiet about a tree in which nothing can be read', () => {
    const unreadable = new Map([...minimal()].map(([file, text]) => [file, file.endsWith('.yaml') ? `${text}\n\t- : [` : text]));
    const found = new Set(runCheck(contentOf(unreadable), { today }).map((problem) => problem.rule));
    expect([...found]).toEqual(['yaml-syntax']);
  });

  it('find nothing in an empty folder but the files that every site needs', () => {
    expect(reportOf(new Map())).toBe(
      'glossary/en.yaml:1  missing-file  this file is missing → the words of the field\n\nsearch/en.yaml:1  missing-file  this file is missing → words that people type in this language and the lessons do not use\n\nui/en.json:1  missing-file  this file is missing → the interface strings\n\n0 modules, 0 courses, 0 countries: 3 problems.\n',
    );
  });
});

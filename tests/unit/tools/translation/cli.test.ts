import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'farol-translations-'));
const content = join(folder, 'content');
cpSync(join(root, 'tests/fixtures/content/minimal'), content, { recursive: true });
writeFileSync(join(content, 'glossary/es.yaml'), 'terms:\n  - id: found-thing\n    term: Objeto encontrado\n    definition: Algo que alguien perdió.\n  - id: owner\n    term: Dueño\n    definition: A quien le falta.\n');
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/cli/translations.ts', ...args, '--content', content], { cwd: root, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}
const glossary = () => readFileSync(join(content, 'glossary/es.yaml'), 'utf8');

describe('translations', { timeout: 60_000 }, () => {
  it('shows what is stale and what is missing', () => {
    const { status, out } = run('--locale', 'es');
    expect(status).toBe(0);
    expect(out).toMatch(/^ {2}glossary +1 +0 \(0 %\) +1 +0 +0$/m);
    expect(out).toContain('stale    glossary/es.yaml: says not what it was made from; compare it with its source, then accept it');
    expect(out).toContain('missing  modules/found-item/es.mdx');
  });

  it('accepts, then reviews, and drops the review when the source changes', () => {
    expect(run('review', '--locale', 'es', '--by', 'Ana', 'glossary/es.yaml')).toMatchObject({ status: 2, err: expect.stringContaining('Not made from the present source') });
    expect(run('accept', '--locale', 'es').out).toBe('1 of 1 files of es are now stamped as made from the present source.\n');
    expect(glossary()).toMatch(/^source: "[0-9a-f]{16}"\nstate: draft\nterms:\n/);
    expect(run('review', '--locale', 'es', '--by', 'Ana', 'glossary').out).toBe('1 files of es are reviewed by Ana.\n');
    expect(glossary()).toContain('state: reviewed\nreviewedBy: "Ana"\n');
    expect(run('accept', '--locale', 'es').out).toBe('0 of 1 files of es are now stamped as made from the present source.\n');
    expect(glossary()).toContain('state: reviewed\n');
    expect(JSON.parse(run('--locale', 'es', '--json').out)[0].totals.at(-1)).toEqual({ group: 'all', files: 10, fresh: 1, stale: 0, missing: 9, reviewed: 1 });
    const english = join(content, 'glossary/en.yaml');
    writeFileSync(english, readFileSync(english, 'utf8').replace('The person who misses it.', 'Whoever misses it.'));
    expect(run('accept', '--locale', 'es', 'glossary').out).toContain('1 of 1 files');
    expect(glossary()).toContain('state: draft\n');
    expect(glossary()).not.toContain('Ana');
  });

  it('exports a file, and imports it with a new word', () => {
    const file = join(folder, 'es.xliff');
    expect(run('export', '--locale', 'es', '--format', 'xliff', '--out', file, 'glossary').out).toBe(`4 texts of 1 files are in ${file}.\n`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('Dueño', 'Dueña o dueño'));
    expect(run('import', '--locale', 'es', file)).toMatchObject({ status: 0, out: expect.stringContaining('1 files written, 0 as they were.') });
    expect(glossary()).toContain('    term: Dueña o dueño\n');
    writeFileSync(file, readFileSync(file, 'utf8').replace('A quien le falta.', 'A quien le faltan 3.'));
    const before = glossary();
    expect(run('import', '--locale', 'es', file)).toEqual({ status: 2, out: '', err: 'glossary/en.yaml#terms.owner.definition  the number 3 is not in the source\n\n1 problem. Nothing was written.\n' });
    expect(glossary()).toBe(before);
  });

  it.each([
    [['--locale', 'xx'], 'No language to translate into is called "xx".'],
    [['accept'], 'Say which language: --locale '],
    [['acept', '--locale', 'es'], 'There is no command "acept". Write "accept".'],
    [['accept', '--locale', 'es', 'glossary/xx.yaml'], 'Nothing was written.'],
    [['review', '--locale', 'es', 'glossary'], 'Say who has read the files'],
    [['export', '--locale', 'es', '--format', 'pdf'], 'Say in which format'],
    [['import', '--locale', 'es', 'nowhere.csv'], 'There is no file nowhere.csv.'],
  ])('%j is answered with a sentence', (args, sentence) => {
    const { status, err } = run(...args);
    expect(status).toBe(2);
    expect(err).toContain(sentence);
  });

  it('leaves no other file behind', () => {
    expect(existsSync(join(content, 'modules/found-item/es.yaml'))).toBe(false);
  });
});

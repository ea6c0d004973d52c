import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'farol-gate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function gate(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/cli/rollout.ts', ...args, '--content', 'tests/fixtures/content/minimal'], { cwd: root, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const rows = (count: number): string => Array.from({ length: count }, (_, place) => `ana${place},yes,90`).join('\n');

describe('rollout gate', { timeout: 30_000 }, () => {
  it('ends with 0 when every aim is reached', () => {
    const { status, out } = gate('gate', 'umbrella-week', '--results', file('good.csv', `learner,completed,score\n${rows(10)}\n`));
    expect(out).toBe(
      'Pilot: passed. Every aim is reached.\n  Reached: learners who finished: 10. Wanted: 10.\n  Reached: 100 % passed the quiz; 80 % are wanted. (results: 10)\n\n10 learners are counted.\n  good.csv: 10 results.\n',
    );
    expect(status).toBe(0);
  });

  it('ends with 1 and names every row that was left out', () => {
    const paths = [file('lms.csv', `learner,course,completed,score\n${rows(2).replaceAll(',yes', ',lost-property,yes')}\nbia,first-aid,yes,80\n`), file('again.csv', 'learner,score\nana0,95\n'), file('empty.csv', ' ')];
    const { status, out } = gate('gate', 'umbrella-week', ...paths.flatMap((path) => ['--results', path]));
    expect(out).toContain('Pilot: not yet. What is missing stands below.\n  Not yet: learners who finished: 2. Wanted: 10.\n  Not yet: 100 % passed the quiz; 80 % are wanted. (results: 2; at least 10 are needed)\n');
    expect(out).toContain('2 learners are counted. 1 row was joined to another of the same learner.\n');
    expect(out).toContain('  empty.csv: The file is empty.\n\n1 row was left out\n  Another course (1)\n    lms.csv, row 4: bia: first-aid\n');
    expect(status).toBe(1);
  });

  it.each([
    [[], 'Write: npm run rollout -- gate <rollout> --results file.csv'],
    [['gte', 'umbrella-week'], 'There is no "gte".'],
    [['gate', 'umbrela-week'], 'There is no rollout "umbrela-week" in content/rollouts. Write "umbrella-week".'],
    [['gate', 'umbrella-week'], 'No results were given.'],
    [['gate', 'umbrella-week', '--phase', 'everyone', 'x.csv'], 'No phase "everyone" with a gate. Write "pilot".'],
    [['gate', 'umbrella-week', '--results', 'nowhere.csv'], 'There is no file nowhere.csv.'],
    [['gate', 'umbrella-week', '--result', 'x.csv'], "Unknown option '--result'"],
  ])('ends with 2 and a sentence for %j', (args, sentence) => {
    const { status, err } = gate(...args);
    expect(err).toContain(sentence);
    expect(status).toBe(2);
  });
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const sound = 'tests/fixtures/content/minimal';

function check(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/cli/check.ts', ...args], { cwd: root, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

describe('check', { timeout: 30_000 }, () => {
  it('ends with 0 and the counts for sound content', () => {
    expect(check('--content', sound, 'hand-over')).toEqual({ status: 0, out: '2 modules, 1 course, 1 country: no problems in hand-over.\n', err: '' });
  });

  it('ends with 1 and paths that a terminal can open for broken content', () => {
    const { status, out } = check('--content', 'tests/fixtures/broken/shape');
    expect(status).toBe(1);
    expect(out).toContain('tests/fixtures/broken/shape/modules/found-item/module.yaml:2  shape  unknown key "minuets" → "minutes"\n');
  });

  it('writes one object with --json', () => {
    expect(JSON.parse(check('--content', sound, '--json').out)).toEqual({ modules: 2, courses: 1, countries: 1, problems: [] });
  });

  it('says what is near when a module does not exist', () => {
    const { status, err } = check('--content', sound, 'hand-ovr');
    expect({ status, err }).toEqual({ status: 2, err: 'No module, course, country or folder of content/ is called "hand-ovr". Write "hand-over".\n' });
  });

  it('says so when there is no content folder', () => {
    const { status, err } = check('--content', 'nowhere');
    expect(status).toBe(2);
    expect(err).toContain('Give the content folder with --content.');
  });
});

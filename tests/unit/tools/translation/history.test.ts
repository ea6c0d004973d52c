import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { contentOf } from '../../../../src/tools/content/load-content.ts';
import { changedSince } from '../../../../src/tools/translation/history.ts';
import { hashOfSource, translatedFiles } from '../../../../src/tools/translation/translated-files.ts';
import { minimal } from '../check/fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'farol-history-'));
afterAll(() => rmSync(root, { recursive: true }));
const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: root, stdio: 'pipe' });
const save = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const file = 'modules/found-item/en.yaml';
const old = minimal().get(file)!;
const now = old.replace('title: A found item', 'title: Found!').replace(/ {6}two-words: .*\n/, '').replace('    hint: Nobody', '    hint: "Again: nobody').replace('your answer.', 'your answer."');
const source = translatedFiles(contentOf(new Map([...minimal(), [file, now]])), 'es').find((pair) => pair.source.file === file)!.source;

describe('changedSince', { timeout: 30_000 }, () => {
  it('says so where there is no history and no stamp', () => {
    expect(changedSince(root, source, hashOfSource('words', old))).toEqual({ ok: false, reason: 'no-history' });
    expect(changedSince(root, source, undefined)).toEqual({ ok: false, reason: 'no-stamp' });
  });

  it('finds the version that was translated, past broken ones, and names what changed', () => {
    git('init', '-q');
    for (const text of [old, 'a: [', now]) {
      save(file, text);
      git('add', '.');
      git('commit', '-q', '-m', 'x');
    }
    const changed = changedSince(root, source, hashOfSource('words', old));
    expect(changed).toEqual({
      ok: true,
      units: [
        { id: 'title', before: 'A found item', now: 'Found!' },
        { id: 'questions.my-own-loss.hint', before: 'Nobody sees your answer.', now: 'Again: nobody sees your answer.' },
        { id: 'questions.busy-hour.options.two-words.text', before: 'Write two words and lock it away.', now: undefined },
        { id: 'questions.busy-hour.options.two-words.feedback', before: 'Two words are enough to find it again.', now: undefined },
      ],
    });
  });

  it('says so when no version has the hash', () => {
    expect(changedSince(root, source, '0123456789abcdef')).toEqual({ ok: false, reason: 'not-found' });
  });
});

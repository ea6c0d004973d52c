/** A site built for a sub-path, as a partner builds it: one course in English, so that it takes seconds. */
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

/**
 * @param env    as an operator sets it, such as FAROL_BASE
 * @param files  of the checkout to be replaced: path → text
 * @returns the folder of the copy; its site is in `dist/`
 */
export async function buildSmallSite(root: string, env: Record<string, string>, files: Record<string, string> = {}): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'farol-small-'));
  // Web servers read it under another name than the one that runs the tests.
  chmodSync(copy, 0o755);
  const isLeftOut = (path: string) => /^content\/(rollouts|courses\/(?!hotel)[^/]+)(\/|$)/.test(relative(root, path));
  for (const name of ['src', 'content', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs']) cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => !isLeftOut(path) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const list = join(copy, 'src/core/locale/locales.ts');
  writeFileSync(list, readFileSync(list, 'utf8').replace(/(tag: '(?!en')[^']+',.*published: )true/g, '$1false'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(copy, path), text);
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'], { cwd: copy, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FAROL_DRAFT: 'yes', ...env } });
  return copy;
}

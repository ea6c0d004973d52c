/** Which texts of a source changed since a translation was made, from the history of the project. */
import { spawnSync } from 'node:child_process';
import { oneLine } from '../../core/translation/units.ts';
import { hashOfSource, unitsOfText, type SourceFile } from './translated-files.ts';

export type Changed =
  | { ok: true; units: ChangedUnit[] }
  /** no-history: this is no git checkout. not-found: no version of the file has this hash; it was never committed, or the stamp is wrong. */
  | { ok: false; reason: 'no-stamp' | 'no-history' | 'not-found' };

export interface ChangedUnit {
  id: string;
  /** undefined where the text is new. */
  before: string | undefined;
  /** undefined where the text is gone. */
  now: string | undefined;
}

/** @param root the content folder */
export function changedSince(root: string, source: SourceFile, hash: string | undefined): Changed {
  if (hash === undefined) return { ok: false, reason: 'no-stamp' };
  const found = oldText(root, source.file, (text) => hashOf(source, text) === hash);
  if (!found.ok) return found;
  const before = new Map(unitsOfText(source.kind, found.text).map((unit) => [unit.id, oneLine(unit.text)]));
  const now = new Map(unitsOfText(source.kind, source.text).map((unit) => [unit.id, oneLine(unit.text)]));
  const ids = [...new Set([...now.keys(), ...before.keys()])];
  return { ok: true, units: ids.filter((id) => before.get(id) !== now.get(id)).map((id) => ({ id, before: before.get(id), now: now.get(id) })) };
}

/** An old version may have been broken; then it is nobody's source. */
function hashOf(source: SourceFile, text: string): string | undefined {
  try {
    return hashOfSource(source.kind, text);
  } catch {
    return undefined;
  }
}

const git = (root: string, ...args: string[]): string | undefined => {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return status === 0 ? stdout : undefined;
};

function oldText(root: string, file: string, isIt: (text: string) => boolean): { ok: true; text: string } | { ok: false; reason: 'no-history' | 'not-found' } {
  const commits = git(root, 'log', '--format=%H', '--', `./${file}`);
  if (commits === undefined) return { ok: false, reason: 'no-history' };
  for (const commit of commits.split('\n').filter(Boolean)) {
    const text = git(root, 'show', `${commit}:./${file}`);
    if (text !== undefined && isIt(text)) return { ok: true, text };
  }
  return { ok: false, reason: 'not-found' };
}

import type { Content } from '../content/content.ts';
import { didYouMean } from '../content/nearest.ts';
import type { Problem } from '../content/problem.ts';

export type Narrowed = { ok: true; problems: Problem[] } | { ok: false; wrong: string; write: string };

/**
 * The problems inside some folders or modules.
 * @param names each an id (`report`, `BR`, `hotel`) or a path, with or without `content/` before it; none means everything
 */
export function problemsWithin(content: Content, problems: readonly Problem[], names: readonly string[]): Narrowed {
  if (names.length === 0) return { ok: true, problems: [...problems] };
  const entries = [...content.modules, ...content.courses, ...content.countries, ...content.rollouts];
  const known = ['modules', 'courses', 'countries', 'rollouts', 'glossary', 'ui', 'scenes', 'illustrations'];
  const folders: string[] = [];
  for (const name of names) {
    const path = name.replace(/\/+$/, '').replace(/^(.*\/)?content\//, '');
    const ids = entries.filter((entry) => entry.id === path).map((entry) => entry.folder);
    const isPath = known.includes(path) || entries.some((entry) => entry.folder === path) || problems.some((problem) => problem.file === path || problem.file.startsWith(`${path}/`));
    if (ids.length === 0 && !isPath) return { ok: false, wrong: name, write: didYouMean(path, path.includes('/') ? entries.map((entry) => entry.folder) : entries.map((entry) => entry.id)) };
    folders.push(...ids, ...(isPath ? [path] : []));
  }
  return { ok: true, problems: problems.filter((problem) => folders.some((folder) => problem.file === folder || problem.file.startsWith(`${folder}/`))) };
}

import type { Content } from '../content/content.ts';
import type { Problem } from '../content/problem.ts';
import type { Context } from './rule.ts';
import { rules } from './rules.ts';

/** All problems of the content, those of reading included, by file and line; rules keep the order of rules.ts within a line. */
export function runCheck(content: Content, context: Context): Problem[] {
  const found = rules.flatMap((rule) => [...rule.check(content, context)].map((finding): Problem => ({ rule: rule.name, ...finding })));
  return [...content.problems, ...found].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

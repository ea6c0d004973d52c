import type { Content } from '../content/content.ts';
import type { Problem } from '../content/problem.ts';

/**
 * The report as people read it: a group per file, one line per problem, one closing line of counts.
 * @param folder what stands before every path, so that a terminal can open it: `content/` or empty
 * @param within the arguments that narrow the report, if any
 */
export function reportText(content: Content, problems: readonly Problem[], folder: string, within: readonly string[] = []): string {
  const files = Map.groupBy(problems, (problem) => problem.file);
  const groups = [...files.values()].map((group) => group.map((problem) => problemLine(problem, folder)).join('\n'));
  return [...groups, countLine(content, problems.length, within)].join('\n\n');
}

function problemLine({ file, line, rule, what, write }: Problem, folder: string): string {
  return `${folder}${file}:${line}  ${rule}  ${what} → ${write}`;
}

function countLine(content: Content, problems: number, within: readonly string[]): string {
  const counts = [count(content.modules.length, 'module'), count(content.courses.length, 'course'), count(content.countries.length, 'country', 'countries')].join(', ');
  const where = within.length > 0 ? ` in ${within.join(', ')}` : '';
  return `${counts}: ${problems === 0 ? 'no problems' : count(problems, 'problem')}${where}.`;
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `npm run check`, or `node src/tools/cli/check.ts [--json] [--content <folder>] [module, course, country or path …]` */
import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { reportText } from '../check/report.ts';
import { runCheck } from '../check/run.ts';
import { problemsWithin } from '../check/within.ts';
import { loadContent } from '../content/load-content.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, content: { type: 'string' } } });
const root = resolve(values.content ?? join(import.meta.dirname, '../../../content'));
if (!existsSync(root)) {
  console.error(`There is no folder ${root}. Give the content folder with --content.`);
  process.exit(2);
}

const content = loadContent(root);
const all = runCheck(content, { today: new Date().toISOString().slice(0, 10) });
const narrowed = problemsWithin(content, all, positionals);
if (!narrowed.ok) {
  console.error(`No module, course, country or folder of content/ is called "${narrowed.wrong}". Write ${narrowed.write}.`);
  process.exit(2);
}

const { problems } = narrowed;
if (values.json) console.log(JSON.stringify({ modules: content.modules.length, courses: content.courses.length, countries: content.countries.length, problems }, null, 2));
else console.log(reportText(content, problems, `${relative(process.cwd(), root).replaceAll(sep, '/')}/`, positionals));
process.exitCode = problems.length > 0 ? 1 : 0;

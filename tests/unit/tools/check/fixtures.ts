/** The small content trees that the tests of the check read: a sound one, and files to lay over it that break one rule each. */
import { join } from 'node:path';
import { reportText } from '../../../../src/tools/check/report.ts';
import { allLocales } from '../../../../src/core/locale/locales.ts';
import { runCheck } from '../../../../src/tools/check/run.ts';
import { contentOf, readFiles, type Files } from '../../../../src/tools/content/load-content.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures');
export const brokenFolder = join(fixtures, 'broken');
export const rulesFolder = join(import.meta.dirname, '../../../../src/tools/check/rules');

/** The day on which the fixtures are checked. */
export const today = '2026-03-01';

export const minimal = (): Files => readFiles(join(fixtures, 'content/minimal'));

/** The sound tree with other files laid over it; an empty one removes the file of that name. */
export function withFiles(over: Iterable<readonly [string, string]>): Files {
  const all = new Map([...minimal(), ...over]);
  return new Map([...all].filter(([, text]) => text !== ''));
}

/** The files of broken/<rule>/, and the report that they must give. */
export function broken(rule: string): { files: Files; expected: string } {
  const over = new Map(readFiles(join(brokenFolder, rule)));
  const expected = over.get('report.txt') ?? '';
  over.delete('report.txt');
  return { files: withFiles(over), expected };
}

export function reportOf(files: Files): string {
  const content = contentOf(files);
  return `${reportText(content, runCheck(content, { today, translations: allLocales.map((locale) => locale.tag) }), '')}\n`;
}

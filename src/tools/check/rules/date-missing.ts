import type { Path, YamlFile } from '../../content/yaml-file.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * Every source, line and law has a date that can be true: not in the future, and a line expires after it was checked. Learners are shown these dates to judge by.
 * Absent dates are found while reading, under this same name.
 */
export const dateMissing: Rule = {
  name: 'date-missing',
  *check({ modules, countries }, { today }) {
    for (const { key } of modules) {
      for (const [index, { id, date }] of (key?.value?.sources ?? []).entries()) yield* future(key!, ['sources', index], `source "${id}"`, date, today);
    }
    for (const { key } of countries) {
      for (const list of ['lines', 'laws'] as const) {
        for (const [index, { id, checked, sources }] of (key?.value?.[list] ?? []).entries()) {
          yield* future(key!, [list, index, 'checked'], `"${id}"`, checked, today);
          for (const [at, { title, date }] of sources.entries()) yield* future(key!, [list, index, 'sources', at], `"${title}"`, date, today);
        }
      }
      for (const [index, { id, checked, expires }] of (key?.value?.lines ?? []).entries()) {
        if (expires <= checked) yield { file: key!.file, line: key!.lineOf(['lines', index, 'expires']), what: `line "${id}" expires on ${expires}, no later than it was checked (${checked})`, write: 'a day after it was checked' };
      }
    }
  },
};

function* future(file: YamlFile<unknown>, path: Path, what: string, date: string, today: string): Generator<Finding> {
  if (date > today.slice(0, date.length)) yield { file: file.file, line: file.lineOf(path), what: `${what} is dated ${date}, after today`, write: 'the date on the page, or the day it was read' };
}

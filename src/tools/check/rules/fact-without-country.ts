import { partialDate } from '../../../core/course/fields.schema.ts';
import type { Rule } from '../rule.ts';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;

/** A fact says for which country and when it holds: a number of one country misleads in another, and an old one everywhere. */
export const factWithoutCountry: Rule = {
  name: 'fact-without-country',
  *check({ modules }) {
    for (const { lessons } of modules) {
      for (const { file, elements } of lessons.values()) {
        for (const { name, attributes: { country, date }, line } of elements) {
          if (name !== 'Fact') continue;
          if (!country) yield { file, line, what: 'a fact without a country', write: 'country="BR", or country="world"' };
          else if (country !== 'world' && !isCountry(country)) yield { file, line, what: `"${country}" is no country`, write: 'two capital letters, like "BR", or "world"' };
          if (!date) yield { file, line, what: 'a fact without a date', write: 'date="2020": what the number is about' };
          else if (!partialDate.safeParse(date).success) yield { file, line, what: `"${date}" is no date`, write: '"2020", "2020-08" or "2020-08-31"' };
        }
      }
    }
  },
};

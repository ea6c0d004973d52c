import type { Rule } from '../rule.ts';
import { sameKeys } from '../same-keys.ts';

/** A country pack and its wording name the same lines and laws, and say where a line does not work: a number without its limits can fail when it is needed. */
export const countryWordsAgree: Rule = {
  name: 'country-words-agree',
  *check({ countries }) {
    for (const { key, words } of countries) {
      if (!key?.value) continue;
      for (const file of words.values()) {
        if (!file.value) continue;
        yield* sameKeys(file, ['lines'], key.value.lines.map((line) => line.id), Object.keys(file.value.lines), 'line', 'pack.yaml');
        yield* sameKeys(file, ['laws'], key.value.laws.map((law) => law.id), Object.keys(file.value.laws), 'law', 'pack.yaml');
        for (const { id, national, always } of key.value.lines) {
          const line = file.value.lines[id];
          if (line && !national && !line.where) yield { file: file.file, line: file.lineOf(['lines', id]), what: `line "${id}" is not national and does not say where it works`, write: 'where: …' };
          if (line?.hours && always) yield { file: file.file, line: file.lineOf(['lines', id, 'hours']), what: `line "${id}" has hours, pack.yaml says always`, write: 'one of the two' };
        }
      }
    }
  },
};

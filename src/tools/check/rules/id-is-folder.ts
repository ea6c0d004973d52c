import type { Rule } from '../rule.ts';

/** The id inside a file is the name of its folder: addresses are made from one, records from the other, and they must meet. */
export const idIsFolder: Rule = {
  name: 'id-is-folder',
  *check({ courses, modules, countries, rollouts }) {
    for (const { id, key } of [...courses, ...modules, ...countries, ...rollouts]) {
      if (key?.value && key.value.id !== id) yield { file: key.file, line: key.lineOf(['id']), what: `the id is "${key.value.id}", the folder "${id}"`, write: `id: ${id}` };
    }
  },
};

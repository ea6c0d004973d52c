import { didYouMean } from '../../content/nearest.ts';
import type { Rule } from '../rule.ts';

/** A fact names a source of its module, so that every number can be followed to who said it, where and when. */
export const sourceMissing: Rule = {
  name: 'source-missing',
  *check({ modules }) {
    for (const { key, lessons } of modules) {
      const known = key?.value?.sources.map((source) => source.id);
      if (!known) continue;
      for (const { file, elements } of lessons.values()) {
        for (const { name, attributes: { source }, line } of elements) {
          if (name !== 'Fact') continue;
          if (!source) yield { file, line, what: 'a fact without a source', write: `source="…": ${didYouMean('', known)}` };
          else if (!known.includes(source)) yield { file, line, what: `there is no source "${source}" in module.yaml`, write: didYouMean(source, known) };
        }
      }
    }
  },
};

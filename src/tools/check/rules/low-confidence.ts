import type { Content } from '../../content/content.ts';
import type { YamlFile } from '../../content/yaml-file.ts';
import type { Finding, Rule } from '../rule.ts';

/** What is marked low never reaches a learner, so it has no place in content: a wrong number in danger is worse than none. */
export const lowConfidence: Rule = {
  name: 'low-confidence',
  *check({ modules, countries }: Content) {
    for (const { key } of modules) if (key?.value) yield* low(key, 'sources', key.value.sources, 'source');
    for (const { key } of countries) {
      if (!key?.value) continue;
      yield* low(key, 'lines', key.value.lines, 'line');
      yield* low(key, 'laws', key.value.laws, 'law');
    }
  },
};

function* low(file: YamlFile<unknown>, list: string, entries: readonly { id: string; confidence: string }[], noun: string): Generator<Finding> {
  for (const [index, { id, confidence }] of entries.entries()) {
    if (confidence === 'low') yield { file: file.file, line: file.lineOf([list, index]), what: `${noun} "${id}" has low confidence`, write: 'nothing, until a second source confirms it' };
  }
}

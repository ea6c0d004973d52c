import { nearest } from '../content/nearest.ts';
import type { Path, YamlFile } from '../content/yaml-file.ts';
import type { Finding } from './rule.ts';

/**
 * Both sides of a text that exists twice: ids of the key without words, and words without an id in the key.
 * @param group where the words stand in their file
 * @param noun what one of them is called, for the sentence
 */
export function* sameKeys(words: YamlFile<unknown>, group: Path, wanted: readonly string[], written: readonly string[], noun: string, keyName: string): Generator<Finding> {
  for (const id of wanted) {
    if (written.includes(id)) continue;
    const near = nearest(id, written.filter((other) => !wanted.includes(other)));
    const write = near ? `"${id}" instead of "${near}"` : `${id}: …`;
    yield { file: words.file, line: words.lineOf(group), what: `${noun} "${id}" of ${keyName} has no words here`, write };
  }
  for (const id of written) {
    if (wanted.includes(id)) continue;
    const near = nearest(id, wanted.filter((other) => !written.includes(other)));
    yield { file: words.file, line: words.lineOf([...group, id]), what: `${noun} "${id}" does not exist in ${keyName}`, write: near ? `"${near}"` : `nothing, or add it to ${keyName}` };
  }
}

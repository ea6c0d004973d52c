import type { Content } from '../content/content.ts';
import { wholeWords } from './whole-words.ts';

/** Names of laws and sources. They are quoted as they are, old words and figures included, so the rules about words look past them. */
export function knownNames(content: Content): RegExp | null {
  const sources = content.modules.flatMap((module) => module.key?.value?.sources ?? []).map((source) => source.title);
  const laws = content.countries.flatMap((country) => country.key?.value?.laws ?? []).flatMap((law) => [law.name, ...(law.number ? [law.number] : [])]);
  return wholeWords([...sources, ...laws].filter((name) => name.length > 3));
}

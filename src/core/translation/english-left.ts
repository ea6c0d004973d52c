/** Words of the source language that a translator forgot. */
import { oneLine } from './units.ts';

const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
/** What stands in a text and is no word of it: tags, addresses, placeholders, marks, and names of files in backticks. */
export const markup = /<[^<>]*>|\]\([^()\s]*\)|https?:\/\/\S+|\{[\w-]+\}|\*\*|`[^`]*`/g;

/**
 * What is left of the source in a translation: the whole text, if it is equal and has four words or more, or the first run of six words or more that
 * stands in both. Runs of names (every longer word with a capital) do not count.
 * @param names words that are the same in every language, such as titles of laws; blanked out before looking
 */
export function englishLeft(source: string, translation: string, names: RegExp | null): string | undefined {
  const ours = wordsOf(source, names);
  const theirs = wordsOf(translation, names);
  if (ours.length >= 4 && ours.join(' ') === theirs.join(' ') && !areNames(ours)) return oneLine(translation);
  const runs = new Map<string, string[]>();
  for (let at = 0; at + 6 <= ours.length; at++) runs.set(key(ours.slice(at, at + 6)), ours.slice(at, at + 6));
  for (let at = 0; at + 6 <= theirs.length; at++) {
    const run = theirs.slice(at, at + 6);
    if (runs.has(key(run)) && !areNames(run)) return run.join(' ');
  }
  return undefined;
}

const key = (words: readonly string[]): string => words.join(' ').toLowerCase();
const areNames = (words: readonly string[]): boolean => words.every((each) => each.length < 4 || /^[\p{Lu}\p{N}]/u.test(each));

function wordsOf(text: string, names: RegExp | null): string[] {
  const plain = oneLine(text).replace(markup, ' ');
  return (names ? plain.replace(names, ' ') : plain).match(word) ?? [];
}

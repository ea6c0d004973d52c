const start = String.raw`(?:(?<![\p{L}\p{M}\p{N}])|(?=\p{Script=Thai}))`;
const end = String.raw`(?:(?![\p{L}\p{M}\p{N}])|(?<=\p{Script=Thai})(?!\p{M}))`;

/**
 * A regular expression that finds these words as whole words, in any case, across line breaks. Null for an empty list. Thai puts no space between words, so
 * there a word may touch others, but never begins or ends within a letter and its marks.
 */
export function wholeWords(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((word) => word.trim().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]").replace(/\s+/g, '\\s+'));
  return new RegExp(`${start}(?:${alternatives.join('|')})${end}`, 'giu');
}

/** The same text with every hit blanked out by spaces; positions and line breaks stay. */
export function blank(text: string, pattern: RegExp | null): string {
  return pattern ? text.replace(pattern, (hit) => hit.replace(/[^\n]/g, ' ')) : text;
}

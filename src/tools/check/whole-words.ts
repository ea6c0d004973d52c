/** A regular expression that finds these words as whole words, in any case, across line breaks. Null for an empty list. */
export function wholeWords(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((word) => word.trim().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]").replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}

/** The same text with every hit blanked out by spaces; positions and line breaks stay. */
export function blank(text: string, pattern: RegExp | null): string {
  return pattern ? text.replace(pattern, (hit) => hit.replace(/[^\n]/g, ' ')) : text;
}

/**
 * Breaks a text into lines that fit. Lines break between words; a text without spaces (Thai) or a word that is longer than a line breaks
 * where the language lets words end, and a single word that is too long stays whole: letters that are written as one are never parted.
 */
export function wrapWords(text: string, fits: (line: string) => boolean, locale: string): string[] {
  const lines: string[] = [];
  let line = '';
  const take = (piece: string): void => {
    if (line !== '' && !fits((line + piece).trimEnd())) {
      lines.push(line.trimEnd());
      line = '';
    }
    line = (line + piece).trimStart();
  };
  for (const word of text.trim().match(/\S+\s*/g) ?? []) {
    if (fits(word.trimEnd())) take(word);
    else for (const piece of pieces(word, locale)) take(piece);
  }
  return line ? [...lines, line.trimEnd()] : lines;
}

function pieces(word: string, locale: string): string[] {
  // Firefox has it since 125. Before it, Thai breaks where a vowel that stands before its consonant begins a syllable; no letter loses its marks.
  if (typeof Intl.Segmenter !== 'function') return word.split(/(?=[เ-ไ])/);
  return Array.from(new Intl.Segmenter(locale, { granularity: 'word' }).segment(word), ({ segment }) => segment);
}

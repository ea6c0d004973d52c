import { encodeUtf8 } from '../progress/utf8.ts';

/** Room for a name in the payload, in bytes of UTF-8: some 40 letters in Thai or Hindi, 120 in English. */
export const nameBytes = 120;

/**
 * A name as it is printed: composed, with single spaces, without control and direction characters, and cut where it is too long,
 * never inside a letter with its marks. Joiners stay, since some names need them.
 */
export function fitName(typed: string): string {
  const clean = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  let fitted = '';
  let room = nameBytes;
  for (const letter of letters(clean)) {
    room -= encodeUtf8(letter).length;
    if (room < 0) break;
    fitted += letter;
  }
  return fitted.trim();
}

function letters(text: string): string[] {
  // Firefox has Intl.Segmenter since 125; before it, a base with the marks that follow comes close enough.
  if (typeof Intl.Segmenter !== 'function') return text.match(/\P{M}?\p{M}*(?:\u200d\P{M}?\p{M}*)*/gu) ?? [];
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

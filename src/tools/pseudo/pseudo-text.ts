/**
 * Languages that nobody speaks, made from English: `en-XA` is longer and accented, `ar-XB` runs from right to left. What is not in them has never gone
 * through the words of content/. Placeholders, tags, addresses, colours and figures stay, as in any translation.
 */
export type PseudoText = (text: string) => string;

const longer: Record<string, string> = { a: 'åá', e: 'éê', i: 'îí', n: 'ñń', o: 'öó', u: 'ûú', y: 'ýÿ', A: 'Åá', E: 'Éê', I: 'Îí', N: 'Ñń', O: 'Öó', U: 'Ûú', Y: 'Ýÿ' };

/** The letters that English has most of, twice and with an accent (four tenths more), in brackets that show a text that was cut or glued together. */
export const longText: PseudoText = (text) => (isAddress(text) ? text : `⟦${inWords(text, (word) => word.replace(/[aeinouy]/gi, (letter) => longer[letter]!))}⟧`);

/** Every word turned round, by the marks that Unicode has for it. */
export const mirroredText: PseudoText = (text) => (isAddress(text) ? text : inWords(text, (word) => `\u202e${word}\u202c`));

/** Names are the same in every language. */
const isName = (word: string): boolean => word === 'Farol';
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

/** @param change for a word of letters; everything between the words stays */
function inWords(text: string, change: (word: string) => string): string {
  return text.replace(/<[^<>]*>|\{[\w-]+\}|\]\([^)]*\)|\S+@\S+|https?:\/\/\S+|&\w+;|#[\da-f]{6}\b|\p{L}[\p{L}\p{M}’']*/gu, (piece) => (/^\p{L}/u.test(piece) && !/[@:]/.test(piece) && !isName(piece) ? change(piece) : piece));
}

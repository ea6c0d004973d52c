export interface Sentence {
  text: string;
  /** Where it begins in the text it comes from. */
  index: number;
  words: number;
}

const abbreviations = /(?:\b(?:e\.g|i\.e|Mr|Mrs|Ms|Dr|St|vs|approx|art|Art|Sec)\.)$/;

/** A text cut into sentences. A quotation that ends inside a sentence (`"Are you ill?" he asks`) does not end it. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const take = (end: number): void => {
    const raw = text.slice(start, end);
    const words = countWords(raw);
    if (words > 0) found.push({ text: raw.trim().replace(/\s+/g, ' '), index: start + (raw.length - raw.trimStart().length), words });
    start = end;
  };
  for (const stop of text.matchAll(/[.!?…।]+["”'’)\]]*(?=\s|$)/g)) {
    const end = stop.index + stop[0].length;
    const next = text.slice(end).trimStart();
    const goesOn = /^["“'‘(]?\p{Ll}/u.test(next) && !/^[.…]/.test(stop[0].replace(/["”'’)\]]/g, ''));
    if (!goesOn && !abbreviations.test(text.slice(start, end))) take(end);
  }
  take(text.length);
  return found;
}

/** Words as a reader counts them: "half-past" and "don't" are one; dashes and bullets are none. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

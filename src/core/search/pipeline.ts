/**
 * From text to the words that are searched for: the same steps for what is searched and for what is typed, in any script.
 * Runs where the index is opened and asked, so that both sides are always cut by the same engine.
 */
import lunr from 'lunr';

export interface Token {
  /** Normal form: NFKC, lower case, Latin accents folded, digits 0–9. */
  word: string;
  /** UTF-16 positions in the text as it was given; they never fall inside a letter with its marks. */
  start: number;
  end: number;
}

export interface Pipeline {
  tokens(text: string): Token[];
  /** The words of `tokens`, without their positions. */
  words(text: string): string[];
  /** What the forms and the careless spellings of one word have in common. */
  stem(word: string): string;
  /** true for a word that says nothing about what is looked for ("the", "what"); always false where the language has no list. */
  isStopWord(word: string): boolean;
}

/** Cuts a run of a script without spaces into words. */
export type Segment = (text: string) => { segment: string; index: number }[];

/** What a language adds to the steps that are the same everywhere, words with spaces between. Empty where it adds nothing. */
export interface LanguageForms {
  /** Words that say nothing about what is looked for. */
  stopWords: string;
  /** What is taken off the end of a word, or off its beginning where a hyphen follows, one of each group; the groups with `|` between: `endings.ts`. */
  endings: string;
}
export const noForms: LanguageForms = { stopWords: '', endings: '' };

/** Languages whose words change too much for a list of endings. */
const stemmers: Partial<Record<string, (word: string) => string>> = {
  en: (word) => String(lunr.stemmer(new lunr.Token(word, {}))),
};
/** A word keeps at least so much when its endings are taken off. */
const leastStem = 3;

/** A number stands alone even where nobody wrote a space: glued to a Thai word it could not be found. Joiners shape letters, and hyphens may be soft. */
const runs = /\p{Nd}+|[\p{L}\p{M}][\p{L}\p{M}\u00ad\u200c\u200d]*(?:['’][\p{L}\p{M}]+)*/gu;
const withoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
/** Most texts have only letters below the first of these scripts; looking for a script costs much more. */
const plainLetters = /^[\0-\u0dff’]*$/;

/**
 * @param locale  BCP 47
 * @param segment how runs of a script without spaces are cut; into `pieces` where the language is another or the browser has no Intl.Segmenter (Firefox before 125)
 */
export function pipelineFor(locale: string, forms: LanguageForms = noForms, segment: Segment = segmentFor(locale)): Pipeline {
  const stopWords = new Set(listed(forms.stopWords).map(normalise));
  const stem = stemmers[languageOf(locale)] ?? withoutEndings(forms.endings.split('|').map(listed));
  const stems = new Map<string, string>();
  const words = new Map<string, string>();
  const normal = (raw: string): string => words.get(raw) ?? remember(words, raw, normalise(raw));
  const tokens = (text: string): Token[] => {
    const found: Token[] = [];
    const add = (raw: string, start: number): void => {
      const word = normal(raw);
      if (word) found.push({ word, start, end: start + raw.length });
    };
    for (const run of text.matchAll(runs)) {
      if (plainLetters.test(run[0])) add(run[0], run.index);
      else for (const piece of cutRun(run[0], segment)) add(piece.segment, run.index + piece.index);
    }
    return found;
  };
  return {
    tokens,
    words: (text) => (plainLetters.test(text) ? (text.match(runs) ?? []).map(normal) : tokens(text).map((token) => token.word)),
    stem: (word) => stems.get(word) ?? remember(stems, word, stem(loosened(word))),
    isStopWord: (word) => stopWords.has(word),
  };
}

const listed = (words: string): string[] => words.split(' ').filter(Boolean);

function withoutEndings(groups: readonly (readonly string[])[]): (word: string) => string {
  const longestFirst = groups.map((group) => [...group].sort((a, b) => b.length - a.length));
  return (word) =>
    longestFirst.reduce((stem, group) => {
      const part = group.find((affix) => stem.length - affix.length >= leastStem && (affix.endsWith('-') ? stem.startsWith(affix.slice(0, -1)) : stem.endsWith(affix)));
      if (!part) return stem;
      return part.endsWith('-') ? stem.slice(part.length - 1) : stem.slice(0, -part.length);
    }, word);
}

/** Letters and marks of Devanagari and Bengali that are taken for one another, and the one that stands for both. */
const mixedUp = new Map(['ँं', 'ीि', 'ूु', 'ईइ', 'ऊउ', 'ীি', 'ূু', 'ঈই', 'ঊউ'].map(([from, to]) => [from, to]));

/** Without the differences that tired people do not type: tones in Thai, nukta, candrabindu, the length of i and u. */
function loosened(word: string): string {
  if (!/[\u0900-\u09ff\u0e00-\u0e7f]/.test(word)) return word;
  return word.replace(/[\u0e47-\u0e4e\u093c\u0981\u09bc]/g, '').replace(/[\u0900-\u09ff]/g, (letter) => mixedUp.get(letter) ?? letter);
}

/** A run of letters, cut where its script has no spaces. */
function cutRun(run: string, segment: Segment): { segment: string; index: number }[] {
  const found: { segment: string; index: number }[] = [];
  let at = 0;
  for (const spaceless of run.matchAll(withoutSpaces)) {
    if (spaceless.index > at) found.push({ segment: run.slice(at, spaceless.index), index: at });
    found.push(...segment(spaceless[0]).map((piece) => ({ segment: piece.segment, index: spaceless.index + piece.index })));
    at = spaceless.index + spaceless[0].length;
  }
  if (at < run.length) found.push({ segment: run.slice(at), index: at });
  return found;
}

/** The form in which words are compared: "Denúncias" → "denuncias", "child’s" → "child", "१०९८" → "1098". */
export function normalise(word: string): string {
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/['’]s$/, '')
    .replace(/['’\u00ad\u200c\u200d]/g, '')
    .replace(/\p{Nd}/gu, digit);
}

const languageOf = (locale: string): string => locale.split('-')[0] ?? '';

const isDigit = /^\p{Nd}$/u;

/** Unicode keeps the ten digits of a script together, zero first. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let below = 0;
  while (isDigit.test(String.fromCodePoint(code - below - 1))) below++;
  return String(below % 10);
}

/** Languages whose own script has no spaces; elsewhere such a script is a rare name, and starting a segmenter costs more than it gives. */
const languagesWithoutSpaces = ['th', 'lo', 'km', 'my', 'zh', 'ja'];

function segmentFor(locale: string): Segment {
  if (!languagesWithoutSpaces.includes(languageOf(locale)) || typeof Intl.Segmenter !== 'function') return pieces;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) => [...segmenter.segment(text)];
}

/** Overlapping groups of three letters, each with its marks, and the last two: any part of two letters or more is then found, only less exactly. */
export const pieces: Segment = (text) => {
  const letters = [...text.matchAll(/\P{M}\p{M}*/gu)];
  const ends = letters.map((letter) => letter.index + letter[0].length);
  if (letters.length < 3) return [{ segment: text, index: 0 }];
  return letters.slice(0, -1).map(({ index }, at) => ({ segment: text.slice(index, ends[Math.min(at + 2, ends.length - 1)]), index }));
};

function remember(known: Map<string, string>, from: string, to: string): string {
  known.set(from, to);
  return to;
}

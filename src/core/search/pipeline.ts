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
  /** What the forms of one word have in common; the word itself where the language has no stemmer. */
  stem(word: string): string;
  /** true for a word that says nothing about what is looked for ("the", "what"); always false where the language has no list. */
  isStopWord(word: string): boolean;
}

/** Cuts a run of a script without spaces into words. */
export type Segment = (text: string) => { segment: string; index: number }[];

interface Language {
  stem: (word: string) => string;
  stopWords: ReadonlySet<string>;
}

/** By the language part of the locale. A language without an entry is searched by whole words and their beginnings. */
const languages: Partial<Record<string, Language>> = {
  en: {
    stem: (word) => String(lunr.stemmer(new lunr.Token(word, {}))),
    stopWords: new Set(
      ('a about after all also am an and any are as at be because been but by can cannot could did do does either else ever every for from get got had has have he her hers him his how i if in into is it its ' +
        'just least let like may me might most must my neither no nor not of off often on only or other our own rather said say says she should since so some than that the their them then there these they this ' +
        'to too us was we were what when where which while who whom why will with would yet you your dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt im ive youre theyre thats whats').split(' '),
    ),
  },
};

/** A number stands alone even where nobody wrote a space: glued to a Thai word it could not be found. */
const runs = /\p{Nd}+|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const withoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
/** Most texts have only letters below the first of these scripts; looking for a script costs much more. */
const plainLetters = /^[\0-\u0dff’]*$/;

/**
 * @param locale  BCP 47
 * @param segment how runs of a script without spaces are cut; into pairs of letters where the language is another or the browser has no Intl.Segmenter (Firefox before 125)
 */
export function pipelineFor(locale: string, segment: Segment = segmentFor(locale)): Pipeline {
  const language = languages[languageOf(locale)];
  const stems = new Map<string, string>();
  const words = new Map<string, string>();
  const normal = (raw: string): string => words.get(raw) ?? remember(words, raw, normalise(raw));
  const tokens = (text: string): Token[] => {
    const found: Token[] = [];
    const add = (raw: string, start: number): void => void found.push({ word: normal(raw), start, end: start + raw.length });
    for (const run of text.matchAll(runs)) {
      if (plainLetters.test(run[0])) add(run[0], run.index);
      else for (const piece of pieces(run[0], segment)) add(piece.segment, run.index + piece.index);
    }
    return found;
  };
  return {
    tokens,
    words: (text) => (plainLetters.test(text) ? (text.match(runs) ?? []).map(normal) : tokens(text).map((token) => token.word)),
    stem: (word) => (language ? (stems.get(word) ?? remember(stems, word, language.stem(word))) : word),
    isStopWord: (word) => language?.stopWords.has(word) ?? false,
  };
}

/** A run of letters, cut where its script has no spaces. */
function pieces(run: string, segment: Segment): { segment: string; index: number }[] {
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
    .replace(/['’]/g, '')
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
  if (!languagesWithoutSpaces.includes(languageOf(locale)) || typeof Intl.Segmenter !== 'function') return pairs;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) => [...segmenter.segment(text)];
}

/** Overlapping pairs of letters, each with its marks: any part of two letters or more is then found, only less exactly. */
export const pairs: Segment = (text) => {
  const letters = [...text.matchAll(/\P{M}\p{M}*/gu)];
  if (letters.length < 2) return [{ segment: text, index: 0 }];
  return letters.slice(1).map((second, at) => {
    const first = letters[at]!;
    return { segment: first[0] + second[0], index: first.index };
  });
};

function remember(known: Map<string, string>, from: string, to: string): string {
  known.set(from, to);
  return to;
}

/**
 * Finds documents for what somebody typed. A word counts most where it stands as typed, less in another form of it or in another word for
 * it, less where it begins a longer word, least where one letter differs. Documents with more of the words, and with words side by side, come first.
 */
import lunr from 'lunr';
import { documentsOf, type SearchContent, type SearchDocument } from './documents.ts';
import { pipelineFor, type Pipeline, type Segment } from './pipeline.ts';

export interface SearchIndex {
  documents: readonly SearchDocument[];
  pipeline: Pipeline;
  /** Knows stems only; `wordsOf` tells in which form they stand. */
  lunr: lunr.Index;
  /** By document: its words in order, from the title on. */
  wordsOf: readonly (readonly string[])[];
  /** Stem → words that have it. */
  families: ReadonlyMap<string, readonly string[]>;
  /** Stems of what somebody may type, with spaces between → stems that say the same here. */
  alike: ReadonlyMap<string, readonly string[]>;
}

export interface Found {
  document: SearchDocument;
  /** Its words because of which it was found; to be marked. */
  words: ReadonlySet<string>;
}

/** How much a document's word counts for a typed one; a longer word that a typed one begins, by the part that is typed. */
const closeness = { exact: 1, stem: 0.8, alike: 0.6, prefix: 0.6, fuzzy: 0.3 } as const;
const titleBoost = 4;
/** Weight of "the", "who", "to" where words stand side by side; the weight of a telling word is mostly between 0.5 and 5. */
const stopWordWeight = 0.1;
/** Words that follow each other in the question and in the document, with at most this many steps between them. */
const sideBySide = 2;
const minFuzzyLetters = 5;
const minPrefixLetters = 2;
/** A question of more words than this was pasted; its first words are enough. Thai in pieces has many. */
const maxWords = 24;
/** What a language without spaces writes as one word may be cut into so many. */
const maxPieces = 12;
/** What is in the learner's own course or country is more likely to be meant. */
const ownBoost = 1.3;
/** What is in several courses is meant for more people; added for each further course. */
const sharedBoost = 0.05;
/** What counts in one country only, for a question that does not name the country, asked by someone who is not known to be there. */
const elsewherePart = 0.5;
/** A module says more about a word than the glossary does, and than a course or its job aid, which have something of every module. */
const kindPart = { course: 0.8, 'job-aid': 0.7, module: 1.2, section: 1, term: 0.8, country: 1, line: 1 } as const;
/** Documents with less than this part of the best one's words say little about the question. */
const leastCoverage = 0.5;

/**
 * Opens the index of a language: tens of milliseconds for a whole site on a desktop.
 * @param segment as for `pipelineFor`
 */
export function openIndex(content: SearchContent, segment?: Segment): SearchIndex {
  const documents = documentsOf(content);
  const pipeline = pipelineFor(content.locale, content, segment);
  const families = new Map<string, string[]>();
  const stems = new Map<string, string>();
  const stem = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const made = pipeline.stem(word);
    stems.set(word, made);
    const family = families.get(made);
    if (family) family.push(word);
    else families.set(made, [word]);
    return made;
  };

  const builder = new lunr.Builder();
  builder.ref('ref');
  builder.field('title', { boost: titleBoost });
  builder.field('text');
  // The words are cut already, and lunr needs no more of them than their names.
  builder.tokenizer = ((words: unknown) => words) as typeof lunr.tokenizer;
  const wordsOf = documents.map(({ title, text, also, within }, ref) => {
    const own = pipeline.words(title);
    const others = pipeline.words(`${text} ${also} ${within}`);
    builder.add({ ref, title: own.map(stem), text: others.filter((word) => !pipeline.isStopWord(word)).map(stem) });
    return [...own, ...others];
  });

  const stemsOf = (text: string): string[] => pipeline.words(text).map(pipeline.stem);
  const alike = new Map(content.alike.flatMap(([typed, ours]) => typed.split(' ').map((word) => [stemsOf(word).join(' '), stemsOf(ours)] as const)));
  return { documents, pipeline, lunr: builder.build(), wordsOf, families, alike };
}

/** A typed word: the words it may mean, with how close they are, and whether it is looked for or only stands between others. */
interface Asked { near: ReadonlyMap<string, number>; isTelling: boolean }
/** …and what finding it says about a document. */
type Weighed = Asked & { weight: number };

/** Ids of the learner's course and country, as far as they are known. */
export interface Own { course?: string | undefined; country?: string | undefined }

/** The documents for a question, best first; none for a question without words. */
export function search(index: SearchIndex, question: string, own: Own = {}): Found[] {
  const asked = askedWords(index, question);
  const meant = new Set(asked.filter((word) => word.isTelling).flatMap(({ near }) => [...near.keys()]));
  // lunr answers a query without words with everything.
  if (meant.size === 0) return [];
  const hits = index.wordsOf.map((words) => new Set(words.filter((word) => meant.has(word))));
  const weighed = asked.map((word): Weighed => ({ ...word, weight: word.isTelling ? rarity(hits, word) : stopWordWeight }));
  const telling = weighed.filter((word) => word.isTelling);
  const total = telling.reduce((sum, { weight }) => sum + weight, 0);

  const boosts = new Map<string, number>();
  for (const { near, weight } of telling) for (const [word, close] of near) boosts.set(index.pipeline.stem(word), Math.max(close * weight, boosts.get(index.pipeline.stem(word)) ?? 0));
  const results = index.lunr.query((query) => boosts.forEach((boost, term) => query.term(term, { boost, usePipeline: false })));

  const candidates = results.map(({ ref, score }) => {
    const at = Number(ref);
    const document = index.documents[at]!;
    const words = hits[at]!;
    const coverage = telling.reduce((sum, { near, weight }) => sum + weight * closest(words, near), 0) / total;
    return { at, document, words, coverage, score: score * coverage ** 2 * likelihood(index, document, words, own) };
  });
  const best = Math.max(...candidates.map(({ coverage }) => coverage));
  return candidates
    .filter(({ coverage }) => coverage >= best * leastCoverage)
    .map((candidate) => ({ ...candidate, score: candidate.score * (1 + neighbours(weighed, index.wordsOf[candidate.at]!)) }))
    .sort((a, b) => b.score - a.score)
    .map(({ document, words }) => ({ document, words }));
}

/** How much more or less a document is likely to be meant, whatever the question is. */
function likelihood({ pipeline }: SearchIndex, document: SearchDocument, words: ReadonlySet<string>, own: Own): number {
  if (document.country) {
    const isNamed = pipeline.words(document.within).some((word) => words.has(word));
    return document.country === own.country ? ownBoost : isNamed ? 1 : elsewherePart;
  }
  const shared = 1 + sharedBoost * Math.max(0, document.courses.length - 1);
  return kindPart[document.kind] * shared * (own.course !== undefined && document.courses.includes(own.course) ? ownBoost : 1);
}

/** Words that say nothing count only beside others; alone they are all there is to go by ("what to do"). */
function askedWords(index: SearchIndex, question: string): Asked[] {
  const { pipeline } = index;
  // Thai keyboards make it easy to type one vowel as two of another that look the same.
  const all = pipeline.words(question.replaceAll('เเ', 'แ')).slice(0, maxWords);
  const typed = [...new Set(all)];
  const meanings = meaningsOf(index, all);
  const someTell = typed.some((word) => !pipeline.isStopWord(word));
  return typed.map((word) => {
    const isStopWord = pipeline.isStopWord(word);
    const near = isStopWord && typed.length > 1 ? new Map([[word, closeness.exact]]) : nearWords(index, word, meanings.get(word) ?? []);
    return { near: fromBest(near), isTelling: !isStopWord || !someTell };
  });
}

/** A word with a slip in it, or half typed, is meant no less than the others of the question: its best guess counts as if it was typed. */
function fromBest(near: ReadonlyMap<string, number>): Map<string, number> {
  const best = Math.max(...near.values());
  return new Map([...near].map(([word, close]) => [word, close / best]));
}

/** Typed word → stems that say the same as it, or as what it is a piece of. */
function meaningsOf({ alike, pipeline }: SearchIndex, typed: readonly string[]): Map<string, string[]> {
  const meanings = new Map<string, string[]>();
  const stems = typed.map(pipeline.stem);
  for (let from = 0; from < stems.length; from++) {
    for (let to = from + 1; to <= Math.min(stems.length, from + maxPieces); to++) {
      const ours = alike.get(stems.slice(from, to).join(' '));
      if (ours) for (const word of typed.slice(from, to)) meanings.set(word, [...(meanings.get(word) ?? []), ...ours]);
    }
  }
  return meanings;
}

/** Words of the index that a typed word may mean, with how close they are. Another digit is another number: digits are never guessed. */
function nearWords({ families, alike, pipeline }: SearchIndex, typed: string, meanings: readonly string[]): Map<string, number> {
  const near = new Map<string, number>();
  const add = (word: string, close: number): void => void near.set(word, Math.max(close, near.get(word) ?? 0));
  const addFamily = (stem: string, close: number): void => families.get(stem)?.forEach((word) => add(word, word === typed ? closeness.exact : close));
  const addWhere = (matches: (word: string) => boolean, close: (word: string) => number): void => {
    for (const family of families.values()) for (const word of family) if (matches(word)) add(word, close(word));
  };
  const stem = pipeline.stem(typed);
  addFamily(stem, closeness.stem);
  for (const meaning of meanings) addFamily(meaning, closeness.alike);
  if (typed.length >= minPrefixLetters) addWhere((word) => word.startsWith(typed), (word) => (closeness.prefix * typed.length) / word.length);
  if (near.size > 0 || typed.length < minFuzzyLetters || /\d/.test(typed)) return near;
  addWhere((word) => isOneLetterOff(typed, word), () => closeness.fuzzy);
  for (const [other, ours] of alike) if (isOneLetterOff(stem, other)) ours.forEach((word) => addFamily(word, closeness.fuzzy));
  if (near.size > 0) return near;
  // Postpositions and endings that the language joins to a word, where no stemmer takes them off.
  addWhere((word) => word.length * 2 >= typed.length && word.length >= minPrefixLetters + 1 && typed.startsWith(word), (word) => (closeness.fuzzy * word.length) / typed.length);
  return near;
}

function closest(words: ReadonlySet<string>, near: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const word of words) best = Math.max(best, near.get(word) ?? 0);
  return best;
}

/** One letter more, one less, another one, or two that changed places. */
function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rest = (text: string, skipped: number): string => text.slice(at + skipped);
  return rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1) || rest(a, 1) === rest(b, 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2));
}

/** Nothing where all documents have a word, much where few do. A word that none has keeps the weight of a rare one. */
function rarity(hits: readonly ReadonlySet<string>[], { near }: Asked): number {
  const having = hits.filter((words) => closest(words, near) > 0).length;
  return Math.log((hits.length + 2) / (having + 1));
}

/** 0 where no two words of the question stand side by side in a document, 1 where all do. */
function neighbours(asked: readonly Weighed[], words: readonly string[]): number {
  const pairs = asked.slice(1).map((second, at) => ({ first: asked[at]!, second, weight: asked[at]!.weight + second.weight }));
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const near = pairs.filter(({ first, second }) => areNear(words, first.near, second.near)).reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : near / total;
}

function areNear(words: readonly string[], first: Asked['near'], second: Asked['near']): boolean {
  return words.some((word, at) => first.has(word) && words.slice(at + 1, at + 1 + sideBySide).some((next) => second.has(next)));
}

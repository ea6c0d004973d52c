/** What a translation must have in common with its source, whatever the language: what programs fill in, figures, links, bold words, elements. */
import { oneLine, type Unit } from './units.ts';

export interface Difference {
  about: 'ids' | 'elements' | 'placeholders' | 'numbers' | 'links' | 'emphasis';
  /** The unit; of a section whose texts are not equal in number, its id without a number. */
  id: string;
  /** In plain words, for the translator. */
  what: string;
}

/** Differences of one text from its source. */
export function textDifferences(id: string, source: string, translation: string): Difference[] {
  const ours = marksOf(source);
  const theirs = marksOf(translation);
  const isAddressAlone = /^https?:\/\/\S+$/.test(source.trim()) && /^https?:\/\/\S+$/.test(translation.trim());
  return [
    ...lists('elements', ours.elements, theirs.elements),
    ...lists('placeholders', ours.placeholders, theirs.placeholders),
    // A page of its own in each language, such as the neutral site behind "Leave now".
    ...(isAddressAlone ? [] : lists('links', ours.links, theirs.links)),
    ...numbers(ours.numbers, theirs.numbers, spelled(source)),
    ...(ours.bold === theirs.bold ? [] : [{ about: 'emphasis' as const, what: `${count(theirs.bold)} instead of ${ours.bold}` }]),
  ].map((difference) => ({ ...difference, id }));
}

/**
 * Differences between all units of a file and its source: ids first, then text by text. Where a section has another number of texts, only that is said:
 * which of them belong together is not known.
 */
export function unitDifferences(source: readonly Unit[], translation: readonly Unit[]): Difference[] {
  const theirs = new Map(translation.map((unit) => [unit.id, unit]));
  const ours = new Map(source.map((unit) => [unit.id, unit]));
  const uneven = new Set<string>();
  const found: Difference[] = [];
  const sizes = (units: readonly Unit[]): Map<string, number> => {
    const by = new Map<string, number>();
    for (const { id, kind } of units) if (isCounted(kind)) by.set(section(id), (by.get(section(id)) ?? 0) + 1);
    return by;
  };
  const sourceSizes = sizes(source);
  const theirSizes = sizes(translation);
  for (const name of new Set([...sourceSizes.keys(), ...theirSizes.keys()])) {
    const wanted = sourceSizes.get(name) ?? 0;
    const has = theirSizes.get(name) ?? 0;
    if (wanted === has) continue;
    uneven.add(name);
    found.push({ about: 'ids', id: name, what: `${has} paragraphs and list items instead of ${wanted}` });
  }
  for (const { id, kind } of source) if (!theirs.has(id) && !(isCounted(kind) && uneven.has(section(id)))) found.push({ about: 'ids', id, what: 'this text is missing' });
  for (const { id, kind } of translation) if (!ours.has(id) && !(isCounted(kind) && uneven.has(section(id)))) found.push({ about: 'ids', id, what: 'the source has no such text' });
  for (const unit of source) {
    const other = theirs.get(unit.id);
    if (!other || (isCounted(unit.kind) && uneven.has(section(unit.id)))) continue;
    if (other.kind !== unit.kind) found.push({ about: 'elements', id: unit.id, what: `${kindWords[other.kind]} instead of ${kindWords[unit.kind]}` });
    found.push(...textDifferences(unit.id, unit.text, other.text));
  }
  return found;
}

/** The first place where two rows of elements part. */
export function elementDifference(source: readonly { tag: string; line: number }[], translation: readonly { tag: string; line: number }[]): { line: number; what: string } | undefined {
  const at = source.findIndex(({ tag }, index) => translation[index]?.tag !== tag);
  const place = at === -1 && translation.length > source.length ? source.length : at;
  if (place === -1) return undefined;
  const here = translation[place];
  const line = here?.line ?? translation.at(-1)?.line ?? 1;
  return { line, what: `${here?.tag ?? 'the end'} instead of ${source[place]?.tag ?? 'the end'}` };
}

const isCounted = (kind: Unit['kind']): boolean => kind === 'paragraph' || kind === 'item' || kind === 'say';
const section = (id: string): string => id.slice(0, id.lastIndexOf('.'));
const kindWords: Record<Unit['kind'], string> = { words: 'a text', title: 'a title', paragraph: 'a paragraph', item: 'a list item', say: 'words to say', ui: 'a message' };
const count = (bold: number): string => `${bold} bold ${bold === 1 ? 'passage' : 'passages'}`;

interface Marks { elements: string[]; placeholders: string[]; links: string[]; numbers: string[]; bold: number }

function marksOf(raw: string): Marks {
  let text = oneLine(raw);
  const take = (pattern: RegExp, name: (match: RegExpMatchArray) => string): string[] => {
    const found = [...text.matchAll(pattern)].map(name);
    text = text.replace(pattern, ' ');
    return found;
  };
  const elements = take(/<\/?[A-Za-z][^<>]*>/g, ([whole]) => whole.replace(/\s+/g, ' ').replace(/\s*(\/?)>$/, '$1>'));
  const links = [...text.matchAll(/\]\(([^()\s]*)\)/g)].map((match) => match[1]!);
  text = text.replace(/\]\([^()\s]*\)/g, ']');
  links.push(...take(/https?:\/\/[^\s<>"”’)]+/g, ([whole]) => whole.replace(/[.,;:!?]+$/, '')));
  const placeholders = take(/\{[A-Za-z][\w-]*\}/g, ([whole]) => whole);
  return { elements, links, placeholders, numbers: figures(text), bold: [...text.matchAll(/\*\*(?=\S)[^*]+?\*\*/g)].length };
}

/** Native digits, by the code point of their zero. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/**
 * The figures of a text in one writing: ASCII digits, no separators ("1,200", "1.200" and "1 200" are one figure), years of the Buddhist era, which พ.ศ.
 * announces, as years of the common era.
 */
function figures(raw: string): string[] {
  const digits = [...raw].map((char) => {
    const zero = zeros.find((point) => char.codePointAt(0)! >= point && char.codePointAt(0)! <= point + 9);
    return zero === undefined ? char : String(char.codePointAt(0)! - zero);
  });
  // A figure inside a word is a part of its spelling: the Indonesian "P3K" is a first-aid kit.
  const text = digits.join('').replace(/(?<=[A-Za-z])\d+(?=[A-Za-z])/g, '').replace(/(พ\.ศ\.\s*)(\d{4})(?!\d)/g, (_, era: string, year: string) => `${era}${Number(year) - 543}`);
  const found = text.matchAll(/(?<![\d.,:])(\d{1,2})(?:[.:]|h)([0-5]\d)(?![\d.,:]\d|\d)|\d+(?:[.,'’\u00a0\u202f]\d+|[ ]\d{3}(?!\d))*/g);
  // "7:00", "7.00" and "7h" are the same hour.
  return [...found].map(([whole, hour, minutes]) => (hour ? `${Number(hour)}${minutes === '00' ? '' : minutes}` : whole.replace(/\D/g, '')));
}

const ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numberWords = new RegExp(`\\b(?:(${tens.join('|')})(?:[ -](${ones.slice(1, 10).join('|')}))?|(${ones.join('|')}))\\b`, 'gi');

/** Numbers that the English source writes as words; other languages write many of them in figures. */
function spelled(source: string): Set<string> {
  return new Set(
    [...source.matchAll(numberWords)].map(([, ten, one, small]) => String(small ? ones.indexOf(small.toLowerCase()) : 20 + 10 * tens.indexOf(ten!.toLowerCase()) + (one ? ones.indexOf(one.toLowerCase()) : 0))),
  );
}

function numbers(source: readonly string[], translation: readonly string[], words: ReadonlySet<string>): Omit<Difference, 'id'>[] {
  const { missing, added } = unequal(source, translation);
  // Separators differ from language to language, and lists of numbers look like groups: equal digits in a row are equal.
  if (missing.length === 0 && added.length === 0) return [];
  if ([...missing].sort().join('') === [...added].sort().join('')) return [];
  return [
    ...missing.map((number) => ({ about: 'numbers' as const, what: `the number ${number} is missing` })),
    ...added.filter((number) => !words.has(number)).map((number) => ({ about: 'numbers' as const, what: `the number ${number} is not in the source` })),
  ];
}

function lists(about: 'elements' | 'placeholders' | 'links', source: readonly string[], translation: readonly string[]): Omit<Difference, 'id'>[] {
  const { missing, added } = unequal(source, translation);
  return [...missing.map((mark) => ({ about, what: `${mark} is missing` })), ...added.map((mark) => ({ about, what: `${mark} is not in the source` }))];
}

function unequal(source: readonly string[], translation: readonly string[]): { missing: string[]; added: string[] } {
  const added = [...translation];
  const missing = source.filter((mark) => {
    const at = added.indexOf(mark);
    if (at !== -1) added.splice(at, 1);
    return at === -1;
  });
  return { missing, added };
}

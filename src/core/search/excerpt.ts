/** The part of a text that shows why it was found. */
import type { SearchDocument } from './documents.ts';
import type { Pipeline, Token } from './pipeline.ts';

export interface Excerpt {
  text: string;
  /** Half-open ranges of `text` to be marked, ascending, not touching. */
  marks: readonly (readonly [start: number, end: number])[];
  /** true where the text goes on before or after. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** About two lines on a phone. */
export const excerptLength = 140;

/**
 * The part of a text with the most of the words, in whole words of its script.
 * @param words  normal forms, as `Found.words` gives them
 * @param length UTF-16 units at most, unless one word alone is longer
 */
export function excerpt(text: string, words: ReadonlySet<string>, pipeline: Pipeline, length = excerptLength): Excerpt {
  const tokens = pipeline.tokens(text);
  const hits = tokens.filter((token) => words.has(token.word));
  const { start, end } = text.length <= length ? { start: 0, end: text.length } : cut(text, tokens, bestRun(hits, length), length);
  return {
    text: text.slice(start, end),
    marks: joined(hits.filter((hit) => hit.start >= start && hit.end <= end).map((hit) => [hit.start - start, hit.end - start] as const)),
    cutBefore: text.slice(0, start).trim() !== '',
    cutAfter: text.slice(end).trim() !== '',
  };
}

/**
 * The excerpt of a document: of its text, or of the titles and topics in a passage where only they say why it was found. Words to avoid, which
 * a term is found by, are never shown without what is said instead.
 */
export function documentExcerpt(document: SearchDocument, words: ReadonlySet<string>, pipeline: Pipeline): Excerpt {
  const has = (text: string): boolean => pipeline.words(text).some((word) => words.has(word));
  const isOnlyBeside = document.kind === 'section' && !has(document.text) && has(document.also);
  return excerpt(isOnlyBeside ? document.also : document.text, words, pipeline);
}

/** The hits within `length` of each other with the most different words; the first of several. */
function bestRun(hits: readonly Token[], length: number): readonly Token[] {
  let best: readonly Token[] = [];
  let bestValue = 0;
  for (const [at, first] of hits.entries()) {
    const run = hits.slice(at).filter((hit) => hit.end <= first.start + length);
    const value = new Set(run.map((hit) => hit.word)).size + run.length / (hits.length + 1);
    if (value > bestValue) [best, bestValue] = [run, value];
  }
  return best;
}

/** Widens a run of hits to the length, from the beginning of its sentence where that fits, and never inside a word. */
function cut(text: string, tokens: readonly Token[], run: readonly Token[], length: number): { start: number; end: number } {
  const from = run[0]?.start ?? 0;
  const to = run.at(-1)?.end ?? 0;
  const earliest = Math.max(0, to - length);
  const centred = Math.max(earliest, from - Math.floor((length - (to - from)) / 2));
  const sentences = [...text.slice(0, from).matchAll(/[.!?।。]["”’)]*\s+/g)].map((match) => match.index + match[0].length);
  const sentence = [0, ...sentences].filter((at) => at >= earliest && at <= from).at(-1);
  const start = sentence ?? tokens.find((token) => token.start >= centred)?.start ?? 0;
  if (text.length - start <= length) return { start: tokens.find((token) => token.start >= text.length - length)?.start ?? start, end: text.length };
  const end = tokens.filter((token) => token.end <= start + length && token.start >= start).at(-1)?.end ?? tokens.find((token) => token.start >= start)?.end ?? text.length;
  return { start, end };
}

/** Marks that stand directly side by side, as the words of a script without spaces do, become one. */
function joined(marks: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  for (const [start, end] of marks) {
    const last = out.at(-1);
    if (last && start <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], end)];
    else out.push([start, end]);
  }
  return out;
}

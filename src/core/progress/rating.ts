/** A learner's opinion of a course: three taps and one sentence, each of which may be left out. */

export interface Rating {
  /** Was it useful? 1 (no) to 5 (very); null for no answer. */
  useful: number | null;
  /** Was it clear? */
  clear: Opinion | null;
  /** Would you know what to do? */
  ready: Opinion | null;
  /** In the learner's own words, on one line; empty for none. */
  words: string;
}

export const opinions = ['yes', 'partly', 'no'] as const;
export type Opinion = (typeof opinions)[number];

/** A sentence, not a report: what a child said, or a name, has no place in it. */
export const longestWords = 280;

/** The response of a `rated` event; what was not given is left out, and an empty list says that nothing was. */
export function ratingResponse({ useful, clear, ready, words }: Rating): string[] {
  const sentence = words.replace(/\s+/g, ' ').trim().slice(0, longestWords);
  return Object.entries({ useful, clear, ready, words: sentence }).flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}=${value}`]));
}

/** The rating that a response holds; what cannot be read counts as not given. */
export function readRating(response: readonly string[]): Rating {
  const of = (name: string): string => response.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const opinion = (name: string): Opinion | null => opinions.find((value) => value === of(name)) ?? null;
  return { useful: /^[1-5]$/.test(of('useful')) ? Number(of('useful')) : null, clear: opinion('clear'), ready: opinion('ready'), words: of('words').slice(0, longestWords) };
}

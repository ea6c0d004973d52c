/**
 * Shuffles that come out the same on every device, in every language and after every reload.
 *
 * A seed is a whole number: `version × 2³² + chance`. The version names the algorithm below, so an attempt that was begun under one
 * algorithm keeps its order when a later Farol brings another: a new version adds a branch to `shuffle` and leaves the old one alone.
 */
import type { QuestionKey } from './question.schema.ts';

/** Version 1: mulberry32 over an FNV-1a hash of seed and salt, then Fisher–Yates from the end. */
export const shuffleVersion = 1;

/** For questions in a lesson, which are not part of an attempt: the same order for everybody, at every visit. */
export const lessonSeed = shuffleVersion * 2 ** 32;

/** A seed from 32 bits of chance (0 to 2³²−1; anything else is brought into that range). */
export function makeSeed(chance: number): number {
  return shuffleVersion * 2 ** 32 + (chance >>> 0);
}

/**
 * The items in an order that depends on `seed` and `salt` and on nothing else; a new array.
 * `salt` names what is shuffled (a question, a module), so that one seed gives unrelated orders.
 */
export function shuffle<T>(items: readonly T[], seed: number, salt: string): T[] {
  const random = randomOf(seed, salt);
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const item = shuffled[last]!;
    shuffled[last] = shuffled[other]!;
    shuffled[other] = item;
  }
  return shuffled;
}

/**
 * Option ids in the order in which they are shown; for a match the left side. `ref` is `module/question`.
 * The steps of an order question never come up already sorted. A reflection has none.
 */
export function optionOrder(key: QuestionKey, seed: number, ref: string): string[] {
  if (key.kind === 'reflection') return [];
  if (key.kind === 'match') return shuffle(Object.keys(key.right).sort(), seed, ref);
  if (key.kind !== 'order') return shuffle([...key.options].sort(), seed, ref);
  const steps = shuffle([...key.right].sort(), seed, ref);
  return steps.every((step, place) => step === key.right[place]) ? [...steps.slice(1), ...steps.slice(0, 1)] : steps;
}

/** The right side of a match, in the order in which it is shown: each answer once, those that fit no option among them. */
export function answerOrder(key: Extract<QuestionKey, { kind: 'match' }>, seed: number, ref: string): string[] {
  return shuffle([...new Set([...Object.values(key.right), ...key.distractors])].sort(), seed, `${ref}=`);
}

/** mulberry32 (public domain, Tommy Ettinger): 32-bit integer steps only, so every engine gives the same numbers in [0, 1). */
function randomOf(seed: number, salt: string): () => number {
  let state = 0x811c9dc5;
  for (const char of `${seed}:${salt}`) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

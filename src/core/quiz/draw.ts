import type { QuestionRef } from '../course/ids.ts';
import type { Event } from '../progress/events.ts';
import { inOrder } from '../progress/event-order.ts';
import { shuffle } from './shuffle.ts';

/** One question that a quiz may draw. Callers may hang more on it (passage, kind): it is handed back untouched by `Pool`. */
export interface PoolQuestion {
  module: string;
  /** `module/question` */
  ref: QuestionRef;
}

/**
 * Draws up to `size` questions, as evenly over the modules as their number of questions allows; which modules give one more is left to the seed.
 *
 * Neighbours in the draw come from different modules where they can. Within a module, questions in `avoid` (seen a short while ago) come last.
 * The order of `pool` and repetitions in it do not matter. A pool smaller than `size` is drawn whole.
 */
export function drawQuestions(request: {
  pool: readonly PoolQuestion[];
  size: number;
  seed: number;
  avoid?: readonly string[];
}): QuestionRef[] {
  const { pool, size, seed, avoid = [] } = request;
  const byModule = new Map<string, Set<QuestionRef>>();
  for (const { module, ref } of pool) byModule.set(module, (byModule.get(module) ?? new Set()).add(ref));

  const hands = shuffle([...byModule.keys()].sort(), seed, 'modules').map((module) => {
    const refs = shuffle([...byModule.get(module)!].sort(), seed, `module:${module}`);
    return [...refs.filter((ref) => !avoid.includes(ref)), ...refs.filter((ref) => avoid.includes(ref))];
  });
  const deepest = Math.max(0, ...hands.map((hand) => hand.length));
  const draw: QuestionRef[] = [];
  for (let round = 0; round < deepest; round++) {
    for (const hand of hands) {
      const ref = hand[round];
      if (ref && draw.length < size) draw.push(ref);
    }
  }
  return draw;
}

/**
 * Draws a refresher: first the questions whose last answer was not fully right, then those never answered, then those answered longest ago;
 * among equals the seed decides, and so it does on the order in which they are asked. Answers of any attempt or lesson count.
 *
 * `now` is ISO 8601. Ages are whole days; an answer dated after `now` (a clock that was set back) counts as given today.
 */
export function drawRefresher(pool: readonly PoolQuestion[], events: readonly Event[], size: number, now: string, seed: number): QuestionRef[] {
  const last = new Map<string, Event>();
  for (const event of inOrder(events)) {
    if (event.verb === 'answered') last.set(event.object.slice('question:'.length), event);
  }
  const age = (ref: string): number => {
    const event = last.get(ref);
    return event ? Math.max(0, Math.floor((Date.parse(now) - Date.parse(event.at)) / 86_400_000)) : Infinity;
  };
  const wasWrong = (ref: string): boolean => last.get(ref)?.result?.success === false;

  const refs = [...new Set(pool.map((question) => question.ref))].sort();
  const ranked = shuffle(refs, seed, 'refresher').sort(
    (a, b) => Number(wasWrong(b)) - Number(wasWrong(a)) || (age(a) === age(b) ? 0 : age(b) - age(a)),
  );
  return shuffle(ranked.slice(0, size), seed, 'asked');
}

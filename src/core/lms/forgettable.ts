/** What a record can do without, when an LMS keeps too little for everything. */
import { foldAttempts } from '../quiz/attempt.ts';
import { inOrder } from '../progress/event-order.ts';
import type { Event, Verb } from '../progress/events.ts';
import { parseObject } from '../progress/object-name.ts';

/** The events with the active time of each object in one event, the first of its slices, and with only the last opening of each. Progress folds to the same. */
export function summed(events: readonly Event[]): Event[] {
  const seconds = new Map<string, number>();
  const first = new Map<string, Event>();
  const opened = new Map<string, Event>();
  const ordered = inOrder(events);
  for (const event of ordered) {
    if (event.verb === 'opened') opened.set(event.object, event);
    if (event.verb !== 'stayed') continue;
    if (!first.has(event.object)) first.set(event.object, event);
    seconds.set(event.object, (seconds.get(event.object) ?? 0) + Math.max(0, event.result?.duration ?? 0));
  }
  return ordered.flatMap((event) => {
    if (event.verb === 'opened') return opened.get(event.object) === event ? [event] : [];
    if (event.verb !== 'stayed') return [event];
    return first.get(event.object) === event ? [{ ...event, result: { ...event.result, duration: seconds.get(event.object)! } }] : [];
  });
}

/** Groups of events to leave out one after the other until the rest fits: the least missed first, completions and results last, in the end all. */
export function forgettable(events: readonly Event[]): Event[][] {
  const ordered = inOrder(events);
  const attempts = foldAttempts(ordered);
  const finished = attempts.filter(({ end }) => end);
  const ofAttempt = (id: string) => ordered.filter((event) => event.context.attempt?.id === id);
  const dear = new Set([
    finished.find(({ purpose }) => purpose === 'before'),
    ...['quiz', 'refresher'].flatMap((purpose) => [
      attempts.filter((attempt) => attempt.purpose === purpose).at(-1),
      finished.filter((attempt) => attempt.purpose === purpose).sort((a, b) => Number(b.end!.passed) - Number(a.end!.passed) || b.end!.percent - a.end!.percent)[0],
    ]),
  ]);
  const lesson = ordered.filter((event) => event.verb === 'answered' && !event.context.attempt);
  const completed = new Set(ordered.filter(({ verb }) => verb === 'completed').map(({ object }) => parseObject(object)?.of));
  const groups = [
    lesson.filter((event, place) => lesson.some((later, at) => at > place && later.object === event.object)),
    storiesTold(ordered),
    ...finished.slice(0, -1).map(({ id }) => ofAttempt(id).filter(({ verb }) => verb === 'answered')),
    ...attempts.filter((attempt) => !dear.has(attempt)).map(({ id }) => ofAttempt(id)),
    ordered.filter((event, place) => event.verb === 'certified' && ordered.some((later, at) => at > place && later.verb === 'certified' && later.object === event.object)),
    ...[...completed].map((module) => lesson.filter(({ object }) => parseObject(object)?.of === module)),
    ...finished.slice(-1).map(({ id }) => ofAttempt(id).filter(({ verb }) => verb === 'answered')),
    ...inPieces(ordered.filter(({ verb }) => !results.includes(verb))),
    ...inPieces(ordered.filter(({ verb }) => results.includes(verb))),
  ];
  return groups.filter((group) => group.length > 0);
}

const results: readonly Verb[] = ['completed', 'skipped', 'finished', 'certified'];

/** Steps of stories up to an ending, and endings reached again later. */
function storiesTold(ordered: readonly Event[]): Event[] {
  const endings = ordered.filter(({ verb }) => verb === 'reached');
  const key = ({ object, result }: Event) => `${object} ${result?.response?.[0]}`;
  return ordered.filter((event, place) => {
    if (event.verb === 'reached') return ordered.some((later, at) => at > place && later.verb === 'reached' && key(later) === key(event) && later.contentVersion >= event.contentVersion);
    const module = parseObject(event.object)?.of;
    return event.verb === 'chose' && endings.some((end) => parseObject(end.object)?.of === module && ordered.indexOf(end) > place);
  });
}

/** Sixteen pieces at most: a text that is far too long is brought to its size in a few steps. */
function inPieces(events: readonly Event[]): Event[][] {
  const size = Math.max(1, Math.ceil(events.length / 16));
  return Array.from({ length: Math.ceil(events.length / size) }, (_, piece) => events.slice(piece * size, (piece + 1) * size));
}

import type { Event } from './events.ts';

/**
 * Every event once, oldest first: by `at`, then by `id`. A new array.
 *
 * Should two events claim one id (a file edited by hand), the same one of them wins whatever order they come in.
 */
export function inOrder(events: readonly Event[]): Event[] {
  const seen = new Set<string>();
  return [...events].sort(compareEvents).filter((event) => !seen.has(event.id) && seen.add(event.id));
}

function compareEvents(a: Event, b: Event): number {
  return compare(a.at, b.at) || compare(a.id, b.id) || (a === b ? 0 : compare(JSON.stringify(a), JSON.stringify(b)));
}

// By code unit, not by locale: two devices must agree.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

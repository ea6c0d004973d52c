/** A note beside the database, in localStorage: should the browser erase the one and not the other, the learner is told instead of met as a stranger. */

export interface ErasureMarker {
  events: number;
  /** ISO 8601: the last event. */
  last: string;
}

const key = 'farol:marker';

/** Null where there is no note, or localStorage is denied. */
export function readMarker(): ErasureMarker | null {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<ErasureMarker> | null;
    return typeof value?.events === 'number' && typeof value.last === 'string' ? { events: value.events, last: value.last } : null;
  } catch {
    return null;
  }
}

/** Writes the note; `last` never goes back, and a note of no events is taken away. */
export function writeMarker({ events, last }: ErasureMarker): void {
  const before = readMarker()?.last ?? '';
  try {
    if (events > 0) localStorage.setItem(key, JSON.stringify({ events, last: last > before ? last : before }));
    else localStorage.removeItem(key);
  } catch {
    // Denied or full: an erasure goes unnoticed, nothing else is lost.
  }
}

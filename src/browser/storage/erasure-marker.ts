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

/** A marker without events is none. */
export function writeMarker(marker: ErasureMarker): void {
  try {
    if (marker.events > 0) localStorage.setItem(key, JSON.stringify(marker));
    else localStorage.removeItem(key);
  } catch {
    // Denied or full: an erasure goes unnoticed, nothing else is lost.
  }
}

/** Where somebody was in a course that is one document. Lost without harm. */
import type { Place } from '../../core/lms/compact-record.ts';
import { isRecord } from '../../core/progress/event-shape.ts';
import { readLocal, writeLocal } from '../lms/device-copy.ts';

export interface KeptPlace {
  resume(): Place | undefined;
  keepPlace(place: Place): void;
}

export const placePrefix = 'farol:place:';

/** @param of names the course, and whoever takes it where several do */
export function keptPlace(of: string): KeptPlace {
  const key = placePrefix + of;
  let place = readPlace(readLocal(key));
  return {
    resume: () => place,
    keepPlace(next) {
      place = next;
      writeLocal(key, JSON.stringify(next));
    },
  };
}

function readPlace(text: string | null): Place | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isRecord(value) && typeof value['view'] === 'string' && typeof value['locale'] === 'string' ? (value as unknown as Place) : undefined;
  } catch {
    return undefined;
  }
}

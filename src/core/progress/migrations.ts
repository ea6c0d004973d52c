/**
 * The ladder from every format in which events were ever stored to the one in `events.ts`.
 *
 * Raising `eventFormat` takes three steps: a step here, a fixture `tests/fixtures/stored-progress/v<old>.json` from a real export of the old
 * format, and a step in `browser/storage/database.ts`. Steps are pure, and never changed once they were released.
 */
import { eventFormat, type Event } from './events.ts';
import { isEvent, isRecord } from './event-shape.ts';

interface Migration {
  from: number;
  /** Permanent. */
  name: string;
  /** One event of format `from` as an event of format `from + 1`. Throws on what it cannot read. */
  step(event: Record<string, unknown>): Record<string, unknown>;
}

export const migrations: readonly Migration[] = [
  {
    from: 0,
    name: 'one-text-for-time-and-object',
    // Before the first release `at` was epoch milliseconds and `object` was { kind, id }.
    step(event) {
      const object = event['object'] as { kind: string; id?: string };
      return { ...event, at: new Date(event['at'] as number).toISOString(), object: object.id === undefined ? object.kind : `${object.kind}:${object.id}` };
    },
  },
];

export type Migrated =
  /** `unreadable` holds, untouched, what is no event of that format. */
  { ok: true; events: Event[]; unreadable: unknown[] } | { ok: false; reason: 'newer-format' };

/**
 * Brings stored events of a format to the present one. Nothing is thrown away: what cannot be read is handed back beside the events.
 * Data of a newer format is refused as a whole; whoever holds it leaves it as it is and offers it as a file.
 */
export function migrateEvents(stored: readonly unknown[], format: number): Migrated {
  if (!Number.isInteger(format) || format < 0 || format > eventFormat) return { ok: false, reason: 'newer-format' };
  const events: Event[] = [];
  const unreadable: unknown[] = [];
  for (const value of stored) {
    const event = climb(value, format);
    if (isEvent(event)) events.push(event);
    else unreadable.push(value);
  }
  return { ok: true, events, unreadable };
}

function climb(value: unknown, format: number): unknown {
  if (!isRecord(value)) return null;
  try {
    return migrations.filter(({ from }) => from >= format).reduce((event, { step }) => step(event), value);
  } catch {
    // A step throws on a value that was never an event of its format; the caller keeps that value.
    return null;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isEvent } from '../../../../src/core/progress/event-shape.ts';
import { eventFormat } from '../../../../src/core/progress/events.ts';
import { foldProfile } from '../../../../src/core/progress/fold.ts';
import { migrateEvents, migrations } from '../../../../src/core/progress/migrations.ts';

const folder = new URL('../../../fixtures/stored-progress/', import.meta.url);
const fixture = (format: number) => JSON.parse(readFileSync(new URL(`v${format}.json`, folder), 'utf8')) as { format: number; events: unknown[] };
const formats = Array.from({ length: eventFormat + 1 }, (_, format) => format);

describe('migrations', () => {
  it('has one named step from each format to the next, and none missing', () => {
    expect(migrations.map(({ from }) => from)).toEqual(formats.slice(0, -1));
    expect(migrations.every(({ name }) => /^[a-z]+(-[a-z]+)*$/.test(name))).toBe(true);
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  });

  it('has a fixture for each format that was ever stored, and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(formats.map((format) => `v${format}.json`).sort());
  });
});

describe('migrateEvents', () => {
  it.each(formats)('brings the fixture of format %i to the present format, and loses nothing', (format) => {
    const { format: written, events } = fixture(format);
    expect(written).toBe(format);
    const migrated = migrateEvents(events, format);
    if (!migrated.ok) throw new Error(migrated.reason);
    expect(migrated.unreadable).toEqual([]);
    expect(migrated.events.length).toBe(events.length);
    expect(migrated.events.every(isEvent)).toBe(true);
    expect(migrated.events).toEqual(fixture(eventFormat).events);
  });

  it('tells the same learner from the oldest fixture as from the newest', () => {
    const [oldest, newest] = [0, eventFormat].map((format) => {
      const migrated = migrateEvents(fixture(format).events, format);
      return migrated.ok ? foldProfile(migrated.events) : null;
    });
    expect(oldest?.courses['drivers']?.passed).toBe(true);
    expect(oldest).toEqual(newest);
  });

  it('hands back untouched what is no event', () => {
    const broken = [null, 7, 'text', [], {}, { at: 'noon', object: null }, { ...(fixture(0).events[0] as object), at: 9e99 }];
    for (const format of formats) {
      const migrated = migrateEvents([...broken, ...fixture(format).events], format);
      expect(migrated).toMatchObject({ ok: true, unreadable: broken });
      expect(migrated.ok && migrated.events.length).toBe(fixture(format).events.length);
    }
  });

  it('refuses a newer format as a whole, and a format that is no number', () => {
    for (const format of [eventFormat + 1, 99, -1, 0.5, NaN]) expect(migrateEvents(fixture(eventFormat).events, format)).toEqual({ ok: false, reason: 'newer-format' });
  });

  it('leaves its input alone', () => {
    const { events } = fixture(0);
    migrateEvents(events, 0);
    expect(events).toEqual(fixture(0).events);
  });
});

import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup, writeUntouchedBackup, type Backup } from '../../../../src/core/progress/backup.ts';
import { crc32 } from '../../../../src/core/progress/crc32.ts';
import { eventFormat, type Event } from '../../../../src/core/progress/events.ts';
import type { Profile } from '../../../../src/core/progress/event-store.ts';
import { mergeEvents } from '../../../../src/core/progress/merge.ts';
import { decodeUtf8, encodeUtf8 } from '../../../../src/core/progress/utf8.ts';
import stored from '../../../fixtures/stored-progress/v1.json' with { type: 'json' };
import { arbitraryEvents } from './arbitrary-events.ts';

const made = '2026-11-22T21:04:05.123Z';
const profile: Profile = { id: 'p1', name: 'สมชาย', createdAt: made, lastUsedAt: made };
const full: Backup = { made, profiles: [profile], events: stored.events as unknown as Event[] };
const text = writeBackup(full);

describe('writeBackup', () => {
  it('writes a header, a line per profile and a line per event, which tools can read one by one', () => {
    const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ farol: 'backup', format: eventFormat, made, profiles: 1, events: full.events.length });
    expect(lines.slice(1)).toEqual([profile, ...full.events]);
  });

  it('leaves locks out, since a forgotten code must not lock a restored profile', () => {
    expect(writeBackup({ ...full, profiles: [{ ...profile, lock: { salt: 's', hash: 'h' } }] })).toBe(text);
  });
});

describe('readBackup', () => {
  it('gives back what was written', () => {
    expect(readBackup(text)).toEqual({ ok: true, ...full });
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        expect(readBackup(writeBackup({ made, profiles: [profile], events }))).toEqual({ ok: true, made, profiles: [profile], events: mergeEvents(events) });
      }),
    );
  });

  it('reads a file that passed through an editor with other line ends, a byte order mark and blank lines', () => {
    expect(readBackup(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n\r\n`)).toEqual({ ok: true, ...full });
  });

  it('saves every whole line of a file that was cut anywhere, and says that it was cut', () => {
    const header = text.indexOf('\n');
    // From the first letters that tell a backup, up to the last letter but the line feed.
    for (let cut = 20; cut < text.length - 1; cut += 7) {
      const read = readBackup(text.slice(0, cut));
      if (read.ok || read.reason !== 'truncated') throw new Error(`${cut}: ${JSON.stringify(read).slice(0, 80)}`);
      const whole = cut < header ? 0 : Math.max(0, text.slice(0, cut + 1).split('\n').length - 3);
      expect(read.saved.events).toEqual(full.events.slice(0, whole));
      if (cut > header) expect(read.lost).toBe(full.events.length + 1 - whole - read.saved.profiles.length);
    }
  });

  it('notices a changed letter, keeps what can be read, and never throws', () => {
    fc.assert(
      fc.property(fc.integer({ min: text.indexOf('\n') + 1, max: text.length - 2 }), fc.constantFrom('x', '"', '}', '0', '\u0000'), (at, letter) => {
        fc.pre(text[at] !== letter);
        const read = readBackup(text.slice(0, at) + letter + text.slice(at + 1));
        if (read.ok || (read.reason !== 'damaged' && read.reason !== 'truncated')) throw new Error(`Letter ${at} changed to ${letter}: ${JSON.stringify(read).slice(0, 80)}`);
        // Two lines are lost where the letter between them was the line feed.
        expect(read.saved.events.length).toBeGreaterThanOrEqual(full.events.length - 2);
      }),
    );
  });

  it('takes a line that was lost in the middle for cut, and a broken line in the middle for damage', () => {
    const lines = text.split('\n');
    expect(readBackup(lines.filter((_, index) => index !== 5).join('\n'))).toMatchObject({ ok: false, reason: 'truncated', lost: 1 });
    expect(readBackup(lines.map((line, index) => (index === 5 ? line.slice(9) : line)).join('\n'))).toMatchObject({ ok: false, reason: 'damaged', lost: 1 });
  });

  it('brings a backup of every older format to the present one', () => {
    const old = JSON.parse(readFileSync(new URL('../../../fixtures/stored-progress/v0.json', import.meta.url), 'utf8')) as { events: unknown[] };
    expect(readBackup(writeUntouchedBackup(made, [profile], old.events, 0))).toEqual({ ok: true, ...full });
  });

  it('refuses a backup of a newer Farol and touches nothing of it', () => {
    expect(readBackup(writeUntouchedBackup(made, [], [{ what: 'ever' }], eventFormat + 1))).toEqual({ ok: false, reason: 'newer-format' });
  });

  it('tells an empty file and an empty backup from a damaged one', () => {
    expect(readBackup('')).toEqual({ ok: false, reason: 'empty' });
    expect(readBackup(' \r\n \n')).toEqual({ ok: false, reason: 'empty' });
    expect(readBackup(writeBackup({ made, profiles: [], events: [] }))).toEqual({ ok: false, reason: 'empty' });
  });

  it('takes a profile without events for a backup', () => {
    expect(readBackup(writeBackup({ made, profiles: [profile], events: [] }))).toEqual({ ok: true, made, profiles: [profile], events: [] });
  });

  it('takes nothing else for a backup, and never throws', () => {
    for (const other of ['hello', '{}', '[]', 'null', '{"farol":"rollout"}', 'id,name\n1,Ana', '{"format":1}\n{}', '<!doctype html>']) {
      expect(readBackup(other)).toEqual({ ok: false, reason: 'not-a-backup' });
    }
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (other) => !readBackup(other).ok));
  });

  it('survives a header whose numbers are nonsense', () => {
    for (const header of ['{"farol":"backup"}', '{"farol":"backup","format":1}', '{"farol":"backup","format":1,"profiles":"x","events":{}}']) {
      expect(readBackup(header).ok).toBe(false);
      expect(readBackup([header, ...text.split('\n').slice(1)].join('\n')).ok).toBe(false);
    }
  });
});

describe('crc32', () => {
  it('gives the check value of the standard', () => {
    expect(crc32(encodeUtf8('123456789'))).toBe(0xcbf43926);
    expect(crc32([])).toBe(0);
  });
});

describe('encodeUtf8', () => {
  it('agrees with the platform on every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)) }), (any) => {
        expect(encodeUtf8(any)).toEqual([...new TextEncoder().encode(any)]);
        expect(decodeUtf8(encodeUtf8(any))).toBe(any.replace(/\p{Cs}/gu, '\ufffd'));
      }),
    );
  });

  it('reads no bytes that are not UTF-8', () => {
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) expect(decodeUtf8(bytes)).toBeNull();
  });
});

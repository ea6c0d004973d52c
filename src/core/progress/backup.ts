/**
 * The backup file: JSON Lines in UTF-8, so that a file that was cut off still gives every whole line before the cut.
 *
 * | line    | what                                                                                               |
 * |---------|----------------------------------------------------------------------------------------------------|
 * | first   | `{"farol":"backup","format":1,"made":"2026-…Z","profiles":1,"events":42,"checksum":"0a1b2c3d"}`     |
 * | then    | a profile per line, without its lock: who holds the file may read it                                 |
 * | then    | an event per line, oldest first                                                                      |
 *
 * `format` is the `eventFormat` of the events. `checksum` is the CRC-32 of all later lines, joined by line feeds, in hexadecimal.
 */
import { crc32 } from './crc32.ts';
import { eventFormat, type Event } from './events.ts';
import { inOrder } from './event-order.ts';
import { isEvent, isRecord } from './event-shape.ts';
import type { Profile } from './event-store.ts';
import { migrateEvents } from './migrations.ts';
import { encodeUtf8 } from './utf8.ts';

export interface Backup {
  /** ISO 8601, UTC. */
  made: string;
  profiles: Profile[];
  events: Event[];
}

/**
 * | reason       | what the file is                                                                   |
 * |--------------|------------------------------------------------------------------------------------|
 * | not-a-backup | something else                                                                     |
 * | newer-format | written by a newer Farol                                                           |
 * | empty        | a backup of nothing, or a file without content                                     |
 * | truncated    | cut off; `saved` holds what came before the cut                                    |
 * | damaged      | changed on its way; `saved` holds the lines that can be read, some may be altered   |
 */
export type ReadBackup =
  | ({ ok: true } & Backup)
  | { ok: false; reason: 'not-a-backup' | 'newer-format' | 'empty' }
  /** `lost`: how many profiles and events the file should hold beyond those saved. */
  | { ok: false; reason: 'truncated' | 'damaged'; saved: Backup; lost: number };

/** The text of a backup file. */
export function writeBackup({ made, profiles, events }: Backup): string {
  return backupText(made, profiles, inOrder(events), eventFormat);
}

/** A backup of stored data that this Farol does not understand (`newer-format`): handed on as it is, for the Farol that wrote it. */
export function writeUntouchedBackup(made: string, profiles: readonly unknown[], events: readonly unknown[], format: number): string {
  return backupText(made, profiles, events, format);
}

/** Reads a backup file of this or any older format. Never throws. */
export function readBackup(text: string): ReadBackup {
  // A byte order mark and other line ends: the work of editors and mail programs.
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const lines = rest.filter((line) => line.trim() !== '');
  if (first.trim() === '' && lines.length === 0) return { ok: false, reason: 'empty' };

  const header = parse(first);
  if (!isRecord(header)) {
    const cut = first.startsWith('{"farol":"backup"') && lines.length === 0;
    return cut ? { ok: false, reason: 'truncated', saved: { made: '', profiles: [], events: [] }, lost: 0 } : { ok: false, reason: 'not-a-backup' };
  }
  if (header['farol'] !== 'backup') return { ok: false, reason: 'not-a-backup' };

  const values = lines.map(parse);
  const profiles = values.filter(isProfile).map(withoutLock);
  const migrated = migrateEvents(
    values.filter((value) => !isProfile(value)),
    Number(header['format']),
  );
  if (!migrated.ok) return migrated;

  const saved = { made: String(header['made'] ?? ''), profiles, events: inOrder(migrated.events) };
  const expected = Number(header['profiles']) + Number(header['events']);
  const lost = Math.max(0, expected - profiles.length - migrated.events.length) || 0;
  const whole = migrated.unreadable.length === 0 && lines.length === expected && checksumOf(lines) === header['checksum'];
  if (whole) return expected === 0 ? { ok: false, reason: 'empty' } : { ok: true, ...saved };

  const lastIsCut = values.length > 0 && values.at(-1) === undefined;
  const others = migrated.unreadable.length - Number(lastIsCut);
  const truncated = others === 0 && (lines.length < expected || lastIsCut);
  return { ok: false, reason: truncated ? 'truncated' : 'damaged', saved, lost };
}

function backupText(made: string, profiles: readonly unknown[], events: readonly unknown[], format: number): string {
  const lines = [...profiles.map((profile) => JSON.stringify(withoutLock(profile))), ...events.map((event) => JSON.stringify(event))];
  const header = { farol: 'backup', format, made, profiles: profiles.length, events: events.length, checksum: checksumOf(lines) };
  return [JSON.stringify(header), ...lines, ''].join('\n');
}

function checksumOf(lines: readonly string[]): string {
  return crc32(encodeUtf8(lines.join('\n'))).toString(16).padStart(8, '0');
}

function withoutLock<T>(profile: T): T {
  if (!isRecord(profile)) return profile;
  const { lock: _lock, ...rest } = profile;
  return rest as T;
}

function isProfile(value: unknown): value is Profile {
  return isRecord(value) && !isEvent(value) && ['id', 'name', 'createdAt', 'lastUsedAt'].every((field) => typeof value[field] === 'string');
}

/** Undefined for a line that is no JSON. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Ids of events in an LMS record. They are UUIDs (version 4 in shape, RFC 9562), made of a base, a number for each time the course is opened and a counter,
 * so that a record needs no room for them: `bbbbbbbb-bbbb-4sss-8s00-cccccccccccc`.
 */
export interface RecordId {
  /** 12 hex digits, chance, once for each learner. */
  base: string;
  /** 1 to 65535, chance, once for each time the course is opened. 0 only in the id of the profile. */
  session: number;
  /** 1 and up. */
  counter: number;
}

export function recordId({ base, session, counter }: RecordId): string {
  const nonce = hex(session, 4);
  return `${base.slice(0, 8)}-${base.slice(8)}-4${nonce.slice(0, 3)}-8${nonce.slice(3)}00-${hex(counter, 12)}`;
}

/** The parts of an id that `recordId` made; null for any other. */
export function parseRecordId(id: string): RecordId | null {
  const parts = /^([0-9a-f]{8})-([0-9a-f]{4})-4([0-9a-f]{3})-8([0-9a-f])00-([0-9a-f]{12})$/.exec(id);
  return parts && { base: parts[1]! + parts[2]!, session: parseInt(parts[3]! + parts[4]!, 16), counter: parseInt(parts[5]!, 16) };
}

/** The profile that a record belongs to. */
export function recordProfile(base: string): string {
  return recordId({ base, session: 0, counter: 0 });
}

export function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

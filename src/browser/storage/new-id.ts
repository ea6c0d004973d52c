import { makeSeed } from '../../core/quiz/shuffle.ts';

/** A UUID v4. `crypto.randomUUID` is missing on plain http, which is how a laptop in a training room serves Farol. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A seed for the shuffles of one attempt. */
export function newSeed(): number {
  return makeSeed(crypto.getRandomValues(new Uint32Array(1))[0]!);
}

export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

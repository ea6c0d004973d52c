/**
 * The four digits in front of a profile on a shared computer.
 *
 * They keep colleagues from taking the wrong profile by mistake, or from reading over it. They do not encrypt anything: whoever can open the
 * developer tools can read the database, and ten thousand codes are soon tried. No more is promised to the learner, so no more is attempted:
 * the hash only keeps the digits themselves, which people use elsewhere, from lying about. It needs no `crypto.subtle`, which plain http lacks.
 */

export interface Lock {
  salt: string;
  /** 16 hexadecimal digits. */
  hash: string;
}

const rounds = 20_000;

/** The code as ASCII digits, or null where it is not four digits. Digits of Hindi, Nepali, Bengali, Thai and Arabic keyboards count. */
export function readLockCode(typed: string): string | null {
  const digits = [...typed.trim()].map((char) => {
    const point = char.codePointAt(0)!;
    const zero = [0x30, 0x0966, 0x09e6, 0x0e50, 0x0660, 0x06f0].find((start) => point >= start && point < start + 10);
    return zero === undefined ? '?' : String(point - zero);
  });
  return /^\d{4}$/.test(digits.join('')) ? digits.join('') : null;
}

/** A lock that opens with `code` (from `readLockCode`). `salt` is fresh chance, so that equal codes give unequal locks. */
export function makeLock(code: string, salt: string): Lock {
  return { salt, hash: hashOf(code, salt) };
}

/** Whether what was typed opens the lock. */
export function opensLock(lock: Lock, typed: string): boolean {
  const code = readLockCode(typed);
  return code !== null && hashOf(code, lock.salt) === lock.hash;
}

/** Two multiply-and-mix lanes, fed with their own output; tens of milliseconds on a cheap phone. */
function hashOf(code: string, salt: string): string {
  let left = 0x9e3779b9;
  let right = 0x85ebca6b;
  const text = `${salt}:${code}`;
  for (let round = 0; round < rounds; round++) {
    const char = text.charCodeAt(round % text.length);
    left = Math.imul(left ^ char ^ round, 0x9e3779b1);
    right = Math.imul(right ^ char, 0x5f356495);
    left ^= right >>> 15;
    right ^= left >>> 13;
  }
  return [left, right].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

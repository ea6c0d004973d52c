/**
 * The short code on a poster, for whoever cannot scan it: six digits of Crockford's base 32, printed as `XXX-XXX`.
 *
 * It is made from the ids of rollout and phase (30 bits of a CRC-32), so it needs no list, never changes, and says nothing to outsiders. Two phases with
 * one code are found by the content check (rule `rollout-phases`).
 */
import { crc32 } from '../progress/crc32.ts';
import { encodeUtf8 } from '../progress/utf8.ts';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function joinCode(rollout: string, phase: string): string {
  const hash = crc32(encodeUtf8(`${rollout}/${phase}`)) >>> 2;
  const code = Array.from({ length: 6 }, (_, place) => digits[(hash >>> (25 - 5 * place)) & 31]).join('');
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** The code as it is printed, from however somebody typed it (lower case, spaces, O for 0, I or L for 1); null for anything else. */
export function readJoinCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[\s\p{Pd}.]/gu, '');
  return plain.length === 6 && [...plain].every((char) => digits.includes(char)) ? `${plain.slice(0, 3)}-${plain.slice(3)}` : null;
}

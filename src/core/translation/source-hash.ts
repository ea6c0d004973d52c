/** The name of a source text in the files that were translated from it. */
import { encodeUtf8 } from '../progress/utf8.ts';

/** FNV-1a with 64 bits over UTF-8, as 16 hex digits (draft-eastlake-fnv). It tells versions of one file apart and protects against nothing else. */
export function sourceHash(text: string): string {
  return bytesHash(encodeUtf8(text));
}

/** The same over bytes. The two halves are multiplied apart: the prime is 2^40 + 435, so every step stays within the 53 exact bits of a number. */
export function bytesHash(bytes: ArrayLike<number>): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let at = 0; at < bytes.length; at++) {
    low = (low ^ bytes[at]!) >>> 0;
    const product = low * 435;
    // `>>> 0` is the rest by 2^32, ten times faster than `%`: packages are hashed on phones.
    const rest = product >>> 0;
    high = (high * 435 + (product - rest) / 2 ** 32 + low * 256) >>> 0;
    low = rest;
  }
  return hex(high) + hex(low);
}

const hex = (half: number): string => half.toString(16).padStart(8, '0');

/** The name of a source text in the files that were translated from it. */
import { encodeUtf8 } from '../progress/utf8.ts';

/**
 * FNV-1a with 64 bits over UTF-8, as 16 hex digits (draft-eastlake-fnv). It tells versions of one file apart and protects against nothing else.
 * The two halves are multiplied apart: the prime is 2^40 + 435, so every step stays within the 53 exact bits of a number.
 */
export function sourceHash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of encodeUtf8(text)) {
    low = (low ^ byte) >>> 0;
    const product = low * 435;
    high = (high * 435 + Math.floor(product / 2 ** 32) + low * 256) % 2 ** 32;
    low = product % 2 ** 32;
  }
  return hex(high) + hex(low);
}

const hex = (half: number): string => half.toString(16).padStart(8, '0');

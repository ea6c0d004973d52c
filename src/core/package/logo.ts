/** A partner's logo: PNG or SVG, small enough to go into every package. */
import { decodeUtf8, encodeUtf8 } from '../progress/utf8.ts';
import { sanitiseSvg } from './svg.ts';

export interface Logo { kind: 'png' | 'svg'; bytes: Uint8Array }

/** Bytes: a drawn logo has 2 to 10 kB, and each learner pays for it. */
export const largestLogo = 40_000;
/** Pixels along one side of a PNG; larger ones cost memory on a phone and show nothing more. */
export const widestLogo = 1600;

export type CheckedLogo = { ok: true; logo: Logo } | { ok: false; reason: 'logo-too-large' | 'logo-too-wide' | 'logo-kind' | 'logo-unsafe' };

/** The kind is read from the content, never from the name. An SVG comes back without anything that could run or fetch (svg.ts). */
export function checkLogo(bytes: Uint8Array): CheckedLogo {
  if (isPng(bytes)) {
    if (bytes.length > largestLogo) return { ok: false, reason: 'logo-too-large' };
    const side = (at: number) => ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
    return Math.max(side(16), side(20)) > widestLogo ? { ok: false, reason: 'logo-too-wide' } : { ok: true, logo: { kind: 'png', bytes } };
  }
  const start = String.fromCharCode(...bytes.subarray(0, 1000));
  if (!/^(\u00ef\u00bb\u00bf)?\s*<(\?xml|svg|!--|!DOCTYPE svg)/i.test(start)) return { ok: false, reason: 'logo-kind' };
  // What drawing programs add for themselves is left out below: a file may be far larger than what is kept of it.
  if (bytes.length > largestLogo * 5) return { ok: false, reason: 'logo-too-large' };
  const text = decodeUtf8([...bytes]);
  const svg = text === null ? null : sanitiseSvg(text);
  if (svg === null) return { ok: false, reason: 'logo-unsafe' };
  const kept = Uint8Array.from(encodeUtf8(svg));
  return kept.length > largestLogo ? { ok: false, reason: 'logo-too-large' } : { ok: true, logo: { kind: 'svg', bytes: kept } };
}

/** PNG signature and IHDR (ISO/IEC 15948, 5.2 and 11.2.2). */
function isPng(bytes: Uint8Array): boolean {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
  return bytes.length > 24 && signature.every((byte, at) => bytes[at] === byte);
}

/** The logo as an address that needs no file. */
export function logoAddress({ kind, bytes }: Logo): string {
  return `data:image/${kind === 'svg' ? 'svg+xml' : 'png'};base64,${base64(bytes)}`;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** RFC 4648, 4. */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const left = bytes.length - at;
    parts.push(digits[a >> 2]! + digits[((a & 3) << 4) | (b >> 4)]! + (left > 1 ? digits[((b & 15) << 2) | (c >> 6)]! : '=') + (left > 2 ? digits[c & 63]! : '='));
  }
  return parts.join('');
}

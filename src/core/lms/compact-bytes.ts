/** The smallest parts of a compact record: numbers, texts, and bytes as characters that no LMS changes. */
import { decodeUtf8, encodeUtf8 } from '../progress/utf8.ts';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** base64url without padding (RFC 4648, section 5). */
export function toCharacters(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const all = [18, 12, 6, 0].map((shift) => digits[(three >> shift) & 63]).join('');
    text += all.slice(0, Math.min(4, bytes.length - at + 1));
  }
  return text;
}

/** Null where a character is none of base64url. Bits of an unfinished last byte are left out. */
export function fromCharacters(text: string): number[] | null {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text) {
    const value = digits.indexOf(character);
    if (value < 0) return null;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return bytes;
}

export class ByteWriter {
  readonly bytes: number[] = [];

  byte(value: number): void {
    this.bytes.push(value & 255);
  }

  /** Big-endian, in a fixed number of bytes. */
  fixed(value: number, length: number): void {
    for (let place = length - 1; place >= 0; place--) this.byte(Math.floor(value / 256 ** place) % 256);
  }

  /** A whole number from 0 to 2⁵³−1, seven bits in a byte, the lowest first. */
  number(value: number): void {
    for (; value >= 128; value = Math.floor(value / 128)) this.byte((value % 128) | 128);
    this.byte(value);
  }

  text(text: string): void {
    const bytes = encodeUtf8(text);
    this.number(bytes.length);
    for (const byte of bytes) this.bytes.push(byte);
  }

  real(value: number): void {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    for (let place = 0; place < 8; place++) this.byte(view.getUint8(place));
  }
}

/** Thrown where the bytes end before what was asked for: the record was cut. */
export class OutOfBytes extends Error {
  override name = 'OutOfBytes';
}

export class ByteReader {
  private at = 0;
  private readonly bytes: readonly number[];

  constructor(bytes: readonly number[]) {
    this.bytes = bytes;
  }

  take(length: number): readonly number[] {
    if (this.at + length > this.bytes.length) throw new OutOfBytes();
    this.at += length;
    return this.bytes.slice(this.at - length, this.at);
  }

  byte(): number {
    return this.take(1)[0]!;
  }

  fixed(length: number): number {
    return this.take(length).reduce((value, byte) => value * 256 + byte, 0);
  }

  number(): number {
    let value = 0;
    for (let place = 0; ; place++) {
      const byte = this.byte();
      value += (byte & 127) * 128 ** place;
      if (byte < 128) return value;
    }
  }

  /** A number of parts to come, each of which takes a byte at least. */
  count(): number {
    const count = this.number();
    if (count > this.bytes.length - this.at) throw new OutOfBytes();
    return count;
  }

  text(): string {
    return decodeUtf8(this.take(this.number())) ?? '';
  }

  real(): number {
    const view = new DataView(new ArrayBuffer(8));
    this.take(8).forEach((byte, place) => view.setUint8(place, byte));
    return view.getFloat64(0);
  }

  rest(): readonly number[] {
    return this.bytes.slice(this.at);
  }
}

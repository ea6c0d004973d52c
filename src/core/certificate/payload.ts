/**
 * A certificate as text: what its QR code and its verification link carry, so that a certificate can be read back by any Farol, offline.
 *
 * `F1.` and the base64url (RFC 4648, section 5, without padding) of these bytes. Numbers are big-endian; a text is one byte of length and its bytes.
 *
 * | bytes  | field          | values                                                                         |
 * |--------|----------------|--------------------------------------------------------------------------------|
 * | 1      | version        | 1                                                                              |
 * | 10     | id             | 80 bits, printed as four groups of four                                        |
 * | 2      | course version |                                                                                |
 * | 1      | percent        | 0 to 100                                                                       |
 * | 2      | minutes        | active minutes, 65535 for more                                                 |
 * | 2      | date           | days since 2020-01-01                                                          |
 * | 2      | valid until    | days since 2020-01-01; the last day on which it counts                         |
 * | text   | course         | id                                                                             |
 * | text   | locale         |                                                                                |
 * | text   | rollout        | id, or empty                                                                   |
 * | text   | phase          | id, or empty                                                                   |
 * | text   | name           | UTF-8, up to 120 bytes                                                         |
 * | text   | key            | id of the key that signed the bytes above; empty: not signed                   |
 * | text   | signature      | empty: not signed                                                              |
 * | 4      | checksum       | CRC-32 of everything above                                                     |
 *
 * The checksum finds slips of reading and typing. Without a signature nothing proves that Farol made a certificate; pages that show one say so.
 */
import { idPattern } from '../course/ids.ts';
import { crc32 } from '../progress/crc32.ts';
import { decodeUtf8, encodeUtf8 } from '../progress/utf8.ts';
import { dateOfDays, daysOfDate, type CalendarDate } from './calendar-date.ts';
import { certificateId, certificateIdBytes, certificateIdToBytes } from './certificate-id.ts';
import { fitName, nameBytes } from './certificate-name.ts';

export interface Certificate {
  /** `XXXX-XXXX-XXXX-XXXX` */
  id: string;
  course: string;
  courseVersion: number;
  /** Whole, 0 to 100. */
  percent: number;
  /** Whole active minutes. */
  minutes: number;
  date: CalendarDate;
  validUntil: CalendarDate;
  locale: string;
  /** Empty outside of a rollout, and outside of a phase. */
  rollout: string;
  phase: string;
  /** As `fitName` gives it. */
  name: string;
  /** Absent where it is not signed. `value` is base64url. */
  signature?: { key: string; value: string };
}

export type DecodedCertificate =
  | { ok: true; certificate: Certificate }
  /** not-a-certificate: no such text in it. damaged: a part is missing or changed. newer-format: made by a newer Farol. too-long: no certificate is that long. */
  | { ok: false; reason: 'not-a-certificate' | 'damaged' | 'newer-format' | 'too-long' };

const firstDay = daysOfDate('2020-01-01');
const idLength = 64;
const longest = 1000;
const shortest = 40;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The certificate as text: 250 characters at most with ids as short as ours and a name of 60 bytes. Throws a RangeError on what no certificate can hold. */
export function encodeCertificate(certificate: Certificate): string {
  const { signature } = certificate;
  const id = certificateIdToBytes(certificate.id);
  if (!id) throw new RangeError(`"${certificate.id}" is no certificate id.`);
  const bytes = [
    1,
    ...id,
    ...twoBytes(certificate.courseVersion, 'course version'),
    Math.min(100, Math.max(0, Math.floor(certificate.percent))),
    ...twoBytes(Math.min(65535, Math.floor(certificate.minutes)), 'minutes'),
    ...twoBytes(daysOfDate(certificate.date) - firstDay, 'date'),
    ...twoBytes(daysOfDate(certificate.validUntil) - firstDay, 'valid until'),
    ...text(encodeUtf8(certificate.course), idLength),
    ...text(encodeUtf8(certificate.locale), idLength),
    ...text(encodeUtf8(certificate.rollout), idLength),
    ...text(encodeUtf8(certificate.phase), idLength),
    ...text(encodeUtf8(fitName(certificate.name)), nameBytes),
    ...text(encodeUtf8(signature?.key ?? ''), idLength),
    ...text(fromBase64Url(signature?.value ?? '') ?? [], 255),
  ];
  const checksum = crc32(bytes);
  return `F1.${toBase64Url([...bytes, checksum >>> 24, (checksum >>> 16) & 255, (checksum >>> 8) & 255, checksum & 255])}`;
}

/** Reads a certificate from its text, from a link that ends in it, or from a message that holds it, also if lines were broken on the way. Never throws. */
export function decodeCertificate(input: string): DecodedCertificate {
  const found = /(?:^|[^\w-])F(\d{1,3})\.([\w-][^]*)/.exec(input.slice(0, 20 * longest));
  const [, version, rest = ''] = found ?? [];
  const [first = '', ...others] = rest.split(/[\s\u00ad\u200b]+/).map((part) => /^[\w-]*/.exec(part)![0]);
  if (!found) return { ok: false, reason: 'not-a-certificate' };
  if (first.length > longest) return { ok: false, reason: 'too-long' };
  // "F2.8" is more likely a lens than a certificate.
  if (version !== '1') return { ok: false, reason: first.length < shortest ? 'not-a-certificate' : 'newer-format' };
  let word = '';
  for (const part of [first, ...others]) {
    word += part;
    if (part === '' || word.length > longest) break;
    const certificate = decodeBytes(fromBase64Url(word));
    if (certificate) return { ok: true, certificate };
  }
  return { ok: false, reason: 'damaged' };
}

function decodeBytes(bytes: number[] | null): Certificate | null {
  if (!bytes || bytes.length < 5) return null;
  const body = bytes.slice(0, -4);
  const checksum = bytes.slice(-4).reduce((sum, byte) => sum * 256 + byte, 0);
  if (crc32(body) !== checksum) return null;

  let at = 0;
  const take = (length: number): number[] => body.slice(at, (at += length));
  const number = (length: number): number => take(length).reduce((sum, byte) => sum * 256 + byte, 0);
  const textBytes = (): number[] => take(number(1));
  const words = (): string | null => decodeUtf8(textBytes());

  if (number(1) !== 1) return null;
  const id = take(certificateIdBytes);
  const [courseVersion, percent, minutes] = [number(2), number(1), number(2)];
  const [date, validUntil] = [dateOfDays(firstDay + number(2)), dateOfDays(firstDay + number(2))];
  const [course, locale, rollout, phase, name, key] = [words(), words(), words(), words(), words(), words()];
  const value = toBase64Url(textBytes());

  if (at !== body.length || percent > 100) return null;
  if (course === null || !idPattern.test(course)) return null;
  if (locale === null || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale)) return null;
  if (rollout === null || (rollout !== '' && !idPattern.test(rollout))) return null;
  if (phase === null || (phase !== '' && !idPattern.test(phase))) return null;
  if (name === null || name !== fitName(name) || key === null) return null;
  const certificate = { id: certificateId(id), course, courseVersion, percent, minutes, date, validUntil, locale, rollout, phase, name };
  return key === '' && value === '' ? certificate : { ...certificate, signature: { key, value } };
}

function twoBytes(value: number, field: string): number[] {
  if (!Number.isInteger(value) || value < 0 || value > 65535) throw new RangeError(`The ${field} of a certificate does not fit: ${value}.`);
  return [value >> 8, value & 255];
}

function text(bytes: number[], limit: number): number[] {
  if (bytes.length > limit) throw new RangeError(`A text of a certificate is ${bytes.length} bytes long; ${limit} fit.`);
  return [bytes.length, ...bytes];
}

function toBase64Url(bytes: readonly number[]): string {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{1,6}/g, (six) => alphabet[parseInt(six.padEnd(6, '0'), 2)]!);
}

/** Null for a text that no bytes give: another letter, a letter too many, or bits behind the last byte. */
function fromBase64Url(word: string): number[] | null {
  const values = [...word].map((char) => alphabet.indexOf(char));
  if (values.includes(-1) || word.length % 4 === 1) return null;
  const bits = values.map((value) => value.toString(2).padStart(6, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2));
  return bits.slice(bytes.length * 8).includes('1') ? null : bytes;
}

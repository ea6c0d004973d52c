/**
 * The number of a certificate: 80 bits of chance, printed as four groups of four in Crockford's base 32, which has no I, L, O and U.
 * So it can be read out over the telephone, and two certificates of the same number need not be feared.
 */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const certificateIdBytes = 10;

/** `XXXX-XXXX-XXXX-XXXX` from ten bytes. */
export function certificateId(bytes: Iterable<number>): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  if (bits.length !== certificateIdBytes * 8) throw new RangeError(`A certificate id is made of ${certificateIdBytes} bytes, not of ${bits.length / 8}.`);
  return bits.replace(/.{5}/g, (five) => digits[parseInt(five, 2)]!).replace(/.{4}(?=.)/g, '$&-');
}

/** The id as it is printed, from however somebody typed it (lower case, other separators, O for 0, I or L for 1); null for anything else. */
export function readCertificateId(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[\s\p{Pd}.]/gu, '');
  return plain.length === 16 && [...plain].every((char) => digits.includes(char)) ? plain.replace(/.{4}(?=.)/g, '$&-') : null;
}

/** The ten bytes of an id; null where it is none. */
export function certificateIdToBytes(id: string): number[] | null {
  const plain = readCertificateId(id)?.replaceAll('-', '');
  const bits = plain && [...plain].map((char) => digits.indexOf(char).toString(2).padStart(5, '0')).join('');
  return bits ? bits.match(/.{8}/g)!.map((eight) => parseInt(eight, 2)) : null;
}

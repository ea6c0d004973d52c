/** CRC-32 (ISO 3309, as in zip and PNG), 0 to 2³²−1. Finds accidents; whoever changes data on purpose can also change this number. */
export function crc32(bytes: readonly number[]): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

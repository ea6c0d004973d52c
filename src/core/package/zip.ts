import { zipSync } from 'fflate';

/**
 * The same files give the same bytes, whenever and wherever: sorted by name, no clock, deflate, no data descriptors, nothing but files.
 * @param files by path inside the archive; ASCII, with `/`
 */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  // The earliest time a zip can hold, given as local time: that is what is written, so the machine's time zone leaves no trace.
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: '1980-01-01T00:00:00' });
}

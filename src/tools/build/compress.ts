/** Compresses text files once, at build time, as hard as it goes: hosts that can serve `.br` and `.gz` beside the original do. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Endings of the texts that are compressed. */
export const compressible = ['html', 'js', 'css', 'json', 'svg', 'webmanifest', 'txt', 'xml'];
const text = new RegExp(`\\.(${compressible.join('|')})$`);

const compressed = new Map<string, Buffer>();

/** The hardest brotli there is. A build asks for the same bytes twice, for sizes and for files; the answer is kept. */
export function brotli(bytes: Uint8Array): Buffer {
  const key = createHash('sha256').update(bytes).digest('base64');
  const kept = compressed.get(key);
  if (kept) return kept;
  const made = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  compressed.set(key, made);
  return made;
}

export function compressFiles(dist: string): void {
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!text.test(file)) continue;
    const path = join(dist, file);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotli(bytes));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

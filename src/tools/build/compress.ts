/** Compresses text files once, at build time, as hard as it goes: hosts that can serve `.br` and `.gz` beside the original do. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib';

/** Endings of the texts that are compressed. */
export const compressible = ['html', 'js', 'css', 'json', 'svg', 'webmanifest', 'txt', 'xml'];
const text = new RegExp(`\\.(${compressible.join('|')})$`);

const compressed = new Map<string, Buffer>();
const keyOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
/** A course in one document gains a sixtieth from the last step, which takes more than half of the time. */
const large = 300_000;
/** A site that is only looked at (src/tools/cli/pseudo.ts) need not be small. */
const isDraft = process.env['FAROL_DRAFT'] === 'yes';
const hardest = (bytes: Uint8Array) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: isDraft ? 1 : bytes.length > large ? 10 : 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/** The hardest brotli there is. A build asks for the same bytes twice, for sizes and for files; the answer is kept. */
export function brotli(bytes: Uint8Array): Buffer {
  const key = keyOf(bytes);
  const made = compressed.get(key) ?? brotliCompressSync(bytes, hardest(bytes));
  compressed.set(key, made);
  return made;
}

/** Compresses the files that are there on all cores, for `brotli` to have at once: one after the other they take longer than all else in a build. */
export async function compressAhead(dist: string): Promise<void> {
  await Promise.all(
    textFiles(dist).map(async (path) => {
      const bytes = readFileSync(path);
      const key = keyOf(bytes);
      if (!compressed.has(key)) compressed.set(key, await promisify(brotliCompress)(bytes, hardest(bytes)));
    }),
  );
}

export async function compressFiles(dist: string): Promise<void> {
  await compressAhead(dist);
  await Promise.all(
    textFiles(dist).map(async (path) => {
      const bytes = readFileSync(path);
      writeFileSync(`${path}.br`, brotli(bytes));
      writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}

const textFiles = (dist: string): string[] => readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => text.test(file)).map((file) => join(dist, file));

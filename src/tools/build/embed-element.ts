/** Bundles `<farol-course>` for the pages of others: under a name that stays, and under one with a hash in `assets/`, for those who want the same bytes for ever (`integrity`). */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { scriptOptions } from './scripts.ts';

/** @returns the size in bytes, as it is before compression */
export async function buildEmbedElement(root: string, dist: string): Promise<number> {
  const { outputFiles } = await build({ ...scriptOptions, entryPoints: [join(root, 'src/embed-element/farol-course.ts')], format: 'iife', write: false });
  const { contents } = outputFiles[0]!;
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8).toUpperCase();
  writeFileSync(join(dist, 'farol-course.js'), contents);
  writeFileSync(join(dist, `assets/farol-course.${hash}.js`), contents);
  return contents.length;
}

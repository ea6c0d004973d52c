/**
 * Bundles the scripts of pages with esbuild: plain files with content hashes, split where pages share code. Astro's own islands are not used:
 * their runtime is an inline script, which a strict Content-Security-Policy refuses, and it does not work from a folder or an LMS package.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';

/** The floor of supported browsers: Android 6 with its last Chrome, Safari 15.4, Firefox 115. */
export const browserFloor = ['chrome106', 'safari15.4', 'firefox115'];

export interface ScriptFile { file: string; imports: string[] }
export type Scripts = Record<string, ScriptFile>;

export const scriptOptions = {
  bundle: true,
  minify: true,
  target: browserFloor,
  jsx: 'automatic' as const,
  jsxImportSource: 'preact',
  legalComments: 'none' as const,
  charset: 'utf8' as const,
  logLevel: 'warning' as const,
};

/**
 * @param entries script name → source file
 * @param outdir  emptied and filled with the bundles
 * @returns for each script its file name and the files it imports, for preloading
 */
export async function buildScripts(entries: Record<string, string>, outdir: string): Promise<Scripts> {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  // Each page's script stands alone: chunks shared between pages cost a page up to a third more bytes and a dozen requests.
  const scripts: Scripts = {};
  for (const [name, source] of Object.entries(entries)) Object.assign(scripts, await bundle({ [name]: source }, outdir));
  return scripts;
}

async function bundle(entries: Record<string, string>, outdir: string): Promise<Scripts> {
  const { metafile, outputFiles } = await build({
    ...scriptOptions,
    entryPoints: entries,
    outdir,
    format: 'esm',
    splitting: true,
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    metafile: true,
    write: false,
  });
  for (const file of outputFiles) writeFileSync(join(outdir, basename(file.path)), file.contents);
  return Object.fromEntries(
    Object.entries(entries).map(([name, source]) => {
      const [path, output] = Object.entries(metafile.outputs).find(([, candidate]) => candidate.entryPoint && source.endsWith(candidate.entryPoint)) ?? [];
      if (!path || !output) throw new Error(`The bundle of ${source} is missing from the build.`);
      return [name, { file: basename(path), imports: [...staticImports(metafile, path)].map((file) => basename(file)) }];
    }),
  );
}

/**
 * Style sheets that only some pages need, as files of their own: inlined, they would be paid for by every lesson.
 * @returns name → file
 */
export async function buildStyles(entries: Record<string, string>, outdir: string): Promise<Record<string, string>> {
  const { outputFiles } = await build({ ...scriptOptions, entryPoints: entries, outdir, entryNames: '[name].[hash]', write: false });
  for (const file of outputFiles) writeFileSync(join(outdir, basename(file.path)), file.contents);
  return Object.fromEntries(Object.keys(entries).map((name) => [name, basename(outputFiles.find((file) => basename(file.path).startsWith(`${name}.`))?.path ?? '')]));
}

function staticImports(metafile: Metafile, path: string, found = new Set<string>()): Set<string> {
  for (const { path: imported, kind } of metafile.outputs[path]?.imports ?? []) {
    if (kind !== 'import-statement' || found.has(imported)) continue;
    found.add(imported);
    staticImports(metafile, imported, found);
  }
  return found;
}

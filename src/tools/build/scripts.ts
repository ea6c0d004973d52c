/**
 * Bundles the scripts of pages with esbuild: plain files with content hashes, split where pages share code. Astro's own islands are not used:
 * their runtime is an inline script, which a strict Content-Security-Policy refuses, and it does not work from a folder or an LMS package.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { minify } from 'terser';
import { messageText, withPluralForms, type Dictionary } from '../../core/locale/messages.ts';
import { messagesOf, scriptNames } from '../../core/locale/script-messages.ts';

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

/** Scripts of packages, some of which are a single file where nothing can be fetched later: they hold everything that they may come to need. */
const wholeScripts = ['package', 'unfold', 'keep-folder', 'folder-worker'];

async function bundle(entries: Record<string, string>, outdir: string): Promise<Scripts> {
  const { metafile, outputFiles } = await build({
    ...scriptOptions,
    entryPoints: entries,
    outdir,
    format: 'esm',
    splitting: !Object.keys(entries).some((name) => wholeScripts.includes(name)),
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    metafile: true,
    write: false,
  });
  for (const file of outputFiles) writeFileSync(join(outdir, basename(file.path)), await smaller(file.text));
  return Object.fromEntries(
    Object.entries(entries).map(([name, source]) => {
      const [path, output] = Object.entries(metafile.outputs).find(([, candidate]) => candidate.entryPoint && source.endsWith(candidate.entryPoint)) ?? [];
      if (!path || !output) throw new Error(`The bundle of ${source} is missing from the build.`);
      return [name, { file: basename(path), imports: [...staticImports(metafile, path)].map((file) => basename(file)) }];
    }),
  );
}

/** Terser finds a twentieth more to leave out than esbuild does, and every learner pays for it. */
async function smaller(code: string): Promise<string> {
  const options = { ecma: 2020 as const, module: true };
  return (await minify(code, { ...options, compress: { ...options, passes: 3, pure_getters: true }, mangle: true, format: { comments: false } })).code ?? code;
}

/** Script name → locale → file of its texts; a script without texts is absent. */
export type TextFiles = Record<string, Record<string, string>>;

/**
 * Writes the texts of every script, a file for each language: fetched once, where inside the pages they would come again with every lesson.
 * Loaded as scripts: they are there before the page's own script runs, also in a folder without a server.
 */
export function writeTexts(dictionaries: Readonly<Partial<Record<string, Dictionary>>>, locales: readonly string[], outdir: string): TextFiles {
  const files: TextFiles = {};
  for (const script of scriptNames) {
    for (const locale of locales) {
      const texts = withPluralForms(locale, messagesOf([script])).map((key) => [key, messageText(dictionaries, locale, key)]);
      if (texts.length === 0) continue;
      const code = `globalThis.farolTexts=${JSON.stringify(Object.fromEntries(texts))}`;
      const file = `${script}-${locale}.${createHash('sha256').update(code).digest('hex').slice(0, 8).toUpperCase()}.js`;
      writeFileSync(join(outdir, file), code);
      (files[script] ??= {})[locale] = file;
    }
  }
  return files;
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

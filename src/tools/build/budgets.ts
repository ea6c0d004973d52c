/** Holds the built site against tests/budgets.json: what a learner's phone has to fetch. A script whose letters take more bytes has budgets of its own. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { z } from 'astro/zod';
import { findLocale, locales } from '../../core/locale/locales.ts';
import { brotli } from './compress.ts';
import { htmlFiles } from './headers.ts';
import { shellFiles } from './service-worker.ts';

const limits = z.strictObject({
  moduleHtml: z.int().describe('A module page, styles and questions inside.'),
  moduleScripts: z.int().describe('Every script that a module page loads by itself, with its texts.'),
  courseSaved: z.int().describe('Everything that "Save on this phone" fetches, in one language.'),
  shell: z.int().describe('What the service worker fetches by itself on a first visit, in one language.'),
  searchIndex: z.int(),
  embedHtml: z.int().describe('A course, or one module, as one document: what a partner\'s page shows.'),
  embedScripts: z.int().describe('Every script that such a document loads by itself.'),
  fonts: z.int(),
});
const budgets = limits.extend({
  comment: z.string(),
  scripts: z.record(z.string().describe('ISO 15924'), limits.partial()),
});
type Limits = z.infer<typeof limits>;
export type Budgets = z.infer<typeof budgets>;

export interface Measure { what: string; bytes: number; budget: number }

/** Every measure of the built site, the one nearest to its budget first. */
export function measureSite(dist: string, budgetFile: string, base = '/'): Measure[] {
  const { scripts, ...everywhere } = budgets.parse(JSON.parse(readFileSync(budgetFile, 'utf8')));
  const limitsFor = (tag: string): Limits => Object.assign({ ...everywhere }, scripts[findLocale(tag)?.script ?? '']);
  const sizes = new Map<string, number>();
  const sizeOf = (file: string): number => {
    const path = join(dist, file);
    if (!sizes.has(file)) sizes.set(file, existsSync(`${path}.br`) ? readFileSync(`${path}.br`).length : brotli(readFileSync(path)).length);
    return sizes.get(file)!;
  };
  const measures: Measure[] = [];
  for (const path of htmlFiles(dist)) {
    const html = readFileSync(path, 'utf8');
    const page = relative(dist, path);
    const [first = '', second = ''] = page.split(sep);
    const isEmbed = first === 'embed';
    if (!isEmbed && !/<body[^>]* data-page="module"/.test(html)) continue;
    const limits = limitsFor(isEmbed ? second : first);
    measures.push({ what: page, bytes: sizeOf(page), budget: isEmbed ? limits.embedHtml : limits.moduleHtml });
    // A browser leaves a script of another type alone: the diagnosis of an embed waits for whoever asks for it.
    const scripts = [...html.matchAll(/<(?:script(?! type="text\/)|link rel="modulepreload")[^>]*?(?:src|href)="[^"]*?(assets\/[^"]+\.js)"/g)].map((match) => match[1]!);
    measures.push({ what: `${page}: scripts`, bytes: [...new Set(scripts)].reduce((sum, file) => sum + sizeOf(file), 0), budget: isEmbed ? limits.embedScripts : limits.moduleScripts });
  }
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /^offline\/[^/]+\/[^/]+\.json$/.test(name))) {
    const { bytes } = z.object({ bytes: z.number() }).parse(JSON.parse(readFileSync(join(dist, file), 'utf8')));
    measures.push({ what: file, bytes, budget: limitsFor(file.split('/')[1] ?? '').courseSaved });
  }
  for (const file of files.filter((name) => /^search\/[^/]+\.json$/.test(name))) measures.push({ what: file, bytes: sizeOf(file), budget: limitsFor(basename(file, '.json')).searchIndex });
  for (const { tag } of locales.filter((locale) => existsSync(join(dist, locale.tag)))) {
    measures.push({ what: `shell in ${tag}`, bytes: shellFiles(dist, base, tag).reduce((sum, file) => sum + sizeOf(file), 0), budget: limitsFor(tag).shell });
  }
  measures.push({ what: 'fonts', bytes: files.filter((name) => /\.(woff2?|ttf|otf)$/.test(name)).reduce((sum, file) => sum + sizeOf(file), 0), budget: everywhere.fonts });
  return measures.sort((a, b) => b.bytes / (b.budget || 1) - a.bytes / (a.budget || 1));
}

import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measureSite } from '../../../../src/tools/build/budgets.ts';
import { brotli } from '../../../../src/tools/build/compress.ts';
import { shellFiles } from '../../../../src/tools/build/service-worker.ts';

const limits = JSON.parse(readFileSync('tests/budgets.json', 'utf8')) as Record<string, number | string>;
const lesson = '<link rel="modulepreload" href="/assets/chunk.A.js"><script type="module" src="/assets/player.A.js"></script><body data-page="module">';

let dist = '';
const write = (file: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), content);
};
const measure = (changed: Record<string, unknown> = {}) => {
  write('budgets.json', JSON.stringify({ ...limits, ...changed }));
  return measureSite(dist, join(dist, 'budgets.json'));
};
const of = (what: string) => measure().find((candidate) => candidate.what === what);
const size = (text: string) => brotli(Buffer.from(text)).length;

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'farol-budgets-'));
  for (const file of shellFiles(mkShell(), '/', 'en')) write(file, '<h1>shell</h1>');
  write('en/hotel/signs/index.html', lesson);
  write('assets/player.A.js', 'import "./chunk.A.js"; const later = () => import("./listen.A.js");');
  write('assets/chunk.A.js', 'export const a = 1;');
  write('assets/listen.A.js', 'export const heavy = "x".repeat(9);');
});
afterEach(() => rmSync(dist, { recursive: true }));

/** The shell's pages have to be there before they can be asked for what they load. */
function mkShell(): string {
  for (const file of ['index.html', 'exit/index.html', 'en/index.html', 'en/report/index.html', 'en/offline/index.html']) write(file, '<h1>shell</h1>');
  return dist;
}

describe('measureSite', () => {
  it('weighs a lesson, and each script that it loads by itself, once', () => {
    expect(of('en/hotel/signs/index.html')).toEqual({ what: 'en/hotel/signs/index.html', bytes: size(lesson), budget: limits['moduleHtml'] });
    const scripts = ['assets/player.A.js', 'assets/chunk.A.js'].map((file) => size(readFileSync(join(dist, file), 'utf8')));
    expect(of('en/hotel/signs/index.html: scripts')?.bytes).toBe(scripts[0]! + scripts[1]!);

    write('en/hotel/signs/index.html', lesson.replace('<body', '<script type="module" src="/assets/player.A.js"></script><body'));
    expect(of('en/hotel/signs/index.html: scripts')?.bytes).toBe(scripts[0]! + scripts[1]!);
  });

  it('weighs no script of a type that no browser fetches', () => {
    write('assets/diagnosis.A.js', 'document.title = "asked for"');
    const alone = of('en/hotel/signs/index.html: scripts')?.bytes;
    write('en/hotel/signs/index.html', lesson.replace('<body', '<script type="text/farol-diagnosis" src="/assets/diagnosis.A.js"></script><body'));
    expect(of('en/hotel/signs/index.html: scripts')?.bytes).toBe(alone);
  });

  it('takes the compressed file as it is sent, if it is there', () => {
    write('en/hotel/signs/index.html.br', randomBytes(77));
    expect(of('en/hotel/signs/index.html')?.bytes).toBe(77);
  });

  it('weighs no other kind of page as a lesson', () => {
    write('en/about/index.html', lesson.replace('module"', 'about"').replace('data-page="module', 'data-page="about'));
    expect(of('en/about/index.html')).toBeUndefined();
  });

  it('finds a page under a base path and its scripts', () => {
    write('en/hotel/signs/index.html', lesson.replaceAll('/assets/', '/training/assets/'));
    expect(of('en/hotel/signs/index.html: scripts')?.bytes).toBeGreaterThan(0);
  });

  it('gives a script whose letters take more bytes the budgets of its own, and no others', () => {
    for (const page of ['', 'report/', 'offline/']) write(`th/${page}index.html`, '<h1>shell</h1>');
    write('th/hotel/signs/index.html', lesson);
    const scripts = { Thai: { moduleHtml: 17 } };
    const budgetOf = (what: string) => measure({ scripts }).find((candidate) => candidate.what === what)?.budget;
    expect(budgetOf('th/hotel/signs/index.html')).toBe(17);
    expect(budgetOf('en/hotel/signs/index.html')).toBe(limits['moduleHtml']);
    expect(budgetOf('th/hotel/signs/index.html: scripts')).toBe(limits['moduleScripts']);
  });

  it('allows no font at all', () => {
    expect(of('fonts')).toEqual({ what: 'fonts', bytes: 0, budget: 0 });
    write('assets/nice.woff2', randomBytes(500));
    const fonts = of('fonts');
    expect(fonts?.bytes).toBeGreaterThan(fonts?.budget ?? 0);
  });

  it('puts what is nearest to its budget first', () => {
    const order = measure({ moduleScripts: 10 });
    expect(order[0]?.what).toBe('en/hotel/signs/index.html: scripts');
    const shares = order.map(({ bytes, budget }) => bytes / (budget || 1));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it('refuses a budget file that names something it does not weigh, or leaves something out', () => {
    expect(() => measure({ images: 9 })).toThrow(/images/);
    expect(() => measure({ moduleHtml: undefined })).toThrow(/moduleHtml/);
  });
});

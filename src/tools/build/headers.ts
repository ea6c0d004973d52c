/** The response headers of the site: one table, written down for every kind of host (`hosting.ts`) and as `_headers`, which Netlify, Cloudflare Pages and our own server read. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Headers = Record<string, string>;

/** Headers of the addresses that begin with a path: those of the longest path that fits, and of all shorter ones where it says nothing itself. */
export interface HeaderRule { path: string; headers: Headers }

/** The built HTML pages below a folder. */
export function htmlFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).sort().map((file) => join(dist, file));
}

/** CSP hash sources (`'sha256-…'`) of every inline style sheet in these pages. */
export function styleHashes(pages: readonly string[]): string[] {
  const hashes = new Set<string>();
  for (const page of pages) {
    for (const [, css = ''] of page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)) hashes.add(`'sha256-${createHash('sha256').update(css).digest('base64')}'`);
  }
  return [...hashes].sort();
}

/**
 * The Content-Security-Policy: nothing from elsewhere, no inline script at all, inline styles by hash.
 * @param frameAncestors who may show the page in a frame beside the site itself
 */
export function contentSecurityPolicy(hashes: readonly string[], frameAncestors: readonly string[] = []): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' ${hashes.join(' ')}`.trim(),
    `img-src 'self' data: blob:`,
    `media-src 'self' blob:`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    ["frame-ancestors 'self'", ...frameAncestors].join(' '),
  ].join('; ');
}

/** For everyone's pages: the element that frames a course, and what describes it. */
const forEveryone: Headers = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/**
 * @param base           the path the site lives under, with slashes at both ends
 * @param hashes         of inline style sheets
 * @param frameAncestors who may frame the pages below `embed/`
 */
export function headerRules(base: string, hashes: readonly string[], frameAncestors: readonly string[]): HeaderRule[] {
  return [
    {
      path: base,
      headers: {
        'Content-Security-Policy': contentSecurityPolicy(hashes),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
        'Cross-Origin-Opener-Policy': 'same-origin',
        // Asked for anew each time, and mostly answered with 304: a correction reaches everyone, and the service worker is never an old one.
        'Cache-Control': 'no-cache',
      },
    },
    { path: `${base}embed/`, headers: { 'Content-Security-Policy': contentSecurityPolicy(hashes, frameAncestors) } },
    // What has a hash in its name never changes.
    { path: `${base}assets/`, headers: { 'Cache-Control': 'public, max-age=31536000, immutable', ...forEveryone } },
    { path: `${base}oembed/`, headers: forEveryone },
    { path: `${base}farol-course.js`, headers: forEveryone },
  ];
}

/**
 * `_headers`: where several of its rules fit an address, Netlify lets the later one replace a header and Cloudflare joins both with a comma. Two joined
 * policies both hold, so that the one for every address is only the part that all have in common, and no page gets two that differ in who may frame it.
 */
export function headersFile(rules: readonly HeaderRule[], topLevel: readonly { name: string; folder: boolean }[]): string {
  const [{ path: base, headers: everywhere } = { path: '/', headers: {} }, ...others] = rules;
  const { 'Content-Security-Policy': policy = '', 'Cache-Control': _, ...rest } = everywhere;
  const isSpecial = (path: string) => others.some((rule) => rule.path === path && rule.headers['Content-Security-Policy']);
  const pages = ['', ...topLevel.map(({ name, folder }) => name + (folder ? '/' : ''))].map((name) => base + name).filter((path) => !isSpecial(path));
  const lines = (path: string, headers: Headers) => `${path}\n${Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  const pattern = (path: string) => (path.endsWith('/') && path !== base ? `${path}*` : path);
  return [
    lines(`${base}*`, { ...rest, 'Content-Security-Policy': "script-src 'self'; object-src 'none'; base-uri 'none'" }),
    ...pages.map((path) => lines(pattern(path), { 'Content-Security-Policy': policy })),
    ...others.map(({ path, headers }) => lines(pattern(path), headers)),
  ].join('\n');
}

/**
 * @param frameAncestors who may frame the pages below `embed/`
 * @returns the rules, for other kinds of hosts
 */
export function writeHeaders(dist: string, base: string, frameAncestors: readonly string[] = []): HeaderRule[] {
  const rules = headerRules(base, styleHashes(htmlFiles(dist).map((file) => readFileSync(file, 'utf8'))), frameAncestors);
  const topLevel = readdirSync(dist, { withFileTypes: true }).filter(({ name }) => !/^[._]|\.(br|gz)$/.test(name)).sort((a, b) => a.name.localeCompare(b.name));
  writeFileSync(join(dist, '_headers'), headersFile(rules, topLevel.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))));
  return rules;
}

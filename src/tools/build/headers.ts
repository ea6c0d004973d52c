/** Writes the response headers of the site: as `_headers`, which Netlify, Cloudflare Pages and our own server read, and as a file that nginx includes. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** The Content-Security-Policy: nothing from elsewhere, no inline script at all, inline styles by hash. */
export function contentSecurityPolicy(hashes: readonly string[]): string {
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
    `frame-ancestors 'self'`,
  ].join('; ');
}

export function writeHeaders(dist: string, base: string): void {
  const policy = contentSecurityPolicy(styleHashes(htmlFiles(dist).map((file) => readFileSync(file, 'utf8'))));
  const everywhere = {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
  const rules = {
    [`${base}*`]: Object.entries(everywhere).map(([name, value]) => `${name}: ${value}`),
    // What has a hash in its name never changes; everything else is asked for anew, which is these hosts' default.
    [`${base}assets/*`]: ['Cache-Control: public, max-age=31536000, immutable'],
  };
  writeFileSync(join(dist, 'security-headers.conf'), Object.entries(everywhere).map(([name, value]) => `add_header ${name} "${value}" always;\n`).join(''));
  writeFileSync(join(dist, '_headers'), Object.entries(rules).map(([path, lines]) => `${path}\n${lines.map((line) => `  ${line}`).join('\n')}\n`).join('\n'));
}

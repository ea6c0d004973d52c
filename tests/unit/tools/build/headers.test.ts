import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, htmlFiles, styleHashes, writeHeaders } from '../../../../src/tools/build/headers.ts';
import { headersFor } from '../../../../src/tools/serve/server.ts';

let dist = '';
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
};
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'farol-headers-'));
});
afterEach(() => rmSync(dist, { recursive: true }));

describe('htmlFiles', () => {
  it('finds the pages of every folder, in one order, and nothing else', () => {
    write('index.html', '');
    write('en/hotel/index.html', '');
    write('en/hotel/index.html.br', '');
    write('assets/a.js', '');
    expect(htmlFiles(dist)).toEqual([join(dist, 'en/hotel/index.html'), join(dist, 'index.html')]);
  });
});

describe('styleHashes', () => {
  it('gives the hash of every inline style sheet once, byte for byte', () => {
    const pages = ['<style>a{color:red}</style><style media="print">b{}\n</style>', '<style>a{color:red}</style>'];
    expect(styleHashes(pages)).toEqual([hash('a{color:red}'), hash('b{}\n')].sort());
  });

  it('gives nothing for pages without one', () => {
    expect(styleHashes(['<h1>style</h1>', ''])).toEqual([]);
  });
});

describe('contentSecurityPolicy', () => {
  const directives = (policy: string): Record<string, string[]> => Object.fromEntries(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));

  it('allows nothing but what the site itself sends', () => {
    const policy = directives(contentSecurityPolicy([hash('a')]));
    expect(policy['default-src']).toEqual(["'none'"]);
    expect(policy['script-src']).toEqual(["'self'"]);
    expect(policy['style-src']).toEqual(["'self'", hash('a')]);
    expect(policy['connect-src']).toEqual(["'self'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
    expect(Object.values(policy).flat().filter((source) => /unsafe|https?:|\*/.test(source))).toEqual([]);
  });

  it('stays well-formed without inline styles', () => {
    expect(contentSecurityPolicy([])).toContain("style-src 'self';");
  });
});

describe('writeHeaders', () => {
  it('writes rules that allow exactly the styles of the built pages, wherever a page lies', () => {
    write('index.html', '<style>a{}</style>');
    write('en/index.html', '<style>b{}</style>');
    writeHeaders(dist, '/');
    const rules = readFileSync(join(dist, '_headers'), 'utf8');
    for (const path of ['/', '/en/hotel/', '/assets/a.js', '/no-such-page/']) {
      const headers = headersFor(rules, path);
      expect(headers['Content-Security-Policy'], path).toBe(contentSecurityPolicy([hash('a{}'), hash('b{}')].sort()));
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
      expect(headers['Referrer-Policy']).toBe('no-referrer');
    }
  });

  it('lets browsers keep for ever only what has a hash in its name', () => {
    write('index.html', '');
    writeHeaders(dist, '/');
    const rules = readFileSync(join(dist, '_headers'), 'utf8');
    expect(headersFor(rules, '/assets/player.A1B2C3D4.js')['Cache-Control']).toContain('immutable');
    for (const path of ['/', '/en/', '/service-worker.js']) expect(headersFor(rules, path)['Cache-Control'], path).toBeUndefined();
  });

  it('puts the rules under the path that the site lives under', () => {
    write('index.html', '');
    writeHeaders(dist, '/training/');
    const rules = readFileSync(join(dist, '_headers'), 'utf8');
    expect(headersFor(rules, '/training/en/')['Content-Security-Policy']).toBeDefined();
    expect(headersFor(rules, '/training/assets/a.js')['Cache-Control']).toContain('immutable');
    expect(headersFor(rules, '/elsewhere/')).toEqual({});
  });

  it('gives nginx the same headers', () => {
    write('index.html', '<style>a{}</style>');
    writeHeaders(dist, '/');
    const nginx = readFileSync(join(dist, 'security-headers.conf'), 'utf8');
    const expected = Object.entries(headersFor(readFileSync(join(dist, '_headers'), 'utf8'), '/')).map(([name, value]) => `add_header ${name} "${value}" always;`);
    expect(nginx.trim().split('\n')).toEqual(expected);
  });
});

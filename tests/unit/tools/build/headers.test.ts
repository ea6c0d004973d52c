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
  /** What a browser gets: as Netlify and our server do it, a later rule replacing a header, and as Cloudflare does it, all values joined. */
  const joined = (rules: string, path: string, name: string): string[] => {
    const values: string[] = [];
    for (const rule of rules.split('\n\n')) {
      const [pattern = '', ...lines] = rule.split('\n');
      const fits = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
      if (fits) values.push(...lines.filter((line) => line.trim().startsWith(`${name}: `)).map((line) => line.trim().slice(name.length + 2)));
    }
    return values;
  };
  const written = () => readFileSync(join(dist, '_headers'), 'utf8');
  const csp = 'Content-Security-Policy';

  beforeEach(() => {
    write('index.html', '<style>a{}</style>');
    write('404.html', '');
    write('en/index.html', '<style>b{}</style>');
    write('embed/en/hotel/index.html', '');
    write('assets/a.js', '');
    write('service-worker.js', '');
  });

  it('writes rules that allow exactly the styles of the built pages, wherever a page lies', () => {
    writeHeaders(dist, '/');
    for (const path of ['/', '/404.html', '/en/hotel/', '/service-worker.js']) {
      const headers = headersFor(written(), path);
      expect(headers[csp], path).toBe(contentSecurityPolicy([hash('a{}'), hash('b{}')].sort()));
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
      expect(headers['Referrer-Policy']).toBe('no-referrer');
    }
  });

  it('allows no script from elsewhere on an address that does not exist', () => {
    writeHeaders(dist, '/');
    expect(headersFor(written(), '/no-such-page/')[csp]).toContain("script-src 'self'");
  });

  it('lets partners frame the pages for embedding, and nobody but the site itself any other', () => {
    writeHeaders(dist, '/', ['https://intranet.example', 'capacitor:']);
    const ancestors = (policy = '') => /frame-ancestors ([^;]*)/.exec(policy)?.[1];
    expect(ancestors(headersFor(written(), '/embed/en/hotel/')[csp])).toBe("'self' https://intranet.example capacitor:");
    for (const path of ['/', '/en/', '/en/hotel/quiz/', '/404.html']) expect(ancestors(headersFor(written(), path)[csp]), path).toBe("'self'");
  });

  it('means the same on a host that joins the headers of all rules', () => {
    writeHeaders(dist, '/', ['https://intranet.example']);
    for (const path of ['/', '/404.html', '/en/hotel/', '/embed/en/hotel/']) {
      const policies = joined(written(), path, csp);
      expect(policies.filter((policy) => policy.includes('frame-ancestors')), path).toHaveLength(1);
      expect(policies.at(-1), path).toBe(headersFor(written(), path)[csp]);
      // The other one must not forbid what this one allows.
      for (const policy of policies.slice(0, -1)) expect(policy).toBe("script-src 'self'; object-src 'none'; base-uri 'none'");
    }
    for (const name of ['Cache-Control', 'Referrer-Policy']) expect(joined(written(), '/assets/a.js', name), name).toHaveLength(1);
  });

  it('lets browsers keep for ever only what has a hash in its name', () => {
    writeHeaders(dist, '/');
    expect(headersFor(written(), '/assets/player.A1B2C3D4.js')['Cache-Control']).toContain('immutable');
    for (const path of ['/', '/en/', '/service-worker.js', '/farol-course.js']) expect(headersFor(written(), path)['Cache-Control'], path).toBeUndefined();
  });

  it('lets every site load the element and its description', () => {
    writeHeaders(dist, '/');
    for (const path of ['/farol-course.js', '/oembed/en/hotel.json', '/assets/farol-course.A1B2C3D4.js']) expect(headersFor(written(), path)['Access-Control-Allow-Origin'], path).toBe('*');
    expect(headersFor(written(), '/en/')['Access-Control-Allow-Origin']).toBeUndefined();
  });

  it('puts the rules under the path that the site lives under', () => {
    writeHeaders(dist, '/training/');
    expect(headersFor(written(), '/training/en/')[csp]).toContain('frame-ancestors');
    expect(headersFor(written(), '/training/assets/a.js')['Cache-Control']).toContain('immutable');
    expect(headersFor(written(), '/elsewhere/')).toEqual({});
  });

  it('keeps to the limits of the hosts: 100 rules, 2000 characters a line', () => {
    writeHeaders(dist, '/', Array.from({ length: 10 }, (_, index) => `https://partner-${index}.example.org`));
    expect(written().split('\n\n').length).toBeLessThan(100);
    expect(Math.max(...written().split('\n').map((line) => line.length))).toBeLessThan(2000);
  });
});

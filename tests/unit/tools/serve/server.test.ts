import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compressFiles } from '../../../../src/tools/build/compress.ts';
import { writeHeaders } from '../../../../src/tools/build/headers.ts';
import { headersFor, serve, type Running } from '../../../../src/tools/serve/server.ts';

describe('headersFor', () => {
  const rules = `/*\n  A: everywhere\n  B: first\n\n/\n  D: home\n\n/assets/*\n  B: replaced\n  C: with: colons\n`;

  it('adds up the rules that fit a path, the later over the earlier', () => {
    expect(headersFor(rules, '/en/')).toEqual({ A: 'everywhere', B: 'first' });
    expect(headersFor(rules, '/assets/a.js')).toEqual({ A: 'everywhere', B: 'replaced', C: 'with: colons' });
  });

  it('takes a rule without a star for one address only', () => {
    expect(headersFor(rules, '/')).toEqual({ A: 'everywhere', B: 'first', D: 'home' });
  });

  it('gives nothing without rules', () => {
    expect(headersFor('', '/')).toEqual({});
  });
});

describe('serve', () => {
  let dist = '';
  let running: Running | undefined;
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  };
  const start = async (base = '/') => {
    writeHeaders(dist, base);
    await compressFiles(dist);
    running = await serve(dist, 0, base);
    return running.url;
  };

  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'farol-serve-'));
    write('index.html', '<h1>front</h1>');
    write('en/hotel/index.html', `<h1>${'hotel '.repeat(500)}</h1>`);
    write('404.html', '<h1>lost</h1>');
    write('assets/player.A.js', 'export const a = 1;');
  });
  afterEach(async () => {
    await running?.close();
    running = undefined;
    rmSync(dist, { recursive: true });
  });

  it('sends a folder’s page with the headers of the site', async () => {
    const response = await fetch(`${await start()}en/hotel/`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<h1>hotel');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets browsers keep what has a hash in its name', async () => {
    const response = await fetch(`${await start()}assets/player.A.js`);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toContain('javascript');
  });

  it('sends the compressed file to whoever takes it, and the plain one to others', async () => {
    const url = `${await start()}en/hotel/`;
    const compressed = await fetch(url, { headers: { 'accept-encoding': 'br' } });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(Number(compressed.headers.get('content-length'))).toBeLessThan(200);
    expect(compressed.headers.get('content-type')).toContain('text/html');
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toContain('<h1>hotel');
  });

  it('answers a wrong address with 404, the site’s own page, and the same protection', async () => {
    const response = await fetch(`${await start()}nowhere/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('lost');
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('hands out nothing from outside its folder', async () => {
    const url = await start();
    for (const path of ['../../etc/passwd', '..%2f..%2fetc%2fpasswd', '%2e%2e/%2e%2e/etc/passwd']) {
      const response = await fetch(`${url}${path}`);
      expect(response.status, path).toBe(404);
      expect(await response.text()).not.toContain('root:');
    }
  });

  it('serves a site that lives under a path, and nothing beside it', async () => {
    const url = await start('/training/');
    expect(url).toMatch(/\/training\/$/);
    expect((await fetch(`${url}en/hotel/`)).status).toBe(200);
    expect((await fetch(`${url}assets/player.A.js`)).headers.get('cache-control')).toContain('immutable');
    expect((await fetch(new URL('/en/hotel/', url))).status).toBe(404);
  });

  it('asks for a build where there is none', async () => {
    rmSync(join(dist, 'index.html'));
    expect(() => serve(dist, 0)).toThrow(/Run "npm run build" first/);
  });

  it('says when its port is taken', async () => {
    const url = await start();
    await expect(serve(dist, Number(new URL(url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('lets go of its port when it is closed', async () => {
    const url = await start();
    await running?.close();
    running = undefined;
    await expect(fetch(url)).rejects.toThrow();
  });
});

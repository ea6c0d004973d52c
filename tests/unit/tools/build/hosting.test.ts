import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeHeaders } from '../../../../src/tools/build/headers.ts';
import { writeHosting } from '../../../../src/tools/build/hosting.ts';

let folder = '';
let dist = '';
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farol-hosting-'));
  dist = join(folder, 'dist');
  for (const file of ['index.html', 'index.html.br', 'en/index.html', 'manifest.webmanifest', 'assets/player.A1B2C3D4.js', 'assets/player.A1B2C3D4.js.gz']) write(`dist/${file}`, '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (base: string) => writeHosting(dist, writeHeaders(dist, base, ['https://intranet.example']));

describe('writeHosting', () => {
  it('writes a sample for every kind of host', () => {
    written('/');
    for (const file of ['.htaccess', '_headers', 'hosting/nginx.conf', 'hosting/netlify.toml', 'hosting/wrangler.toml', 'hosting/s3.sh']) expect(readFileSync(join(dist, file), 'utf8').length, file).toBeGreaterThan(100);
  });

  it('names the base path everywhere, and the partners where they belong', () => {
    written('/training/');
    const nginx = readFileSync(join(dist, 'hosting/nginx.conf'), 'utf8');
    expect(nginx).toContain('location /training/embed/ {');
    expect(nginx.match(/https:\/\/intranet\.example/g)).toHaveLength(1);
    const apache = readFileSync(join(dist, '.htaccess'), 'utf8');
    expect(apache).toContain('ErrorDocument 404 /training/404.html');
    expect(apache.match(/https:\/\/intranet\.example/g)).toHaveLength(1);
  });
});

describe('s3.sh', () => {
  /** Runs the script as an operator does, with a program in place of Amazon's that writes down how it was called. */
  const upload = (base: string): string[][] => {
    written(base);
    write('bin/aws', `#!/bin/sh\nfor argument; do printf '%s\\t' "$argument"; done >> "${folder}/calls"\necho >> "${folder}/calls"\n`);
    chmodSync(join(folder, 'bin/aws'), 0o755);
    execFileSync('sh', [join(dist, 'hosting/s3.sh'), 'my-bucket'], { env: { PATH: `${folder}/bin:${process.env['PATH']}` } });
    return readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n').map((line) => line.split('\t').filter(Boolean));
  };
  const after = (call: readonly string[], option: string) => call[call.indexOf(option) + 1];

  it('uploads what pages need before the pages, and takes old files away last', () => {
    const calls = upload('/');
    expect(calls.map((call) => call.slice(0, 2).join(' '))).toEqual(['s3 cp', 's3 cp', 's3 cp', 's3 sync']);
    expect(calls[0]?.find((argument) => argument.startsWith('s3://'))).toBe('s3://my-bucket/assets');
    expect(calls[3]).toContain('--delete');
  });

  it('gives each file how long it may be kept, and its kind where storage would not know it', () => {
    const [assets = [], pages = [], manifest = []] = upload('/training/');
    expect(after(assets, '--cache-control')).toBe('public, max-age=31536000, immutable');
    expect(assets).toContain('s3://my-bucket/training/assets');
    expect(after(pages, '--cache-control')).toBe('no-cache');
    expect(pages).toEqual(expect.arrayContaining(['*.br', '*.gz', '_headers', 'hosting/*', 'assets/*']));
    expect(after(manifest, '--content-type')).toBe('application/manifest+json');
  });

  it('asks for the bucket', () => {
    written('/');
    expect(() => execFileSync('sh', [join(dist, 'hosting/s3.sh')], { stdio: 'pipe' })).toThrow(/Say which bucket/);
  });
});

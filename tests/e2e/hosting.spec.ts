/** A site built for a sub-path, on the web servers that partners have: nginx and Apache with the samples of the build, and our own. */
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serve } from '../../src/tools/serve/server.ts';
import { ensureWebServers } from '../find-web-servers.ts';
import { expect, open, test as base } from './farol.ts';
import { startHost } from './host-server.ts';
import { buildSmallSite } from './small-site.ts';
import { startApache, startNginx } from './web-servers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const path = '/training/';
const partner = 'https://intranet.partner.example';
const hosts = ['nginx', 'apache', 'our own server'] as const;
type Host = (typeof hosts)[number];

const test = base.extend<object, { dist: string; origins: Record<Host, string> }>({
  dist: [
    async ({}, use) => {
      // The base path as operators are likely to write it: without its last slash.
      const site = await buildSmallSite(root, { FAROL_BASE: '/training', FAROL_SITE: 'https://learn.partner.example' }, { 'content/partners.yaml': `frameAncestors:\n  - ${partner}\n` });
      await use(join(site, 'dist'));
      rmSync(site, { recursive: true });
    },
    { scope: 'worker', timeout: 900_000 },
  ],
  origins: [
    async ({ dist }, use) => {
      const programs = ensureWebServers();
      const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'farol-host-')));
      for (const folder of folders) chmodSync(folder, 0o755);
      const servers = [await startNginx(programs, folders[0]!, dist, path), await startApache(programs, folders[1]!, dist, path)];
      const own = await serve(dist, 0, path);
      await use({ nginx: servers[0]!.origin, apache: servers[1]!.origin, 'our own server': new URL(own.url).origin });
      await Promise.all([...servers, own].map((server) => server.close()));
      for (const folder of folders) rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

// One worker, so that the site is built once.
test.describe.configure({ mode: 'default' });

interface Answer { status: number; headers: Record<string, string | undefined>; body: Buffer }

/** As it comes over the line: nothing is unpacked, no redirect followed. */
const get = (url: string, encoding = 'identity'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { 'Accept-Encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers as Answer['headers'], body: Buffer.concat(chunks) }));
    }).on('error', reject).end();
  });

const ancestors = ({ headers }: Answer): string | undefined => /frame-ancestors ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1];

for (const host of hosts) {
  test.describe(host, () => {
    test.use({ baseURL: async ({ origins }, use) => use(origins[host]) });
    const at = (baseURL: string | undefined, file: string) => `${baseURL}${path}${file}`;

    test('sends pages with the headers of the site, asked for anew each time', async ({ baseURL }) => {
      for (const page of ['', 'en/', 'en/hotel/', 'en/hotel/hotel-signs/']) {
        const answer = await get(at(baseURL, page));
        expect(answer.status, page).toBe(200);
        expect(answer.headers['content-type'], page).toMatch(/^text\/html; ?charset=utf-8$/i);
        expect(answer.headers['cache-control'], page).toBe('no-cache');
        expect(answer.headers['content-security-policy'], page).toContain("script-src 'self'; style-src 'self' 'sha256-");
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
        expect(answer.headers['referrer-policy']).toBe('no-referrer');
        expect(answer.headers['etag'] ?? answer.headers['last-modified']).toBeTruthy();
        expect(ancestors(answer)).toBe("'self'");
      }
    });

    test('lets partners frame the pages for embedding, and no other', async ({ baseURL }) => {
      const answer = await get(at(baseURL, 'embed/en/hotel/'));
      expect(answer.status).toBe(200);
      expect(ancestors(answer)).toBe(`'self' ${partner}`);
    });

    test('shows nothing in the frame of a site that is not among the partners', async ({ browser, baseURL }) => {
      const stranger = await startHost(`${baseURL}${path}`);
      const page = await browser.newPage();
      await page.goto(`${stranger.url}element.html`);
      await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
      await page.close();
      await stranger.close();
    });

    test('lets what has a hash in its name be kept for ever, and the service worker never', async ({ baseURL, dist }) => {
      const script = readdirSync(join(dist, 'assets')).find((file) => /^player\.\w+\.js$/.test(file))!;
      const asset = await get(at(baseURL, `assets/${script}`));
      expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(asset.headers['content-type']).toMatch(/^(text|application)\/javascript/);
      const worker = await get(at(baseURL, 'service-worker.js'));
      expect(worker.headers['cache-control']).toBe('no-cache');
      expect(worker.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    });

    test('lets every site load the element', async ({ baseURL }) => {
      const answer = await get(at(baseURL, 'farol-course.js'));
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['access-control-allow-origin']).toBe('*');
    });

    test('knows the kind of every file', async ({ baseURL, dist }) => {
      const kinds = { 'icon.svg': /^image\/svg\+xml/, 'manifest.webmanifest': /^application\/manifest\+json/, 'icons/icon-192.png': /^image\/png/, [`search/${readdirSync(join(dist, 'search')).find((file) => file.endsWith('.json'))}`]: /^application\/json/ };
      for (const [file, kind] of Object.entries(kinds)) {
        const answer = await get(at(baseURL, file));
        expect(answer.status, file).toBe(200);
        expect(answer.headers['content-type'], file).toMatch(kind);
      }
    });

    test('sends the files that the build has compressed, to those who can read them', async ({ baseURL, dist }) => {
      for (const [address, file] of [['en/hotel/', 'en/hotel/index.html'], ['service-worker.js', 'service-worker.js']] as const) {
        const plain = readFileSync(join(dist, file));
        for (const [encoding, ending, unpack] of [['br', 'br', brotliDecompressSync], ['gzip', 'gz', gunzipSync]] as const) {
          const answer = await get(at(baseURL, address), encoding);
          expect(answer.headers['content-encoding'], `${file} as ${encoding}`).toBe(encoding);
          expect(answer.headers['content-type']).toMatch(/html|javascript/);
          expect(answer.headers['vary']?.toLowerCase()).toContain('accept-encoding');
          expect(answer.body.equals(readFileSync(join(dist, `${file}.${ending}`))), `${file}.${ending} as it was built`).toBe(true);
          expect(unpack(answer.body).equals(plain)).toBe(true);
        }
        const uncompressed = await get(at(baseURL, address));
        expect(uncompressed.headers['content-encoding']).toBeUndefined();
        expect(uncompressed.body.equals(plain)).toBe(true);
      }
    });

    test('answers a wrong address with 404 and the page of the site, and lists no folder', async ({ baseURL }) => {
      for (const wrong of ['no-such-page/', 'en/no-such-course/', 'assets/', 'offline/', 'icons/']) {
        const answer = await get(at(baseURL, wrong));
        expect([403, 404], wrong).toContain(answer.status);
        expect(answer.body.toString(), wrong).toContain('There is no such page');
        expect(answer.headers['content-security-policy'], wrong).toContain("script-src 'self'");
      }
      expect((await get(at(baseURL, 'no-such-page/'))).status).toBe(404);
      expect((await get(`${baseURL}/en/`)).status).toBe(404);
    });

    test('finds a page without its last slash', async ({ page, baseURL }) => {
      await open(page, at(baseURL, 'en/hotel'));
      await expect(page.locator('h1')).toBeVisible();
    });

    test('works under its path: search, saving, and reading on without a line', async ({ page, context, baseURL }) => {
      await open(page, at(baseURL, 'en/search/'));
      await page.locator('#q').pressSequentially('child speaks');
      await expect(page.locator('#results li:first-child a')).toHaveText('When a child speaks to you');
      await expect(page.locator('#results li:first-child a')).toHaveAttribute('href', /^\/training\/en\//);

      await open(page, at(baseURL, 'en/hotel/'));
      await page.locator('[data-saver]').getByRole('button', { name: /^Save on this phone/ }).click();
      await expect(page.locator('[data-saver="saved"]')).toBeAttached({ timeout: 20_000 });
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.scope)).toBe(`${baseURL}${path}`);

      // The pages that are kept beside the course have come too.
      await page.waitForLoadState('networkidle');
      await context.setOffline(true);
      await open(page, at(baseURL, 'en/hotel/hotel-signs/'));
      await expect(page.locator('h1')).toBeVisible();
      await page.goto(at(baseURL, 'en/report/'));
      await expect(page.locator('h1')).toBeVisible();
      await context.setOffline(false);
    });
  });
}

/** A laptop that serves a training room on plain http: no service worker there, and the page says so. */
import { fileURLToPath } from 'node:url';
import { test, expect } from '@playwright/test';
import { faultyServer } from './faulty-server.ts';

const dist = process.env['FAROL_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

test.use({ launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP farol.test 127.0.0.1'] }) });

test('says that courses cannot be saved on plain http', async ({ page }) => {
  const server = await faultyServer(dist);
  await page.goto(`${server.origin.replace('127.0.0.1', 'farol.test')}/en/hotel/`);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await expect(page.locator('[data-save-text]')).toHaveText('This browser cannot save courses here. Open Farol with https, or in another browser.');
  await expect(page.locator('[data-saver] button')).toHaveCount(0);
  await server.close();
});

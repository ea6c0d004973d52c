/**
 * The `test` of every browser test: a page of the served production build in which any request that leaves the origin, any error on the
 * console and any violation of the Content-Security-Policy fails the test.
 */
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

/** Errors that a test brings about itself, such as a missing file; each named where it is expected. */
interface Options { expectedErrors: RegExp[]; expectedForeign: RegExp[] }

export interface Faults { list: string[] }

/** Watches a context that a test has made itself. */
export async function watch(context: BrowserContext, origin: string, faults: Faults, allowed: Options): Promise<void> {
  context.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob|about):/.test(url) || url.startsWith(origin)) return;
    if (!allowed.expectedForeign.some((pattern) => pattern.test(url))) faults.list.push(`a request left the origin: ${url}`);
  });
  await context.route((url) => !url.href.startsWith(origin) && /^https?:/.test(url.href), (route) => route.abort());
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !allowed.expectedErrors.some((pattern) => pattern.test(text))) faults.list.push(`the console says: ${text} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    const text = String(error.error());
    if (!allowed.expectedErrors.some((pattern) => pattern.test(text))) faults.list.push(`an error in the page: ${text}`);
  });
}

export const test = base.extend<Options & { faults: Faults }>({
  expectedErrors: [[], { option: true }],
  expectedForeign: [[], { option: true }],
  faults: [
    async ({ context, baseURL, expectedErrors, expectedForeign }, use) => {
      const faults: Faults = { list: [] };
      await watch(context, new URL(baseURL ?? '').origin, faults, { expectedErrors, expectedForeign });
      await use(faults);
      expect(faults.list, 'the page must stay quiet').toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a page and waits until its script has done its first work. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('html[data-ready]')).toBeAttached();
}

export { expect };

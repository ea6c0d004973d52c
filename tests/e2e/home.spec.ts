/** The way in: choosing a role and a country, and going on where one left off, without anything moving. */
import { expect, open, test } from './farol.ts';
import type { Page } from '@playwright/test';

/** Sum of all layout shifts since the page was opened. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
}

async function answerOne(page: Page): Promise<void> {
  await open(page, '/en/hotel/hotel-signs/');
  const question = page.locator('[data-kind="choice"]').first();
  await question.locator(`input[value="${await question.getAttribute('data-right')}"]`).check();
  await question.getByRole('button', { name: 'Check' }).click();
}

test('leads back to the course that was begun, and nothing moves when the script arrives', async ({ page }) => {
  const shifts = await watchShifts(page);
  await open(page, '/en/');
  await expect(page.locator('[data-continue]')).toBeHidden();
  expect(await shifts()).toBeLessThan(0.01);
  await answerOne(page);

  await open(page, '/en/');
  expect(await shifts()).toBeLessThan(0.01);
  const goOn = page.getByRole('link', { name: 'Go on where you left off' });
  await expect(goOn).toContainText('Next: ');
  const next = await goOn.getAttribute('href');
  await goOn.click();
  await expect(page.locator('[data-page="module"]')).toBeAttached();
  expect(new URL(page.url()).pathname).toBe(next);
});

test('shows on a course page what is begun, and leads on from there', async ({ page }) => {
  const shifts = await watchShifts(page);
  await open(page, '/en/hotel/');
  await expect(page.locator('[data-continue]')).toHaveText('Start');
  await answerOne(page);
  await open(page, '/en/hotel/');
  await expect(page.locator('[data-module="hotel-signs"]')).toHaveClass(/is-open/);
  await expect(page.locator('[data-module="hotel-signs"] [data-state]')).toHaveText(' · begun');
  const main = page.locator('[data-continue]');
  await expect(main).toHaveText('Go on');
  await expect(main).toHaveAttribute('href', (await page.locator('[data-module] a').first().getAttribute('href')) ?? '');
  expect(await shifts()).toBeLessThan(0.01);
});

test('chooses a country with one tap, on every page from then on, and opens it with a second', async ({ page }) => {
  await open(page, '/en/');
  const nepal = page.locator('.where').getByRole('link', { name: 'Nepal' });
  await nepal.click();
  await expect(page.locator('[data-country-chosen]')).toHaveText('Nepal is chosen. The Report button on every page leads to its numbers.');
  await expect(nepal).toHaveAttribute('aria-current', /.*/);
  await expect(page.locator('[data-report]')).toHaveAttribute('href', '/en/report/NP/');
  await open(page, '/en/hotel/');
  await expect(page.locator('[data-report]')).toHaveAttribute('href', '/en/report/NP/');
  await open(page, '/en/');
  await nepal.click();
  await expect(page).toHaveURL(/\/en\/report\/NP\/$/);
});

test('can be installed: the manifest and its icons are there, wherever the site lives', async ({ page }) => {
  await open(page, '/en/');
  const address = (await page.locator('link[rel="manifest"]').getAttribute('href')) ?? '';
  const manifest = (await (await page.request.get(address)).json()) as { start_url: string; scope: string; icons: { src: string; sizes: string }[] };
  const places = [manifest.start_url, manifest.scope, ...manifest.icons.map(({ src }) => src)];
  expect(places.filter((place) => place.startsWith('/') || /^https?:/.test(place))).toEqual([]);
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const place of places) expect((await page.request.get(new URL(place, new URL(address, page.url())).href)).status(), place).toBe(200);
});

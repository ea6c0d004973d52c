/** What every page does: lead to the right number, leave at once, keep its frame in order. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parse } from 'yaml';
import { htmlFiles } from '../../src/tools/build/headers.ts';
import { expect, open, test } from './farol.ts';

const lesson = '/en/hotel/hotel-signs/';
const neutral = 'https://www.wikipedia.org/';

test('once a country is chosen, Report leads to its numbers from every page', async ({ page }) => {
  await open(page, '/en/');
  await expect(page.locator('a[data-report]')).toHaveAttribute('href', '/en/report/');
  await page.goto('/en/report/');
  await page.locator('main').getByRole('link', { name: 'Nepal' }).click();
  await expect(page).toHaveURL(/\/en\/report\/NP\/$/);
  for (const address of [lesson, '/en/glossary/', '/en/hotel/quiz/']) {
    await page.goto(address);
    await expect(page.locator('a[data-report]'), address).toHaveAttribute('href', '/en/report/NP/');
  }
  await page.locator('a[data-report]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report in Nepal');
});

test('coming to a country page by a link or a search chooses that country', async ({ page }) => {
  await page.goto('/en/report/PE/');
  await open(page, lesson);
  await expect(page.locator('a[data-report]')).toHaveAttribute('href', '/en/report/PE/');
});

test('choosing a country in a lesson fills in its numbers and laws in place, is kept, and can be changed there', async ({ page }) => {
  await open(page, '/en/hotel/report/');
  const part = page.locator('[data-country-part="lines"]');
  await part.getByRole('link', { name: 'Brazil' }).click();
  await expect(part.getByText('Report in Brazil')).toBeFocused();
  await expect(part.locator('a.dial').first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/en/hotel/report/');
  await expect(page.locator('a[data-report]')).toHaveAttribute('href', '/en/report/BR/');

  // The laws of the same country wait in another lesson, those that bind lodging and everyone.
  await open(page, '/en/hotel/your-place-in-protection/');
  const laws = page.locator('[data-country-part="laws"]');
  await expect(laws.locator('.law').first()).toBeAttached();
  const wanted = await laws.getAttribute('data-binds');
  for (const law of await laws.locator('.law').all()) {
    const binds = (await law.getAttribute('data-binds'))?.split(' ') ?? [];
    if (!wanted || binds.includes(wanted) || binds.includes('everyone')) await expect(law).toBeVisible();
    else await expect(law).toBeHidden();
  }

  await laws.getByRole('button', { name: 'Another country' }).click();
  await expect(laws.getByRole('link').first()).toBeFocused();
  await laws.getByRole('link', { name: 'Colombia' }).click();
  await expect(laws).toContainText('Colombia');
  await page.reload();
  await expect(laws).toContainText('Colombia');
});

test.describe(() => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test('where a country page cannot be had, the tap in the lesson leads to its address', async ({ page }) => {
    await open(page, '/en/hotel/report/');
    let calls = 0;
    await page.route('**/en/report/BO/', (route) => (calls++ === 0 ? route.abort() : route.continue()));
    await page.locator('[data-country-part="lines"]').getByRole('link', { name: 'Bolivia' }).click();
    await expect(page).toHaveURL(/\/en\/report\/BO\/#lines$/);
  });
});

test('a number can be dialled as it stands in the facts: digits only, left to right, whatever is printed', async ({ page }) => {
  for (const country of ['BR', 'IN', 'TH']) {
    const { lines } = parse(readFileSync(`content/countries/${country}/pack.yaml`, 'utf8')) as { lines: { dial?: string }[] };
    await page.goto(`/en/report/${country}/`);
    const dialled = await page.locator('#lines a[href^="tel:"]').evaluateAll((links) => links.map((link) => ({ to: link.getAttribute('href')?.slice('tel:'.length), dir: link.querySelector('bdi')?.dir, digits: link.textContent?.replace(/\D/g, '') })));
    expect(dialled.map(({ to }) => to).sort()).toEqual(lines.flatMap(({ dial }) => dial ?? []).sort());
    for (const { to = '', dir, digits } of dialled) {
      expect(to).toMatch(/^\+?\d+$/);
      expect(dir).toBe('ltr');
      expect(digits?.length).toBeGreaterThan(0);
    }
  }
});

test('a number past its date is flagged, one before it is not', async ({ page }) => {
  let expires = '2020-01-01';
  await page.route('**/en/report/BR/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/data-expires="[^"]+"/, `data-expires="${expires}"`) });
  });
  const flags = page.locator('.expired:visible');
  await page.goto('/en/report/BR/');
  await expect(flags).toHaveCount(1);
  await expect(flags).toContainText('has not been checked for a long time');
  // The same in a lesson, which takes the lines from that page.
  await open(page, '/en/hotel/report/');
  await expect(flags).toHaveCount(1);
  expires = '2999-01-01';
  await page.goto('/en/report/BR/');
  await expect(page.locator('a[data-report]')).toHaveAttribute('href', '/en/report/BR/');
  await expect(flags).toHaveCount(0);
});

test.describe('leaving at once', () => {
  test.use({ expectedForeign: [/^https:\/\/www\.wikipedia\.org\//] });
  test.beforeEach(async ({ page }) => {
    await page.route(`${neutral}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title><h1>Elsewhere</h1>' }));
  });

  test('the button leaves, the page leaves the history, and Back never shows Farol again', async ({ page }) => {
    await open(page, '/en/');
    await open(page, lesson);
    const steps = await page.evaluate(() => history.length);
    await page.getByRole('link', { name: 'Leave now' }).click();
    await page.waitForURL(neutral);
    expect(await page.evaluate(() => history.length)).toBe(steps);
    // The lesson was replaced; the page before it sends away again.
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForURL(neutral);
    await expect(page.getByRole('heading')).toHaveText('Elsewhere');
  });

  test('the view is emptied at once, before the other site has answered', async ({ page }) => {
    await open(page, lesson);
    await page.evaluate(() => new MutationObserver(() => sessionStorage.setItem('left in view', document.documentElement.outerHTML)).observe(document.documentElement, { childList: true }));
    await page.getByRole('link', { name: 'Leave now' }).click();
    await page.waitForURL(neutral);
    await page.goto('/exit/');
    expect(await page.evaluate(() => sessionStorage.getItem('left in view'))).toMatch(/^<html[^>]*><\/html>$/);
  });

  test('Escape three times within two seconds leaves; slower, or twice, it does not', async ({ page }) => {
    await open(page, lesson);
    for (let pair = 0; pair < 2; pair++) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.waitForTimeout(2100);
    }
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
    await page.waitForURL(neutral);
  });

  test('after a new visit, going back is ordinary again', async ({ page }) => {
    await open(page, lesson);
    await page.getByRole('link', { name: 'Leave now' }).click();
    await page.waitForURL(neutral);
    await open(page, '/en/');
    await page.goto('/en/glossary/');
    await page.goBack();
    await expect(page).toHaveURL(/\/en\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('without a network it leads to a page that says nothing of Farol', async ({ page, context }) => {
    await open(page, lesson);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Leave now' }).click();
    await page.waitForURL('**/exit/');
    expect((await page.locator('html').innerText()) + (await page.title())).not.toMatch(/farol|child|report|exploit/i);
  });
});

test('every built page has its language, direction, title, one main, one h1 and headings in order, and no script or style of its own', async () => {
  const files = htmlFiles('dist');
  expect(files.length).toBeGreaterThan(100);
  const faults: string[] = [];
  for (const file of files) {
    const html = readFileSync(file, 'utf8').replace(/<style[\s\S]*?<\/style>/g, '');
    const path = relative('dist', file);
    const fault = (what: string) => faults.push(`${path}: ${what}`);
    const tags = (pattern: RegExp) => [...html.matchAll(pattern)];
    if (!/<html [^>]*lang="[a-z]{2}/i.test(html)) fault('no language');
    if (!/<title>[^<]+<\/title>/.test(html)) fault('no title');
    // An embed holds the views of a course one after the other; a script shows one at a time.
    if (!path.startsWith('embed/') && tags(/<h1[\s>]/g).length !== 1) fault('not one h1');
    for (const [tag] of tags(/<script[^>]*>/g)) if (!/ src="\/assets\/[^"]+"/.test(tag)) fault(`script without a file: ${tag}`);
    for (const [tag] of tags(/<[a-z][^>]* (?:on[a-z]+|style)=[^>]*>/g)) fault(`handler or style in a tag: ${tag.slice(0, 80)}`);
    if (/javascript:/i.test(html)) fault('an address that is a script');
    // An alternate is named for other programs; no browser fetches it.
    for (const [tag] of tags(/<(?:script|link|img|iframe|source)[^>]* (?:src|href)="(?:https?:)?\/\/[^>]*>/g)) if (!tag.includes(' rel="alternate"')) fault(`something from elsewhere: ${tag}`);
    // The page one leaves to is bare on purpose.
    if (path === 'exit/index.html') continue;
    if (!/<html [^>]*dir="(ltr|rtl)"/.test(html)) fault('no direction');
    if (tags(/<main[\s>]/g).length !== 1) fault('not one main');
    let level = 1;
    for (const [, next = ''] of tags(/<h([1-6])[\s>]/g)) {
      if (Number(next) > level + 1) fault(`h${next} follows h${level}`);
      level = Number(next);
    }
  }
  expect(faults).toEqual([]);
});

test('the headers let nothing in from elsewhere and run no inline script', async ({ request }) => {
  for (const address of ['/en/', lesson, '/en/hotel/quiz/', '/no-such-page/']) {
    const headers = (await request.get(address)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, address).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('unsafe-eval');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

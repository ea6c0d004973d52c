import AxeBuilder from '@axe-core/playwright';
import { expect, open, test } from './farol.ts';

const results = '#results li';
const firstLink = '#results li:first-child a';
const status = '[data-search-status]';

test.describe('search', () => {
  test('finds while typing, marks the words and leads to the passage', async ({ page }) => {
    await open(page, '/en/search/');
    await page.locator('#q').pressSequentially('child speaks', { delay: 20 });
    await expect(page.locator(status)).toContainText('"child speaks"');
    await expect(page.locator(firstLink)).toHaveText('When a child speaks to you');
    await expect(page.locator(`${firstLink} mark`)).toHaveText(['child', 'speaks']);
    await page.locator(firstLink).click();
    await expect(page).toHaveURL(/\/en\/[a-z]+\/respond-safely\/#a-child-speaks$/);
    await expect(page.locator('#a-child-speaks')).toBeInViewport();
  });

  test('opens a shared passage in the course the learner took last', async ({ page }) => {
    await open(page, '/en/search/');
    await page.evaluate(() => localStorage.setItem('farol:choices', JSON.stringify({ course: 'driver' })));
    await open(page, '/en/search/?q=child+speaks');
    await expect(page.locator(firstLink)).toHaveAttribute('href', '/en/driver/respond-safely/#a-child-speaks');
  });

  test('shows a number only with its country, and the own country first', async ({ page }) => {
    await open(page, '/en/search/');
    await page.evaluate(() => localStorage.setItem('farol:choices', JSON.stringify({ country: 'NP' })));
    await open(page, '/en/search/?q=1098');
    await expect(page.locator(results)).toHaveCount(3);
    await expect(page.locator(firstLink)).toContainText('Nepal');
    const titles = await page.locator('#results a').allTextContents();
    expect(titles.map((title) => title.split(' · ')[0]).sort()).toEqual(['Bangladesh', 'India', 'Nepal']);
  });

  test('is used with the keyboard alone; Escape clears and stays', async ({ page }) => {
    await open(page, '/en/search/');
    await page.locator('#q').focus();
    await page.keyboard.type('night shift');
    await expect(page.locator(results).first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator(firstLink)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('#results li:nth-child(2) a')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.locator('#q')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(page.locator('#q')).toBeFocused();
    await expect(page.locator('#q')).toHaveValue('');
    await expect(page.locator(results)).toHaveCount(0);
    await expect(page.locator(status)).toBeEmpty();
    await expect(page).toHaveURL(/\/en\/search\/$/);

    await page.keyboard.type('night shift');
    await page.keyboard.press('Enter');
    await expect(page.locator(firstLink)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/hotel-night-shift/);
  });

  test('keeps the question in the address, so that Back leads to the same results', async ({ page }) => {
    await open(page, '/en/search/');
    const before = await page.evaluate(() => history.length);
    await page.locator('#q').fill('orphanage');
    await page.locator(firstLink).click();
    await expect(page).toHaveURL(/guide-welcome-talk/);
    await page.goBack();
    await expect(page).toHaveURL(/\/en\/search\/\?q=orphanage$/);
    await expect(page.locator('#q')).toHaveValue('orphanage');
    await expect(page.locator(results).first()).toBeVisible();
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
  });

  test('says what to try where nothing is found, and leaves the list of everything', async ({ page }) => {
    await open(page, '/en/search/?q=zzzzzz');
    await expect(page.locator(status)).toContainText('Nothing found for "zzzzzz"');
    await expect(page.locator('[data-browse]')).toBeVisible();
    await page.locator('[data-browse] summary').first().click();
    await expect(page.locator('[data-browse] a').first()).toBeVisible();
  });

  test('shows many results in parts', async ({ page }) => {
    await open(page, '/en/search/?q=child');
    await expect(page.locator(results)).toHaveCount(20);
    await page.getByRole('button', { name: 'Show more results' }).click();
    await expect(page.locator('#results li:nth-child(21) a')).toBeFocused();
  });

  test('treats what is typed as words, never as markup', async ({ page }) => {
    await open(page, `/en/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> taxi')}`);
    await expect(page.locator(status)).toContainText('<img src=x');
    await expect(page.locator('[data-search] img')).toHaveCount(0);
  });

  test('does not move what stands there when it starts with a question', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
    });
    await open(page, '/en/search/?q=night+shift');
    await expect(page.locator(results).first()).toBeVisible();
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.1);
  });

  test('is asked for by no other page', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/en/glossary/');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.startsWith('/search/') || /\/search\.[^/]+\.js$/.test(path))).toEqual([]);
  });

  test('works without a line once it was opened', async ({ page, context }) => {
    await open(page, '/en/search/');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    });
    await open(page, '/en/search/');
    await context.setOffline(true);
    await open(page, '/en/search/?q=boys');
    await expect(page.locator(firstLink)).toHaveText('Boys too');
  });

  for (const { locale, question, title, link, digits, country } of [
    { locale: 'es', question: 'turno noche hotel', title: 'Un turno de noche', link: /\/es\/hotel\/hotel-night-shift\/$/, digits: '1098', country: 'Nepal' },
    { locale: 'th', question: 'กะดึก', title: 'กะกลางคืน', link: /\/th\/hotel\/hotel-night-shift\/$/, digits: 'สายด่วน๑๓๐๐', country: 'ไทย' },
  ]) {
    test(`finds on a phone what is typed on a shift (${locale})`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await open(page, `/${locale}/search/`);
      await page.locator('#q').pressSequentially(question, { delay: 20 });
      await expect(page.locator(firstLink)).toHaveText(title);
      await expect(page.locator(`${firstLink} mark`).first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.locator(firstLink).click();
      await expect(page).toHaveURL(link);
      await open(page, `/${locale}/search/?q=${encodeURIComponent(digits)}`);
      await expect(page.locator('#results a').filter({ hasText: country }).first()).toBeVisible();
    });
  }

  test('finds Thai where the browser cannot tell its words apart', async ({ page }) => {
    await page.addInitScript(() => { delete (Intl as { Segmenter?: unknown }).Segmenter; });
    await open(page, `/th/search/?q=${encodeURIComponent('นโยบายกลางคืน')}`);
    await expect(page.locator(firstLink)).toHaveAttribute('href', /\/manager-policy\//);
    await expect(page.locator(`${results}:first-child mark`).first()).toBeVisible();
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`has no accessibility faults (${scheme}, 320 px)`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width: 320, height: 640 });
      for (const query of ['', '?q=who+to+call+brazil', '?q=zzzzzz']) {
        await open(page, `/en/search/${query}`);
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      }
    });
  }
});

test.describe('search that cannot be loaded', () => {
  test.use({ expectedErrors: [/Failed to load resource/], serviceWorkers: 'block' });

  test('says so, offers to try again and leaves the list of everything', async ({ page }) => {
    await page.route('**/search/en.json', (route) => route.abort());
    await open(page, '/en/search/?q=taxi');
    await expect(page.locator(status)).toContainText('there is no connection');
    await expect(page.locator('[data-browse]')).toBeVisible();
    await page.unroute('**/search/en.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator(results).first()).toBeVisible();
  });

  for (const [what, body] of [['cut off', '{"format":2,"loc'], ['in part', '{"format":2,"locale":"en"}'], ['of another version', '{"format":1}']] as const) {
    test(`is not used when it came ${what}`, async ({ page }) => {
      await page.route('**/search/en.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
      await open(page, '/en/search/?q=taxi');
      await expect(page.locator(status)).toContainText('did not arrive in one piece');
    });
  }
});

test.describe('search without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('offers the list of everything instead', async ({ page }) => {
    await page.goto('/en/search/');
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('#q')).toBeHidden();
    await page.locator('[data-browse] summary').first().click();
    await expect(page.locator('[data-browse] a').first()).toBeVisible();
  });
});

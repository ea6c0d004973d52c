/** Farol without JavaScript: everything can be read, nothing pretends to work. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { htmlFiles } from '../../src/tools/build/headers.ts';
import { expect, test } from './farol.ts';

test.use({ javaScriptEnabled: false });

/** What only a script can fill or do, and what waits for something that has not happened. */
const mayHide = ['[data-continue]', '[data-offer]', '[data-leave-rollout]', '[data-join-again]', '[data-poster-form]', '[data-read]', '[data-saver]', '[data-save-progress]', '[data-search]', '[data-again]', '[data-quiz="refresher"]', '.expired'];

/** The first page of every kind, and the whole hotel course. */
function addresses(): string[] {
  const kinds = new Set<string>();
  return htmlFiles('dist').flatMap((file) => {
    const kind = readFileSync(file, 'utf8').match(/<body data-page="([^"]+)"/)?.[1] ?? 'exit';
    const path = `/${relative('dist', file)}`.replace(/index\.html$/, '');
    const wanted = !kinds.has(kind) || path.startsWith('/en/hotel/');
    kinds.add(kind);
    return wanted ? [path] : [];
  });
}

test('every kind of page shows all it has, and nothing on it is dead', async ({ page }) => {
  const all = addresses();
  expect(all.length).toBeGreaterThan(25);
  for (const address of all) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.locator('h1').first()).toBeVisible();
      const faults = await page.evaluate((mayHide) => {
        const shows = (element: Element) => (element as HTMLElement).checkVisibility({ visibilityProperty: true, opacityProperty: true });
        const inFold = (element: Element) => !!element.closest('details:not([open])');
        // A tool that is nothing without a script says so, and may hide the rest of itself.
        const hidden = document.querySelector('noscript .notice') ? [] : [...document.querySelectorAll('main *')].filter((element) => element.textContent?.trim() && !shows(element) && !inFold(element) && !element.closest([...mayHide, 'style', 'svg', 'option', 'noscript', 'template'].join()));
        const buttons = [...document.querySelectorAll('button, [role="button"], input[type="submit"]')].filter(shows);
        const links = [...document.querySelectorAll('a')].filter((link) => shows(link) && !/^(https?:|tel:|mailto:|\/|#.)/.test(link.getAttribute('href') ?? ''));
        const nowhere = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].filter((link) => !document.getElementById(link.hash.slice(1)));
        return [...hidden, ...buttons, ...links, ...nowhere].map((element) => element.outerHTML.slice(0, 120));
      }, mayHide);
      expect(faults, address).toEqual([]);
    });
  }
});

test('a lesson reads on, and each of its questions folds out its answer', async ({ page }) => {
  for (const address of ['/en/hotel/children-and-exploitation/', '/en/hotel/hotel-signs/', '/en/hotel/respond-safely/']) {
    await page.goto(address);
    for (const question of await page.locator('[data-question][data-right]').all()) {
      await expect(question.locator('.ask')).toBeVisible();
      const options = await question.locator('[data-option]').count();
      await question.locator('.key summary').click();
      await expect(question.locator('.key li')).toHaveCount(options);
      for (const feedback of await question.locator('.key li > span').all()) await expect(feedback).not.toBeEmpty();
      const { kind = '', right = '' } = await question.evaluate((element: HTMLElement) => ({ ...element.dataset }));
      const key = question.locator('.key li');
      if (kind === 'match') await expect(key.filter({ hasText: '→' })).toHaveCount(options);
      else if (kind === 'order') expect(await key.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['id']))).toEqual(right.split(' '));
      else await expect(key.filter({ hasText: '✓' })).toHaveCount(right.split(' ').length);
    }
  }
});

test('Enter on an option sends nothing and keeps what is ticked', async ({ page }) => {
  await page.goto('/en/hotel/children-and-exploitation/');
  const address = page.url();
  for (const option of [page.getByRole('radio').first(), page.getByRole('checkbox').first()]) {
    await option.check();
    await option.press('Enter');
    await expect(option).toBeChecked();
  }
  expect(page.url()).toBe(address);
});

test('a story is a gamebook: each choice folds out its consequence and a link to the next scene', async ({ page }) => {
  await page.goto('/en/hotel/hotel-night-shift/');
  await expect(page.locator('[data-node]:visible')).toHaveCount(await page.locator('[data-node]').count());
  let scene = page.locator('[data-node]').first();
  for (let steps = 0; (await scene.locator('[data-choice]').count()) > 0; steps++) {
    expect(steps).toBeLessThan(20);
    const choice = scene.locator('[data-choice]').last();
    await choice.locator('summary').click();
    await expect(choice.locator('p')).toBeVisible();
    const next = (await choice.getAttribute('data-to')) ?? '';
    await choice.getByRole('link').click();
    scene = page.locator(`[data-node="${next}"]`);
    await expect(scene).toBeInViewport();
  }
  await expect(scene.locator('.takeaway')).toBeVisible();
});

test('the final quiz lies open, with every answer and a word on why it cannot be taken', async ({ page }) => {
  await page.goto('/en/hotel/quiz/');
  await expect(page.getByText('Taking the quiz for a certificate needs JavaScript.')).toBeVisible();
  const questions = page.locator('#pool [data-question]');
  expect(await questions.count()).toBeGreaterThan(20);
  await expect(questions.locator('.ask:visible')).toHaveCount(await questions.count());
  await expect(questions.locator('.key summary:visible')).toHaveCount(await questions.count());
});

test('numbers and laws are a link away from a lesson', async ({ page }) => {
  await page.goto('/en/hotel/report/');
  await page.locator('[data-country-part="lines"]').getByRole('link', { name: 'Brazil' }).click();
  await expect(page).toHaveURL(/\/en\/report\/BR\/#lines$/);
  await expect(page.locator('a.dial').first()).toBeVisible();
  await expect(page.locator('.law').first()).toBeVisible();
  await expect(page.getByRole('textbox').first()).toBeVisible();

  await page.goto('/en/hotel/your-place-in-protection/');
  await page.locator('[data-country-part="laws"]').getByRole('link', { name: 'Brazil' }).click();
  await expect(page).toHaveURL(/\/en\/report\/BR\/#laws$/);
  await page.getByRole('link', { name: 'Report', exact: true }).last().click();
  await page.getByRole('link', { name: 'Thailand' }).click();
  await expect(page.locator('a.dial').first()).toBeVisible();
});

test('glossary, job aid, search and the way in work by reading and links', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'English' }).first().click();
  await expect(page).toHaveURL(/\/en\/$/);

  await page.goto('/en/glossary/');
  expect(await page.locator('dt:visible').count()).toBeGreaterThan(10);
  await page.goto('/en/hotel/job-aid/');
  expect(await page.locator('.job-aid li:visible').count()).toBeGreaterThan(10);
  await expect(page.locator('[data-country-part="lines"] a').first()).toBeVisible();

  await page.goto('/en/search/');
  await expect(page.getByRole('searchbox')).toBeHidden();
  const fold = page.locator('[data-browse] details').first();
  await fold.locator('summary').click();
  await fold.getByRole('link').first().click();
  await expect(page.locator('[data-page="module"] h1')).toBeVisible();
});

test('pages that cannot work without a script say so', async ({ page }) => {
  for (const address of ['/en/my-courses/', '/en/verify/', '/en/hotel/certificate/']) {
    await page.goto(address);
    await expect(page.locator('noscript .notice'), address).toBeVisible();
  }
});

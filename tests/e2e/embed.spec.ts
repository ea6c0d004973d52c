/** A course in one document: taken to its end, in another language, without storage, without JavaScript, as a partner has chosen it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answer, readQuestion, stepInStory, takeQuiz } from './answering.ts';
import { expect, open, test } from './farol.ts';
import { courseOf } from './seed-record.ts';

const course = '/embed/en/hotel/';
const { modules } = courseOf('hotel');

/** Follows a link inside the document until the next view is alive. */
async function follow(page: Page, link: ReturnType<Page['locator']>, view: string): Promise<void> {
  await link.click();
  await expect(page.locator('body')).toHaveAttribute('data-shown', view);
  await expect(page.locator('html[data-ready]')).toBeAttached();
}

async function takeModule(page: Page): Promise<void> {
  for (const task of await page.locator('main [data-question][data-right], main [data-scenario]').all()) {
    if ((await task.getAttribute('data-scenario')) === null) await answer(task, true);
    else while (await page.locator('[data-node]:visible [data-choice]').count()) await stepInStory(page);
  }
  await expect(page.locator('[data-standing]')).toHaveClass(/done/);
}

const optionsShown = async (page: Page) => (await readQuestion(page.getByTestId('question').locator('[data-question]'))).options;

test('a whole course is taken by taps from its start to the certificate', async ({ page }) => {
  test.setTimeout(150_000);
  await open(page, course);
  const document = await page.evaluateHandle(() => window.document.body);
  await follow(page, page.getByTestId('start'), 'before');
  await page.getByTestId('start').click();
  for (let asked = 0; asked < 5; asked++) {
    await expect(page.locator('.place')).toHaveText(`Question ${asked + 1} of 5`);
    await answer(page.getByTestId('question').locator('[data-question]'), false);
  }
  await expect(page.getByRole('heading', { name: /^You knew/ })).toBeFocused();
  await follow(page, page.getByTestId('next'), modules[0]!);

  for (const [place, module] of modules.entries()) {
    await expect(page.locator('body')).toHaveAttribute('data-module', module);
    await expect(page.locator('h1')).toBeFocused();
    expect(await page.title()).toContain(await page.locator('h1').innerText());
    await takeModule(page);
    await follow(page, page.locator('.ending').getByTestId('next'), modules[place + 1] ?? 'quiz');
  }

  await takeQuiz(page, true);
  await expect(page.getByTestId('result').getByRole('heading')).toHaveText('Passed with 100 %.');
  await follow(page, page.getByTestId('certificate'), 'certificate');
  await page.getByLabel('Your name').fill('Ana Ruiz');
  await page.getByTestId('make').click();
  await expect(page.getByTestId('sheet')).toBeVisible();
  await expect(page.locator('[data-slot="name"]')).toHaveText('Ana Ruiz');
  expect(await page.locator('[data-code-dark]').getAttribute('d')).toMatch(/^M/);
  const width = await page.evaluate(() => window.document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  // One document, from first to last.
  expect(await document.evaluate((body) => body.isConnected)).toBe(true);

  await follow(page, page.locator('.crumbs a'), 'start');
  await expect(page.locator('.modules .is-done')).toHaveCount(modules.length + 3);
  await page.reload();
  await expect(page.locator('.modules .is-done')).toHaveCount(modules.length + 3);
});

test('another language in the middle of a quiz keeps the question, the order and what is chosen', async ({ page }) => {
  await open(page, `${course}#quiz`);
  await page.getByTestId('start').click();
  const question = page.getByTestId('question').locator('[data-question]');
  // To the first question with options to tick.
  while (!(await question.getByRole('radio').count()) && !(await question.getByRole('checkbox').count())) {
    await answer(question, true);
    await page.getByTestId('next').click();
    await expect(question.locator('.verdict')).toHaveCount(0);
  }
  const english = await readQuestion(question);
  await question.getByTestId('option').last().check();
  const text = await question.locator('.ask').innerText();

  await page.locator('.languages summary').click();
  await page.locator('[data-language][hreflang="th"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  await expect(page.locator('html[data-ready]')).toBeAttached();
  expect(new URL(page.url()).pathname).toBe(course);
  expect(await optionsShown(page)).toEqual(english.options);
  await expect(question.getByTestId('option').last()).toBeChecked();
  expect(await question.locator('.ask').innerText()).not.toBe(text);
  await expect(page.locator('.languages summary')).toBeFocused();

  // Answered and not yet left: the explanation stays, in the other language.
  await question.getByTestId('submit').click();
  await expect(question.locator('.verdict')).toBeVisible();
  await page.locator('.languages summary').click();
  await page.locator('[data-language][hreflang="en"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(question.locator('.verdict')).toBeVisible();
  expect((await readQuestion(question)).ref).toBe(english.ref);
  expect(await question.locator('.ask').innerText()).toBe(text);
});

test('in another language the reader is at the same place, and what was typed is there', async ({ page }) => {
  // A place is measured where it comes to rest.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, `${course}#report`);
  await page.locator('[data-note] textarea').first().fill('at nine, side door');
  const place = page.locator('#note');
  await place.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
  const top = await place.evaluate((element) => element.getBoundingClientRect().top);
  await page.locator('[data-language][hreflang="th"]').evaluate((link: HTMLElement) => link.click());
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await expect(page.locator('[data-note] textarea').first()).toHaveValue('at nine, side door');
  expect(Math.abs((await place.evaluate((element) => element.getBoundingClientRect().top)) - top)).toBeLessThan(5);
});

test.describe('without a line', () => {
  // A service worker would ask for itself, past what the test answers.
  test.use({ expectedErrors: [/status of 503/], serviceWorkers: 'block' });
  test('a language that cannot be fetched is told, and the course stays as it is', async ({ page }) => {
    await open(page, `${course}#${modules[0]}`);
    await page.route('**/embed/th/**', (route) => route.fulfill({ status: 503, body: 'Busy' }));
    await page.locator('.languages summary').click();
    await page.locator('[data-language][hreflang="th"]').click();
    await expect(page.locator('#live')).toContainText('This language could not be loaded.');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('body')).toHaveAttribute('data-shown', modules[0]!);
  });
});

test('where storage is denied the course goes on in the open page, and says so once', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: () => { throw new DOMException('Denied', 'SecurityError'); } });
  });
  await open(page, `${course}#${modules[0]}`);
  await expect(page.locator('#live')).toContainText('Your results cannot be kept here.');
  await page.locator('#live').getByRole('button').click();
  // What is ticked outlives a change of language, which nothing but the page can remember.
  await page.getByTestId('option').first().check();
  for (const language of ['th', 'en']) {
    await page.locator('.languages summary').click();
    await page.locator(`[data-language][hreflang="${language}"]`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html[data-ready]')).toBeAttached();
    await expect(page.getByTestId('option').first()).toBeChecked();
  }
  await takeModule(page);
  await follow(page, page.locator('.ending').getByTestId('next'), modules[1]!);
  await expect(page.locator(`[data-dot="${modules[0]}"]`)).toHaveClass(/is-done/);
  await follow(page, page.locator('.crumbs a'), 'start');
  await expect(page.locator(`[data-module="${modules[0]}"]`)).toHaveClass(/is-done/);
  await expect(page.locator('#live')).toBeEmpty();
});

test('the numbers of a country are in the document, in a lesson and behind Report', async ({ page }) => {
  await open(page, `${course}#report`);
  const requests: string[] = [];
  page.on('request', (request) => request.url().endsWith('icon.svg') || requests.push(request.url()));
  const part = page.locator('[data-country-part="lines"]');
  await part.getByRole('link', { name: 'Brazil' }).click();
  await expect(part.locator('a.dial').first()).toBeVisible();
  await follow(page, page.locator('.bar .report'), 'lines');
  await expect(page.getByRole('heading', { name: 'Report in Brazil' })).toBeVisible();
  await expect(page.locator('[data-pack]:visible')).toHaveCount(1);
  await page.locator('[data-change]:visible').click();
  await page.locator('main').getByRole('link', { name: 'Nepal' }).click();
  await expect(page.getByRole('heading', { name: 'Report in Nepal' })).toBeVisible();
  await expect(page.locator('a.dial:visible').first()).toBeVisible();
  await expect(page.locator('[data-back]')).toHaveAttribute('href', '#report');
  await page.goBack();
  await expect(page.locator('[data-countries]')).toBeVisible();
  await follow(page, page.locator('[data-back]'), 'report');
  expect(requests).toEqual([]);
});

test('one module stands alone, and leads to the numbers', async ({ page }) => {
  await open(page, `${course}hotel-signs/`);
  await takeModule(page);
  await expect(page.locator('.crumbs')).toHaveCount(0);
  await expect(page.locator('.ending').getByTestId('next')).toHaveCount(0);
  await follow(page, page.locator('.bar .report'), 'lines');
  await page.locator('main').getByRole('link', { name: 'Brazil' }).click();
  await expect(page.getByRole('heading', { name: 'Report in Brazil' })).toBeVisible();
  await expect(page.locator('a.dial:visible').first()).toBeVisible();
});

test('the address chooses country, first view, colours, certificate and picker', async ({ page }) => {
  await open(page, `${course}?country=br&start=hotel-signs&brand=Grand%20Hotel&colour=%237a1f5c&certificate=no&picker=no`);
  await expect(page.locator('body')).toHaveAttribute('data-shown', 'hotel-signs');
  await expect(page.locator('[data-brand]')).toHaveText('Grand Hotel');
  await expect(page).toHaveTitle(/ · Grand Hotel$/);
  await expect(page.locator('.bar .report')).toHaveCSS('background-color', 'rgb(122, 31, 92)');
  await expect(page.locator('.bar .report')).toHaveAttribute('href', '#lines/BR/');
  await expect(page.locator('.languages')).toHaveCount(0);
  await follow(page, page.locator('.crumbs a'), 'start');
  await expect(page.locator('[data-certificate]')).toHaveCount(0);
});

test('a slip in the address costs the learner nothing', async ({ page }) => {
  await open(page, `${course}?country=Brasil&start=no-such-module&colour=%23fff&certificate=maybe#nowhere/at/all`);
  await expect(page.locator('body')).toHaveAttribute('data-shown', 'start');
  await expect(page.locator('.bar .report')).toHaveCSS('background-color', 'rgb(18, 41, 74)');
});

test('a passage that a question points to opens in front', async ({ page }) => {
  await open(page, `${course}#quiz`);
  await page.getByTestId('start').click();
  const question = page.getByTestId('question').locator('[data-question]');
  for (;;) {
    await answer(question, false);
    const passage = page.getByRole('link', { name: 'Read the passage' });
    // An order that stood right by chance has nothing to read again.
    if (!(await passage.count())) {
      await page.getByTestId('next').click();
      await expect(question.locator('.verdict')).toHaveCount(0);
      continue;
    }
    const [, id = ''] = ((await passage.getAttribute('href')) ?? '').split('/');
    await passage.click();
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    expect(await page.evaluate((id) => !!document.getElementById(id)?.contains(document.activeElement), id)).toBe(true);
    return;
  }
});

test('axe finds nothing in any view, in light and dark', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page, course);
  for (const view of ['start', 'before', 'hotel-signs', 'quiz', 'certificate', 'job-aid', 'lines/BR', 'lines/countries']) {
    await page.evaluate((view) => {
      location.hash = view;
    }, view);
    await expect(page.locator('body')).toHaveAttribute('data-shown', view.split('/')[0]!);
    await expect(page.locator('html[data-ready]')).toBeAttached();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 100)}`), `${view}, ${colorScheme}`).toEqual([]);
    }
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(360);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all views stand below each other, with the words of the site’s own pages', async ({ page }) => {
    await page.goto(course);
    for (const view of ['start', ...modules, 'quiz', 'lines']) await expect(page.locator(`[id="${view}"] h1`), view).toBeVisible();
    const wordsOf = async (selector: string) => (await page.locator(selector).textContent())?.split(/\s+/).filter(Boolean);
    const inEmbed = await wordsOf('[id="hotel-signs"]');
    await page.goto('/en/hotel/hotel-signs/');
    expect(inEmbed).toEqual(await wordsOf('main'));
  });

  test('every id is there once, and no link leads nowhere', async ({ page }) => {
    for (const address of [course, `${course}hotel-signs/`, '/embed/en/manager/']) {
      await page.goto(address);
      const faults = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        const known = new Set(ids);
        const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
        const nowhere = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].filter(({ hash }) => !known.has(hash.slice(1))).map(({ outerHTML }) => outerHTML.slice(0, 80));
        const unnamed = [...document.querySelectorAll('[for], [aria-labelledby], [aria-describedby]')].flatMap((element) =>
          ['for', 'aria-labelledby', 'aria-describedby'].flatMap((name) => (element.getAttribute(name) ?? '').split(' ').filter((id) => id && !known.has(id))),
        );
        return [...twice, ...nowhere, ...unnamed];
      });
      expect(faults, address).toEqual([]);
    }
  });
});

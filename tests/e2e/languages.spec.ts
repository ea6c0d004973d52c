/** Another language: the same page, at the same place, with the same order and the same answers; and what is offered to whom. */
import type { Locator, Page } from '@playwright/test';
import { answer, choose, readQuestion, stepInStory, wrongOptions } from './answering.ts';
import { expect, open, test } from './farol.ts';

async function switchTo(page: Page, tag: string): Promise<void> {
  await page.locator('.languages summary').click();
  await expect(page.locator('.languages[data-ready]')).toBeAttached();
  await page.locator(`.languages a[lang="${tag}"]`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', tag);
  await expect(page.locator('html[data-ready]')).toBeAttached();
}

const response = (question: Locator) => question.locator('input:checked').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

test('a lesson keeps its place, what was answered, what was chosen and not yet checked, and what was written for oneself', async ({ page }) => {
  await open(page, '/en/hotel/children-and-exploitation/');
  const answered = page.locator('[data-kind="choice"]').first();
  const half = page.locator('[data-kind="choices"]').first();
  const { ref } = await answer(answered, true);
  const chosen = wrongOptions(await readQuestion(half));
  await choose(half, chosen);
  const order = (await readQuestion(half)).options;
  await switchTo(page, 'th');
  await expect(page.locator(`[data-question="${ref}"] .verdict`)).toBeVisible();
  expect(await response(half)).toEqual(chosen);
  expect((await readQuestion(half)).options).toEqual(order);
  await expect(half).toBeInViewport();

  await open(page, '/th/hotel/look-after-yourself/');
  const thoughts = page.locator('[data-kind="reflection"] textarea').first();
  await thoughts.fill('ค่อย ๆ หายใจ');
  await switchTo(page, 'es');
  await expect(thoughts).toHaveValue('ค่อย ๆ หายใจ');
  expect(await page.evaluate(() => sessionStorage.getItem('farol:place'))).toBeNull();
});

test('a shuffled quiz goes on with the same question, order and choice in every language', async ({ page }) => {
  await open(page, '/en/hotel/quiz/');
  await page.getByTestId('start').click();
  const question = page.getByTestId('question').locator('[data-question]');
  await answer(question, true);
  await page.getByTestId('next').click();
  await expect(question.locator('.verdict')).toHaveCount(0);
  let asked = await readQuestion(question);
  for (const tag of ['pt-BR', 'th', 'id', 'es', 'en']) {
    await switchTo(page, tag);
    await expect(question).toBeVisible();
    expect(await readQuestion(question)).toEqual(asked);
  }
  if (asked.kind !== 'match' && asked.kind !== 'order') {
    await choose(question, wrongOptions(asked));
    await switchTo(page, 'th');
    await expect.poll(() => response(question)).toEqual(wrongOptions(asked));
  }
  asked = await readQuestion(question);
  await question.getByTestId('submit').click();
  await page.getByTestId('next').click();
  await expect(page.getByTestId('question').locator(`[data-question="${asked.ref}"]`)).toHaveCount(0);
});

test('a story goes on in the scene it was left in', async ({ page }) => {
  await open(page, '/en/hotel/hotel-night-shift/');
  await stepInStory(page);
  const scene = await page.locator('[data-node]:visible').getAttribute('data-node');
  await switchTo(page, 'id');
  await expect(page.locator('[data-node]:visible')).toHaveAttribute('data-node', scene ?? '');
});

test('the address keeps what it says besides the language', async ({ page }) => {
  await open(page, '/en/verify/?c=nonsense');
  await switchTo(page, 'es');
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/es/verify/?c=nonsense');
  await page.goto('/en/report/TH/');
  await page.locator('.languages summary').click();
  await page.locator('.languages a[lang="es"]').click();
  await expect(page).toHaveURL(/\/es\/report\/TH\/$/);
});

test.describe('with a browser that asks for Brazilian Portuguese', () => {
  test.use({ locale: 'pt-BR' });

  test('the first visit proposes it, a link to a page in another language is left alone, and a choice counts more than the browser', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/pt-BR\/$/);
    await page.goto('/th/hotel/hotel-signs/');
    await expect(page.locator('html[data-ready]')).toBeAttached();
    await expect(page).toHaveURL(/\/th\/hotel\/hotel-signs\/$/);

    await open(page, '/en/');
    const offer = page.locator('[data-offer]:visible');
    await expect(offer).toHaveCount(1);
    await expect(offer.getByRole('link')).toHaveAttribute('href', '/pt-BR/');
    await switchTo(page, 'es');
    await page.goto('/');
    await expect(page).toHaveURL(/\/es\/$/);
    await open(page, '/en/');
    await expect(offer).toHaveCount(0);
  });
});

test('every page says in one quiet line, in its language, that no native reader has signed it yet', async ({ page }) => {
  for (const tag of ['es', 'pt-BR', 'id', 'th']) {
    const texts = (await (await page.request.get(`/${tag}/hotel/hotel-signs/`)).text());
    expect(texts, tag).toContain('data-testid="translation-state"');
  }
  await page.goto('/th/hotel/hotel-signs/');
  const line = page.getByTestId('translation-state');
  await expect(line).toContainText('แปล');
  await expect(line).toContainText('องค์กร');
  await page.goto('/en/hotel/hotel-signs/');
  await expect(line).toHaveCount(0);
});

test('the shell is there without a line in the language of the visit, and in one that was chosen later', async ({ page, context }) => {
  await open(page, '/th/');
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const kept = () => page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found.sort();
  });
  expect(await kept()).toContain('/th/report/');
  expect(await kept()).not.toContain('/es/report/');
  await switchTo(page, 'es');
  await expect.poll(kept).toContain('/es/offline/');
  await expect.poll(kept).toContain('/es/report/');
  await context.setOffline(true);
  await page.goto('/es/report/');
  await expect(page.locator('[data-page="report"]')).toBeAttached();
  await page.goto('/es/hotel/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.locator('[data-page="offline"]')).toBeAttached();
  await context.setOffline(false);
});

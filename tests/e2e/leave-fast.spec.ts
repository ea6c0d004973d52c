/** Somebody who answers the last question and is gone within the same second keeps the module. */
import { answer } from './answering.ts';
import { expect, open, test } from './farol.ts';

test('a module counts when its last question was answered and the page left at once', async ({ page }) => {
  await open(page, '/en/hotel/report/');
  const questions = page.locator('[data-question][data-right]');
  for (let place = 0; place < (await questions.count()); place += 1) await answer(questions.nth(place), true);
  await page.goto('/en/hotel/');
  await expect(page.locator('[data-module="report"]')).toHaveClass(/is-done/);
});

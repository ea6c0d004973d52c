import type { Page } from '@playwright/test';
import { expect, open, test } from './farol.ts';
import { backupOf, bringIn, courseOf, readyFor, seedLearner } from './seed-record.ts';

const names = {
  Latin: 'Ana Lucía Fernández-O’Brien',
  Thai: 'สมหญิง ใจดีมีสุขสมบูรณ์',
  Arabic: 'محمد بن عبد الرحمن بن خالد ',
};

async function make(page: Page, name: string): Promise<void> {
  await bringIn(page, backupOf(readyFor('hotel')));
  await open(page, '/en/hotel/certificate/');
  await page.getByLabel('Your name').fill(name);
  await page.getByTestId('make').click();
  await expect(page.getByTestId('sheet')).toBeVisible();
}

test('says what is missing, with a way to each', async ({ page }) => {
  const { modules } = courseOf('hotel');
  await bringIn(page, backupOf(seedLearner({ course: 'hotel', modules: modules.length - 2 })));
  await open(page, '/en/hotel/certificate/');
  const missing = page.locator('[data-part="missing"]');
  await expect(missing).toContainText('2 modules are left');
  const links = missing.locator('li a:visible');
  await expect(links).toHaveCount(2);
  await expect(links.first()).toHaveAttribute('href', `/en/hotel/${modules.at(-2)}/`);
  await expect(missing.getByRole('link', { name: 'To the final quiz' })).toHaveAttribute('href', '/en/hotel/quiz/');
  await expect(page.getByTestId('certificate-form')).toBeHidden();
});

test('asks for the quiz alone when only that is missing', async ({ page }) => {
  await bringIn(page, backupOf(seedLearner({ course: 'hotel', quiz: [60] })));
  await open(page, '/en/hotel/certificate/');
  await expect(page.locator('[data-modules-left]')).toBeHidden();
  await expect(page.locator('[data-quiz-left]')).toBeVisible();
});

for (const [script, name] of Object.entries(names)) {
  test(`makes a certificate with a name in ${script} letters, which is there again after a reload`, async ({ page }) => {
    await make(page, name);
    const sheet = page.getByTestId('sheet');
    await expect(sheet).toBeFocused();
    await expect(sheet.locator('[data-slot="name"]')).toHaveText(name.trim());
    await expect(sheet.locator('[data-slot="score"]')).toHaveText('90%');
    await expect(sheet.locator('[data-slot="time"]')).toHaveText('64 minutes');
    const number = await sheet.locator('[data-slot="number"]').innerText();
    expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    await page.reload();
    await expect(sheet.locator('[data-slot="number"]')).toHaveText(number);
    await expect(sheet.locator('[data-slot="name"]')).toHaveText(name.trim());
  });
}

test('cuts a right-to-left name of 500 characters at a letter, shows the cut first, and keeps what was typed', async ({ page }) => {
  const long = names.Arabic.repeat(19).slice(0, 500);
  await bringIn(page, backupOf(readyFor('hotel')));
  await open(page, '/en/hotel/certificate/');
  const field = page.getByLabel('Your name');
  await field.fill(long);
  await expect(page.locator('#name-problem')).toContainText('longer than the sheet');
  await expect(field).toHaveValue(long);
  await page.getByTestId('make').click();
  await expect(page.getByTestId('sheet')).toBeVisible();
  const shown = await page.locator('[data-slot="name"]').innerText();
  expect(long.startsWith(shown)).toBe(true);
  expect([...shown].length).toBeGreaterThan(40);
  const { fits, width } = await page.getByTestId('sheet').evaluate((sheet) => ({ fits: sheet.scrollWidth <= sheet.clientWidth, width: document.documentElement.scrollWidth }));
  expect(fits).toBe(true);
  expect(width).toBeLessThanOrEqual(360);
});

test('asks for a name where there is none', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel')));
  await open(page, '/en/hotel/certificate/');
  await page.getByLabel('Your name').fill(' \u200f ');
  await page.getByTestId('make').click();
  await expect(page.locator('#name-problem')).toHaveText('Please write a name first.');
  await expect(page.getByLabel('Your name')).toBeFocused();
  await expect(page.getByTestId('sheet')).toBeHidden();
});

test('makes no second certificate for the same name, and another one for another name', async ({ page }) => {
  await make(page, 'Ana Ruiz');
  const first = await page.locator('[data-slot="number"]').innerText();
  await page.getByRole('button', { name: 'Make one with another name' }).click();
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.getByTestId('make').click();
  await expect(page.locator('[data-given]')).toContainText('You have this certificate already');
  await expect(page.locator('[data-slot="number"]')).toHaveText(first);

  await page.getByRole('button', { name: 'Make one with another name' }).click();
  await page.getByLabel('Your name').fill('Ana Ruiz Paz');
  await page.getByTestId('make').click();
  await expect(page.locator('[data-slot="name"]')).toHaveText('Ana Ruiz Paz');
  expect(await page.locator('[data-slot="number"]').innerText()).not.toBe(first);

  const earlier = page.locator('[data-part="earlier"]').getByRole('link');
  await expect(earlier).toHaveText([/Ana Ruiz Paz.*, /, /Ana Ruiz.*, /]);
  await earlier.last().click();
  await expect(page.locator('[data-slot="number"]')).toHaveText(first);
});

test('prints one page, on A4 across', async ({ page }) => {
  for (const name of [names.Latin, names.Arabic.repeat(19).slice(0, 500)]) {
    await make(page, name);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    const [, width = '', height = ''] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
    expect(Number(width) / Number(height)).toBeCloseTo(297 / 210, 2);
    await open(page, '/en/my-courses/');
    await page.getByTestId('erase').click();
    await page.getByTestId('erase-all').check();
    await page.getByTestId('erase-now').click();
    await expect(page.getByTestId('empty')).toBeVisible();
  }
});

test.describe('by night', () => {
  test.use({ colorScheme: 'dark' });
  test('draws the code black on white, three pixels a module at least', async ({ page }) => {
    await make(page, names.Latin);
    const code = page.locator('[data-code]');
    const { modules, width, light, dark } = await code.evaluate((svg) => ({
      modules: (svg as SVGSVGElement).viewBox.baseVal.width,
      width: svg.getBoundingClientRect().width,
      light: getComputedStyle(svg.querySelector('[data-code-light]')!).fill,
      dark: getComputedStyle(svg.querySelector('[data-code-dark]')!).fill,
    }));
    expect(width / modules).toBeGreaterThanOrEqual(3);
    expect([light, dark]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  });
});

test('gives a picture of the sheet, which the check can read', async ({ page }) => {
  await make(page, names.Thai);
  const number = await page.locator('[data-slot="number"]').innerText();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save or share a picture' }).click()]);
  expect(download.suggestedFilename()).toBe(`farol-${number}.png`);
  const image = page.locator('[data-given] img');
  await expect(image).toBeVisible();
  expect(await image.evaluate((element) => [(element as HTMLImageElement).naturalWidth, (element as HTMLImageElement).naturalHeight])).toEqual([1600, 1131]);
  await open(page, '/en/verify/');
  await page.getByTestId('verify-picture').setInputFiles(await download.path());
  await expect(page.getByTestId('verify-result')).toContainText(number);
  await expect(page.getByTestId('verify-result')).toContainText(names.Thai);
});

test('says that a certificate ends soon, and where the refresher is', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel', { certified: 'Ana', daysAgo: 340 })));
  await open(page, '/en/hotel/certificate/');
  await expect(page.locator('[data-notice]')).toContainText('A short refresher makes it count longer.');
  await expect(page.locator('[data-refresher]')).toHaveAttribute('href', '/en/hotel/refresher/');
});

test('offers the refresher, not a dead end, when the pass is too old', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel', { daysAgo: 500 })));
  await open(page, '/en/hotel/certificate/');
  await expect(page.locator('[data-notice]')).toContainText('so long ago');
  await expect(page.locator('[data-refresher]')).toBeVisible();
  await expect(page.getByTestId('certificate-form')).toBeHidden();
});

test('says so when a link asks for a certificate of somebody else', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel')));
  await open(page, '/en/hotel/certificate/?id=0000-0000-0000-0000');
  await expect(page.locator('[data-notice]')).toContainText('not in the record that is open now');
  await expect(page.getByTestId('certificate-form')).toBeVisible();
});

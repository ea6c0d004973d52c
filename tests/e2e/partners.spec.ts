/** The page of partners: packages are made in the browser, the same as by the command, without a line too, and what is wrong is said. */
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, open, test } from './farol.ts';
import { packageOf } from './package-host.ts';

const partners = '/en/partners/';
const today = new Date('2026-11-22T10:00:00Z');

async function openPartners(page: Page): Promise<void> {
  await page.clock.setFixedTime(today);
  await open(page, partners);
}

async function download(page: Page): Promise<{ name: string; bytes: Buffer }> {
  await page.getByTestId('make').click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('download').click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync((await file.path())!) };
}

for (const [format, name] of [['scorm12', 'farol-driver-en-th-BR-scorm12.zip'], ['html', 'farol-driver-en-BR-html.html']] as const) {
  test(`makes the same ${format} as the command, byte for byte`, async ({ page }) => {
    const locales = format === 'html' ? ['en'] : ['en', 'th'];
    await openPartners(page);
    await page.getByTestId('course').selectOption('driver');
    await page.getByTestId('country').selectOption('BR');
    await page.getByTestId('format').selectOption(format);
    if (locales.includes('th')) await page.getByLabel('ไทย').check();
    await page.getByText('Your brand').click();
    await page.getByTestId('brandName').fill('Clear Rides');
    await page.getByTestId('colour').fill('#7a1f5c');
    const logo = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(2)</script><circle cx="4" cy="4" r="4"/></svg>');
    await page.getByTestId('logo').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: logo });
    await page.getByText('Your own contact').click();
    await page.getByTestId('contactName').fill('Ana');
    for (const locale of locales) await page.getByTestId(`contactText-${locale}`).fill('Tell Ana.');
    const made = await download(page);
    const expected = packageOf({ course: 'driver', locales, format, country: 'BR', brandName: 'Clear Rides', colour: '#7a1f5c', logo: new Uint8Array(logo), contact: { name: 'Ana', text: 'Tell Ana.' } });
    expect(made.name).toBe(name);
    expect(made.name).toBe(expected.name);
    expect(made.bytes.equals(expected.bytes)).toBe(true);
  });
}

test('says what is wrong, proposes a colour, and loses nothing', async ({ page }) => {
  await openPartners(page);
  await page.getByTestId('preset').selectOption('moodle');
  await page.getByTestId('format').selectOption('cmi5');
  await page.getByText('Your brand').click();
  await page.getByTestId('colour').fill('#ffee00');
  await page.getByTestId('logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.alloc(500_000, 7) });
  await page.getByText('Result', { exact: true }).click();
  await page.getByTestId('passMark').fill('many');
  await page.getByTestId('make').click();
  const problems = page.getByTestId('problems');
  await expect(problems.getByRole('heading')).toBeFocused();
  await expect(problems.getByRole('listitem')).toHaveText([/Moodle does not play this format/, /whole number from 1 to 100/, /cannot be seen well on the page/, /neither PNG nor SVG/]);
  await expect(page.getByTestId('colour')).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: /^Use #/ }).click();
  await expect(page.getByTestId('colour')).toHaveValue(/^#[0-9a-f]{6}$/);
  await page.getByRole('button', { name: 'Remove the logo' }).click();
  await page.getByTestId('passMark').fill('90');
  await page.getByTestId('format').selectOption('scorm12');
  expect((await download(page)).name).toBe('farol-hotel-en-scorm12.zip');

  await page.reload();
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await expect(page.getByTestId('preset')).toHaveValue('moodle');
  await page.getByText('Result', { exact: true }).click();
  await expect(page.getByTestId('passMark')).toHaveValue('90');
});

test.describe('without a line', () => {
  // The newest files are asked for first; the browser notes that they did not come.
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });

  test('packages of a course that was chosen before are made', async ({ page, context }) => {
    await openPartners(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await expect(page.getByTestId('kept')).toBeVisible({ timeout: 20_000 });
    await context.setOffline(true);
    await page.reload();
    await expect(page.locator('html[data-ready]')).toBeAttached();
    const made = await download(page);
    expect(made.bytes.equals(packageOf({ course: 'hotel', locales: ['en'], format: 'scorm12' }).bytes)).toBe(true);
  });

  test('a course that is not on the device is said to be missing, and the choices stay', async ({ page, context }) => {
    await openPartners(page);
    await context.setOffline(true);
    await page.getByTestId('course').selectOption('guide');
    await page.getByTestId('make').click();
    await expect(page.getByTestId('outcome')).toContainText('Try again when there is internet');
    await context.setOffline(false);
    expect((await download(page)).name).toBe('farol-guide-en-scorm12.zip');
  });
});

test('shows the line to embed the chosen course, and is open to everybody', async ({ page }) => {
  await openPartners(page);
  await page.getByTestId('course').selectOption('driver');
  await page.getByTestId('country').selectOption('TH');
  await expect(page.getByTestId('embed-line')).toHaveValue(/^<iframe src="http:\/\/localhost:\d+\/embed\/en\/driver\/\?country=TH" title="[^"]+"/);
  for (const part of await page.locator('details.card > summary').all()) await part.click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

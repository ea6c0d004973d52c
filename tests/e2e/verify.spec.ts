import type { Page } from '@playwright/test';
import { encodeCertificate, type Certificate } from '../../src/core/certificate/payload.ts';
import { expect, open, test } from './farol.ts';
import { backupOf, bringIn, readyFor } from './seed-record.ts';

const result = (page: Page) => page.getByTestId('verify-result');
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const certificate: Certificate = {
  id: '7Q2M-0XKD-94TZ-BWN1', course: 'hotel', courseVersion: 1, percent: 90, minutes: 64, date: day(-10), validUntil: day(300), locale: 'en', rollout: '', phase: '', name: 'สมหญิง ใจดี',
};
const code = encodeCertificate(certificate);

async function check(page: Page, text: string): Promise<void> {
  await page.getByLabel('The code of a certificate').fill(text);
  await page.getByRole('button', { name: 'Check this text' }).click();
}

test('reads the printed code from a screenshot of the sheet', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel')));
  await open(page, '/en/hotel/certificate/');
  await page.getByLabel('Your name').fill('Ana Lucía Fernández');
  await page.getByTestId('make').click();
  const number = await page.locator('[data-slot="number"]').innerText();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1123, height: 794 });
  const printed = await page.getByTestId('sheet').screenshot();
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 360, height: 740 });
  // In the middle: at the edge the bar with Report and Leave would lie on it.
  await page.locator('[data-code]').evaluate((code) => code.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const onPhone = await page.locator('[data-code]').screenshot();

  for (const picture of [printed, onPhone]) {
    await open(page, '/en/verify/');
    await page.getByTestId('verify-picture').setInputFiles({ name: 'certificate.png', mimeType: 'image/png', buffer: picture });
    await expect(result(page)).toContainText(number);
    await expect(result(page)).toContainText('Ana Lucía Fernández');
    await expect(result(page)).toContainText('Hotel and lodging staff');
    await expect(result(page)).toContainText('not signed');
  }
});

test('reads the link in a code, and takes it out of the address bar', async ({ page }) => {
  await open(page, `/en/verify/#${code}`);
  await expect(result(page)).toContainText('Valid until');
  await expect(result(page)).toContainText('สมหญิง ใจดี');
  await expect(page.locator('#found')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('');
});

test('reads a link that somebody follows while the page is open', async ({ page }) => {
  await open(page, '/en/verify/');
  await page.evaluate((hash) => (location.hash = hash), code);
  await expect(result(page)).toContainText('Valid until');
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test('takes pasted text, also with a message around it and lines broken', async ({ page }) => {
  await open(page, '/en/verify/');
  await check(page, `My certificate:\nhttps://example.org/en/verify/#${code.slice(0, 60)}\n${code.slice(60)}\n`);
  await expect(result(page)).toContainText('Valid until');
});

test('says when a certificate has ended, and when a refresher is due', async ({ page }) => {
  await open(page, '/en/verify/');
  await check(page, encodeCertificate({ ...certificate, date: day(-400), validUntil: day(-1) }));
  await expect(result(page)).toContainText('No longer valid');
  await check(page, encodeCertificate({ ...certificate, validUntil: day(0) }));
  await expect(result(page)).toContainText('A refresher is due');
  await check(page, encodeCertificate({ ...certificate, date: day(5) }));
  await expect(result(page)).toContainText('That day has not come yet');
});

for (const [what, text, words] of [
  ['is cut off', code.slice(0, -12), 'A part of this code is missing, or it was changed'],
  ['was forged', `${code.slice(0, 40)}${code[40] === 'A' ? 'B' : 'A'}${code.slice(41)}`, 'A part of this code is missing, or it was changed'],
  ['is of something else', 'https://example.org/menu', 'This is not a Farol certificate'],
  ['was made by a newer Farol', code.replace('F1.', 'F7.'), 'A newer Farol made this certificate'],
  ['is too long', `F1.${'A'.repeat(5000)}`, 'This text is too long for a certificate'],
  ['is empty', '  ', 'There is nothing to check yet'],
] as const) {
  test(`has a sentence for a code that ${what}`, async ({ page }) => {
    await open(page, '/en/verify/');
    await check(page, text);
    await expect(result(page).getByRole('heading')).toHaveText(words);
    await expect(result(page).getByRole('heading')).toBeFocused();
    await expect(result(page).locator('dl')).toBeHidden();
    await expect(page.getByLabel('The code of a certificate')).toHaveValue(text);
  });
}

test('has a sentence for a picture without a code, and for a file that is no picture', async ({ page }) => {
  await open(page, '/en/verify/');
  const picture = page.getByTestId('verify-picture');
  await picture.setInputFiles({ name: 'beach.png', mimeType: 'image/png', buffer: await page.screenshot() });
  await expect(result(page)).toContainText('There is no square code in this picture');
  await picture.setInputFiles({ name: 'list.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
  await expect(result(page)).toContainText('This file is not a picture');
});

test('loads the reader of codes only when it is used', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await open(page, '/en/verify/');
  expect(scripts.filter((url) => url.includes('read-code'))).toEqual([]);
  await page.getByTestId('verify-picture').setInputFiles({ name: 'page.png', mimeType: 'image/png', buffer: await page.screenshot() });
  await expect(result(page)).toBeVisible();
  expect(scripts.filter((url) => url.includes('read-code'))).toHaveLength(1);
});

test('says what to do where there is no camera', async ({ page }) => {
  await open(page, '/en/verify/');
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(result(page)).toContainText(/camera/);
  await expect(result(page)).toContainText('Choose a picture instead');
  await expect(page.getByRole('button', { name: 'Stop the camera' })).toBeHidden();
});

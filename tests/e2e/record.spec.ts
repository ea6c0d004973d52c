import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, open, test } from './farol.ts';
import { backupOf, bringIn, readyFor, seedLearner } from './seed-record.ts';

const learner = (page: Page) => page.getByTestId('learner');
const handOver = (page: Page) => page.getByTestId('hand-over').click();
const person = (page: Page, name: string) => page.getByTestId('hand-over-list').getByRole('button', { name });

/** What the page says about one learner's courses. */
const coursesShown = (page: Page) => page.locator('#me section:has(#courses)').innerText();

async function choose(page: Page, text: string): Promise<void> {
  await page.getByTestId('backup-file').setInputFiles({ name: 'backup.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(page.getByTestId('found')).toBeVisible();
}

async function savedBackup(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('save-backup').click()]);
  expect(download.suggestedFilename()).toMatch(/^farol-backup-\d{4}-\d\d-\d\d\.txt$/);
  return readFile(await download.path(), 'utf8');
}

test('shows a drawing and a way to the courses while there is nothing', async ({ page }) => {
  await open(page, '/en/my-courses/');
  await expect(page.getByTestId('empty').locator('svg')).toBeVisible();
  await expect(page.getByTestId('empty').getByRole('link')).toHaveAttribute('href', '/en/');
  await expect(learner(page)).toHaveText('Guest');
});

test('hands over in two taps, and keeps the progress of two learners apart', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel', { name: 'Ana', certified: 'Ana' }), seedLearner({ course: 'driver', name: 'Budi', modules: 2 })));
  await expect(learner(page)).toHaveText(/Ana|Budi/);
  if ((await learner(page).innerText()) !== 'Ana') {
    await handOver(page);
    await person(page, 'Ana').click();
  }
  await expect(page.getByTestId('course-hotel')).toContainText('8 of 8 modules done');
  await expect(page.getByTestId('course-driver')).toHaveCount(0);

  await handOver(page);
  await person(page, 'Budi').click();
  await expect(learner(page)).toHaveText('Budi');
  await expect(learner(page)).toBeFocused();
  await expect(page.getByTestId('who-status')).toHaveText('Budi is learning now.');
  await expect(page.getByTestId('course-hotel')).toHaveCount(0);
  await expect(page.getByTestId('course-driver')).toContainText('2 of 8 modules done');

  await open(page, '/en/hotel/certificate/');
  await expect(page.locator('[data-part="missing"]')).toBeVisible();
  await open(page, '/en/my-courses/');
  await expect(learner(page)).toHaveText('Budi');
});

test('starts a new learner in two taps and asks for a name only then', async ({ page }) => {
  await bringIn(page, backupOf(seedLearner({ course: 'hotel', name: 'Ana', modules: 3 })));
  await handOver(page);
  await page.getByTestId('new-learner').click();
  await expect(learner(page)).toHaveText('Guest');
  await expect(page.getByTestId('empty')).toBeVisible();
  await page.getByTestId('learner-name').fill('  สมหญิง   ใจดี ');
  await page.getByRole('button', { name: 'Keep this name' }).click();
  await expect(learner(page)).toHaveText('สมหญิง ใจดี');
  await page.reload();
  await expect(learner(page)).toHaveText('สมหญิง ใจดี');
  await handOver(page);
  await expect(person(page, 'Ana')).toContainText('3 modules done');
});

test('works with the keyboard alone', async ({ page }) => {
  await bringIn(page, backupOf(seedLearner({ course: 'hotel', name: 'Ana', modules: 1 }), seedLearner({ course: 'driver', name: 'Budi', modules: 1 })));
  const other = (await learner(page).innerText()) === 'Ana' ? 'Budi' : 'Ana';
  await page.getByTestId('hand-over').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Who learns now?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(person(page, other)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(learner(page)).toHaveText(other);
  await expect(learner(page)).toBeFocused();
});

test('asks for the four digits after handing over, and not before', async ({ page }) => {
  await bringIn(page, backupOf(seedLearner({ course: 'hotel', name: 'Ana', modules: 2 })));
  await page.getByRole('button', { name: 'Lock with four digits' }).click();
  await expect(page.getByText('They do not encrypt it')).toBeVisible();
  await page.getByTestId('lock-code').fill('12');
  await page.getByRole('button', { name: 'Lock it with these digits' }).click();
  await expect(page.getByText('Type exactly four digits.')).toBeVisible();
  await page.getByTestId('lock-code').fill('๔๓๒๑');
  await page.getByRole('button', { name: 'Lock it with these digits' }).click();
  await expect(page.getByTestId('who-status')).toContainText('locked');
  await page.reload();
  await expect(learner(page)).toHaveText('Ana');

  await handOver(page);
  await page.getByTestId('new-learner').click();
  await expect(learner(page)).toHaveText('Guest');
  await handOver(page);
  await person(page, 'Ana').click();
  await page.getByTestId('unlock-code').fill('1111');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText('These are not the digits.')).toBeVisible();
  await expect(learner(page)).toHaveText('Guest');
  await page.getByTestId('unlock-code').fill('4321');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(learner(page)).toHaveText('Ana');
  await expect(page.getByTestId('course-hotel')).toContainText('2 of 8');
});

test('gives a locked record with forgotten digits a way out: erase, then the backup', async ({ page }) => {
  const backup = backupOf(seedLearner({ course: 'hotel', name: 'Ana', modules: 2 }));
  await bringIn(page, backup);
  await page.getByRole('button', { name: 'Lock with four digits' }).click();
  await page.getByTestId('lock-code').fill('4321');
  await page.getByRole('button', { name: 'Lock it with these digits' }).click();
  await handOver(page);
  await page.getByTestId('new-learner').click();
  await handOver(page);
  await person(page, 'Ana').click();
  await page.getByText('Digits forgotten?').click();
  await page.getByRole('button', { name: 'Erase this record' }).click();
  await expect(page.getByRole('radio', { name: /Only the record of .*Ana/ })).toBeChecked();
  await page.getByTestId('erase-now').click();
  await expect(page.getByTestId('erased')).toContainText('Erased');
  await choose(page, backup);
  await page.getByTestId('bring-back').click();
  await expect(learner(page)).toHaveText('Ana');
  await expect(page.getByTestId('course-hotel')).toContainText('2 of 8');
});

test('gives everything back from a backup after everything was erased', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel', { name: 'Ana', certified: 'Ana' }), seedLearner({ course: 'driver', name: 'Budi', modules: 2, before: 20 })));
  const name = await learner(page).innerText();
  const before = await coursesShown(page);
  const backup = await savedBackup(page);

  await page.getByTestId('erase').click();
  await expect(page.getByRole('heading', { name: 'What shall be erased?' })).toBeFocused();
  await page.getByTestId('erase-all').check();
  await page.getByTestId('erase-now').click();
  await expect(page.getByTestId('erased')).toContainText('Erased');
  await expect(page.getByTestId('empty')).toBeVisible();
  await expect(learner(page)).toHaveText('Guest');
  await page.reload();
  await expect(page.getByTestId('empty')).toBeVisible();
  await handOver(page);
  await expect(page.getByTestId('hand-over-list').getByRole('button')).toHaveText([/New learner/, 'Back']);

  await choose(page, backup);
  await page.getByTestId('bring-back').click();
  await expect(learner(page)).toHaveText(name);
  expect(await coursesShown(page)).toBe(before);
  await handOver(page);
  await person(page, name === 'Ana' ? 'Budi' : 'Ana').click();
  await expect(page.getByTestId(name === 'Ana' ? 'course-driver' : 'course-hotel')).toBeVisible();
});

test('erases one learner and leaves the others', async ({ page }) => {
  await bringIn(page, backupOf(seedLearner({ course: 'hotel', name: 'Ana', modules: 2 }), seedLearner({ course: 'driver', name: 'Budi', modules: 2 })));
  const name = await learner(page).innerText();
  await page.getByTestId('erase').click();
  await page.getByRole('button', { name: 'Keep everything' }).click();
  await expect(page.getByTestId('erase')).toBeFocused();
  await page.getByTestId('erase').click();
  await page.getByTestId('erase-now').click();
  await expect(learner(page)).toHaveText('Guest');
  await handOver(page);
  await expect(person(page, name)).toHaveCount(0);
  await person(page, name === 'Ana' ? 'Budi' : 'Ana').click();
  await expect(page.locator('#me')).toContainText('2 of 8 modules done');
});

test('adds nothing the second time a backup is brought back', async ({ page }) => {
  const backup = backupOf(readyFor('hotel', { name: 'Ana', certified: 'Ana' }));
  await bringIn(page, backup);
  const once = await coursesShown(page);
  await choose(page, backup);
  await page.getByTestId('bring-back').click();
  await expect(page.getByTestId('brought-back')).toHaveText('Everything in this backup was here already. Nothing has changed.');
  expect(await coursesShown(page)).toBe(once);
});

test('takes a backup as pasted text, and merges it with what is there', async ({ page }) => {
  const ana = seedLearner({ course: 'hotel', name: 'Ana', modules: 4 });
  await bringIn(page, backupOf({ ...ana, events: ana.events.slice(0, 7) }));
  await expect(page.getByTestId('course-hotel')).toContainText('2 of 8');
  await page.getByText('I have it as text').click();
  await page.getByTestId('backup-text').fill(backupOf(ana));
  await page.getByRole('button', { name: 'Read this text' }).click();
  await expect(page.getByTestId('found')).toContainText('13 entries of 1 learner');
  await page.getByTestId('bring-back').click();
  await expect(page.getByTestId('brought-back')).toHaveText('6 entries are back.');
  await expect(page.getByTestId('course-hotel')).toContainText('4 of 8');
});

test('adds the backup of somebody’s own phone to the record they have here', async ({ page }) => {
  await bringIn(page, backupOf(seedLearner({ course: 'hotel', name: 'Ana', modules: 2 })));
  await choose(page, backupOf(seedLearner({ course: 'driver', modules: 3 })));
  await page.getByRole('button', { name: /Add it to the record of .*Ana/ }).click();
  await expect(page.getByTestId('course-driver')).toBeVisible();
  await expect(learner(page)).toHaveText('Ana');
  await handOver(page);
  await expect(page.getByTestId('hand-over-list').getByRole('button')).toHaveText([/New learner/, 'Back']);
});

test('brings back the whole leading part of a backup that was cut off, and says so', async ({ page }) => {
  const text = backupOf(seedLearner({ course: 'hotel', name: 'Ana', modules: 6 }));
  await open(page, '/en/my-courses/');
  await choose(page, text.slice(0, text.length / 2));
  await expect(page.getByTestId('found')).toContainText('cut off');
  await page.getByTestId('bring-back').click();
  await expect(learner(page)).toHaveText('Ana');
  await expect(page.getByTestId('course-hotel')).toContainText(/[23] of 8 modules done/);
});

for (const [what, text, words] of [
  ['a file that is something else', '{"name":"my-app","version":"1.0.0"}', 'not a backup of Farol'],
  ['a file that is no text', '\u0000\u0001PNG\uFFFD', 'not a backup of Farol'],
  ['an empty file', '', 'empty'],
  ['a newer backup', '{"farol":"backup","format":99,"made":"2031-01-01T00:00:00.000Z","profiles":0,"events":1,"checksum":"00000000"}\n{"x":1}\n', 'A newer Farol made this backup'],
  ['a backup cut off in its first line', '{"farol":"backup","format":1,"ma', 'cut off near its start'],
] as const) {
  test(`says what is wrong with ${what}, and loses nothing`, async ({ page }) => {
    await bringIn(page, backupOf(seedLearner({ course: 'hotel', name: 'Ana', modules: 2 })));
    await choose(page, text);
    await expect(page.getByTestId('found')).toContainText(words);
    await expect(page.getByTestId('bring-back')).toHaveCount(0);
    await expect(page.getByTestId('course-hotel')).toContainText('2 of 8');
  });
}

test('says that a backup was changed on its way, and still offers what can be read', async ({ page }) => {
  await open(page, '/en/my-courses/');
  await choose(page, backupOf(seedLearner({ course: 'hotel', name: 'Ana', modules: 3 })).replace('"verb":"completed"', '"verb":"completex"'));
  await expect(page.getByTestId('found')).toContainText('changed on its way');
  await page.getByTestId('bring-back').click();
  await expect(page.getByTestId('course-hotel')).toContainText('2 of 8');
});

test('shows attempts, before and after, and the certificate with its end', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel', { name: 'Ana', certified: 'Ana Ruiz', daysAgo: 350 })));
  const course = page.getByTestId('course-hotel');
  await expect(course).toContainText('Before: 40 %');
  await expect(course).toContainText('Best result: 90 %');
  await expect(course).toContainText('64 minutes of active learning');
  await expect(course).toContainText('A refresher is due.');
  await expect(course.getByRole('link', { name: 'Take the refresher' })).toHaveAttribute('href', '/en/hotel/refresher/');
  await course.getByText('3 attempts').click();
  await expect(course.getByRole('row')).toHaveCount(4);
  await expect(course.getByRole('row').nth(1)).toContainText('90 %, passed');
  await course.getByRole('link', { name: 'Ana Ruiz' }).click();
  await expect(page.getByTestId('sheet')).toContainText('Ana Ruiz');
});

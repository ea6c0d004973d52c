/** A partner's rollout, as its learners and its coordinator meet it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { readBackup, writeBackup } from '../../src/core/progress/backup.ts';
import type { Event } from '../../src/core/progress/events.ts';
import { joinCode } from '../../src/core/rollout/join-code.ts';
import { expect, open, test } from './farol.ts';
import { backupOf, bringIn, courseOf, readyFor } from './seed-record.ts';
import { shown, takeCourse } from './take-course.ts';

const town = '/en/rollouts/tanglaw-bay/';
const ride = '/en/rollouts/carona-clara/';

/** The day on which the page believes to be. */
const on = (page: Page, day: string): Promise<void> => page.clock.setFixedTime(new Date(`${day}T12:00:00`));

/** Everything that this browser has kept, as a learner would hand it over. */
async function recordOf(page: Page): Promise<Event[]> {
  await open(page, '/en/my-courses/');
  const waiting = page.waitForEvent('download');
  await page.getByTestId('save-backup').click();
  const read = readBackup(readFileSync(await (await waiting).path(), 'utf8'));
  if (!read.ok) throw new Error(read.reason);
  return read.events;
}

test('takes part by opening the start page, for the phase of the day', async ({ page }) => {
  await on(page, '2027-02-15');
  await open(page, ride);
  await expect(page.locator('[data-phase]')).toHaveText('Today: Pilot, until April 30, 2027.');
  await expect(page.locator('[data-taking-part]')).toHaveText('You take part: Carona Clara, Pilot.');
  await page.getByTestId('start').click();
  await expect(page.locator('html[data-ready]')).toBeAttached();
  const opened = (await recordOf(page)).find(({ verb, object }) => verb === 'opened' && object === 'course:driver');
  expect(opened?.context).toMatchObject({ rollout: 'carona-clara', phase: 'pilot', country: 'BR', locale: 'en' });
});

test('a code sets its phase, a code of a phase that is over today’s', async ({ page }) => {
  await on(page, '2027-02-15');
  await open(page, `${ride}?join=${joinCode('carona-clara', 'national').toLowerCase()}`);
  await expect(page.locator('[data-taking-part]')).toContainText('All drivers');
  await on(page, '2027-08-01');
  await open(page, `${town}?join=${joinCode('tanglaw-bay', 'beach-pilot')}`);
  await expect(page.locator('[data-taking-part]')).toHaveText('You take part: Municipality of Tanglaw Bay, Every establishment.');
});

test('My courses says for whom one learns, and lets one leave', async ({ page }) => {
  await open(page, ride);
  await open(page, '/en/my-courses/');
  await expect(page.getByTestId('taking-part')).toContainText('name Carona Clara and the phase. Nothing is sent to Carona Clara.');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByTestId('taking-part')).toContainText('You have left.');
  await page.reload();
  await expect(page.getByTestId('keeping')).toBeVisible();
  await expect(page.getByTestId('taking-part')).toHaveCount(0);
});

test('leaving is possible, is said, and lasts until somebody joins again', async ({ page }) => {
  await on(page, '2027-02-15');
  await open(page, ride);
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.locator('[data-taking-part]')).toContainText('You have left.');
  await page.reload();
  await expect(page.locator('[data-taking-part]')).toContainText('You have left.');
  await open(page, '/en/driver/');
  const [opened] = (await recordOf(page)).filter(({ object }) => object === 'course:driver');
  expect(opened?.context.rollout).toBeUndefined();
  await open(page, ride);
  await page.getByRole('button', { name: 'Take part' }).click();
  await expect(page.locator('[data-taking-part]')).toHaveText('You take part: Carona Clara, Pilot.');
});

test('a typed code leads to its start page, a wrong one gets a sentence', async ({ page }) => {
  await open(page, '/en/rollouts/');
  const field = page.getByLabel('Code');
  await field.fill('hello');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.locator('#code-problem')).toContainText('A code has six letters or digits');
  await field.fill('AAA-AAA');
  await field.press('Enter');
  await expect(page.locator('#code-problem')).toContainText('There is no AAA-AAA here.');
  await expect(field).toHaveValue('AAA-AAA');
  await field.fill(joinCode('tanglaw-bay', 'whole-town').replace('-', ' ').toLowerCase());
  await field.press('Enter');
  await expect(page).toHaveURL(/\/en\/rollouts\/tanglaw-bay\/\?join=/);
});

test('the certificate asks for what the rollout asks, and carries rollout and phase', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await bringIn(page, backupOf(readyFor('hotel')));
  await open(page, town);
  await open(page, '/en/hotel/certificate/');
  const asked = page.getByTestId('asked');
  await expect(asked).toContainText('Municipality of Tanglaw Bay asks for this before the certificate');
  await expect(asked).toContainText('Done: at least 20 active minutes in the course. You have 64.');
  await expect(asked).toContainText('The ordinance of this invented municipality');
  await page.getByLabel('Your name').fill('Ana Reyes');
  await page.getByTestId('make').click();
  await expect(asked).toContainText('Tick the sentence to confirm it, if it is true.');
  await expect(page.getByTestId('sheet')).toBeHidden();
  await expect(page.getByLabel('Your name')).toHaveValue('Ana Reyes');
  await page.getByTestId('attest').check();
  await page.getByTestId('make').click();
  await expect(page.getByTestId('sheet')).toBeVisible();

  await page.getByRole('button', { name: 'Copy the code' }).click();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  const events = await recordOf(page);
  await open(page, new URL(code).pathname + new URL(code).hash);
  await expect(page.getByTestId('verify-result')).toContainText('Municipality of Tanglaw Bay · Pilot');
  const attested = events.find(({ verb }) => verb === 'attested');
  expect(attested?.result?.response).toEqual(['I took this course myself, and I will act on it at work.']);
  expect(events.find(({ verb }) => verb === 'certified')?.context).toMatchObject({ rollout: 'tanglaw-bay', phase: 'beach-pilot' });
});

test('minutes that are missing are said before a certificate is made', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel', { minutes: 12 })));
  await open(page, town);
  await open(page, '/en/hotel/certificate/');
  await page.getByLabel('Your name').fill('Ana Reyes');
  await page.getByTestId('attest').check();
  await page.getByTestId('make').click();
  const asked = page.getByTestId('asked');
  await expect(asked).toContainText('Still to do: at least 20 active minutes in the course. You have 12.');
  await expect(asked).toContainText('Not yet: see above what is still to do.');
  await expect(page.getByTestId('sheet')).toBeHidden();
});

test('a course outside of the rollout asks for nothing', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('guide')));
  await open(page, town);
  await open(page, '/en/guide/certificate/');
  await expect(page.getByTestId('certificate-form')).toBeVisible();
  await expect(page.getByTestId('asked')).toBeHidden();
});

test('the partner’s own page is asked for and counts once it was read', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('driver')));
  await open(page, ride);
  await open(page, '/en/driver/certificate/');
  const asked = page.getByTestId('asked');
  await expect(asked).toContainText('Still to do: read this page: What Carona Clara does when you report');
  await asked.getByRole('link').click();
  await page.getByTestId('read').click();
  await expect(page.locator('[data-read-done]')).toHaveText('Kept: you have read this page.');
  await open(page, '/en/driver/certificate/');
  await expect(asked).toContainText('Done: read this page');
});

test('an opinion is three taps and a sentence, is kept, and is never required', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel')));
  await open(page, '/en/hotel/certificate/');
  const form = page.getByTestId('feedback');
  await expect(form).toBeHidden();
  await page.getByLabel('Your name').fill('Ana');
  await page.getByTestId('make').click();
  await expect(form).toBeVisible();
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(form).toBeHidden();

  await open(page, '/en/hotel/certificate/');
  await page.getByTestId('rate').click();
  await expect(page.locator('[data-feedback-status]')).toHaveText('Tap at least one answer, or skip.');
  await form.getByLabel('4', { exact: true }).check();
  await form.getByRole('group', { name: 'Was it clear?' }).getByLabel('Yes').check();
  await form.getByRole('group', { name: 'Would you know what to do?' }).getByLabel('Partly').check();
  await form.getByLabel('One sentence').fill('Short and clear.');
  await page.getByTestId('rate').click();
  await expect(form).toBeHidden();
  await expect(page.locator('[data-feedback-status]')).toContainText('Thank you.');
  await page.reload();
  await expect(page.getByTestId('sheet')).toBeVisible();
  await expect(form).toBeHidden();
  const rated = (await recordOf(page)).find(({ verb }) => verb === 'rated');
  expect(rated).toMatchObject({ object: 'course:hotel', result: { response: ['useful=4', 'clear=yes', 'ready=partly', 'words=Short and clear.'] } });
});

test('the coordinator finds lines for this very site, and sizes of this very build', async ({ page, baseURL }) => {
  await open(page, `${ride}coordinator/`);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  const code = joinCode('carona-clara', 'pilot');
  await expect(page.locator('[data-copy] pre').filter({ hasText: `${new URL(baseURL ?? '').origin}${ride}?join=${code}` }).first()).toBeVisible();
  await expect(page.locator('pre', { hasText: 'localhost:4321' })).toHaveCount(0);
  await expect(page.locator('pre', { hasText: 'npm run package -- --course driver' })).toHaveCount(2);

  const list = (await (await page.request.get('/offline/en/driver.json')).json()) as { bytes: number };
  const shell = (await (await page.request.get('/rollouts/shell.json')).json()) as { bytes: number };
  const row = page.locator('[data-plan-phases] dl > div', { hasText: 'Data for one learner' }).first();
  const shown = Number(/([\d.]+) kB/.exec(await row.innerText())?.[1]) * 1000;
  expect(shown).toBeGreaterThanOrEqual(Math.floor((list.bytes + shell.bytes) / 1000) * 1000);
  await expect(page.locator('[data-plan-phases] dl > div', { hasText: 'Data for all' }).last()).toContainText('GB');

  await page.getByLabel('Price per gigabyte of data').fill('0,10');
  await expect(page.locator('[data-plan-cost]')).toHaveText('Write the three numbers.');
  await page.getByLabel('Price per gigabyte of room').fill('0.02');
  await expect(page.locator('[data-plan-cost]')).toContainText(/All drivers: \d/);
});

test('no page for learners leads to the coordinator', async ({ page }) => {
  for (const path of ['/en/', town, '/en/hotel/', '/en/rollouts/']) {
    await open(page, path);
    await expect(page.locator('a[href*="coordinator"]')).toHaveCount(0);
  }
});

test('the gate says what is reached, what is not, and what was left out', async ({ page }) => {
  await open(page, `${town}coordinator/`);
  const verdict = page.getByTestId('verdict');
  const rows = Array.from({ length: 90 }, (_, place) => `p${place},Hotel and lodging staff,yes,${place < 80 ? 90 : 70},60,5`);
  const csv = `learner,course,completed,score,before,rating\n${rows.join('\n')}\nxavier,first aid,yes,80,,\n`;
  const upload = (...files: [name: string, text: string][]) => page.getByTestId('gate-files').setInputFiles(files.map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
  await upload(['lms.csv', csv], ['sheet.xlsx', 'PK\u0003\u0004…']);
  await expect(verdict).toContainText('Pilot: passed. Every aim is reached.');
  await expect(verdict).toContainText('88.8 % passed the quiz; 80 % are wanted.');
  await expect(verdict).toContainText('sheet.xlsx: This is no text. Save a spreadsheet as CSV in UTF-8, then choose it again.');
  await verdict.getByText('Another course').click();
  await expect(verdict).toContainText('lms.csv, row 92: xavier: first aid');

  const learner = backupOf(readyFor('hotel'));
  const read = readBackup(learner);
  if (!read.ok) throw new Error(read.reason);
  const events = read.events.map((event) => ({ ...event, at: `2027-01-20${event.at.slice(10)}`, context: { ...event.context, rollout: 'tanglaw-bay', phase: 'beach-pilot' } }));
  await upload(['ana.txt', writeBackup({ ...read, events })], ['guest.txt', learner]);
  await expect(verdict).toContainText('Pilot: not yet. What is missing stands below.');
  await expect(verdict).toContainText('1 learner is counted.');
  await expect(verdict).toContainText('Learnt outside of this rollout');
});

test('a poster prints on the paper that was chosen, with the code of its phase', async ({ page }) => {
  await on(page, '2027-02-15');
  await open(page, `${ride}poster/`);
  await expect(page.locator('[data-poster]:visible')).toHaveCount(1);
  await expect(page.locator('[data-poster]:visible')).toContainText(joinCode('carona-clara', 'pilot'));
  await page.getByLabel('All drivers').check();
  await expect(page.locator('[data-poster]:visible')).toContainText(joinCode('carona-clara', 'national'));
  const boxes = async (): Promise<string[]> => [...(await page.pdf({ preferCSSPageSize: true })).toString('latin1').matchAll(/\/MediaBox \[0 0 (\d+)\.?\d* (\d+)/g)].map(([, width, height]) => `${width}×${height}`);
  expect(await boxes()).toEqual(['594×841']);
  await page.getByLabel('A3').check();
  expect(await boxes()).toEqual(['841×1191']);
});

/** A package, made by the command from the built site. */
function packageBy(...args: string[]): { name: string; path: string; forget(): void } {
  const out = mkdtempSync(join(tmpdir(), 'farol-rollout-'));
  execFileSync(process.execPath, ['src/tools/cli/package.ts', ...args, '--date', '2026-11-22', '--out', out], { stdio: 'pipe' });
  const [name = ''] = readdirSync(out);
  return { name, path: join(out, name), forget: () => rmSync(out, { recursive: true }) };
}

test('the page for partners fills in a rollout, and makes what the command makes', async ({ page }) => {
  await on(page, '2026-11-22');
  await open(page, '/en/partners/?rollout=tanglaw-bay&phase=beach-pilot');
  await expect(page.getByTestId('rollout')).toContainText('options of \u2068Municipality of Tanglaw Bay\u2069’s rollout. You can change all of them.');
  await expect(page.getByTestId('phase')).toHaveValue('beach-pilot');
  await expect(page.getByTestId('embed-line')).toHaveValue(/country=PH&amp;rollout=tanglaw-bay&amp;phase=beach-pilot/);
  await page.getByTestId('course').selectOption('manager');
  await page.getByText('Modules', { exact: false }).first().click();
  await expect(page.locator('input[name="module"]:checked')).toHaveCount(4);
  await page.getByTestId('course').selectOption('hotel');
  await page.getByTestId('make').click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('download').click()]);
  const made = packageBy('--course', 'hotel', '--format', 'scorm12', '--rollout', 'tanglaw-bay', '--phase', 'beach-pilot');
  expect(file.suggestedFilename()).toBe(made.name);
  expect(readFileSync((await file.path())!).equals(readFileSync(made.path))).toBe(true);
  made.forget();
  await page.getByText('Your brand').click();
  await page.getByTestId('brandName').fill('Seaside House');
  await expect(page.getByTestId('preview')).toContainText('Seaside House');
  await open(page, '/en/partners/');
  await expect(page.getByTestId('rollout')).toHaveCount(0);
  await expect(page.getByTestId('brandName')).toHaveValue('');
});

test('the command says which rollouts, phases and courses there are', () => {
  const said = (...args: string[]) => spawnSync(process.execPath, ['src/tools/cli/package.ts', '--format', 'scorm12', ...args], { encoding: 'utf8' }).stderr;
  expect(said('--rollout', 'tanglaw')).toMatch(/There is no rollout "tanglaw" in .*There is: carona-clara, tanglaw-bay\. Nothing was written\./);
  expect(said('--rollout', 'tanglaw-bay')).toContain('say which course of the rollout "tanglaw-bay". There is: hotel, manager.');
  expect(said('--rollout', 'tanglaw-bay', '--course', 'driver')).toContain('has no course "driver". There is: hotel, manager.');
  expect(said('--rollout', 'carona-clara', '--phase', 'pilots')).toContain('has no phase "pilots". There is: pilot, national.');
  expect(said('--rollout', 'carona-clara', '--colour', 'ffee00')).toContain('--colour: ');
});

test('the embed wears the rollout, and asks for what it asks before the certificate', async ({ page }) => {
  await bringIn(page, backupOf(readyFor('hotel')));
  await open(page, '/embed/en/hotel/?rollout=tanglaw-bay&phase=beach-pilot');
  await expect(page.locator('[data-brand]')).toHaveText('Municipality of Tanglaw Bay');
  await expect(page.locator('[data-brand] img')).toHaveJSProperty('complete', true);
  expect(await page.locator('[data-brand] img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(page.locator('html')).toHaveClass(/branded/);
  await page.locator('.bar .report').click();
  await expect(page.getByTestId('contact')).toContainText('(038) 555 0100');
  await open(page, '/embed/en/hotel/?rollout=tanglaw-bay&phase=beach-pilot&brand=Seaside#certificate');
  await expect(page.locator('[data-brand]')).toHaveText('Seaside');
  const asked = page.getByTestId('asked');
  await expect(asked).toContainText('Done: at least 20 active minutes');
  await page.getByLabel('Your name').fill('Ana Reyes');
  await page.getByTestId('make').click();
  await expect(asked).toContainText('Tick the sentence to confirm it, if it is true.');
  await page.getByTestId('attest').check();
  await page.getByTestId('make').click();
  await expect(page.getByTestId('sheet')).toBeVisible();
  expect((await recordOf(page)).find(({ verb }) => verb === 'certified')?.context).toMatchObject({ rollout: 'tanglaw-bay', phase: 'beach-pilot' });
});

test('the embed opens where it was left, each place on its own', async ({ page }) => {
  await open(page, '/embed/en/hotel/');
  await page.getByTestId('start').click();
  await expect.poll(() => shown(page)).toBe('before');
  await open(page, '/embed/en/hotel/?start=hotel-signs');
  expect(await shown(page)).toBe('hotel-signs');
  await open(page, '/embed/en/hotel/');
  expect(await shown(page)).toBe('before');
});

test.describe('where there is no such rollout', () => {
  test.use({ expectedErrors: [/status of 404/] });

  test('the embed shows the course without a brand, and the page for partners says it', async ({ page }) => {
    await open(page, '/embed/en/hotel/?rollout=nowhere&phase=none');
    await expect(page.locator('[data-brand]')).toContainText('Farol');
    await expect(page.locator('#live')).toBeEmpty();
    await open(page, '/en/partners/?rollout=nowhere');
    await expect(page.locator('[data-maker] .notice')).toHaveText('There is no rollout \u2068nowhere\u2069 here, or it could not be fetched. Check the address, or fill in the form yourself.');
    await expect(page.getByTestId('make')).toBeEnabled();
  });
});

test.describe('a package of a rollout', () => {
  test.use({ expectedForeign: [/^file:/] });

  test('asks for minutes and confirmation before the certificate', async ({ page }) => {
    const made = packageBy('--course', 'hotel', '--format', 'html', '--rollout', 'tanglaw-bay');
    await page.goto(pathToFileURL(made.path).href);
    await takeCourse(page, courseOf('hotel').modules);
    await page.locator('main a[href="#certificate"]').first().click();
    await page.getByLabel('Your name').fill('Ana Reyes');
    const asked = page.getByTestId('asked');
    await expect(asked).toContainText('Municipality of Tanglaw Bay asks for this before the certificate');
    await expect(asked).toContainText('Still to do: at least 20 active minutes');
    await expect(asked).toContainText('I took this course myself, and I will act on it at work.');
    await page.getByTestId('make').click();
    await expect(asked).toContainText('Not yet: see above what is still to do.');
    await expect(page.getByTestId('sheet')).toBeHidden();
    made.forget();
  });

  test('shows the partner’s own page before the quiz', async ({ page }) => {
    const made = packageBy('--format', 'html', '--rollout', 'carona-clara', '--locale', 'en');
    await page.goto(`${pathToFileURL(made.path).href}#quiz`);
    const own = page.getByTestId('own-page');
    await expect(own).toContainText('What Carona Clara does when you report');
    await page.getByTestId('start').click();
    await expect(own).toBeHidden();
    made.forget();
  });
});

test('who takes part finds the contact below the numbers, and a higher pass mark in the quiz', async ({ page }) => {
  await open(page, town);
  await page.goto('/en/report/PH/');
  await expect(page.locator('#lines .danger + [data-testid="contact"]')).toContainText('(038) 555 0100');
  await page.evaluate(() => {
    const choices = JSON.parse(localStorage.getItem('farol:choices')!) as { terms: string };
    localStorage.setItem('farol:choices', JSON.stringify({ ...choices, terms: JSON.stringify({ ...JSON.parse(choices.terms), passMark: 95 }) }));
  });
  await open(page, '/en/hotel/quiz/');
  await expect(page.locator('.opening')).toContainText('You pass with 95 %');
  await open(page, '/en/driver/quiz/');
  await expect(page.locator('.opening')).toContainText('You pass with 80 %');
});

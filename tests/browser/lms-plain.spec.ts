import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { startLmsPages, type LmsPages } from './lms-pages.ts';
import type {} from './lms.page.ts';

let pages: LmsPages;
test.beforeAll(async () => {
  pages = await startLmsPages();
});
test.afterAll(() => pages.stop());

const place = { view: 'report', passage: 'lines', scroll: 0.25, locale: 'th', country: 'TH' };

test('a course without an LMS keeps record and place in this browser', async ({ page }) => {
  await page.goto(`${pages.origin}/course`);
  expect(await page.evaluate(() => course.open('web'))).toMatchObject({ kind: 'plain', mode: 'normal', name: '' });
  await page.evaluate(async (there) => {
    course.host.keepPlace(there);
    await course.doAll(0, 50);
  }, place);
  await page.reload();
  await page.evaluate(() => course.open('web'));
  expect(await page.evaluate(async () => ({ place: course.host.resume(), events: (await course.events()).length, exit: course.host.exit === undefined }))).toEqual({ place, events: 50, exit: true });
});

test('where the browser has no database for it, in its small storage, which holds the largest course', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Denied', 'SecurityError');
    };
  });
  await page.goto(`${pages.origin}/course`);
  expect(await page.evaluate(() => course.open('html'))).toMatchObject({ kind: 'plain', reasons: [] });
  await page.evaluate(async (there) => {
    course.host.keepPlace(there);
    await course.doAll();
  }, place);
  const before = await page.evaluate(async () => course.foldProfile(await course.events()).courses);
  await page.reload();
  await page.evaluate(() => course.open('html'));
  expect(await page.evaluate(async () => ({ place: course.host.resume(), courses: course.foldProfile(await course.events()).courses, durability: course.host.store.durability }))).toEqual({ place, courses: before, durability: 'may-be-erased' });
});

test('where nothing may be stored, in this window, and says so', async ({ page }) => {
  await page.goto(pages.origin);
  await page.setContent(`<iframe sandbox="allow-scripts" src="${pages.origin}/course"></iframe>`);
  const frame = page.frames()[1]!;
  await frame.waitForFunction(() => 'course' in globalThis);
  await frame.evaluate(() => {
    // A frame without an origin may not ask for the table.
    globalThis.fetch = async () => new Response(JSON.stringify({ id: 'manager', version: 1, passMark: 80, quiz: true, modules: [] }));
  });
  expect(await frame.evaluate(() => course.open('html'))).toMatchObject({ kind: 'plain', reasons: ['not-kept'] });
  expect(await frame.evaluate(() => course.answer())).toEqual({ ok: true });
  expect(await frame.evaluate(async () => (await course.events()).length)).toBe(1);
});

test('a file that is opened by a double click keeps its record as far as the browser lets it', async ({ page }, testInfo) => {
  const script = await (await fetch(`${pages.origin}/course.js`)).text();
  const table = await (await fetch(`${pages.origin}/table`)).text();
  const file = testInfo.outputPath('course.html');
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><title>Course</title><script>globalThis.fetch = async () => new Response(${JSON.stringify(table).replaceAll('<', '\\u003c')});</script><script>${script.replaceAll('</script', '<\\/script')}</script>`);
  await page.goto(pathToFileURL(file).href);
  expect(await page.evaluate(() => course.open('html'))).toMatchObject({ kind: 'plain' });
  expect(await page.evaluate(() => course.answer())).toEqual({ ok: true });
  await page.reload();
  await page.evaluate(() => course.open('html'));
  expect(await page.evaluate(async () => (await course.events()).length)).toBe(1);
});

/** Farol without a line: saving a course, losing the line in every way there is, and newer versions that never mix with older ones. */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import type { CourseFile, CourseList } from '../../src/core/offline/course-list.ts';
import { planTransfers, sizeOf, type Transfer } from '../../src/core/offline/transfers.ts';
import { faultyServer, secondMark, secondVersion, type FaultyServer } from './faulty-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = process.env['FAROL_DIST'] ?? `${root}dist`;

const test = base.extend<{ server: FaultyServer }, { second: string }>({
  server: async ({}, use) => {
    const server = await faultyServer(dist);
    await use(server);
    await server.close();
  },
  second: [
    async ({}, use) => {
      const folder = await secondVersion(dist, root);
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

const saver = (page: Page, state: string) => page.locator(`[data-saver="${state}"]`);
const button = (page: Page, name: string | RegExp) => page.locator('[data-saver]').getByRole('button', { name });
const sentence = (page: Page) => page.locator('[data-save-text]');

async function openCourse(page: Page, { origin }: FaultyServer, course = 'hotel'): Promise<void> {
  await page.goto(`${origin}/en/${course}/`);
  await expect(page.locator('html[data-ready]')).toBeAttached();
}

async function saveCourse(page: Page, server: FaultyServer, course = 'hotel'): Promise<void> {
  await openCourse(page, server, course);
  await button(page, /^Save on this phone/).click();
  await expect(saver(page, 'saved')).toBeAttached();
}

async function goOffline(context: BrowserContext, server: FaultyServer): Promise<void> {
  server.cut();
  await context.setOffline(true);
}

const listOf = async (page: Page, { origin }: FaultyServer, course = 'hotel') => (await (await page.request.get(`${origin}/offline/en/${course}.json`)).json()) as CourseList;
const savedCaches = (page: Page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('farol/saved/')));
const paths = (list: CourseList) => list.files.map(({ url }) => `/${url}`);
const pathOf = (transfer: Transfer) => `/${'pack' in transfer ? transfer.pack.url : transfer.file.url}`;
/** What is asked of the server for these files; all of the course, if none are named. */
const requests = (list: CourseList, files: readonly CourseFile[] = list.files) => planTransfers(files, list.packs).map(pathOf);
/** The request that brings one of these files. */
const requestFor = (list: CourseList, url: string, files: readonly CourseFile[] = list.files) =>
  pathOf(planTransfers(files, list.packs).find((transfer) => ('pack' in transfer ? transfer.files : [transfer.file]).some((file) => file.url === url))!);
const changedFiles = (before: CourseList, after: CourseList) => after.files.filter((file) => !before.files.some(({ url, hash }) => url === file.url && hash === file.hash));

test('says the size, saves the course, and opens every part of it in a new window without a line', async ({ page, context, server }) => {
  await openCourse(page, server);
  const list = await listOf(page, server);
  await expect(button(page, `Save on this phone (${Math.round(list.bytes / 1000)} kB)`)).toBeVisible();
  await button(page, /^Save/).click();
  await expect(saver(page, 'saved')).toBeAttached();
  await expect(sentence(page)).toContainText('Saved on this device.');
  await goOffline(context, server);
  await page.close();

  const later = await context.newPage();
  await later.goto(`${server.origin}/en/hotel/hotel-signs/`);
  await expect(later.locator('html[data-ready]')).toBeAttached();
  const question = later.locator('[data-kind="choice"]').first();
  const right = await question.getAttribute('data-right');
  await question.locator(`input[value="${right}"]`).check();
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question).toContainText('Yes');
  const answers = await later.evaluate((urls) => Promise.all(urls.map((url) => fetch(url).then(({ status }) => status, () => 0))), paths(list));
  expect(answers).toEqual(list.files.map(() => 200));
  const errors: string[] = [];
  later.on('pageerror', (error) => errors.push(String(error)));
  await later.goto(`${server.origin}/en/hotel/quiz/`);
  await later.getByTestId('start').click();
  await expect(later.getByTestId('question')).toBeVisible();
  expect(errors).toEqual([]);
});

test('has the numbers, the way out and the own record without a line, and a page that says so for everything else', async ({ page, context, server }) => {
  await openCourse(page, server);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.goto(`${server.origin}/en/report/TH/`);
  await page.goto(`${server.origin}/en/glossary/`);
  await saveCourse(page, server);
  await expect.poll(() => page.evaluate(async () => !!(await caches.match('/en/verify/', { cacheName: 'farol/opened' })))).toBe(true);
  await goOffline(context, server);
  for (const [path, kind] of [['/', 'home'], ['/en/', 'home'], ['/en/report/', 'report'], ['/en/report/TH/', 'report'], ['/en/my-courses/', 'my-courses'], ['/en/glossary/', 'glossary'], ['/en/verify/?c=abc', 'verify'], ['/en/hotel', 'course']]) {
    await page.goto(`${server.origin}${path}`);
    await expect(page.locator(`[data-page="${kind}"]`)).toBeAttached();
  }
  await page.goto(`${server.origin}/en/report/`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Bolivia' }).locator('[href="tel:110"]')).toBeAttached();
  await page.goto(`${server.origin}/exit/`);
  await expect(page.locator('h1')).toBeAttached();
  await expect(page.locator('html')).not.toContainText('Farol');
  await page.goto(`${server.origin}/en/driver/`);
  await expect(page.locator('[data-page="offline"]')).toBeAttached();
  await expect(page.locator('[data-saved] a')).toHaveAttribute('href', '/en/hotel/');
  await page.locator('[data-saved] a').click();
  await expect(page.locator('[data-page="course"]')).toBeAttached();

  await page.goto(`${server.origin}/en/driver/`);
  await expect(page.locator('[data-saved] a')).toBeAttached();
  await server.restore();
  await context.setOffline(false);
  await expect(page.locator('[data-page="course"]')).toBeAttached();
});

test('goes on where the line broke, and fetches only what is left', async ({ page, server }) => {
  await openCourse(page, server);
  const list = await listOf(page, server);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  server.answersLeft = 5;
  await button(page, /^Save/).click();
  await expect(saver(page, 'waiting')).toBeAttached();
  await expect(sentence(page)).toHaveText('There is no internet just now. Saving goes on when the line is back.');
  await button(page, 'Pause').click();
  await expect(sentence(page)).toContainText('Nothing is lost');

  await server.restore();
  server.asked.length = 0;
  await openCourse(page, server);
  await expect(saver(page, 'paused')).toBeAttached();
  const [cache = ''] = await savedCaches(page);
  const there = await page.evaluate(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname), cache);
  expect(there.length).toBeGreaterThan(3);
  server.asked.length = 0;
  await button(page, 'Go on saving').click();
  await expect(saver(page, 'saved')).toBeAttached();
  const left = list.files.filter(({ url }) => !there.includes(`/${url}`));
  const fetched = server.asked.filter((path) => requests(list).includes(path) || paths(list).includes(path));
  expect(left.length).toBeLessThan(list.files.length);
  expect(fetched.filter((path) => !requests(list, left).includes(path))).toEqual([]);
  expect(new Set(fetched).size).toBe(fetched.length);
  expect(requests(list, left).filter((path) => !path.startsWith('/assets/') && !fetched.includes(path))).toEqual([]);
});

test('goes on by itself when the line is back, after a file broke off half way', async ({ page, context, server }) => {
  await openCourse(page, server);
  server.truncated.add(requestFor(await listOf(page, server), 'en/hotel/respond-safely/'));
  await button(page, /^Save/).click();
  await expect(saver(page, 'waiting')).toBeAttached();
  server.truncated.clear();
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(saver(page, 'saved')).toBeAttached();
});

for (const [left, request] of [['while it saved', (list: CourseList) => requestFor(list, 'en/hotel/quiz/')], ['before the server had answered at all', () => '/offline/en/hotel.json']] as const) {
  test(`goes on by itself on the next visit when the page was left ${left}`, async ({ page, server }) => {
    await openCourse(page, server);
    const slow = request(await listOf(page, server));
    server.delay = (path) => (path === slow ? 60_000 : 0);
    await button(page, /^Save/).click();
    await expect(saver(page, 'running')).toBeAttached();
    await page.goto(`${server.origin}/en/`);
    server.delay = () => 0;
    await openCourse(page, server);
    await expect(saver(page, 'saved')).toBeAttached();
  });
}

test('a missing part fails that course with a sentence, and nothing else', async ({ page, context, server }) => {
  await saveCourse(page, server, 'hotel');
  await openCourse(page, server, 'driver');
  const part = requestFor(await listOf(page, server, 'driver'), 'en/driver/driver-signs/');
  server.missing.add(part);
  await button(page, /^Save/).click();
  await expect(sentence(page)).toHaveText(`One part of the course could not be loaded from the server (${part.slice(1)}). Nothing was changed. Please try again later.`);
  await goOffline(context, server);
  await page.goto(`${server.origin}/en/driver/`);
  await expect(page.locator('[data-page="offline"]')).toBeAttached();
  await expect(page.locator('[data-saved] li')).toHaveCount(1);
  await page.goto(`${server.origin}/en/hotel/hotel-signs/`);
  await expect(page.locator('[data-page="module"]')).toBeAttached();
});

test('refuses a login page that comes in place of a part, for the course and for the shell', async ({ page, server }) => {
  server.replaced.set('/en/report/', '<h1>Room number and name, please</h1>');
  await openCourse(page, server);
  server.replaced.set(requestFor(await listOf(page, server), 'en/hotel/quiz/'), '<h1>Room number and name, please</h1>');
  await button(page, /^Save/).click();
  await expect(sentence(page)).toHaveText('The course is being updated on the server. Please try again in a few minutes.');
  await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()));
  server.replaced.clear();
  await button(page, 'Go on saving').click();
  await expect(saver(page, 'saved')).toBeAttached();
  const [quiz, lines] = await page.evaluate(() => Promise.all(['/en/hotel/quiz/', '/en/report/'].map(async (path) => (await fetch(path)).text())));
  expect(quiz).not.toContain('Room number');
  expect(lines).not.toContain('Room number');
});

test('keeps the search index from the time when search was opened', async ({ page, context, server }) => {
  const fetchIndex = () => page.evaluate(async () => (await fetch('/search/en.json')).text());
  server.replaced.set('/search/en.json', '{"first":true}');
  await openCourse(page, server);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  expect(await page.evaluate(() => caches.has('farol/search'))).toBe(false);
  expect(await fetchIndex()).toBe('{"first":true}');
  server.replaced.set('/search/en.json', '{"second":true}');
  expect(await fetchIndex()).toBe('{"second":true}');
  await goOffline(context, server);
  expect(await fetchIndex()).toBe('{"second":true}');
});

test('never mixes two versions: the saved one stays whole until it is updated, and then all of it is new', async ({ page, server, second }) => {
  await saveCourse(page, server);
  const before = await listOf(page, server);
  server.dist = second;
  const after = await listOf(page, server);
  expect(after.version).not.toBe(before.version);
  const script = /assets\/player\.\w+\.js/;
  const contentOf = (path: string) => page.evaluate(async (url) => (await fetch(url)).text(), path);
  const [oldPlayer] = before.files.filter(({ url }) => script.test(url));
  const [newPlayer] = after.files.filter(({ url }) => script.test(url));

  for (const { url } of before.files.filter(({ url }) => url.endsWith('/'))) {
    const html = await contentOf(`/${url}`);
    expect(html).not.toContain(secondMark);
    expect(html).not.toContain(newPlayer!.url);
  }
  await page.goto(`${server.origin}/en/hotel/hotel-signs/`);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  expect(await page.evaluate(() => 'secondPlayer' in globalThis)).toBe(false);
  expect(await contentOf(`/${oldPlayer!.url}`)).not.toContain('secondPlayer');

  // Another course, not saved, is the server's.
  await page.goto(`${server.origin}/en/driver/driver-signs/`);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  expect(await page.evaluate(() => 'secondPlayer' in globalThis)).toBe(true);

  await openCourse(page, server);
  const changed = changedFiles(before, after);
  const size = sizeOf(planTransfers(changed, after.packs));
  await expect(sentence(page)).toHaveText(`A newer version of this course is ready (${Math.round(size / 1000)} kB). The saved one still works.`);
  server.asked.length = 0;
  await button(page, 'Update the saved course').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(secondMark);
  await expect(saver(page, 'saved')).toBeAttached();
  const wanted = requests(after, changed);
  const fetched = server.asked.filter((path) => requests(after).includes(path) || paths(after).includes(path));
  expect(fetched.filter((path) => !wanted.includes(path))).toEqual([]);
  expect(wanted.filter((path) => !path.startsWith('/assets/') && !fetched.includes(path))).toEqual([]);
  expect(await savedCaches(page)).toEqual([`farol/saved/en/hotel/${after.version}`]);
  await page.goto(`${server.origin}/en/hotel/hotel-signs/`);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  expect(await page.evaluate(() => 'secondPlayer' in globalThis)).toBe(true);
});

test('an update that breaks off leaves the saved version in use', async ({ page, context, server, second }) => {
  await saveCourse(page, server);
  const before = await listOf(page, server);
  server.dist = second;
  const after = await listOf(page, server);
  const part = requestFor(after, 'en/hotel/respond-safely/', changedFiles(before, after));
  server.missing.add(part);
  await openCourse(page, server);
  await button(page, 'Update the saved course').click();
  await expect(sentence(page)).toContainText(`(${part.slice(1)})`);
  await goOffline(context, server);
  await page.goto(`${server.origin}/en/hotel/`);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(secondMark);
  await expect(saver(page, 'saved')).toBeAttached();
});

test('a newer Farol waits while a quiz runs, is offered on the next page, and keeps what was saved', async ({ page, context, server, second }) => {
  await saveCourse(page, server);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.goto(`${server.origin}/en/hotel/quiz/`);
  await page.getByTestId('start').click();
  await expect(page.getByTestId('question')).toBeVisible();
  server.dist = second;
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting);
  await expect(page.locator('#live')).toBeEmpty();
  await expect(page.getByTestId('question')).toBeVisible();

  await page.goto(`${server.origin}/en/report/`);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(secondMark);
  await page.locator('#live').getByRole('button', { name: 'Use it now' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(secondMark);
  await goOffline(context, server);
  await page.goto(`${server.origin}/en/hotel/hotel-signs/`);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(secondMark);
});

test('says that there is no room, clears what it began, and keeps an older saved version', async ({ page, context, server, second }) => {
  await openCourse(page, server);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const browser = await context.newCDPSession(page);
  const quota = (quotaSize?: number) => browser.send('Storage.overrideQuotaForOrigin', { origin: server.origin, ...(quotaSize && { quotaSize }) });
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await quota(used + 200_000);
  await button(page, /^Save/).click();
  await expect(sentence(page)).toHaveText(/^There is not enough room on this device\. \d+ kB are needed\./);
  expect(await savedCaches(page)).toEqual([]);

  await quota();
  await button(page, /^Save/).click();
  await expect(saver(page, 'saved')).toBeAttached();
  const [first] = await savedCaches(page);
  server.dist = second;
  await openCourse(page, server);
  await quota((await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)) + 100_000);
  await button(page, 'Update the saved course').click();
  await expect(sentence(page)).toHaveText(/^There is not enough room/);
  expect(await savedCaches(page)).toEqual([first]);
  await page.goto(`${server.origin}/en/hotel/hotel-signs/`);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(secondMark);
});

test('notices that the browser has erased a saved course, says so, and saves it again', async ({ page, context, server }) => {
  await saveCourse(page, server);
  // Between two visits: no page is open and the worker has ended, as it is when a browser makes room.
  await page.goto('about:blank');
  const browser = await context.newCDPSession(page);
  await browser.send('ServiceWorker.enable');
  await browser.send('ServiceWorker.stopAllWorkers');
  await browser.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'cache_storage' });
  await openCourse(page, server);
  await expect(sentence(page)).toHaveText('The browser has removed this saved course. You can save it again.');
  await page.goto(`${server.origin}/en/offline/`);
  await expect(page.locator('[data-saved]')).toContainText('The browser has removed this saved course.');
  await openCourse(page, server);
  await button(page, /^Save/).click();
  await expect(saver(page, 'saved')).toBeAttached();

  const list = await listOf(page, server);
  const lost = `/en/hotel/report/`;
  await page.evaluate(async ({ name, path }) => (await caches.open(name)).delete(path), { name: `farol/saved/en/hotel/${list.version}`, path: lost });
  await openCourse(page, server);
  await expect(saver(page, 'erased')).toBeAttached();
  server.asked.length = 0;
  await button(page, /^Save/).click();
  await expect(saver(page, 'saved')).toBeAttached();
  expect(server.asked.filter((path) => paths(list).includes(path))).toEqual([lost]);
});

test('removes a course, with a way back', async ({ page, context, server }) => {
  await saveCourse(page, server);
  const list = await listOf(page, server);
  await button(page, 'Remove from this device').click();
  await expect(sentence(page)).toHaveText('Removed. Your answers and certificates are still here.');
  server.asked.length = 0;
  await button(page, 'Undo').click();
  await expect(saver(page, 'saved')).toBeAttached();
  expect(server.asked.filter((path) => requests(list).includes(path) || path.startsWith('/en/hotel/'))).toEqual([]);

  await button(page, 'Remove from this device').click();
  await expect(button(page, 'Undo')).toBeVisible();
  await openCourse(page, server);
  await expect(saver(page, 'not-saved')).toBeAttached();
  await expect.poll(() => savedCaches(page)).toEqual([]);
  await goOffline(context, server);
  await page.goto(`${server.origin}/en/hotel/hotel-signs/`);
  await expect(page.locator('[data-page="offline"]')).toBeAttached();
  await expect(page.locator('[data-saved]')).toContainText('No course is saved yet');
});

test('two tabs save a course once', async ({ page, context, server }) => {
  await openCourse(page, server);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const other = await context.newPage();
  await openCourse(other, server);
  server.delay = (path) => (path.startsWith('/offline/') ? 500 : 0);
  server.asked.length = 0;
  await Promise.all([page, other].map((tab) => button(tab, /^Save/).evaluate((element: HTMLElement) => element.click())));
  await expect(saver(page, 'saved')).toBeAttached();
  await expect(saver(other, 'saved')).toBeAttached();
  const list = await listOf(page, server);
  const packs = list.packs.map(({ url }) => `/${url}`);
  expect(server.asked.filter((path) => packs.includes(path)).sort()).toEqual([...packs].sort());
});

test('shows in one tab what another one saves', async ({ page, context, server }) => {
  await openCourse(page, server);
  const other = await context.newPage();
  await openCourse(other, server);
  server.delay = (path) => (path.startsWith('/offline/en/hotel/') || path.startsWith('/assets/') ? 300 : 0);
  await button(page, /^Save/).click();
  await expect(other.locator('[data-save-count]')).toContainText(/Saving: \d+ of \d+ parts/);
  await expect(button(other, /^Save/)).toHaveCount(0);
  await expect(saver(other, 'saved')).toBeAttached();
});

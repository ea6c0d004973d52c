/** Packages as they are played: from an unknown address under a strict policy, in systems of every kind, and from the disk. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect, type Frame, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { largestSingleFile } from '../../src/core/package/single-file.ts';
import type {} from '../browser/lms-system.page.ts';
import { catalogs, packageOf, startPackageHost, type PackageHost } from './package-host.ts';
import { shown, takeCourse } from './take-course.ts';
import { TestLrs } from './test-lrs.ts';

/** The course with the most modules and the most words. */
const course = 'manager';
const modules = catalogs.get('en')!.courses.find(({ id }) => id === course)!.modules.map(({ id }) => id);
const largestPackage = 350_000;
const languages = ['en', 'pt-BR', 'th'].filter((locale) => catalogs.has(locale));

interface Quiet {
  /** Addresses that may be asked for, by their beginning. */
  allowed: string[];
  /** A record store: it says with 404 that there is no state yet, and with 409 that it has a statement already whose receipt was lost when the page was closed. */
  store: string;
}

/** A page that fails its test for any error, any violation of the policy and any request to elsewhere. */
const test = base.extend<{ quiet: Quiet }, { host: PackageHost; lrs: TestLrs }>({
  host: [
    async ({}, use) => {
      const host = await startPackageHost();
      await use(host);
      await host.stop();
    },
    { scope: 'worker' },
  ],
  lrs: [
    async ({}, use) => {
      const lrs = await new TestLrs().start();
      await use(lrs);
      await lrs.stop();
    },
    { scope: 'worker' },
  ],
  quiet: [
    async ({ context }, use) => {
      const faults: string[] = [];
      const quiet = { allowed: ['data:', 'blob:', 'about:'], store: '' };
      context.on('request', (request) => {
        if (!quiet.allowed.some((start) => request.url().startsWith(start))) faults.push(`asked for ${request.url()}`);
      });
      context.on('console', (message) => {
        const isReceipt = quiet.store && message.location().url.startsWith(quiet.store) && /status of (404|409)/.test(message.text());
        if (message.type() === 'error' && !isReceipt) faults.push(`the console says: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => faults.push(String(error.error())));
      await use(quiet);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
test.describe.configure({ mode: 'default' });

/** Finished modules, the short test left out, the final quiz, the certificate still to be made. */
async function expectFinished(frame: Frame | Page): Promise<void> {
  await expect.poll(() => shown(frame)).not.toBe('');
  if ((await shown(frame)) !== 'start') await frame.locator('.crumbs a').first().click();
  await expect.poll(() => shown(frame)).toBe('start');
  await expect(frame.locator('.modules [data-module].is-done')).toHaveCount(modules.length);
  await expect(frame.locator('.modules [data-quiz="quiz"]')).toHaveClass(/is-done/);
}

// A finger waits for no scrolling to come to rest.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const edition of ['scorm12', 'scorm2004'] as const) {
  for (const locale of languages) {
    test(`${edition} in ${locale}: completed, closed, opened again`, async ({ page, host, quiet }) => {
      test.setTimeout(180_000);
      const made = packageOf({ course, locales: [locale], format: edition });
      expect(made.bytes.length).toBeLessThan(largestPackage);
      const folder = host.unpack(made);
      quiet.allowed.push(folder, `${host.origin}/system`);
      const launch = async (): Promise<Frame> => {
        await page.goto(host.system({ edition, attempt: made.name }, `${folder}index.html`));
        const frame = page.frames().find((each) => each.url().startsWith(folder))!;
        await expect.poll(() => shown(frame)).not.toBe('');
        return frame;
      };
      await takeCourse(await launch(), modules);
      await page.goto('about:blank');
      const frame = await launch();
      const committed = await page.evaluate(() => lmsSystem.committed());
      if (edition === 'scorm12') expect(committed).toMatchObject({ 'core.lesson_status': 'passed', 'core.score.raw': '100', exit: 'suspend' });
      else expect(committed).toMatchObject({ completion_status: 'completed', success_status: 'passed', 'score.scaled': '1', 'score.raw': '100', progress_measure: '1', exit: 'suspend' });
      expect(committed['suspend_data']!.length).toBeLessThanOrEqual(3500);
      const refused = await page.evaluate(() => lmsSystem.calls.filter(({ answer, call }) => answer === 'false' && !call.includes('Get')));
      expect(refused).toEqual([]);
      await expectFinished(frame);
    });
  }
}

for (const format of ['cmi5', 'xapi'] as const) {
  for (const locale of languages) {
    test(`${format} in ${locale}: completed, closed, opened again`, async ({ page, host, lrs, quiet }) => {
      test.setTimeout(180_000);
      const made = packageOf({ course, locales: [locale], format });
      expect(made.bytes.length).toBeLessThan(largestPackage);
      const folder = host.unpack(made);
      quiet.allowed.push(folder, lrs.origin);
      quiet.store = `${lrs.origin}/xapi/`;
      const registration = crypto.randomUUID();
      const launch = async (): Promise<void> => {
        const query = format === 'cmi5' ? lrs.cmi5({ registration }) : lrs.tinCan(registration);
        await page.goto(`${folder}index.html?${new URLSearchParams(query)}`);
      };
      await launch();
      await takeCourse(page, modules);
      const said = () => lrs.statements.filter(({ context }) => context.registration === registration);
      const result = (verb: string) => said().filter((statement) => statement.verb.id.endsWith(`/${verb}`)).map(({ result: given }) => given);
      await expect.poll(() => result('passed').length).toBeGreaterThan(0);
      expect(result('passed').at(-1)).toMatchObject({ success: true, score: { scaled: 1 } });
      await page.goto('about:blank');
      if (format === 'cmi5') await expect.poll(() => result('terminated').length).toBe(1);
      await launch();
      await expectFinished(page);
      expect(lrs.problems).toEqual([]);
      expect(result('passed')).toHaveLength(1);
      expect(result('completed').length).toBeGreaterThan(0);
    });
  }
}

test('web: a folder at an unknown address, in two languages, and again without a line', async ({ page, context, host, quiet }) => {
  test.setTimeout(90_000);
  const folder = host.unpack(packageOf({ course: 'driver', locales: ['en', 'th'], format: 'web', country: 'BR', brandName: 'Rides', colour: '#7a1f5c' }));
  quiet.allowed.push(folder);
  await page.goto(folder);
  await expect.poll(() => shown(page)).toBe('start');
  await expect(page.locator('[data-brand]')).toHaveText('Rides');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope))).toBe(folder);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  await page.reload();
  await context.setOffline(true);
  await page.reload();
  await expect.poll(() => shown(page)).toBe('start');
  await page.locator('.languages summary').click();
  await page.locator('[data-language][hreflang="th"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  await page.locator('[data-report]').click();
  await expect.poll(() => shown(page)).toBe('lines');
  await expect(page.locator('[data-pack="BR"]')).toBeVisible();
  await expect(page.locator('[data-pack]')).toHaveCount(1);
});

for (const locale of languages) {
  test(`html in ${locale}: one file, opened from the disk, to its end`, async ({ page, quiet }) => {
    test.setTimeout(180_000);
    const made = packageOf({ course, locales: [locale], format: 'html' });
    expect(made.bytes.length).toBeLessThanOrEqual(largestSingleFile);
    const folder = mkdtempSync(join(tmpdir(), 'farol-file-'));
    const file = join(folder, 'a course.html');
    writeFileSync(file, made.bytes);
    quiet.allowed.push(pathToFileURL(file).href);
    await page.goto(pathToFileURL(file).href);
    await takeCourse(page, modules);
    await page.getByTestId('certificate').click();
    await expect.poll(() => shown(page)).toBe('certificate');
    await page.locator('#name').fill('Ana Ruiz');
    await page.getByTestId('make').click();
    await expect(page.locator('[data-code-dark]')).toHaveAttribute('d', /^M/);
    await page.locator('[data-report]').click();
    await expect.poll(() => shown(page)).toBe('lines');
    await expect(page.locator('[data-countries] a')).toHaveCount(catalogs.get(locale)!.countries.length);
    await page.locator('[data-countries] a').first().click();
    await expect(page.locator('[data-pack]:visible')).toHaveCount(1);
    rmSync(folder, { recursive: true });
  });
}

test('html: without storage, and without scripts, it still teaches', async ({ browser }) => {
  const made = packageOf({ course: 'driver', locales: ['en'], format: 'html', country: 'BR' });
  const folder = mkdtempSync(join(tmpdir(), 'farol-file-'));
  const file = join(folder, 'course.html');
  writeFileSync(file, made.bytes);
  const denied = await browser.newContext();
  await denied.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError'); } });
  });
  const page = await denied.newPage();
  await page.goto(pathToFileURL(file).href);
  await expect.poll(() => shown(page)).toBe('start');
  await denied.close();

  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  const plain = await scriptless.newPage();
  await plain.goto(pathToFileURL(file).href);
  await expect(plain.locator('.dial').first()).toBeVisible();
  await scriptless.close();
  rmSync(folder, { recursive: true });
});

test('a selection of modules counts what is in it, and leads nowhere else', async ({ page, host, quiet }) => {
  const chosen = ['manager-case', 'report'];
  const folder = host.unpack(packageOf({ course, locales: ['en'], format: 'web', modules: chosen }));
  quiet.allowed.push(folder);
  await page.goto(folder);
  await takeCourse(page, chosen);
  await expect(page.getByTestId('certificate')).toHaveCount(0);
  await page.locator('.crumbs a').first().click();
  await expect.poll(() => shown(page)).toBe('start');
  await expect(page.locator('.modules [data-module]')).toHaveCount(2);
  for (const link of await page.locator('main a[href^="#"]').all()) expect(await page.evaluate((id) => document.body.dataset['views']!.split(' ').includes(id), (await link.getAttribute('href'))!.slice(1).split('/')[0]!)).toBe(true);
});

test('npm run package writes the package, or says in a sentence what is wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'farol-out-'));
  const run = (...flags: string[]) => {
    try {
      return { code: 0, text: execFileSync(process.execPath, ['src/tools/cli/package.ts', '--out', folder, '--date', '2026-11-22', ...flags], { encoding: 'utf8', stdio: 'pipe' }) };
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string };
      return { code: status, text: stderr };
    }
  };
  const contact = join(folder, 'contact.yaml');
  writeFileSync(contact, 'name: Ana\nphone: "12 34"\ntext: Tell Ana.\n');
  const made = run('--course', 'driver', '--locale', 'en', '--locale', 'th', '--format', 'scorm12', '--country', 'BR', '--preset', 'moodle', '--pass-mark', '90', '--contact', contact);
  expect(made.text).toMatch(/farol-driver-en-th-BR-scorm12\.zip {2}\d+ kB, content [0-9a-f]{16}/);
  const files = unzipSync(readFileSync(join(folder, 'farol-driver-en-th-BR-scorm12.zip')));
  expect(strFromU8(files['imsmanifest.xml']!)).toContain('<adlcp:masteryscore>90</adlcp:masteryscore>');
  expect(strFromU8(files['README.txt']!)).toMatch(/What to do in Moodle\n1\. /);
  expect(JSON.parse(strFromU8(files['farol-package.json']!))).toMatchObject({ date: '2026-11-22', options: { contact: { name: 'Ana' } } });

  const wrong = run('--course', 'pilot', '--locale', 'en', '--format', 'aicc', '--colour', '#ffee00');
  expect(wrong.code).toBe(2);
  expect(wrong.text).toMatch(/--course: There is no course “pilot”\. Choose one of: .*driver/);
  expect(wrong.text).toMatch(/--format: There is no format “aicc”/);
  expect(wrong.text).toMatch(/--colour: .*The nearest colour that works is #[0-9a-f]{6}\./);
  expect(wrong.text).toMatch(/Nothing was written\.\n$/);
  expect(run('--course', 'driver', '--locale', 'en', '--format', 'html', '--contact', join(folder, 'nowhere.yaml')).text).toMatch(/There is no file .*nowhere\.yaml\. Nothing was written\./);
  writeFileSync(contact, 'name: [Ana]\n');
  expect(run('--course', 'driver', '--locale', 'en', '--format', 'html', '--contact', contact).text).toMatch(/is no contact: .*Nothing was written\./);
  expect(run('--course', 'driver', '--locale', 'en', '--format', 'html', '--dist', folder).text).toMatch(/There is no built site in .*Run "npm run build" first\./);
  expect(run('--course', 'driver', '--colur', '1').text).toMatch(/Unknown option '--colur'.*Nothing was written\./);
  rmSync(folder, { recursive: true });
});

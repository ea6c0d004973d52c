/** A course in a partner's page on another site: what the partner sees, what is kept, and who is not listened to. The browser's private windows block what third parties store. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, expect, test as base, type Frame, type Page } from '@playwright/test';
import { answer, takeQuiz } from './answering.ts';
import { startHost, type HostServer } from './host-server.ts';
import { backupOf, seedLearner } from './seed-record.ts';
import { statementProblems } from './statement-problems.ts';

interface Logged { type: string; [field: string]: unknown }
declare global {
  interface Window { log: Logged[]; say(message: unknown): void }
}

const test = base.extend<{ host: HostServer; faults: string[]; expectedErrors: RegExp[] }>({
  expectedErrors: [[], { option: true }],
  host: async ({ baseURL }, use) => {
    const host = await startHost(`${baseURL}/`);
    await use(host);
    await host.close();
  },
  faults: [
    async ({ context, expectedErrors }, use) => {
      const faults: string[] = [];
      const note = (text: string) => expectedErrors.some((pattern) => pattern.test(text)) || faults.push(text);
      context.on('console', (message) => message.type() === 'error' && note(`${message.text()} (${message.location().url})`));
      context.on('weberror', (error) => note(String(error.error())));
      await use(faults);
      expect(faults, 'both pages must stay quiet').toEqual([]);
    },
    { auto: true },
  ],
});

const logOf = (page: Page, type?: string) => page.evaluate((wanted) => window.log.filter((message) => !wanted || message.type === wanted), type);
const logged = (page: Page, type: string) => expect.poll(() => logOf(page, type)).not.toEqual([]);

async function frameOf(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().length).toBeGreaterThan(1);
  const frame = page.frames()[1]!;
  await expect(frame.locator('html[data-ready]')).toBeAttached();
  return frame;
}

async function openHost(page: Page, host: HostServer, attributes = '', file = 'element.html'): Promise<Frame> {
  await page.goto(`${host.url}${file}?attributes=${encodeURIComponent(attributes)}`);
  return frameOf(page);
}

/** What a learner brings along who has done all modules. */
const allModules = () => backupOf(seedLearner({ course: 'hotel' }));

const go = async (page: Page, frame: Frame, view: string): Promise<void> => {
  await frame.evaluate((id) => {
    const link = document.createElement('a');
    link.href = `#${id}`;
    document.querySelector('main')!.append(link);
    link.click();
  }, view);
  await expect.poll(async () => (await logOf(page, 'view')).at(-1)?.['view']).toBe(view);
  await expect(frame.locator('html[data-ready]')).toBeAttached();
};

async function answerFirst(frame: Frame): Promise<string> {
  const question = frame.locator('main [data-question]:not([data-kind="reflection"])').first();
  return (await answer(question, true)).ref;
}

test.describe('the element', () => {
  test('weighs no more than 4 kB', async ({ request }) => {
    const response = await request.get('/farol-course.js');
    expect((await response.body()).length).toBeLessThanOrEqual(4096);
    expect(response.headers()['cache-control']).toBe('no-cache');
    expect(response.headers()['access-control-allow-origin']).toBe('*');
  });

  test('is as high as its content, at every part, and nothing scrolls twice or sideways', async ({ page, host }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const frame = await openHost(page, host);
    for (const view of ['hotel-signs', 'quiz', 'lines']) {
      await go(page, frame, view);
      await expect.poll(() => frame.evaluate(() => Math.abs(document.body.getBoundingClientRect().height - innerHeight)), view).toBeLessThanOrEqual(1);
      expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight), view).toBeLessThanOrEqual(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });

  test('keeps its height still while the reader reads', async ({ page, host }) => {
    const frame = await openHost(page, host);
    await go(page, frame, 'hotel-signs');
    const heights = await page.evaluate(async () => {
      const iframe = document.querySelector('farol-course')!.shadowRoot!.querySelector('iframe')!;
      const seen = new Set<string>();
      for (let frames = 0; frames < 60; frames += 1) {
        await new Promise(requestAnimationFrame);
        seen.add(iframe.style.height);
      }
      return [...seen];
    });
    expect(heights.length, heights.join(', ')).toBeLessThanOrEqual(2);
  });

  test('is named after what it shows, in its language', async ({ page, host }) => {
    const frame = await openHost(page, host);
    const iframe = page.locator('farol-course iframe');
    await expect(iframe).toHaveAttribute('title', 'Hotel and lodging staff');
    await expect(iframe).toHaveAttribute('lang', 'en');
    await go(page, frame, 'quiz');
    await expect(iframe).toHaveAttribute('title', await frame.locator('h1').innerText());
  });

  test('lets the focus in and out, and takes it only when it is asked', async ({ page, host }) => {
    const frame = await openHost(page, host);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.locator('#before a').focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('FAROL-COURSE');
    expect(await frame.evaluate(() => document.activeElement?.matches('.skip'))).toBe(true);

    await page.locator('#before a').focus();
    await page.evaluate(() => document.querySelector<HTMLElement>('farol-course')!.focus());
    await expect(frame.locator('h1')).toBeFocused();
  });

  test('begins each part at its top', async ({ page, host }) => {
    const frame = await openHost(page, host);
    await go(page, frame, 'hotel-signs');
    await page.evaluate(() => scrollTo(0, 2000));
    await go(page, frame, 'hotel-actions');
    await expect.poll(() => page.evaluate(() => Math.abs(document.querySelector('farol-course')!.getBoundingClientRect().top))).toBeLessThanOrEqual(1);
  });

  test('says what happens, each as a statement that xAPI accepts', async ({ page, host }) => {
    host.state = allModules();
    const frame = await openHost(page, host, 'start="hotel-signs"');
    await expect.poll(async () => (await logOf(page, 'progress')).at(-1)).toMatchObject({ done: 8, total: 8 });
    const [ready] = await logOf(page, 'ready');
    expect(ready).toEqual({ type: 'ready', course: 'hotel', module: '', title: 'Hotel and lodging staff', locale: 'en' });

    const ref = await answerFirst(frame);
    await logged(page, 'answered');
    const [answered] = await logOf(page, 'answered');
    expect(answered?.['record']).toMatchObject({ verb: { id: 'http://adlnet.gov/expapi/verbs/answered' }, object: { id: `urn:farol:question:${ref}` }, result: { success: true, score: { scaled: 1 } } });
    expect(JSON.stringify(answered)).not.toContain('"mbox');

    await go(page, frame, 'quiz');
    await takeQuiz(frame, false);
    await logged(page, 'failed');
    await frame.getByTestId('start').click();
    await takeQuizOn(frame);
    await logged(page, 'completed');
    const [completed] = await logOf(page, 'completed');
    expect(completed?.['record']).toMatchObject({ verb: { id: 'http://adlnet.gov/expapi/verbs/completed' }, object: { id: 'urn:farol:course:hotel' }, result: { success: true, completion: true } });

    const log = await logOf(page);
    const statements = log.filter(({ record }) => record).map(({ record }) => record as { id: string });
    expect(new Set(statements.map(({ id }) => id)).size, 'no statement twice').toBe(statements.length);
    for (const statement of statements) expect(statementProblems(statement)).toEqual([]);
    expect(log.filter(({ type }) => type === 'completed'), 'once').toHaveLength(1);
  });

  test('frames one module, which is completed by itself', async ({ page, host }) => {
    host.state = backupOf(seedLearner({ course: 'hotel', modules: 0 }));
    await page.goto(`${host.url}element.html?attributes=${encodeURIComponent('module="hotel-signs"')}`);
    const frame = await frameOf(page);
    await expect.poll(async () => (await logOf(page, 'ready'))[0]).toMatchObject({ course: 'hotel', module: 'hotel-signs' });
    const questions = frame.locator('main [data-question]:not([data-kind="reflection"])');
    for (let index = 0; index < (await questions.count()); index += 1) await answer(questions.nth(index), true);
    await logged(page, 'completed');
    expect((await logOf(page, 'completed'))[0]?.['record']).toMatchObject({ object: { id: 'urn:farol:module:hotel-signs' }, result: { completion: true } });
    expect((await logOf(page, 'progress')).at(-1)).toMatchObject({ done: 1, total: 1 });
  });

  test('has a button to leave, where the page listens to it', async ({ page, host }) => {
    let frame = await openHost(page, host);
    await expect(frame.getByTestId('exit')).toBeHidden();
    frame = await openHost(page, host, 'exit');
    await frame.getByTestId('exit').click();
    await logged(page, 'exit');
  });

  test('shows another course when its attribute changes, and is silent once it is gone', async ({ page, host }) => {
    await openHost(page, host);
    await page.locator('farol-course').evaluate((element) => element.setAttribute('course', 'driver'));
    await expect.poll(async () => (await logOf(page, 'ready')).map(({ course }) => course)).toEqual(['hotel', 'driver']);
    const before = (await logOf(page)).length;
    await page.evaluate(() => document.querySelector('farol-course')!.remove());
    await expect.poll(() => page.frames().length).toBe(1);
    expect((await logOf(page)).length).toBe(before);
  });

  test('stays accessible in the page around it', async ({ page, host }) => {
    await openHost(page, host);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});

/** The quiz whose Start was pressed already. */
async function takeQuizOn(frame: Frame): Promise<void> {
  const question = frame.getByTestId('question').locator('[data-question]');
  await expect(frame.getByTestId('result')).toHaveCount(0);
  while (!(await frame.getByTestId('result').isVisible())) {
    await answer(question, true);
    await frame.getByTestId('next').click();
    await expect(question.locator('.verdict')).toHaveCount(0);
  }
}

test.describe('what the learner did', () => {
  test.use({ expectedErrors: [/status of 500/] });

  test('comes back from the host where the browser stores nothing', async ({ page, host, browser }) => {
    const frame = await openHost(page, host, 'start="hotel-signs"');
    expect(await frame.evaluate(() => new Promise((resolve) => {
      const request = indexedDB.open('probe');
      request.onsuccess = () => resolve('stores');
      request.onerror = () => resolve('refuses');
    })), 'this browser blocks what third parties store').toBe('refuses');
    const ref = await answerFirst(frame);
    await expect.poll(() => host.state).toContain(`question:${ref}`);

    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const again = await context.newPage();
    const second = await openHost(again, host, 'start="hotel-signs"');
    await expect(second.locator(`main [data-question="${ref}"] .verdict`)).toBeVisible();
    expect(await logOf(again, 'answered'), 'what was answered before is not told twice').toEqual([]);
    await context.close();
  });

  test('is given to the host at once: the page may be left right after an answer', async ({ page, host }) => {
    const frame = await openHost(page, host, 'start="hotel-signs"');
    const ref = await answerFirst(frame);
    await page.goto('about:blank');
    await expect.poll(() => host.state).toContain(`question:${ref}`);
    expect(host.state.startsWith('{"farol":"backup"')).toBe(true);
  });

  test('joins what a state has that comes later, and loses nothing', async ({ page, host }) => {
    const frame = await openHost(page, host, '', 'bare.html');
    await page.evaluate(() => window.say({ farol: 1, type: 'init', saves: true, sizes: false, exits: false, state: null }));
    const ref = await answerFirst(frame);
    await logged(page, 'answered');
    await page.evaluate((state) => window.say({ farol: 1, type: 'restore', state }), allModules());
    await expect.poll(async () => (await logOf(page, 'progress')).at(-1)).toMatchObject({ done: 1, total: 1 });
    await expect.poll(async () => String((await logOf(page, 'save')).at(-1)?.['state'])).toContain(`question:${ref}`);
  });

  test('goes on when the state is no state', async ({ page, host }) => {
    host.state = 'not a backup at all';
    const frame = await openHost(page, host, 'start="hotel-signs"');
    const ref = await answerFirst(frame);
    await expect.poll(() => host.state).toContain(`question:${ref}`);
  });

  test('is said to be in danger when the host cannot keep it', async ({ page, host }) => {
    const frame = await openHost(page, host, 'start="hotel-signs"');
    host.keepStatus = 500;
    await answerFirst(frame);
    await expect(frame.locator('#live')).toContainText('could not keep');
    host.keepStatus = 204;
    const ref = (await answer(frame.locator('main [data-question]:not([data-kind="reflection"])').nth(1), true)).ref;
    await expect.poll(() => host.state).toContain(`question:${ref}`);
  });
  test('is said not to be kept where nobody keeps it', async ({ page, host }) => {
    const frame = await openHost(page, host, 'data-forgetful');
    await expect(frame.locator('#live')).toContainText('cannot be kept');
  });
});

test.describe('who is not listened to', () => {
  const badToCourse: unknown[] = [
    null, 1, 'init', [], {}, { type: 'init' }, { farol: 2, type: 'init', saves: true, sizes: true, exits: true, state: null }, { farol: 1, type: 'init', saves: true, sizes: true, state: null },
    { farol: 1, type: 'init', saves: 'yes', sizes: true, exits: true, state: null }, { farol: 1, type: 'init', saves: true, sizes: true, exits: true, state: {} },
    { farol: 1, type: 'init', saves: true, sizes: true, exits: true, state: null, more: true }, { farol: 1, type: 'saved', ok: 1 }, { farol: 1, type: 'eval', code: '1' },
  ];

  test('a parent that does not speak the contract', async ({ page, host }) => {
    const frame = await openHost(page, host, '', 'bare.html');
    await page.evaluate((messages) => messages.forEach((message) => window.say(message)), badToCourse);
    await answerFirst(frame);
    await frame.locator('main [data-question]').first().scrollIntoViewIfNeeded();
    const types = new Set((await logOf(page)).map(({ type }) => type));
    expect([...types].sort(), 'nothing about the learner before a valid init').toEqual(['ready', 'size']);
    await page.evaluate(() => window.say({ farol: 1, type: 'init', saves: false, sizes: false, exits: false, state: null }));
    await logged(page, 'answered');
    expect(await logOf(page, 'save')).toEqual([]);
    await expect(frame.getByTestId('exit')).toBeHidden();
  });

  test('a window that is not the parent', async ({ page, host }) => {
    const frame = await openHost(page, host, '', 'bare.html');
    const init = { farol: 1, type: 'init', saves: true, sizes: true, exits: true, state: null };
    await page.evaluate(async (message) => {
      const stranger = document.createElement('iframe');
      stranger.src = 'stranger.html';
      document.body.append(stranger);
      await new Promise((resolve) => stranger.addEventListener('load', resolve));
      const done = new Promise((resolve) => addEventListener('message', ({ data }) => data === 'done' && resolve(0)));
      stranger.contentWindow!.postMessage(message, '*');
      await done;
    }, init);
    await frame.evaluate((message) => window.postMessage(message, '*'), init);
    await answerFirst(frame);
    expect([...new Set((await logOf(page)).map(({ type }) => type))].sort()).toEqual(['ready', 'size']);
    expect(await frame.evaluate(() => document.documentElement.dataset['sized'])).toBeUndefined();
  });

  test('on the side of the page: other windows, other origins, and messages that are none', async ({ page, host }) => {
    await openHost(page, host);
    // The last of what the course says by itself.
    await expect.poll(async () => (await logOf(page)).map(({ type }) => type)).toContain('view');
    const before = (await logOf(page)).length;
    const height = await page.evaluate(() => document.querySelector('farol-course')!.shadowRoot!.querySelector('iframe')!.style.height);
    const record = { id: 'x', actor: {}, verb: { id: 'v' }, object: { id: 'o' }, timestamp: 't' };
    const valid = [{ farol: 1, type: 'size', height: 7 }, { farol: 1, type: 'completed', record }, { farol: 1, type: 'save', state: 'forged' }];
    await page.evaluate(async (messages) => {
      for (const message of messages) {
        window.postMessage(message, '*');
        dispatchEvent(new MessageEvent('message', { data: message, origin: location.origin, source: window }));
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    }, valid);
    const frame = page.frames()[1]!;
    await frame.evaluate((messages) => messages.forEach((message) => parent.postMessage(message, '*')), [{ farol: 1, type: 'size', height: -5 }, { farol: 1, type: 'size' }, { farol: 1, type: 'completed', record: {} }, { farol: 1, type: 'exit', more: 1 }, 'exit', null]);
    // The frame leads elsewhere: the window is the same, the origin is not.
    await frame.evaluate((address) => location.assign(address), `${host.url}stranger.html`);
    await expect.poll(() => page.frame({ url: /stranger/ })?.title()).toBe('Another frame in the same page');
    await page.frame({ url: /stranger/ })!.evaluate((messages) => messages.forEach((message) => parent.postMessage(message, '*')), valid);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect((await logOf(page)).slice(before)).toEqual([]);
    expect(host.state).not.toContain('forged');
    expect(await page.evaluate(() => document.querySelector('farol-course')!.shadowRoot!.querySelector('iframe')!.style.height)).toBe(height);
  });
});

test.describe('a plain frame', () => {
  test('is enough: the course runs and scrolls in it, with its bar at its foot', async ({ page, host }) => {
    const frame = await openHost(page, host, '', 'plain.html');
    await expect(frame.locator('h1')).toBeVisible();
    expect(await frame.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(true);
    expect(await frame.locator('.bar').evaluate((bar) => getComputedStyle(bar).position)).toBe('fixed');
    await expect(frame.locator('#live')).toContainText('cannot be kept');
    await frame.locator('main a[href="#hotel-signs"]').first().click();
    await expect(frame.locator('h1')).toBeFocused();
    await answerFirst(frame);
  });
});

test.describe('the diagnosis', () => {
  test.use({ expectedErrors: [/status of 500/] });

  const findings = async (frame: Frame): Promise<string[]> => {
    await expect(frame.locator('.diagnosis[data-ready]')).toBeVisible({ timeout: 15_000 });
    return frame.locator('.diagnosis [data-finding]').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['finding'] ?? ''));
  };
  const plainFrame = async (page: Page, host: HostServer, attributes = '') => {
    await page.goto(`${host.url}plain.html?query=${encodeURIComponent('?diagnose')}&attributes=${encodeURIComponent(attributes)}`);
    return page.frames()[1]!;
  };

  test('is for whoever asks', async ({ page, host }) => {
    const frame = await openHost(page, host);
    await expect(frame.locator('.diagnosis')).toHaveCount(0);
  });

  test('names a browser that stores nothing, and a page that does not speak', async ({ page, host }) => {
    expect(await findings(await plainFrame(page, host))).toEqual(['storage-refused', 'worker-refused', 'host-silent']);
  });

  test('names a host that keeps nothing, and one that could not', async ({ page, host }) => {
    expect(await findings(await openHost(page, host, 'diagnose data-forgetful'))).toContain('host-not-saving');
    host.keepStatus = 500;
    const frame = await openHost(page, host, 'diagnose start="hotel-signs"');
    await answerFirst(frame);
    await expect(frame.locator('#live')).toContainText('could not keep');
    await frame.getByRole('button', { name: 'Look again' }).click();
    await expect(frame.locator('[data-finding="save-failed"]')).toBeVisible();
  });
  test('names a sandbox', async ({ page, host }) => {
    expect(await findings(await plainFrame(page, host, 'sandbox="allow-scripts"'))).toContain('sandboxed');
  });

  test('names an app that shows the page, and a frame that is too narrow', async ({ browser, host }) => {
    const context = await browser.newContext({ userAgent: 'Mozilla/5.0 (Linux; Android 10; SM-A107M; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/106.0.0.0 Mobile Safari/537.36', viewport: { width: 300, height: 700 } });
    const found = await findings(await openHost(await context.newPage(), host, 'diagnose'));
    expect(found).toEqual(expect.arrayContaining(['web-view', 'narrow']));
    await context.close();
  });

  test('speaks the language of the course', async ({ page, host }) => {
    const frame = await openHost(page, host, 'diagnose');
    await page.locator('farol-course').evaluate((element) => element.setAttribute('locale', 'th'));
    await expect(page.frames()[1]!.locator('.diagnosis[data-ready]')).toBeVisible({ timeout: 15_000 });
    expect(await frame.locator('.diagnosis').innerText()).toMatch(/[\u0E00-\u0E7F]{5}/);
  });

  test('of an ordinary window: storage is there, apart from other sites, and outlives the page', async ({ host, baseURL }, { project }) => {
    const folder = mkdtempSync(join(tmpdir(), 'farol-profile-'));
    // Playwright's own arguments switch the partitioning of storage off: without them the browser is as learners have it.
    const args = [...(project.use.launchOptions?.args ?? []), '--headless=new', '--remote-debugging-pipe', `--user-data-dir=${folder}`, 'about:blank'];
    const context = await chromium.launchPersistentContext(folder, { ...project.use.launchOptions, args, ignoreDefaultArgs: true });
    try {
      const page = await context.newPage();
      expect(await findings(await openHost(page, host, 'diagnose data-forgetful start="hotel-signs"'))).toEqual(['storage-apart', 'host-not-saving']);
      const ref = await answerFirst(page.frames()[1]!);
      const again = await openHost(page, host, 'data-forgetful start="hotel-signs"');
      await expect(again.locator(`main [data-question="${ref}"] .verdict`)).toBeVisible();
      // The same browser on the site itself knows nothing of it.
      await page.goto(`${baseURL}/en/hotel/hotel-signs/`);
      await expect(page.locator('html[data-ready]')).toBeAttached();
      await expect(page.locator(`main [data-question="${ref}"] .verdict`)).toHaveCount(0);
    } finally {
      await context.close();
      rmSync(folder, { recursive: true });
    }
  });
});

test.describe('oEmbed', () => {
  test('every course names its document, which has the frame in it', async ({ page, host }) => {
    await page.goto('/en/hotel/');
    const named = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
    expect(named).toMatch(/^https?:\/\/.+\/oembed\/en\/hotel\.json$/);
    const response = await page.request.get(new URL(named!).pathname);
    expect(response.headers()['access-control-allow-origin']).toBe('*');
    const document = (await response.json()) as { type: string; version: string; html: string; title: string };
    expect(document).toMatchObject({ version: '1.0', type: 'rich', title: 'Hotel and lodging staff' });
    const [, address = ''] = /src="([^"]+)"/.exec(document.html) ?? [];
    expect(new URL(address).pathname).toBe('/embed/en/hotel/');
    expect(host.url).toBeTruthy();
  });

  test('the lines of the README lead to what is there', async ({ request }) => {
    const lines = [...readFileSync('README.md', 'utf8').matchAll(/src="https:\/\/learn\.example\.org([^"]+)"/g)].map(([, address = '']) => address);
    expect(lines).toHaveLength(2);
    for (const address of lines) expect((await request.get(address)).status(), address).toBe(200);
  });
});

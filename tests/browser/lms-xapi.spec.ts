import { expect, test, type Page } from '@playwright/test';
import { eventStoreContract, reopeningContract } from '../contracts/event-store.contract.ts';
import type { LaunchOptions } from '../e2e/test-lrs.ts';
import { startLmsPages, type LmsPages } from './lms-pages.ts';
import type {} from './lms.page.ts';

let pages: LmsPages;
test.beforeEach(async () => {
  pages = await startLmsPages();
});
test.afterEach(async () => {
  const { problems } = pages.lrs;
  await pages.stop();
  expect(problems).toEqual([]);
});

type Format = 'cmi5' | 'xapi';
const address = (query: Record<string, string>) => `${pages.origin}/course?${new URLSearchParams(query)}`;

async function open(page: Page, format: Format, query: Record<string, string>) {
  await page.goto(address(query));
  await page.waitForFunction(() => 'course' in globalThis);
  return page.evaluate((one) => course.open(one), format);
}
const launch = (page: Page, options: LaunchOptions = {}) => open(page, 'cmi5', pages.lrs.cmi5(options));
const leave = (page: Page) => page.goto(`${pages.origin}/elsewhere`);
const reasons = (page: Page) => page.evaluate(() => course.reasons());
const verbs = () => pages.lrs.verbs();
const defined = () => verbs().filter((verb) => ['initialized', 'completed', 'passed', 'failed', 'terminated'].includes(verb));
const state = (registration: string) => JSON.parse(pages.lrs.documents.get(`state farol-record ${registration}`) ?? '{}') as { record: string; completed: boolean; passed: boolean };

for (const format of ['cmi5', 'xapi'] as const) {
  test.describe(`${format}: contract`, () => {
    for (const { name } of [...eventStoreContract, ...reopeningContract]) {
      test(name, async ({ page }) => {
        await page.goto(`${pages.origin}/course`);
        await page.evaluate(([kind, one]) => course.runCase(kind, one), [format, name] as const);
      });
    }
  });
}

test.describe('cmi5', () => {
  test('asks for the token once, and for launch data and preferences before it says anything', async ({ page }) => {
    expect(await launch(page, { masteryScore: 0.7, languagePreference: 'th-TH,en-US' })).toEqual({ kind: 'cmi5', mode: 'normal', name: 'Ana Souza', passMark: 70, locale: 'th-TH', reasons: [] });
    await expect.poll(verbs).toEqual(['initialized']);
    expect(pages.lrs.requests.slice(0, 5)).toEqual(['POST fetch', 'GET activities/state LMS.LaunchData', 'GET agents/profile', 'GET activities/state farol-record', 'POST statements']);
  });

  test('says everything in its order, the course passed and completed once, and ends when it is left', async ({ page }) => {
    await launch(page, { masteryScore: 0.8 });
    await page.evaluate(async () => {
      await course.answer();
      await course.completeModules();
      await course.finishQuiz(0.5);
      await course.finishQuiz(0.9);
      await course.finishQuiz(1);
    });
    await expect.poll(defined).toEqual(['initialized', 'completed', 'passed']);
    await leave(page);
    await expect.poll(defined).toEqual(['initialized', 'completed', 'passed', 'terminated']);
    expect(verbs()).toEqual(['initialized', 'answered', ...Array(9).fill('complete'), 'scored', 'completed', 'scored', 'passed', 'scored', 'terminated']);
    const passed = pages.lrs.statements.find(({ verb }) => verb.id.endsWith('/passed'))!;
    expect(passed.result).toMatchObject({ success: true, score: { scaled: 0.9, raw: 90, min: 0, max: 100 } });
  });

  test('says failed at the end only, and not when the learner has passed meanwhile', async ({ page }) => {
    const { registration = '' } = await test.step('fail', async () => {
      const query = pages.lrs.cmi5({ masteryScore: 0.8 });
      await open(page, 'cmi5', query);
      await page.evaluate(() => course.finishQuiz(0.5));
      await expect.poll(verbs).toContain('scored');
      await leave(page);
      return query;
    });
    await expect.poll(defined).toEqual(['initialized', 'failed', 'terminated']);
    await launch(page, { registration, masteryScore: 0.8 });
    await page.evaluate(() => course.finishQuiz(0.85));
    await leave(page);
    await expect.poll(defined).toEqual(['initialized', 'failed', 'terminated', 'initialized', 'passed', 'terminated']);
    await launch(page, { registration, masteryScore: 0.8 });
    await page.evaluate(() => course.finishQuiz(0.1));
    await leave(page);
    await expect.poll(() => defined().slice(6)).toEqual(['initialized', 'terminated']);
  });

  test('brings back the largest course to the bit, with the place, from the LMS', async ({ page, context }) => {
    const query = pages.lrs.cmi5();
    await open(page, 'cmi5', query);
    await page.evaluate(async () => {
      course.host.keepPlace({ view: 'manager-policy', passage: 'who-tells-whom', scroll: 0.417, locale: 'th', country: 'TH' });
      await course.doAll();
    });
    const before = await page.evaluate(async () => course.foldProfile(await course.events()).courses);
    await expect.poll(() => verbs().length, { timeout: 15_000 }).toBeGreaterThan(270);
    await expect.poll(() => defined()).toEqual(['initialized', 'completed', 'passed']);
    await leave(page);
    await expect.poll(() => verbs().at(-1)).toBe('terminated');
    expect(state(query['registration']!).record.length).toBeLessThanOrEqual(3500);

    // Another device: nothing but the LMS has anything.
    await page.close();
    const other = await context.browser()!.newContext();
    const second = await other.newPage();
    await open(second, 'cmi5', pages.lrs.cmi5({ registration: query['registration']! }));
    expect(await second.evaluate(async () => ({ courses: course.foldProfile(await course.events()).courses, place: course.host.resume(), reasons: course.reasons() }))).toEqual({
      courses: before,
      place: { view: 'manager-policy', passage: 'who-tells-whom', scroll: 0.417, locale: 'th', country: 'TH' },
      reasons: [],
    });
    await other.close();
    expect(new Set(pages.lrs.statements.map(({ id }) => id)).size).toBe(pages.lrs.statements.length);
  });

  test('goes on in the same session after a reload by its key or by the page', async ({ page }) => {
    const query = pages.lrs.cmi5();
    await open(page, 'cmi5', query);
    await page.evaluate(() => course.answer());
    await expect.poll(verbs).toEqual(['initialized', 'answered']);
    await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'F5' })));
    await page.reload();
    await page.waitForFunction(() => 'course' in globalThis);
    expect(await page.evaluate((one) => course.open(one), 'cmi5' as const)).toMatchObject({ reasons: [] });
    expect(await page.evaluate(async () => (await course.events()).length)).toBe(1);
    await page.evaluate(() => course.answer());
    await expect.poll(verbs).toEqual(['initialized', 'answered', 'answered']);
    await Promise.all([page.waitForEvent('load'), page.evaluate(() => location.reload())]);
    await page.waitForFunction(() => 'course' in globalThis);
    expect(await page.evaluate((one) => course.open(one), 'cmi5' as const)).toMatchObject({ reasons: [] });
    expect(pages.lrs.requests.filter((name) => name === 'POST fetch')).toHaveLength(1);
    expect(verbs()).toEqual(['initialized', 'answered', 'answered']);
  });

  test('says that the session is over where a tab comes back after the end', async ({ page }) => {
    const query = pages.lrs.cmi5();
    await open(page, 'cmi5', query);
    await leave(page);
    await expect.poll(verbs).toEqual(['initialized', 'terminated']);
    expect(await open(page, 'cmi5', query)).toMatchObject({ reasons: ['ended'] });
    expect(await page.evaluate(() => course.answer())).toEqual({ ok: true });
    // What was done then comes with the next session.
    await launch(page, { registration: query['registration']! });
    expect(await page.evaluate(async () => (await course.events()).length)).toBe(1);
    await expect.poll(verbs).toEqual(['initialized', 'terminated', 'initialized', 'answered']);
  });

  test('goes back to the LMS on exit, and only then', async ({ page }) => {
    await launch(page, { returnURL: `${pages.origin}/elsewhere?back` });
    await page.evaluate(async () => {
      await course.answer();
      void course.host.exit!();
    });
    await page.waitForURL('**/elsewhere?back');
    expect(verbs()).toEqual(['initialized', 'answered', 'terminated']);
  });

  for (const launchMode of ['Review', 'Browse'] as const) {
    test(`says nothing but its beginning and its end in ${launchMode}`, async ({ page }) => {
      const mode = launchMode.toLowerCase();
      const query = pages.lrs.cmi5({ launchMode });
      expect(await open(page, 'cmi5', query)).toMatchObject({ mode, reasons: [mode] });
      await page.evaluate(async () => {
        await course.completeModules();
        await course.finishQuiz(1);
      });
      await leave(page);
      await expect.poll(verbs).toEqual(['initialized', 'terminated']);
      expect(state(query['registration']!)).toEqual({});
    });
  }

  test('without a whole launch runs from this device', async ({ page }) => {
    const { fetch: _, ...query } = pages.lrs.cmi5();
    expect(await open(page, 'cmi5', query as Record<string, string>)).toMatchObject({ kind: 'plain', reasons: expect.arrayContaining(['no-lms']) });
  });
});

test.describe('an LMS that does not do its part', () => {
  test('token refused: says so, keeps everything here, and brings it at the next launch', async ({ page }) => {
    const query = pages.lrs.cmi5();
    await page.request.post(query['fetch']!);
    expect(await open(page, 'cmi5', query)).toMatchObject({ kind: 'cmi5', reasons: ['token-refused'] });
    expect(await page.evaluate(() => course.answer())).toEqual({ ok: true });
    expect(verbs()).toEqual([]);
    await launch(page, { registration: query['registration']! });
    await expect.poll(verbs).toEqual(['initialized', 'answered']);
  });

  for (const [request, status] of [['POST fetch', 401], ['GET activities/state LMS.LaunchData', 403], ['GET activities/state farol-record', 401]] as const) {
    test(`${request} answers ${status}: the course runs, and says that nothing is sent`, async ({ page }) => {
      pages.lrs.faults = [{ request, status }];
      expect(await launch(page)).toMatchObject({ reasons: ['token-refused'] });
      expect(await page.evaluate(() => course.answer())).toEqual({ ok: true });
    });
  }

  for (const [request, status] of [['POST fetch', 503], ['GET activities/state LMS.LaunchData', 500], ['GET activities/state farol-record', 504]] as const) {
    test(`${request} answers ${status} for a while: begins by itself afterwards, in order`, async ({ page }) => {
      pages.lrs.faults = [{ request, status, times: 1 }];
      expect(await launch(page)).toMatchObject({ reasons: ['waiting'] });
      await page.evaluate(async () => {
        await course.answer();
        await course.answer();
      });
      await expect.poll(verbs, { timeout: 15_000 }).toEqual(['initialized', 'answered', 'answered']);
      expect(await reasons(page)).toEqual([]);
    });
  }

  for (const status of [500, 503, 429, 0] as const) {
    test(`statements get ${status || 'no answer'} for a while: they wait, and come in order, each once`, async ({ page }) => {
      const query = pages.lrs.cmi5();
      await open(page, 'cmi5', query);
      await expect.poll(verbs).toEqual(['initialized']);
      pages.lrs.faults = [{ request: 'POST statements', status }];
      await page.evaluate(async () => {
        await course.answer();
        await course.answer('manager-case/police-work', ['we-see-first']);
      });
      await expect.poll(() => reasons(page)).toEqual(['waiting']);
      pages.lrs.faults = [];
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await expect.poll(() => pages.lrs.statements.slice(1).map(({ object }) => object.id.split('/').at(-1))).toEqual(['skip-the-papers', 'police-work']);
      await expect.poll(() => reasons(page)).toEqual([]);
    });
  }

  test('the answer is lost though the statement arrived: it is sent again, and counts once', async ({ page }) => {
    await launch(page);
    await expect.poll(verbs).toEqual(['initialized']);
    pages.lrs.faults = [{ request: 'POST statements', status: 502, times: 2, afterwards: true }];
    await page.evaluate(() => course.answer());
    await expect.poll(() => reasons(page)).toEqual(['waiting']);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => reasons(page)).toEqual([]);
    expect(verbs()).toEqual(['initialized', 'answered']);
  });

  test('409: it is there already; the others of its batch are sent one by one', async ({ page }) => {
    await launch(page);
    await expect.poll(verbs).toEqual(['initialized']);
    pages.lrs.faults = [{ request: 'POST statements', status: 409, times: 2 }];
    await page.evaluate(async () => {
      await Promise.all([course.answer(), course.answer(), course.answer()]);
    });
    await expect.poll(verbs).toEqual(['initialized', 'answered', 'answered']);
    expect(await reasons(page)).toEqual([]);
  });

  test('400: what it takes for faulty is named, and the rest goes on', async ({ page }) => {
    await launch(page);
    await expect.poll(verbs).toEqual(['initialized']);
    pages.lrs.faults = [{ request: 'POST statements', status: 400, times: 1 }];
    // Alone: of several in one request the queue sends each again by itself, and the store would take them.
    await page.evaluate(() => course.answer());
    await expect.poll(() => reasons(page)).toEqual(['rejected']);
    await page.evaluate(async () => {
      await course.answer();
      await course.answer();
    });
    await expect.poll(() => verbs().length).toBeGreaterThan(2);
    expect(await page.evaluate(() => course.faults())).toContain('POST statements 400');
    expect(await page.evaluate(async () => (await course.events()).length)).toBe(3);
  });

  test('403: the session was ended over there; says so, and brings the rest with the next one', async ({ page }) => {
    const query = pages.lrs.cmi5();
    await open(page, 'cmi5', query);
    await expect.poll(verbs).toEqual(['initialized']);
    // The learner has opened the course a second time, elsewhere.
    const again = pages.lrs.cmi5({ registration: query['registration']! });
    expect(await page.evaluate(() => course.answer())).toEqual({ ok: true });
    await expect.poll(() => reasons(page)).toEqual(['ended']);
    await open(page, 'cmi5', again);
    await expect.poll(verbs).toEqual(['initialized', 'initialized', 'answered']);
    expect(pages.lrs.statements[2]!.context.extensions!['urn:farol:extension:at']).toMatch(/Z$/);
  });

  test('401 in the middle: says so and keeps what is not sent', async ({ page }) => {
    const query = pages.lrs.cmi5();
    await open(page, 'cmi5', query);
    await expect.poll(verbs).toEqual(['initialized']);
    pages.lrs.faults = [{ request: 'POST statements', status: 401 }];
    await page.evaluate(() => course.answer());
    await expect.poll(() => reasons(page)).toEqual(['token-refused']);
    pages.lrs.faults = [];
    await launch(page, { registration: query['registration']! });
    await expect.poll(verbs).toEqual(['initialized', 'initialized', 'answered']);
  });

  test('the record is not taken: it is kept here, told, and taken up again', async ({ page }) => {
    const query = pages.lrs.cmi5();
    await open(page, 'cmi5', query);
    pages.lrs.faults = [{ request: 'PUT activities/state', status: 400 }];
    expect(await page.evaluate(() => course.answer())).toEqual({ ok: true });
    await expect.poll(() => reasons(page)).toEqual(['refused']);
    expect(await page.evaluate(() => course.host.store.durability)).toBe('may-be-erased');
    pages.lrs.faults = [];
    await page.evaluate(() => course.answer());
    await expect.poll(() => reasons(page)).toEqual([]);
    expect(await page.evaluate(() => course.host.store.durability)).toBe('kept');
  });

  test('no answer at all: the learner waits for none of it', async ({ page }) => {
    await launch(page);
    await expect.poll(verbs).toEqual(['initialized']);
    pages.lrs.faults = [{ request: 'POST statements', status: 'hang' }, { request: 'PUT activities/state', status: 'hang' }];
    expect(await page.evaluate(() => course.answer())).toEqual({ ok: true });
  });

  test('no answer at the launch: the course begins without it, and says that results wait', async ({ page }) => {
    pages.lrs.faults = [{ request: 'GET activities/state LMS.LaunchData', status: 'hang' }];
    expect(await launch(page)).toMatchObject({ kind: 'cmi5', reasons: ['waiting'] });
    expect(await page.evaluate(() => course.answer())).toEqual({ ok: true });
    expect(pages.lrs.requests.filter((name) => name === 'POST fetch')).toHaveLength(1);
  });

  test('no line for a whole session: the next one brings it, in order, without a duplicate', async ({ page }) => {
    const query = pages.lrs.cmi5();
    await open(page, 'cmi5', query);
    await expect.poll(verbs).toEqual(['initialized']);
    pages.lrs.faults = [{ request: 'P', status: 0 }];
    await page.evaluate(() => course.doAll(0, 40));
    await expect.poll(() => reasons(page)).toEqual(['waiting']);
    await leave(page);
    pages.lrs.faults = [];
    await launch(page, { registration: query['registration']! });
    await expect.poll(() => verbs().length, { timeout: 15_000 }).toBe(42);
    expect(verbs().slice(0, 2)).toEqual(['initialized', 'initialized']);
    expect(await page.evaluate(async () => (await course.events()).length)).toBeGreaterThan(20);
    const ids = pages.lrs.statements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const counters = ids.slice(2).map((id) => parseInt(id.slice(-12), 16));
    expect(counters).toEqual([...counters].sort((a, b) => a - b));
  });
});

test.describe('xAPI outside cmi5', () => {
  test('is launched as Tin Can has it, and says every event and what became of the course', async ({ page }) => {
    const query = pages.lrs.tinCan();
    expect(await open(page, 'xapi', query)).toMatchObject({ kind: 'xapi', name: 'Ana Souza', reasons: [] });
    await page.evaluate(async () => {
      await course.answer();
      await course.completeModules();
      await course.finishQuiz(0.9);
    });
    await leave(page);
    await expect.poll(verbs).toEqual(['initialized', 'answered', ...Array(9).fill('complete'), 'scored', 'completed', 'passed', 'terminated']);
    for (const { context, object, verb } of pages.lrs.statements) {
      expect(context.registration).toBe(query['registration']);
      expect(context.contextActivities?.['category']).toBeUndefined();
      if (/initialized|completed|passed|terminated/.test(verb.id)) expect(object.id).toBe('urn:farol:course:manager');
    }
    await open(page, 'xapi', query);
    expect(await page.evaluate(async () => (await course.events()).length)).toBe(11);
    await expect.poll(() => verbs().at(-1)).toBe('initialized');
  });

  test('speaks the version that the LRS speaks', async ({ page }) => {
    pages.lrs.versions = ['2.0.0'];
    await open(page, 'xapi', pages.lrs.tinCan());
    await page.evaluate(() => course.answer());
    await expect.poll(verbs).toEqual(['initialized', 'answered']);
    pages.lrs.versions = ['1.0.3', '2.0.0'];
    await open(page, 'xapi', pages.lrs.tinCan());
    await expect.poll(() => verbs().length).toBe(4);
  });
});

import { expect, test, type Frame, type Page } from '@playwright/test';
import { eventStoreContract, reopeningContract } from '../contracts/event-store.contract.ts';
import { startLmsPages, type LmsPages } from './lms-pages.ts';
import type {} from './lms.page.ts';
import type { SystemSettings } from './lms-system.page.ts';

let pages: LmsPages;
test.beforeAll(async () => {
  pages = await startLmsPages();
});
test.afterAll(() => pages.stop());

const editions = ['scorm12', 'scorm2004'] as const;

async function courseIn(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().some((frame) => frame.url().endsWith('/course'))).toBe(true);
  const frame = page.frames().find((each) => each.url().endsWith('/course'))!;
  await frame.waitForFunction(() => 'course' in globalThis);
  return frame;
}

/** One session: the LMS, the course in it, and how it has opened. */
async function launch(page: Page, settings: SystemSettings, depth = 1) {
  await page.goto(pages.system(settings, depth));
  const frame = await courseIn(page);
  const opened = await frame.evaluate((format) => course.open(format), settings.edition);
  return { frame, opened };
}

const committed = (page: Page) => page.evaluate(() => lmsSystem.committed());
const calls = (page: Page) => page.evaluate(() => lmsSystem.calls);
/** Everything the LMS has said no to. */
const refusals = async (page: Page) => (await calls(page)).filter(({ call, answer, error }) => answer === 'false' || (error !== '0' && error !== '403' && call !== 'GetValue')).map(({ call, args, error }) => `${call}(${args.join(', ').slice(0, 80)}) ${error}`);

for (const edition of editions) {
  const is12 = edition === 'scorm12';
  const settings = (change: Partial<SystemSettings> = {}): SystemSettings => ({ edition, attempt: 'one', ...change });

  test.describe(`${edition}: contract`, () => {
    for (const { name } of [...eventStoreContract, ...reopeningContract]) {
      test(name, async ({ page }) => {
        await page.goto(`${pages.origin}/course`);
        await page.evaluate(([kind, one]) => course.runCase(kind, one), [edition, name] as const);
      });
    }
  });

  test.describe(edition, () => {
    test('finds the API in the window above, four frames up, and in the window that opened it', async ({ page }) => {
      for (const depth of [1, 4]) expect((await launch(page, settings(), depth)).opened).toMatchObject({ kind: edition, name: 'Ana Souza', mode: 'normal', reasons: [] });
      await page.goto(pages.system(settings(), 0));
      const [popup] = await Promise.all([page.waitForEvent('popup'), page.click('button')]);
      await popup.waitForFunction(() => 'course' in globalThis);
      expect(await popup.evaluate((format) => course.open(format), edition)).toMatchObject({ kind: edition });
      await popup.evaluate(() => course.answer());
      await popup.close();
      await expect.poll(async () => (await calls(page)).at(-1)?.call).toBe(is12 ? 'LMSFinish' : 'Terminate');
    });

    test('runs from this device, and says so, where no API can be reached', async ({ page }) => {
      await page.goto(`${pages.origin}/course`);
      expect(await page.evaluate((format) => course.open(format), edition)).toMatchObject({ kind: 'plain', reasons: ['no-lms'] });
      await page.evaluate(() => course.answer());
      await page.reload();
      await page.evaluate((format) => course.open(format), edition);
      expect(await page.evaluate(async () => (await course.events()).length)).toBe(1);

      await page.goto(`${pages.origin}/around?address=${encodeURIComponent(`${pages.origin}/frames?depth=1`)}`.replace('127.0.0.1', 'localhost'));
      const frame = await courseIn(page);
      expect(await frame.evaluate((format) => course.open(format), edition)).toMatchObject({ kind: 'plain', reasons: expect.arrayContaining(['no-lms']) });
    });

    test('brings back the largest course to the bit, with the place, after it was closed', async ({ page }) => {
      const first = await launch(page, settings());
      await first.frame.evaluate(async () => {
        course.host.keepPlace({ view: 'manager-policy', passage: 'who-tells-whom', scroll: 0.417, locale: 'th', country: 'TH' });
        await course.doAll();
      });
      const before = await first.frame.evaluate(async () => ({ progress: course.foldProfile(await course.events()), place: course.host.resume() }));
      await page.goto(`${pages.origin}/elsewhere`);

      const second = await launch(page, settings());
      const after = await second.frame.evaluate(async () => ({ progress: course.foldProfile(await course.events()), place: course.host.resume() }));
      const lasting = ({ progress, place }: typeof before) => ({ place, courses: progress.courses, modules: Object.fromEntries(Object.entries(progress.modules).map(([id, { lastAt: _, ...module }]) => [id, module])) });
      expect(lasting(after)).toEqual(lasting(before));
      expect(second.opened.reasons).toEqual([]);
      const lms = await committed(page);
      expect(lms['suspend_data']!.length).toBeLessThanOrEqual(3500);
      expect(lms[is12 ? 'core.lesson_location' : 'location']).toBe('manager-policy#who-tells-whom');
      expect(await refusals(page)).toEqual([]);
    });

    test('says completion, success, score and progress as its edition has them, and keeps the attempt', async ({ page }) => {
      const { frame } = await launch(page, settings());
      expect(await committed(page)).toMatchObject(is12 ? { 'core.lesson_status': 'incomplete', exit: 'suspend' } : { completion_status: 'incomplete', success_status: 'unknown', exit: 'suspend' });
      await frame.evaluate(() => course.finishQuiz(0.5));
      expect(await committed(page)).toMatchObject(
        is12 ? { 'core.lesson_status': 'incomplete', 'core.score.raw': '50', 'core.score.min': '0', 'core.score.max': '100' } : { completion_status: 'incomplete', success_status: 'failed', 'score.scaled': '0.5', 'score.raw': '50', progress_measure: '0.1' },
      );
      await frame.evaluate(() => course.completeModules());
      expect(await committed(page)).toMatchObject(is12 ? { 'core.lesson_status': 'failed' } : { completion_status: 'completed', success_status: 'failed', progress_measure: '1' });
      await frame.evaluate(() => course.finishQuiz(0.9));
      expect(await committed(page)).toMatchObject(is12 ? { 'core.lesson_status': 'passed', 'core.score.raw': '90' } : { success_status: 'passed', 'score.scaled': '0.9', 'score.raw': '90' });
      await frame.evaluate(() => course.finishQuiz(0.2));
      expect(await committed(page)).toMatchObject(is12 ? { 'core.lesson_status': 'passed', 'core.score.raw': '90' } : { success_status: 'passed', 'score.scaled': '0.9' });
      expect(await refusals(page)).toEqual([]);
    });

    test('completes a course without a quiz, and never takes it back', async ({ page }) => {
      const { frame } = await launch(page, settings());
      await frame.evaluate(async (format) => {
        await course.open(format, { quiz: false });
        await course.completeModules();
      }, edition);
      expect(await committed(page)).toMatchObject(is12 ? { 'core.lesson_status': 'completed' } : { completion_status: 'completed' });
      const lower = await launch(page, settings({ attempt: 'two', given: is12 ? { 'core.lesson_status': 'passed', 'core.score.raw': '95' } : { completion_status: 'completed', success_status: 'passed', 'score.scaled': '0.95', progress_measure: '1' } }));
      await lower.frame.evaluate(() => course.finishQuiz(0.3));
      expect((await calls(page)).filter(({ call, args }) => call.endsWith('SetValue') && /status|score|progress/.test(args[0]!))).toEqual([]);
    });

    test('writes each answer as an interaction, with kind, key, response and result of its edition', async ({ page }) => {
      const { frame } = await launch(page, settings());
      await frame.evaluate(async () => {
        await course.answer();
        await course.answer('manager-case/four-gains', ['ready-list=lawful', 'asked-for-policy=team', 'proud-cleaner=police-powers', 'true-answer=good-name'], false);
        await course.answer('manager-case/ten-minutes-with-owner', ['risk', 'pride', 'small-step', 'date'], false);
        await course.answer('manager-case/one-afternoon', ['staff-hour', 'named-person']);
      });
      const written = JSON.parse((await committed(page))['interactions']!) as Record<string, unknown>[];
      const told = written.map((each) => [each['id'], each['type'], (each['correct_responses'] as Record<string, { pattern: string }>)['0']!.pattern, each[is12 ? 'student_response' : 'learner_response'], each['result']]);
      expect(told).toEqual(
        is12
          ? [
              ['manager-case_skip-the-papers', 'choice', 'b', 'b', 'correct'],
              ['manager-case_four-gains', 'matching', 'a.b,b.c,c.e,d.a', 'a.b,b.e,c.d,d.a', 'wrong'],
              ['manager-case_ten-minutes-with-owner', 'sequencing', 'b,c,d,a', 'c,b,d,a', 'wrong'],
              ['manager-case_one-afternoon', 'choice', 'b,c', 'b,c', 'correct'],
            ]
          : [
              ['manager-case_skip-the-papers', 'choice', 'say-no-and-report', 'say-no-and-report', 'correct'],
              ['manager-case_four-gains', 'matching', 'ready-list[.]lawful[,]asked-for-policy[.]partners[,]proud-cleaner[.]team[,]true-answer[.]good-name', 'ready-list[.]lawful[,]asked-for-policy[.]team[,]proud-cleaner[.]police-powers[,]true-answer[.]good-name', 'incorrect'],
              ['manager-case_ten-minutes-with-owner', 'sequencing', 'pride[,]risk[,]small-step[,]date', 'risk[,]pride[,]small-step[,]date', 'incorrect'],
              ['manager-case_one-afternoon', 'choice', 'staff-hour[,]named-person', 'staff-hour[,]named-person', 'correct'],
            ],
      );
      expect(await refusals(page)).toEqual([]);
    });

    test('commits at each answer, at least 250 ms apart, and not for answers in one breath', async ({ page }) => {
      const { frame } = await launch(page, settings());
      const commits = async () => (await calls(page)).filter(({ call }) => call.endsWith('Commit')).length;
      const before = await commits();
      await frame.evaluate(async () => {
        for (let answer = 0; answer < 4; answer++) void course.answer();
        await course.answer();
      });
      expect((await commits()) - before).toBe(1);
      await frame.evaluate(async () => {
        await course.answer();
        await course.answer();
      });
      expect((await commits()) - before).toBe(3);
      const at = (await calls(page)).filter(({ call }) => call.endsWith('Commit')).map((call) => call.at);
      for (const [place, moment] of at.entries()) if (place > 0) expect(moment - at[place - 1]!).toBeGreaterThanOrEqual(249);
    });

    test('finishes once when it is left, with everything in it, active time of the last seconds too', async ({ page }) => {
      const { frame } = await launch(page, settings());
      await frame.evaluate(async () => {
        await course.stay(100);
        // As the count of active time does: in the moment in which the page is left.
        addEventListener('pagehide', () => void course.stay(25));
        await course.answer();
        void course.answer('manager-case/police-work', ['we-see-first']);
      });
      await frame.evaluate(() => (location.href = '/elsewhere'));
      await expect.poll(async () => (await calls(page)).at(-1)?.call).toBe(is12 ? 'LMSFinish' : 'Terminate');
      const all = await calls(page);
      expect(all.filter(({ call }) => /Finish|Terminate/.test(call))).toHaveLength(1);
      expect(all.filter(({ args }) => /session_time/.test(args[0] ?? '')).map(({ args }) => args[1])).toEqual([is12 ? '00:02:05' : 'PT0H2M5S']);
      const lms = await committed(page);
      expect(lms['total_time']).toBe(is12 ? '00:02:05' : 'PT2M5S');
      expect(JSON.parse(lms['interactions']!)).toHaveLength(2);
      expect(await refusals(page)).toEqual([]);
    });

    test('has everything in the LMS when a phone puts the page away', async ({ page }) => {
      const { frame } = await launch(page, settings());
      await frame.evaluate(async () => {
        await course.stay(42);
        course.host.keepPlace({ view: 'manager-year', scroll: 0.5, locale: 'en' });
        // As the count of active time does.
        document.addEventListener('visibilitychange', () => void course.stay(3));
        await course.answer();
        Object.defineProperty(document, 'hidden', { value: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      const all = await calls(page);
      expect(all.at(-1)!.call).toMatch(/Commit$/);
      expect(all.filter(({ args }) => /session_time/.test(args[0] ?? '')).map(({ args }) => args[1])).toEqual([is12 ? '00:00:45' : 'PT0H0M45S']);
      expect((await committed(page))[is12 ? 'core.lesson_location' : 'location']).toBe('manager-year');
      expect(await refusals(page)).toEqual([]);
    });

    test('leaves by the exit button, and is over then', async ({ page }) => {
      const { frame } = await launch(page, settings());
      await frame.evaluate(async () => {
        await course.answer();
        await course.host.exit!();
        await course.host.exit!();
      });
      const all = await calls(page);
      expect(all.at(-1)!.call).toBe(is12 ? 'LMSFinish' : 'Terminate');
      if (!is12) expect(all.find(({ args }) => args[0] === 'adl.nav.request')!.args[1]).toBe('suspendAll');
      expect(await frame.evaluate(() => course.reasons())).toEqual(['ended']);
      const later = await frame.evaluate(() => course.answer());
      expect(later).toEqual({ ok: true });
      expect(await calls(page)).toHaveLength(all.length);

      // What was done after the end is on this device, and comes with the next session.
      const next = await launch(page, settings());
      expect(await next.frame.evaluate(async () => (await course.events()).length)).toBe(2);
      expect(next.opened.reasons).toEqual([]);
    });

    test('says that the session is over when the page comes back from the back-forward cache', async ({ page }) => {
      const { frame } = await launch(page, settings());
      await frame.evaluate(async () => {
        await course.answer();
        dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      });
      const count = (await calls(page)).length;
      expect(await frame.evaluate(() => course.reasons())).toEqual(['ended']);
      await frame.evaluate(() => course.answer());
      expect(await calls(page)).toHaveLength(count);
    });

    test('records nothing in review, in browse and without credit what does not count', async ({ page }) => {
      for (const mode of ['review', 'browse'] as const) {
        const { frame, opened } = await launch(page, settings({ attempt: mode, given: { [is12 ? 'core.lesson_mode' : 'mode']: mode } }));
        expect(opened).toMatchObject({ mode, reasons: [mode] });
        expect(await frame.evaluate(() => course.finishQuiz(1))).toEqual({ ok: true });
        expect((await calls(page)).filter(({ call }) => /Set|Commit/.test(call))).toEqual([]);
      }
      const { frame } = await launch(page, settings({ attempt: 'no-credit', given: { [is12 ? 'core.credit' : 'credit']: 'no-credit' } }));
      await frame.evaluate(() => course.finishQuiz(1));
      const set = (await calls(page)).filter(({ call }) => call.endsWith('SetValue')).map(({ args }) => args[0]);
      expect(set).toContain('cmi.suspend_data');
      expect(set.filter((element) => /status|score|progress|interactions/.test(element!))).toEqual([]);
    });

    test('takes the pass mark of the LMS before its own', async ({ page }) => {
      const { frame, opened } = await launch(page, settings({ given: is12 ? { 'student_data.mastery_score': '60' } : { scaled_passing_score: '0.6' } }));
      expect(opened.passMark).toBe(60);
      await frame.evaluate(async () => {
        await course.completeModules();
        await course.finishQuiz(0.65);
      });
      expect(await committed(page)).toMatchObject(is12 ? { 'core.lesson_status': 'passed', 'core.score.raw': '65' } : { success_status: 'passed' });
    });

    test('takes the language of the LMS, and keeps the one that was read', async ({ page }) => {
      const language = is12 ? 'student_preference.language' : 'learner_preference.language';
      const { frame, opened } = await launch(page, settings({ given: { [language]: 'th' } }));
      expect(opened.locale).toBe('th');
      await frame.evaluate(async () => {
        course.host.keepPlace({ view: 'start', locale: 'pt-BR' });
        await course.answer();
      });
      expect((await committed(page))[language]).toBe('pt-BR');
    });

    for (const call of is12 ? ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish', 'LMSGetLastError'] : ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate', 'GetLastError']) {
      for (const fault of ['false', '', 'throws']) {
        test(`goes on, says it and loses nothing where ${call} ${fault === 'throws' ? fault : `answers "${fault}"`}`, async ({ page }) => {
          const { frame, opened } = await launch(page, settings({ faults: { [call]: fault } }));
          const outcome = await frame.evaluate(() => course.answer());
          expect(outcome).toEqual({ ok: true });
          const told = await frame.evaluate(() => ({ reasons: course.reasons(), faults: course.faults().length, events: course.host.store.durability }));
          const isHarmless = /Finish|Terminate/.test(call) || (call.endsWith('GetLastError') && fault !== 'false');
          if (isHarmless) expect(told.reasons).toEqual([]);
          else expect(told.reasons.length, JSON.stringify(told)).toBeGreaterThan(0);
          if (call.includes('Initialize')) expect(opened).toMatchObject({ kind: 'plain', reasons: ['no-lms'] });
          await page.goto(`${pages.origin}/elsewhere`);

          // The next session has what this one could not store: of the LMS, or of this device.
          const next = await launch(page, settings());
          if (opened.kind === 'plain' || call.endsWith('GetValue')) return;
          if (next.opened.reasons.includes('forgot')) await next.frame.evaluate(() => course.host.notices().find(({ reason }) => reason === 'forgot')!.act!());
          expect(await next.frame.evaluate(async () => (await course.events()).length)).toBe(1);
        });
      }
    }

    test('finds out that an LMS says yes and keeps nothing, and offers what this device has the next time', async ({ page }) => {
      const { frame } = await launch(page, settings({ forgets: true, attempt: 'forgets' }));
      expect(await frame.evaluate(() => course.reasons())).toEqual(['keeps-nothing']);
      await page.goto(pages.system(settings({ attempt: 'kept' })));

      const one = await launch(page, settings({ attempt: 'kept' }));
      await one.frame.evaluate(async () => {
        course.host.keepPlace({ view: 'report', locale: 'en' });
        await course.doAll();
      });
      const record = (await committed(page))['suspend_data'];
      await page.goto(`${pages.origin}/elsewhere`);
      await page.evaluate(() => localStorage.removeItem('lms:kept'));
      const two = await launch(page, settings({ attempt: 'kept' }));
      expect(two.opened.reasons).toEqual(['forgot']);
      const back = await two.frame.evaluate(async () => {
        const before = (await course.events()).length;
        let told = 0;
        course.host.store.subscribe(() => told++);
        await course.host.notices()[0]!.act!();
        return { before, after: (await course.events()).length, told: told > 0, place: course.host.resume(), reasons: course.reasons() };
      });
      expect(back).toMatchObject({ before: 0, told: true, place: { view: 'report', locale: 'en' }, reasons: [] });
      expect(back.after).toBeGreaterThan(100);
      // All of it has come back, and takes hardly more room than before.
      const again = (await committed(page))['suspend_data']!;
      expect(again.length - record!.length).toBeLessThan(100);
    });

    test('makes the record shorter where the LMS cuts it, or refuses its length', async ({ page }) => {
      for (const change of [{ cuts: 1200 }, { refusesOver: 1100 }]) {
        const attempt = JSON.stringify(change);
        const given = { [is12 ? 'core.student_id' : 'learner_id']: attempt };
        const { frame } = await launch(page, settings({ ...change, attempt, given }));
        await frame.evaluate(() => course.doAll());
        expect(await frame.evaluate(() => course.reasons())).toEqual([]);
        // Without the copy of this device: what the LMS has must do.
        await page.goto(`${pages.origin}/elsewhere`);
        await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('farol:')).forEach((key) => localStorage.removeItem(key)));
        const next = await launch(page, settings({ attempt, given }));
        const { passed, certificates } = await next.frame.evaluate(async () => course.foldProfile(await course.events()).courses['manager']!);
        expect([passed, certificates.length]).toEqual([true, 1]);
        expect(next.opened.reasons).toEqual([]);
      }
    });

    test('begins anew, and says why, where the LMS gives back something else or only a part', async ({ page }) => {
      const texts = { 'page=7;score=3': 'damaged', 'F1AAAAAAAAAAAA': 'damaged' };
      for (const [text, reason] of Object.entries(texts)) {
        const { frame, opened } = await launch(page, settings({ attempt: text, given: { suspend_data: text } }));
        expect(opened.reasons).toContain(reason);
        expect(await frame.evaluate(() => course.answer())).toEqual({ ok: true });
      }
      const whole = await launch(page, settings({ attempt: 'whole' }));
      await whole.frame.evaluate(() => course.doAll());
      const record = (await committed(page))['suspend_data']!;
      await page.evaluate(() => localStorage.clear());
      const { frame, opened } = await launch(page, settings({ attempt: 'cut', given: { suspend_data: record.slice(0, 1500) } }));
      expect(opened.reasons).toEqual(['cut']);
      expect(await frame.evaluate(async () => (await course.events()).length)).toBeGreaterThan(30);
    });

    test('does not hand the results of one learner to the next one on a shared computer', async ({ page }) => {
      const one = await launch(page, settings({ attempt: 'ana' }));
      await one.frame.evaluate(() => course.answer());
      const other = is12 ? { 'core.student_id': 'boon-8' } : { learner_id: 'boon-8' };
      const { frame, opened } = await launch(page, settings({ attempt: 'boon', given: other }));
      expect(opened.reasons).toEqual([]);
      expect(await frame.evaluate(async () => (await course.events()).length)).toBe(0);
      expect(JSON.stringify(await page.evaluate(() => Object.keys(localStorage)))).not.toMatch(/ana-7|boon-8/);
    });
  });
}

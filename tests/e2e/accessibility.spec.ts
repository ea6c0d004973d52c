/** Every kind of page, in the states that learners meet, by axe's rules and by measure: light and dark, on a small phone and a wide screen. */
import type { Page } from '@playwright/test';
import { answer, choose, readQuestion, stepInStory } from './answering.ts';
import { expect, test } from './farol.ts';
import { axe, measure, visit } from './looks.ts';

/** A page in a state worth looking at. */
interface Sight { path: string; state?: string; bring?: (page: Page) => Promise<unknown> }

const question = (page: Page, kind: string) => page.locator(`[data-kind="${kind}"]`).first();

async function runThroughQuiz(page: Page, rightly: boolean): Promise<void> {
  await page.getByTestId('start').click();
  while (!(await page.getByTestId('result').isVisible())) {
    await answer(page.getByTestId('question').locator('[data-question]'), rightly);
    await page.getByTestId('next').click();
    await expect(page.locator('.verdict')).toHaveCount(0);
  }
}

const sights: Record<string, Sight[]> = {
  'pages to choose from': [
    { path: '/', state: 'the choice of languages' },
    { path: '/en/' },
    { path: '/en/hotel/' },
    { path: '/en/report/' },
    { path: '/en/search/' },
    { path: '/en/facilitator/' },
    { path: '/en/offline/' },
  ],
  'pages to read': [
    { path: '/en/about/' },
    { path: '/en/translations/' },
    { path: '/en/glossary/' },
    { path: '/en/facilitator/hotel-signs/' },
    { path: '/en/report/BR/' },
    { path: '/en/hotel/job-aid/', state: 'with the numbers of a country' },
    { path: '/no-such-page/' },
  ],
  'pages with tools': [
    { path: '/en/verify/' },
    { path: '/en/my-courses/' },
    { path: '/en/hotel/certificate/' },
    { path: '/en/manager/manager-policy/' },
  ],
  'a lesson, asked and answered': [
    { path: '/en/hotel/children-and-exploitation/' },
    {
      path: '/en/hotel/children-and-exploitation/',
      state: 'a wrong choice, an answer shown, a match without answers',
      async bring(page) {
        await answer(question(page, 'choice'), false);
        const choices = question(page, 'choices');
        await choose(choices, (await readQuestion(choices)).right.slice(0, 1));
        await choices.getByTestId('submit').click();
        await choices.getByRole('button', { name: 'Show the answer' }).click();
        await question(page, 'match').getByTestId('submit').click();
      },
    },
    {
      path: '/en/hotel/respond-safely/',
      state: 'an order to be tried again, an answer right',
      async bring(page) {
        await answer(question(page, 'order'), false);
        await answer(question(page, 'choices'), true);
      },
    },
    { path: '/en/hotel/respond-safely/', state: 'an order to be made' },
    {
      path: '/en/hotel/hotel-signs/',
      state: 'signs found in a picture, a post open',
      async bring(page) {
        await answer(question(page, 'spot'), true);
        await answer(question(page, 'match'), false);
        await page.locator('.post summary').first().click();
      },
    },
    { path: '/en/hotel/report/', state: 'with the numbers of a country', bring: (page) => page.locator('[data-country-part]').getByRole('link', { name: 'Brazil' }).click() },
  ],
  'a story': [
    { path: '/en/hotel/hotel-night-shift/', state: 'a choice open', bring: (page) => page.locator('[data-choice]:visible summary').first().click() },
    {
      path: '/en/hotel/hotel-night-shift/',
      state: 'at its end, with the way open',
      async bring(page) {
        while (await page.locator('[data-node]:visible [data-choice]').count()) await stepInStory(page);
        await page.locator('.way summary').click();
      },
    },
  ],
  'a quiz': [
    { path: '/en/hotel/before/' },
    {
      path: '/en/hotel/quiz/',
      state: 'a question answered wrongly',
      async bring(page) {
        await page.getByTestId('start').click();
        await answer(page.getByTestId('question').locator('[data-question]'), false);
      },
    },
    { path: '/en/driver/quiz/', state: 'not passed', bring: (page) => runThroughQuiz(page, false) },
    { path: '/en/guide/quiz/', state: 'passed', bring: (page) => runThroughQuiz(page, true) },
  ],
};

// A page for wrong addresses is answered with 404, and the browser notes it.
test.use({ expectedErrors: [/status of 404/], contextOptions: { reducedMotion: 'reduce' } });

for (const [group, places] of Object.entries(sights)) {
  test(`${group}: no violations, nothing cut off and nothing too small, light and dark, narrow and wide, and with text twice as large`, async ({ page }) => {
    test.setTimeout(120_000);
    // The script of the first page leaves it at once for a language.
    await page.route(/\/assets\/languages\./, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.addInitScript(() => localStorage.setItem('farol:choices', JSON.stringify({ country: location.pathname.includes('job-aid') ? 'TH' : '' })));
    for (const { path, state = '', bring } of places) {
      await test.step(`${path} ${state}`, async () => {
        await page.setViewportSize({ width: 320, height: 640 });
        await page.emulateMedia({ colorScheme: 'light' });
        await visit(page, path);
        await bring?.(page);
        const faults: Record<string, string[]> = {};
        const note = async (when: string, found: Promise<string[]>) => {
          const list = await found;
          if (list.length) faults[when] = [...new Set(list)];
        };
        await note('light, 320', axe(page));
        await note('320', measure(page, { targets: true }));
        await page.emulateMedia({ colorScheme: 'dark' });
        await note('dark, 320', axe(page, ['color-contrast']));
        await page.setViewportSize({ width: 1280, height: 800 });
        await note('dark, 1280', axe(page, ['color-contrast', 'target-size']));
        await note('1280', measure(page, { targets: true }));
        await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
        await note('1280, text 200 %', measure(page));
        await page.setViewportSize({ width: 320, height: 640 });
        await note('320, text 200 %', measure(page));
        expect.soft(faults, `${path} ${state}`).toEqual({});
      });
    }
  });
}

test('with Tab, every stop shows where it is and lies free of the bar', async ({ page }) => {
  for (const path of ['/en/hotel/', '/en/hotel/respond-safely/', '/en/report/BR/']) {
    await page.setViewportSize({ width: 320, height: 640 });
    // A stop is measured where it comes to rest, not on the way there.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    let stops = 0;
    for (; stops < 120; stops++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const at = document.activeElement as HTMLElement;
        if (at === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        const { left, right, top, bottom } = at.getBoundingClientRect();
        const over = document.elementFromPoint((Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
        const free = !!over && (at.contains(over) || over.contains(at) || !!at.closest('label')?.contains(over));
        return { what: `${at.tagName} ${at.textContent?.trim().slice(0, 30)}`, outline: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, free };
      });
      if (!stop) break;
      expect.soft(stop, path).toEqual({ ...stop, outline: true, free: true });
    }
    expect(stops).toBeGreaterThan(10);
  }
});

test('the first Tab leads past the frame to the content', async ({ page }) => {
  await page.goto('/en/hotel/respond-safely/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => !!document.activeElement?.closest('main'))).toBe(true);
});

test('somebody who does not want motion gets none', async ({ page }) => {
  for (const path of ['/en/', '/en/hotel/respond-safely/', '/en/hotel/quiz/']) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    const moving = await page.evaluate(() => {
      const styles = [...document.querySelectorAll('*')].map((element) => ({ element, style: getComputedStyle(element) }));
      return styles.filter(({ style }) => style.transitionDuration !== '0s' || style.animationName !== 'none' || style.scrollBehavior !== 'auto').map(({ element }) => element.outerHTML.slice(0, 80));
    });
    expect(moving, path).toEqual([]);
  }
});

test('in forced colours every control keeps an edge, a line or its own look', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const path of ['/en/', '/en/hotel/', '/en/hotel/respond-safely/', '/en/hotel/hotel-night-shift/', '/en/report/BR/']) {
    await page.goto(path);
    const lost = await page.evaluate(() => {
      const edged = (element: Element | null): boolean => {
        if (!element) return false;
        const style = getComputedStyle(element);
        return ['Top', 'Bottom'].some((side) => parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) >= 1 && style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== 'none');
      };
      const controls = [...document.querySelectorAll<HTMLElement>('.button, .bar a, input, select, textarea, .option label, .moves button, a.dial, .node summary')].filter((element) => element.checkVisibility());
      return controls.filter((element) => !(element.matches('input') || edged(element) || getComputedStyle(element).textDecorationLine === 'underline')).map((element) => element.outerHTML.slice(0, 80));
    });
    expect(lost, path).toEqual([]);
  }
});

/** A course from its first page to the passed quiz, and what the record of it can be relied on for. */
import type { Locator, Page } from '@playwright/test';
import { answer, choose, readQuestion, stepInStory, takeQuiz, wrongOptions } from './answering.ts';
import { expect, open, test } from './farol.ts';

const course = '/en/hotel/';
const quiz = '/en/hotel/quiz/';

/** Presses Tab until the focus is in `target`, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Follows a link by keyboard to a page whose script is ready. */
async function follow(page: Page, link: Locator): Promise<void> {
  const from = page.url();
  await press(page, link);
  await page.waitForURL((url) => url.href !== from);
  await expect(page.locator('html[data-ready]')).toBeAttached();
}

/** Answers one question with Tab, arrows, Space and Enter. */
async function answerByKeyboard(page: Page, question: Locator, rightly = true): Promise<void> {
  const asked = await readQuestion(question);
  const { kind, options } = asked;
  const wanted = rightly ? asked.right : wrongOptions(asked);
  if (kind === 'choice') {
    await press(page, question.getByRole('radio').first(), 'Space');
    for (let place = 0; place < options.indexOf(wanted[0] ?? ''); place++) await page.keyboard.press('ArrowDown');
  } else if (kind === 'match') {
    for (const option of options) {
      const select = question.locator(`[data-option="${option}"] select`);
      const answers = await select.locator('option').evaluateAll((all) => all.map((element) => (element as HTMLOptionElement).value));
      const right = asked.right.find((pair) => pair.startsWith(`${option}=`))?.split('=')[1] ?? '';
      await tabTo(page, select);
      for (let place = 0; place < (rightly ? answers.indexOf(right) : 1); place++) await page.keyboard.press('ArrowDown');
    }
  } else if (kind === 'order') {
    for (const [place, step] of (rightly ? asked.right : []).entries()) {
      const from = (await readQuestion(question)).options.indexOf(step);
      if (from > place) await tabTo(page, question.locator(`[data-option="${step}"]`).getByRole('button').first());
      for (let moved = from; moved > place; moved--) await page.keyboard.press('Space');
    }
  } else {
    for (const option of options.filter((id) => wanted.includes(id))) await press(page, question.locator(`input[value="${option}"]`), 'Space');
  }
  await press(page, question.getByTestId('submit'));
}

/** Takes the best way through the story of a module. */
async function walkByKeyboard(page: Page, story: Locator): Promise<void> {
  const scene = story.locator('[data-node]:visible');
  for (;;) {
    const good = scene.locator('[data-choice].good').first();
    if ((await scene.locator('[data-choice]').count()) === 0) return;
    await press(page, good.locator('summary'));
    await expect(good.locator('p')).toBeFocused();
    await press(page, good.getByTestId('next'));
    await expect(scene).toBeFocused();
  }
}

async function quizByKeyboard(page: Page, rightly: boolean): Promise<void> {
  await press(page, page.getByTestId('start'));
  const place = page.locator('.place');
  await expect(place).toBeFocused();
  const total = Number((await place.innerText()).match(/\d+$/)?.[0]);
  for (let asked = 1; asked <= total; asked++) {
    await expect(place).toHaveText(`Question ${asked} of ${total}`);
    await answerByKeyboard(page, page.getByTestId('question').locator('[data-question]'), rightly);
    if (rightly) await press(page, page.getByTestId('next'));
  }
}

test('a whole course can be taken with the keyboard alone, from the front page to the passed quiz with what was learnt', async ({ page }) => {
  test.setTimeout(150_000);
  await open(page, '/en/');
  await follow(page, page.locator('[data-role="hotel"]'));
  await follow(page, page.getByTestId('start'));

  await quizByKeyboard(page, false);
  await expect(page.getByRole('heading', { name: 'You knew 0 of 5.' })).toBeFocused();
  await follow(page, page.getByTestId('next'));

  const kinds = new Set<string>();
  const modules = (await page.locator('body').getAttribute('data-modules'))?.split(' ') ?? [];
  for (const module of modules) {
    await expect(page.locator('body')).toHaveAttribute('data-module', module);
    // In the order of the page: a story may stand between questions.
    for (const task of await page.locator('[data-question][data-right], [data-scenario]').all()) {
      if ((await task.getAttribute('data-scenario')) !== null) {
        await walkByKeyboard(page, task);
        kinds.add('scenario');
      } else {
        await answerByKeyboard(page, task);
        await expect(task.locator('.verdict')).toBeFocused();
        await expect(task.locator('.verdict')).toHaveText('Yes, that is right.');
        kinds.add((await readQuestion(task)).kind);
      }
    }
    await expect(page.locator('[data-standing]')).toHaveText('Done. Your answers are saved on this device.');
    await expect(page.locator('.dots .is-done')).toHaveCount(modules.indexOf(module) + 1);
    await follow(page, page.locator('.ending').getByTestId('next'));
  }
  expect([...kinds].sort()).toEqual(['choice', 'choices', 'match', 'order', 'scenario', 'spot']);

  await quizByKeyboard(page, true);
  const result = page.getByTestId('result');
  await expect(result.getByRole('heading')).toHaveText('Passed with 100 %.');
  await expect(result.getByRole('heading')).toBeFocused();
  // A wrong order or match may be right in part.
  await expect(result).toContainText(/Before: [1-5]?\d %Now: 100 %/);
  await expect(result.getByTestId('certificate')).toHaveAttribute('href', '/en/hotel/certificate/');
});

test('a module counts as done when its last question is answered, and not before', async ({ page }) => {
  await open(page, '/en/hotel/your-place-in-protection/');
  const questions = await page.locator('[data-question][data-right]').all();
  const standing = page.locator('[data-standing]');
  const dot = page.locator('[data-dot="your-place-in-protection"]');
  for (const [place, question] of questions.entries()) {
    const left = questions.length - place;
    await expect(standing).toHaveText(left === 1 ? '1 question on this page is still open.' : `${left} questions on this page are still open.`);
    await expect(dot).not.toHaveClass(/is-done/);
    // Wrong answers count: it is practice.
    await answer(question, place > 0);
  }
  await expect(standing).toHaveText('Done. Your answers are saved on this device.');
  await expect(dot).toHaveClass(/is-done/);

  await open(page, '/en/hotel/children-and-exploitation/');
  await expect(dot).toHaveClass(/is-done/);
  await answer(page.locator('[data-question][data-right]').first(), true);
  await open(page, course);
  await expect(page.locator('[data-module="your-place-in-protection"]')).toHaveClass(/is-done/);
  await expect(page.locator('[data-module="children-and-exploitation"]')).not.toHaveClass(/is-done/);
  await expect(page.locator('[data-module="hotel-signs"]')).not.toHaveClass(/is-done/);
});

test('a module with a story is done when the story has come to an end', async ({ page }) => {
  await open(page, '/en/hotel/hotel-night-shift/');
  for (const question of await page.locator('[data-question][data-right]').all()) await answer(question, true);
  await expect(page.locator('[data-standing]')).toHaveText('The story on this page is not finished yet.');
  const scene = page.locator('[data-node]:visible');
  while (await scene.locator('[data-choice]').count()) await stepInStory(page);
  await expect(page.locator('[data-standing]')).toHaveText('Done. Your answers are saved on this device.');
});

test('a heavy module may be skipped, and the course remembers that it was', async ({ page }) => {
  await open(page, '/en/hotel/children-and-exploitation/');
  await page.locator('[data-skip]').click();
  await page.waitForURL('**/your-place-in-protection/');
  await expect(page.locator('[data-dot="children-and-exploitation"]')).toHaveClass(/is-done/);
  await open(page, course);
  await expect(page.locator('[data-module="children-and-exploitation"]')).toContainText('skipped');
});

test('a failed quiz leads to the passages worth reading again, and the next try asks other questions', async ({ page }) => {
  await open(page, quiz);
  const first = await takeQuiz(page, false);
  const result = page.getByTestId('result');
  await expect(result.getByRole('heading')).toContainText('You need 80 % to pass.');
  await expect(result.getByTestId('certificate')).toHaveCount(0);
  const links = await result.locator('li a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).hash));
  expect(links.length).toBe(first.length);

  const again = await takeQuiz(page, false);
  expect(again.length).toBe(first.length);
  expect(again.filter((ref) => first.includes(ref))).toEqual([]);
  await page.reload();
  await expect(page.getByText(/^Your best result so far is \d+ %\.$/)).toBeVisible();

  for (const link of links.slice(0, 3)) {
    await open(page, link);
    const passage = page.locator(new URL(link, page.url()).hash);
    await expect(passage).toBeInViewport();
    expect(await passage.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(300);
  }
});

test('a passage inside a folded post is unfolded for the link that leads to it', async ({ page }) => {
  await open(page, '/en/hotel/hotel-signs/');
  const post = page.locator('.post').last();
  await expect(post.locator('p, li').first()).toBeHidden();
  const link = `/en/hotel/hotel-signs/#${await post.getAttribute('id')}`;
  // From the same page and from another.
  for (const from of ['', course]) {
    if (from) await open(page, from);
    await open(page, link);
    await expect(post.locator('p, li').first()).toBeVisible();
    await expect(post.locator('summary')).toBeInViewport();
  }
});

test('a reload in the middle of a quiz keeps the question, the order of its options and the choice half made', async ({ page }) => {
  await open(page, quiz);
  await page.getByTestId('start').click();
  const question = page.getByTestId('question').locator('[data-question]');
  // On to a question with options to tick, past at least one.
  await answer(question, true);
  await page.getByTestId('next').click();
  for (let { kind } = await readQuestion(question); kind !== 'choice' && kind !== 'choices'; { kind } = await readQuestion(question)) {
    await answer(question, true);
    await page.getByTestId('next').click();
    await expect(question.locator('.verdict')).toHaveCount(0);
  }
  const before = await readQuestion(question);
  const place = await page.locator('.place').innerText();
  const [picked = ''] = before.right;
  await choose(question, [picked]);
  await page.reload();
  await expect(page.locator('.place')).toHaveText(place);
  expect(await readQuestion(question)).toEqual(before);
  await expect(question.locator(`input[value="${picked}"]`)).toBeChecked();
});

test('two tabs share one attempt: the second goes on where the first is', async ({ page, context }) => {
  const other = await context.newPage();
  await Promise.all([open(page, quiz), open(other, quiz)]);
  // At the same moment: a pointer would come too late in one of them.
  await Promise.all([page, other].map((tab) => tab.evaluate(() => document.querySelector<HTMLElement>('[data-testid="start"]')?.click())));
  const asked = (tab: Page) => tab.getByTestId('question').locator('[data-question]');
  await expect(asked(page)).toBeVisible();
  await expect(asked(other)).toBeVisible();
  expect(await readQuestion(asked(other))).toEqual(await readQuestion(asked(page)));

  await answer(asked(page), true);
  await expect(page.getByTestId('next')).toBeVisible();
  await expect(other.locator('.place')).toHaveText(/^Question 2 of/);
  await page.getByTestId('next').click();
  await expect(page.locator('.place')).toHaveText(/^Question 2 of/);
  expect(await readQuestion(asked(other))).toEqual(await readQuestion(asked(page)));
});

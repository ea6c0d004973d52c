/** Takes a course in a package to its end, by the hooks that are the same in every shape (`data-testid`), as fast as the page can follow. */
import type { Frame, Page } from '@playwright/test';
import { expect } from './farol.ts';

/** The view that is shown, once it is alive. */
export const shown = (frame: Frame | Page) => frame.evaluate(() => (document.documentElement.dataset['ready'] ? (document.body.dataset['shown'] ?? '') : ''));

/** From its first view to the result of the final quiz. */
export async function takeCourse(frame: Frame | Page, modules: readonly string[]): Promise<void> {
  await expect.poll(() => shown(frame)).toBe('start');
  await frame.getByTestId('start').click();
  await expect.poll(() => shown(frame)).toBe('before');
  await frame.locator('[data-skip]').click();
  for (const [place, module] of modules.entries()) {
    await expect.poll(() => shown(frame)).toBe(module);
    await frame.evaluate(answerAll);
    await expect(frame.locator('[data-standing]')).toHaveClass(/done/);
    await frame.locator('.ending').getByTestId('next').click();
    await expect.poll(() => shown(frame)).toBe(modules[place + 1] ?? 'quiz');
  }
  await frame.getByTestId('start').click();
  await frame.evaluate(answerAll);
  await expect(frame.getByTestId('result')).toBeVisible();
}

/** Runs in the page: every question of a module rightly and every story to an ending; or, with a quiz begun, every question of it. */
async function answerAll(): Promise<void> {
  const answer = (question: HTMLElement): void => {
    const { kind, right = '' } = question.dataset;
    const option = (id: string) => question.querySelector<HTMLElement>(`[data-option="${id}"]`)!;
    const places = () => [...question.querySelectorAll<HTMLElement>('[data-option]')].map((item) => item.dataset['option']!);
    for (const [place, id] of right.split(' ').entries()) {
      if (kind === 'order') while (places().indexOf(id) > place) option(id).querySelector('button')!.click();
      else if (kind === 'match') option(id.split('=')[0]!).querySelector('select')!.value = id.split('=')[1]!;
      else question.querySelector<HTMLInputElement>(`input[value="${id}"]`)!.click();
    }
    question.querySelector<HTMLElement>('[data-testid="submit"]')!.click();
  };
  const wait = async <T>(what: () => T | null | false): Promise<T> => {
    for (;;) {
      const found = what();
      if (found) return found;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);

  if (document.body.dataset['page'] === 'quiz') {
    const asked = '[data-testid="question"] [data-question]';
    while (!find('[data-testid="result"]')) {
      const question = await wait(() => find(asked));
      answer(question);
      (await wait(() => find('main [data-testid="next"]'))).click();
      await wait(() => find('[data-testid="result"]') ?? (find(asked)?.dataset['question'] !== question.dataset['question'] && find(asked)));
    }
    return;
  }
  for (const question of document.querySelectorAll<HTMLElement>('main [data-question][data-right]')) answer(question);
  for (const story of document.querySelectorAll<HTMLElement>('main [data-scenario]')) {
    const choice = () => [...story.querySelectorAll<HTMLDetailsElement>('[data-node]:not([hidden]) [data-choice]')].at(-1);
    for (let taken = choice(); taken; taken = choice()) {
      taken.open = true;
      taken.querySelector<HTMLElement>('[data-testid="next"]')!.click();
    }
  }
}

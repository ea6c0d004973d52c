/** Answers questions the way their page says is right: every question carries its key in data-right. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface Asked { ref: string; kind: string; right: string[]; options: string[] }

/** The key of a question, and its options as they stand on the page. */
export function readQuestion(question: Locator): Promise<Asked> {
  return question.evaluate((element: HTMLElement) => ({
    ref: element.dataset['question'] ?? '',
    kind: element.dataset['kind'] ?? '',
    right: (element.dataset['right'] ?? '').split(' ').filter(Boolean),
    options: [...element.querySelectorAll<HTMLElement>('[data-option]')].map((option) => option.dataset['option'] ?? ''),
  }));
}

/** A response that is not right, for questions with a list of options. */
export const wrongOptions = ({ right, options }: Asked): string[] => options.filter((option) => !right.includes(option)).slice(0, 1);

/** Chooses by pointer, without checking. An order is left as it stands unless it is to be right. */
export async function choose(question: Locator, response: readonly string[]): Promise<void> {
  const { kind } = await readQuestion(question);
  if (kind === 'order') {
    for (const [place, step] of response.entries()) {
      const moves = question.locator(`[data-option="${step}"]`).getByRole('button').first();
      for (let { options } = await readQuestion(question); options.indexOf(step) > place; { options } = await readQuestion(question)) await moves.click();
    }
    return;
  }
  for (const value of response) {
    const [option, answer] = value.split('=');
    if (answer === undefined) await question.locator(`input[value="${option}"]`).check();
    else await question.locator(`[data-option="${option}"] select`).selectOption(answer);
  }
}

/** Answers rightly or wrongly by pointer, and checks. */
export async function answer(question: Locator, rightly: boolean): Promise<Asked> {
  const asked = await readQuestion(question);
  if (rightly) await choose(question, asked.right);
  else if (asked.kind === 'match') await choose(question, wrongPairs(asked));
  else if (asked.kind !== 'order') await choose(question, wrongOptions(asked));
  await question.getByTestId('submit').click();
  return asked;
}

/** Every left side with the answer of another. */
export function wrongPairs({ right }: Asked): string[] {
  const pairs = right.map((pair) => pair.split('=') as [string, string]);
  const answers = [...new Set(pairs.map(([, answer]) => answer))];
  return pairs.map(([option, answer]) => `${option}=${answers[(answers.indexOf(answer) + 1) % answers.length]}`);
}

/** Goes through the quiz of the open page, from Start to its result. */
export async function takeQuiz(page: Pick<Page, 'getByTestId'>, rightly: boolean): Promise<string[]> {
  await page.getByTestId('start').click();
  const asked: string[] = [];
  const question = page.getByTestId('question').locator('[data-question]');
  const result = page.getByTestId('result');
  await expect(result).toHaveCount(0);
  await expect(question).toBeVisible();
  while (!(await result.isVisible())) {
    asked.push((await answer(question, rightly)).ref);
    await page.getByTestId('next').click();
    await expect(question.locator('.verdict')).toHaveCount(0);
  }
  return asked;
}

/** Makes one choice in the story of a page and goes on to the next scene; the last choice if none is named. */
export async function stepInStory(page: Page, choice?: string): Promise<void> {
  const taken = page.locator(`[data-node]:visible [data-choice${choice ? `="${choice}"` : ''}]`).last();
  await taken.locator('summary').press('Enter');
  // The consequence takes the focus; an Enter before that would be lost.
  await expect(taken.locator('p')).toBeFocused();
  await taken.getByTestId('next').press('Enter');
  await expect(page.locator('[data-node]:visible')).toBeFocused();
}

/** Every kind of question and the story: answered, explained, tried again, restored, and what assistive technology gets. */
import type { Locator, Page } from '@playwright/test';
import { answer, choose, readQuestion, stepInStory, wrongOptions, wrongPairs } from './answering.ts';
import { expect, open, test } from './farol.ts';

const words = '/en/hotel/children-and-exploitation/';
const signs = '/en/hotel/hotel-signs/';
const steps = '/en/hotel/respond-safely/';
const night = '/en/hotel/hotel-night-shift/';

const ofKind = (page: Page, kind: string) => page.locator(`[data-kind="${kind}"]`).first();
const marked = (question: Locator, mark: string) => question.locator(`.option.${mark}`);

/** The options of a question in the order in which they stand. */
const shown = async (question: Locator) => (await readQuestion(question)).options;

test('a wrong choice is explained, can be tried again, and the right one then says why', async ({ page }) => {
  await open(page, words);
  const question = ofKind(page, 'choice');
  const asked = await answer(question, false);
  await expect(question.locator('.verdict')).toHaveText('Not this one. Read why.');
  await expect(marked(question, 'wrong').locator('.feedback')).toContainText('Not this.');
  // Only what was chosen is explained: the right answer is still to be found.
  await expect(question.locator('.feedback')).toHaveCount(1);
  await expect(question.getByRole('radio').first()).toBeDisabled();

  await question.getByRole('button', { name: 'Try again' }).click();
  await expect(question.getByRole('radio', { checked: true })).toHaveCount(1);
  await choose(question, asked.right);
  await question.getByTestId('submit').click();
  await expect(question.locator('.verdict')).toHaveText('Yes, that is right.');
  await expect(question.locator('.feedback')).toHaveCount(asked.options.length);
  await expect(marked(question, 'right').locator('.feedback')).toContainText('Right.');
  await expect(question.getByRole('button')).toHaveCount(0);
});

test('the answer can be shown, with every option explained', async ({ page }) => {
  await open(page, words);
  const question = ofKind(page, 'choice');
  const { options } = await answer(question, false);
  await question.getByRole('button', { name: 'Show the answer' }).click();
  await expect(question.locator('.feedback')).toHaveCount(options.length);
  await expect(marked(question, 'missed').locator('.feedback')).toContainText('This too.');
  await expect(question.locator('.verdict')).toBeFocused();
});

test('several choices are partly right, and what was left out is only told on request', async ({ page }) => {
  await open(page, words);
  const question = ofKind(page, 'choices');
  const { right } = await readQuestion(question);
  await choose(question, right.slice(0, 1));
  await question.getByTestId('submit').click();
  await expect(question.locator('.verdict')).toHaveText('Partly right. Read what is marked.');
  await expect(marked(question, 'missed')).toHaveCount(0);
  await question.getByRole('button', { name: 'Show the answer' }).click();
  await expect(marked(question, 'missed')).toHaveCount(right.length - 1);
});

test('an order is changed with buttons, which say what moved where, and judged by its neighbours', async ({ page }) => {
  await open(page, steps);
  const question = ofKind(page, 'order');
  const before = await shown(question);
  const second = question.locator('.option').nth(1);
  const text = await second.locator('.step > span').first().innerText();
  await expect(question.getByRole('button', { name: /^Move up/ }).first()).toBeDisabled();
  await second.getByRole('button', { name: `Move up: ${text}` }).click();
  expect(await shown(question)).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect(question.getByRole('status')).toHaveText(`${text}: now at place 1`);
  // At the top it cannot go further: the focus waits on the other arrow of the same step.
  await expect(question.getByRole('button', { name: `Move down: ${text}` })).toBeFocused();

  const { right } = await readQuestion(question);
  await choose(question, right);
  await question.getByTestId('submit').click();
  await expect(question.locator('.verdict')).toHaveText('Yes, that is right.');
  await expect(question.locator('.moves').first()).toBeHidden();
});

test('a wrong order shows the right one as a list', async ({ page }) => {
  await open(page, steps);
  const question = ofKind(page, 'order');
  const { right } = await readQuestion(question);
  await choose(question, [...right].reverse());
  await question.getByTestId('submit').click();
  await question.getByRole('button', { name: 'Show the answer' }).click();
  const texts = await Promise.all(right.map((step) => question.locator(`.key [data-id="${step}"] b`).textContent()));
  await expect(question.locator('.inorder li')).toHaveText(texts as string[]);
});

test('a match needs an answer in every line, and each line is explained', async ({ page }) => {
  await open(page, words);
  const question = ofKind(page, 'match');
  const asked = await readQuestion(question);
  await choose(question, asked.right.slice(0, 1));
  await question.getByTestId('submit').click();
  await expect(question.getByRole('alert')).toHaveText('Choose an answer for every line first.');
  // The first line that is still open.
  const open1 = question.locator('select').filter({ has: page.locator('option:checked[value=""]') }).first();
  await expect(open1).toBeFocused();

  await choose(question, wrongPairs(asked));
  await expect(question.getByRole('alert')).toHaveCount(0);
  await question.getByTestId('submit').click();
  await expect(question.locator('.verdict')).toHaveText('Not right yet. Read why.');
  // What was given stands there in full: a narrow screen would cut it in the select.
  await expect(question.locator('select:visible')).toHaveCount(0);
  await expect(question.locator('.given')).toHaveText(await question.locator('select').evaluateAll((all) => all.map((select) => (select as HTMLSelectElement).selectedOptions[0]?.text ?? '')));
  await question.getByRole('button', { name: 'Show the answer' }).click();
  await expect(question.locator('.option .feedback i')).toHaveCount(asked.options.length);
  await expect(question.locator('.option .feedback i').first()).toContainText('→');
});

test('in a picture with signs, the picture and the list are one: a tap on either shows in both', async ({ page }) => {
  await open(page, signs);
  const question = ofKind(page, 'spot');
  const { right } = await readQuestion(question);
  const [first = '', second = ''] = right;
  const spot = (id: string) => question.locator(`.scene [data-spot="${id}"]`);
  const box = (id: string) => question.locator(`input[value="${id}"]`);
  await spot(first).click();
  await expect(box(first)).toBeChecked();
  await expect(spot(first)).toHaveClass(/\bon\b/);
  await box(second).check();
  await expect(spot(second)).toHaveClass(/\bon\b/);
  await spot(first).click();
  await expect(box(first)).not.toBeChecked();
  await expect(spot(first)).not.toHaveClass(/\bon\b/);

  await choose(question, right);
  await question.getByTestId('submit').click();
  await expect(question.locator('.verdict')).toHaveText('Yes, that is right.');
  await expect(question.locator('.scene .found')).toHaveCount(right.length);
  // Everything in the picture is in the list, for those who do not see it.
  expect((await question.locator('.scene [data-spot]').evaluateAll((spots) => spots.map((element) => (element as SVGElement).dataset['spot']))).sort()).toEqual((await shown(question)).sort());
  await spot(first).click();
  await expect(box(first)).toBeChecked();
});

test('a reflection is for the learner alone: it is stored nowhere and sent nowhere', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await open(page, signs);
  const secret = 'a thought of my own';
  const box = ofKind(page, 'reflection').getByRole('textbox');
  await expect(ofKind(page, 'reflection')).toContainText('It is not saved and not sent.');
  await box.fill(secret);
  await box.blur();
  const kept = await page.evaluate(async () => {
    const open = await new Promise<IDBDatabase>((resolve) => (indexedDB.open('farol').onsuccess = (event) => resolve((event.target as IDBOpenDBRequest).result)));
    const all = await Promise.all([...open.objectStoreNames].map((name) => new Promise((resolve) => (open.transaction(name).objectStore(name).getAll().onsuccess = (event) => resolve((event.target as IDBRequest).result)))));
    open.close();
    return JSON.stringify([all, { ...localStorage }, { ...sessionStorage }]);
  });
  expect(kept).toContain('opened');
  expect(kept).not.toContain(secret);
  expect(sent.join(' ')).not.toContain(encodeURIComponent(secret));
});

test('every kind of answer is there again after a reload, with its explanation', async ({ page }) => {
  for (const [path, kinds] of Object.entries({ [words]: ['choice', 'choices', 'match'], [steps]: ['order'], [signs]: ['spot'] })) {
    await open(page, path);
    for (const kind of kinds) {
      await answer(ofKind(page, kind), kind !== 'choice');
      await expect(ofKind(page, kind).locator('.verdict')).toBeVisible();
    }
    const looks = () => Promise.all(kinds.map((kind) => ofKind(page, kind).evaluate((element: HTMLElement) => [...element.querySelectorAll('.option, .verdict')].map((part) => `${part.className}: ${part.textContent} ${[...part.querySelectorAll<HTMLInputElement>('input, select')].map((control) => (control.type === 'select-one' ? control.value : control.checked))}`))));
    const before = await looks();
    await page.reload();
    await expect(page.locator('html[data-ready]')).toBeAttached();
    expect(await looks()).toEqual(before);
  }
});

test('a choice that is not checked yet, and a try begun again, survive a reload', async ({ page }) => {
  await open(page, steps);
  const order = ofKind(page, 'order');
  const choice = ofKind(page, 'choice');
  const { right } = await readQuestion(order);
  await answer(order, false);
  await order.getByRole('button', { name: 'Try again' }).click();
  await choose(order, right);
  const [picked = ''] = wrongOptions(await readQuestion(choice));
  await choose(choice, [picked]);
  await page.reload();
  await expect(page.locator('html[data-ready]')).toBeAttached();
  expect(await shown(order)).toEqual(right);
  await expect(order.getByTestId('submit')).toBeVisible();
  await expect(choice.locator(`input[value="${picked}"]`)).toBeChecked();
  await expect(choice.getByTestId('submit')).toBeVisible();
});

test('a tap made before the script has arrived is not lost, and nothing on the page jumps when it comes', async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\/assets\/player\./, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(words, { waitUntil: 'commit' });
  const question = ofKind(page, 'choice');
  const asked = await readQuestion(question);
  const [right = ''] = asked.right;
  await question.locator('label').filter({ has: page.locator(`input[value="${right}"]`) }).click();
  await ofKind(page, 'match').locator('select').first().selectOption({ index: 1 });
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  arrive();
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await expect(question.locator(`input[value="${right}"]`)).toBeChecked();
  await expect(ofKind(page, 'match').locator('select').first()).not.toHaveValue('');
  expect(Math.abs((await height()) - before)).toBeLessThan(30);
  await question.getByTestId('submit').click();
  await expect(question.locator('.verdict')).toHaveText('Yes, that is right.');
});

test('an answer and a step given before the record is open stay, and are recorded when it opens', async ({ page, context }) => {
  // Another tab holds the database, in its first version, and is slow to let go.
  const slow = await context.newPage();
  await slow.goto('/exit/');
  await slow.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('farol', 1);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('events', { keyPath: 'id' }).createIndex('profile', 'profile');
          request.result.createObjectStore('profiles', { keyPath: 'id' });
        };
        request.onsuccess = () => resolve();
        Object.assign(window, { letGo: () => request.result.close() });
      }),
  );
  await page.goto(night);
  const question = ofKind(page, 'choice');
  const scene = page.locator('[data-node]:visible');
  await answer(question, true);
  await stepInStory(page);
  const place = (await scene.getAttribute('data-node')) ?? '';
  expect(await page.locator('html[data-ready]').count()).toBe(0);
  await slow.evaluate(() => (window as unknown as { letGo(): void }).letGo());

  for (const reload of [false, true]) {
    if (reload) await page.reload();
    await expect(page.locator('html[data-ready]')).toBeAttached();
    await expect(question.locator('.verdict')).toHaveText('Yes, that is right.');
    await expect(scene).toHaveAttribute('data-node', place);
  }
});

test('a screen reader gets the question as a group, its options by name, the verdict by focus and a missing choice as an alert', async ({ page }) => {
  await open(page, words);
  const question = ofKind(page, 'choice');
  const ask = await question.locator('legend').innerText();
  await expect(question.getByRole('group', { name: ask })).toBeVisible();
  for (const label of await question.locator('label').allInnerTexts()) await expect(question.getByRole('radio', { name: label, exact: true })).toBeVisible();

  await question.getByTestId('submit').click();
  await expect(question.getByRole('alert')).toHaveText('Choose an answer first.');
  await expect(question.getByRole('radio').first()).toBeFocused();
  await question.getByRole('radio').first().check();
  await expect(question.getByRole('alert')).toHaveCount(0);
  await question.getByTestId('submit').click();
  await expect(question.locator('.verdict')).toBeFocused();
  const chosen = question.locator('li', { has: page.locator('input:checked') });
  await expect(question.locator('.verdict')).toHaveAccessibleDescription((await chosen.locator('.feedback').innerText()).replace(/\s+/g, ' '));

  const match = ofKind(page, 'match');
  for (const text of await match.locator('label > span').allInnerTexts()) await expect(match.getByRole('combobox', { name: text })).toBeVisible();
  const choices = ofKind(page, 'choices');
  await expect(choices.getByRole('group', { name: await choices.locator('legend').innerText() }).getByRole('checkbox').first()).toBeVisible();
});

test('a story shows one scene at a time, speaks its consequence, and can be walked back', async ({ page }) => {
  await open(page, night);
  const story = page.locator('[data-scenario]');
  const scene = story.locator('[data-node]:visible');
  await expect(scene).toHaveCount(1);
  const start = await scene.getAttribute('data-node');
  const choices = await scene.locator('[data-choice]').count();
  await scene.locator('[data-choice] summary').first().click();
  await expect(scene.locator('[data-choice]:visible')).toHaveCount(1);
  await expect(scene.locator('[data-choice][open] p')).toBeFocused();

  // Before going on, the choice itself can be taken back.
  await story.getByRole('button', { name: 'One step back' }).click();
  await expect(scene.locator('[data-choice]:visible')).toHaveCount(choices);
  await stepInStory(page);
  await expect(scene).not.toHaveAttribute('data-node', start ?? '');
  await expect(scene).toBeFocused();
  await expect(story.locator('.way summary')).toHaveText('Your way so far: 1 step');

  const second = await scene.getAttribute('data-node');
  await page.reload();
  await expect(page.locator('html[data-ready]')).toBeAttached();
  await expect(scene).toHaveAttribute('data-node', second ?? '');
  await story.getByRole('button', { name: 'One step back' }).click();
  await expect(scene).toHaveAttribute('data-node', start ?? '');
});

test('every ending of a story can be reached, and another way taken from it', async ({ page }) => {
  await open(page, night);
  const story = page.locator('[data-scenario]');
  const graph = await story.evaluate((element: HTMLElement) => ({
    start: element.dataset['start'] ?? '',
    nodes: Object.fromEntries([...element.querySelectorAll<HTMLElement>('[data-node]')].map((node) => [node.dataset['node'] ?? '', [...node.querySelectorAll<HTMLElement>('[data-choice]')].map((choice) => ({ choice: choice.dataset['choice'] ?? '', to: choice.dataset['to'] ?? '' }))])),
  }));
  const ways = new Map<string, string[]>([[graph.start, []]]);
  for (const [node, way] of ways) for (const { choice, to } of graph.nodes[node] ?? []) if (!ways.has(to)) ways.set(to, [...way, choice]);
  const endings = [...ways].filter(([node]) => graph.nodes[node]?.length === 0);
  expect(endings.length).toBeGreaterThanOrEqual(3);
  expect(ways.size).toBe(Object.keys(graph.nodes).length);
  for (const [ending, way] of endings) {
    for (const choice of way) await stepInStory(page, choice);
    await expect(story.locator('[data-node]:visible')).toHaveAttribute('data-node', ending);
    await expect(story.locator('[data-node]:visible h4')).toBeVisible();
    await story.getByRole('button', { name: 'Take another way' }).press('Enter');
  }
  await expect(story.locator('[data-node]:visible')).toHaveAttribute('data-node', graph.start);
});

test('what happens in another tab is taken up, and never over what is being done here', async ({ page, context }) => {
  await open(page, night);
  const other = await context.newPage();
  await open(other, night);
  await answer(ofKind(other, 'choice'), true);
  await expect(ofKind(page, 'choice').locator('.verdict')).toHaveText('Yes, that is right.');

  // A scene further here, a match half done here: events from there leave both alone.
  await stepInStory(page);
  const place = await page.locator('[data-node]:visible').getAttribute('data-node');
  const select = ofKind(page, 'match').locator('select').first();
  await select.selectOption({ index: 1 });
  await answer(ofKind(other, 'match'), true);
  await answer(other.locator('[data-kind="choice"]').nth(1), true);
  await expect(page.locator('[data-kind="choice"]').nth(1).locator('.verdict')).toBeVisible();
  await expect(page.locator('[data-node]:visible')).toHaveAttribute('data-node', place ?? '');
  await expect(select).toBeEnabled();
  await expect(select).not.toHaveValue('');
});

/** Listening to a lesson. The test's browser has no voice; the one it is given keeps what it was asked to say. */
import type { Page } from '@playwright/test';
import { expect, open, test } from './farol.ts';

const lesson = '/en/hotel/your-place-in-protection/';

/** Gives the browser voices of these languages, and a list of what they said. */
async function giveVoices(page: Page, ...languages: string[]): Promise<void> {
  await page.addInitScript((tags) => {
    const said: { text: string; rate: number; end(): void }[] = [];
    const synth = Object.assign(new EventTarget(), {
      getVoices: () => tags.map((lang) => ({ lang, name: lang, localService: true })),
      speak: (utterance: { text: string; rate: number; onend?: () => void }) => said.push({ text: utterance.text, rate: utterance.rate, end: () => utterance.onend?.() }),
      cancel: () => {},
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synth });
    Object.assign(window, { said, SpeechSynthesisUtterance: class { constructor(public text: string) {} } });
  }, languages);
}

const said = (page: Page) => page.evaluate(() => (window as unknown as { said: { text: string; rate: number }[] }).said.map(({ text, rate }) => ({ text: text.trim(), rate })));
const endSentence = (page: Page) => page.evaluate(() => (window as unknown as { said: { end(): void }[] }).said.at(-1)?.end());

test('a lesson is read aloud sentence by sentence, at the pace one likes, and stops when told to', async ({ page }) => {
  await giveVoices(page, 'de-DE', 'en-GB');
  await open(page, lesson);
  const top = () => page.locator('.passage').first().evaluate((element) => element.getBoundingClientRect().top + scrollY);
  const place = await top();
  await page.getByRole('button', { name: 'Listen' }).click();
  const stop = page.getByRole('button', { name: 'Stop' });
  await expect(stop).toBeFocused();
  expect((await said(page)).map(({ text }) => text)).toEqual([(await page.locator('h1').innerText()).trim()]);
  expect(await top()).toBe(place);

  await endSentence(page);
  await endSentence(page);
  const [, heading, sentence] = await said(page);
  expect(heading?.text).toBe((await page.locator('.passage h2').first().textContent())?.trim());
  expect(await page.locator('.passage p').first().textContent()).toContain(sentence?.text);
  expect(await page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String))).toHaveLength(1);

  // Another pace says the same sentence again.
  await page.getByRole('button', { name: /^Speed/ }).click();
  expect((await said(page)).at(-1)).toEqual({ text: sentence?.text, rate: 1.25 });
  await stop.click();
  await expect(page.getByRole('button', { name: 'Listen' })).toBeFocused();
  expect(await page.evaluate(() => CSS.highlights.has('spoken'))).toBe(false);
  const before = (await said(page)).length;
  await endSentence(page);
  expect((await said(page)).length).toBe(before);
  await page.getByRole('button', { name: 'Listen' }).click();
  expect((await said(page)).at(-1)?.text).toBe(sentence?.text);
});

test('questions and folded posts are not read aloud', async ({ page }) => {
  await giveVoices(page, 'en');
  await open(page, '/en/hotel/hotel-signs/');
  await page.getByRole('button', { name: 'Listen' }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  for (let sentences = 0; sentences < 200 && (await page.getByRole('button', { name: 'Stop' }).isVisible()); sentences++) await endSentence(page);
  await expect(page.getByRole('button', { name: 'Listen' })).toBeVisible();
  const all = (await said(page)).map(({ text }) => text).join(' ');
  for (const text of await page.locator('.question .ask').allInnerTexts()) expect(all).not.toContain(text);
  // A figure that stands on a line of its own is read, and so is what to do tomorrow.
  for (const read of ['.passage > .stated', '.tomorrow > p:last-child']) expect(all).toContain((await page.locator(read).first().textContent())?.trim().slice(0, 20));
  expect(all).not.toContain((await page.locator('.post li').first().textContent())?.trim());
});

test('without a voice for the language there is no button', async ({ page }) => {
  await giveVoices(page, 'de-DE');
  await open(page, lesson);
  await expect(page.getByRole('button', { name: 'Listen' })).toHaveCount(0);
});

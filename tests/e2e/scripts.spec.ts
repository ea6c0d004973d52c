/** Every language and script on every kind of page: nothing cut, parted or covered on the smallest screen, nothing hard-coded, everything turned round from right to left. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { locales } from '../../src/core/locale/locales.ts';
import { answer } from './answering.ts';
import { expect, open, test } from './farol.ts';
import { axe, measure, visit } from './looks.ts';
import { pagesOfEveryKind, type PageOfKind } from './page-kinds.ts';
import { backupOf, bringIn, readyFor } from './seed-record.ts';
import { pseudoSite } from './serve-site.ts';

/** On the site of pseudo-locales, the only real languages are those of the fixture, and they have one lesson. */
const lesson = 'sample/at-the-desk/';
const axed = ['th', 'en-XA', 'ar-XB', 'hi', 'bn'];

test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 320, height: 640 }, serviceWorkers: 'block' });
test.setTimeout(240_000);

/** Goes through pages, and says of each what is wrong with it, in the states that make the most text. */
async function look(page: Page, pages: readonly PageOfKind[], more: (page: Page) => Promise<string[]> = async () => []): Promise<void> {
  expect(pages.length).toBeGreaterThan(0);
  for (const { path, kind } of pages) {
    await visit(page, path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = !details.closest('.languages, .key'))));
    const faults = [...(await measure(page, { targets: true, words: true })), ...(await more(page))];
    if (axed.includes(path.split('/')[1]!)) faults.push(...(await axe(page)));
    if (/^module .*kind="(match|order)"/.test(kind)) {
      for (const asked of ['choice', 'match', 'order']) if (await page.locator(`[data-kind="${asked}"]`).count()) await answer(page.locator(`[data-kind="${asked}"]`).first(), false);
      faults.push(...(await measure(page, { targets: true, words: true })), ...(await more(page)));
    }
    if (/^quiz quiz/.test(kind)) {
      await page.getByTestId('start').click();
      await expect(page.getByTestId('question')).toBeVisible();
      faults.push(...(await measure(page, { targets: true, words: true })), ...(await more(page)));
    }
    expect.soft([...new Set(faults)], `${path} (${kind})`).toEqual([]);
  }
}

/** A certificate with a name in the page's script, on the smallest screen, as it hangs on the wall, and as a picture. */
async function certify(page: Page, locale: string, name: string): Promise<void> {
  await bringIn(page, backupOf(readyFor('hotel')), locale);
  expect.soft(await measure(page, { targets: true }), 'My courses').toEqual([]);
  await open(page, `/${locale}/hotel/certificate/`);
  await page.locator('#name').fill(name);
  await page.getByTestId('make').click();
  await expect(page.getByTestId('sheet')).toBeVisible();
  expect.soft(await measure(page, { targets: true, words: true }), 'the sheet on a phone').toEqual([]);
  await page.setViewportSize({ width: 1300, height: 900 });
  expect.soft(await measure(page), 'the sheet on the wall').toEqual([]);
  await page.locator('[data-picture]').click();
  await expect(page.locator('[data-given] img')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
}

for (const { tag } of locales) {
  test(`${tag}: nothing is cut, parted or covered at 320 px on any kind of page`, async ({ page }) => {
    await look(page, pagesOfEveryKind('dist', tag));
  });
}

test('Thai: every year says by which calendar it counts, on the certificate too', async ({ page }) => {
  // Years of the Buddhist calendar, the shortest spelling of them too, that no era stands before.
  const nameless = () => page.evaluate(() => [...document.body.innerText.matchAll(/(?<!พ\.ศ\. |B\.E\. )\b2[45]\d\d\b/g)].map(({ index, input }) => input.slice(Math.max(0, index - 20), index + 20)));
  await certify(page, 'th', 'สมหญิง ใจดีมีสุขสมบูรณ์ ณ อยุธยา');
  const day = /^\d+ \S+ พ\.ศ\. 25\d\d$/;
  await expect(page.locator('[data-slot="date"]')).toHaveText(day);
  await expect(page.locator('[data-slot="until"]')).toHaveText(day);
  expect(await nameless()).toEqual([]);
  for (const path of ['/th/my-courses/', '/th/', '/th/hotel/', '/th/report/TH/', '/th/report/BR/', '/th/hotel/hotel-signs/', '/th/translations/']) {
    await visit(page, path);
    expect(await nameless(), path).toEqual([]);
  }
  await visit(page, '/th/report/BR/');
  expect(await page.locator('.law p:first-child').allInnerTexts()).toContainEqual(expect.stringMatching(/ค\.ศ\. \d{4}/));
});

test.describe('the site of pseudo-locales', () => {
  test.use({ baseURL: pseudoSite.url });

  test('en-XA: four tenths more text fits everywhere, and every word of it comes from content/', async ({ page }) => {
    // A name without a letter of English: whatever else has one is found.
    await certify(page, 'en-XA', 'สมหญิง ใจดีมีสุขสมบูรณ์ ณ อยุธยา');
    expect.soft(await hardCoded(page), 'the certificate').toEqual([]);
    await look(page, pagesOfEveryKind(pseudoSite.dist, 'en-XA'), hardCoded);
  });

  test('ar-XB: nothing is cut, parted or covered, and every box lies where its mirror image would', async ({ page }) => {
    await certify(page, 'ar-XB', 'محمد بن عبد الرحمن بن خالد');
    await look(page, pagesOfEveryKind(pseudoSite.dist, 'ar-XB'), unmirrored);
  });

  for (const tag of ['hi', 'bn']) {
    test(`${tag}: a lesson in its script, asked and answered`, async ({ page }) => {
      await look(page, [{ path: `/${tag}/${lesson}`, kind: 'module kind="match"' }]);
    });
  }

  test('ar-XB: arrows, controls and the picture of a certificate point the other way', async ({ page }) => {
    const sides = (first: string, second: string) => page.evaluate(([first, second]) => [first!, second!].map((selector) => document.querySelector(selector)!.getBoundingClientRect().x), [first, second]);
    const isRightOf = async (first: string, second: string) => {
      const [a, b] = await sides(first, second);
      expect(a, `${first} is right of ${second}`).toBeGreaterThan(b!);
    };
    await certify(page, 'ar-XB', 'Ana Lucía');
    await page.setViewportSize({ width: 1300, height: 900 });
    await isRightOf('.certificate .night', '.certificate .paper');
    expect(await page.locator('.certificate .scene').evaluate((scene) => getComputedStyle(scene).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    const [tower = 0, width = 0] = await page.locator('[data-given] img').evaluate((image: HTMLImageElement) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, canvas.height / 4, canvas.width, 1);
      const night = [...Array(canvas.width).keys()].filter((x) => data[x * 4]! < 40 && data[x * 4 + 2]! > 50);
      return [night.reduce((sum, x) => sum + x, 0) / night.length, canvas.width];
    });
    expect(tower).toBeGreaterThan(width * 0.7);
    await page.setViewportSize({ width: 320, height: 640 });

    await open(page, '/ar-XB/hotel/hotel-signs/');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('.crumbs a .icon g')).toHaveAttribute('transform', /^matrix\(-1/);
    await expect(page.locator('.ending .button .icon g')).toHaveAttribute('transform', /^matrix\(-1/);
    await isRightOf('.bar .report', '.bar .leave');
    await isRightOf('.top .mark', '.top [data-me]');
    await isRightOf('[data-kind="choice"] input', '[data-kind="choice"] .option span');
    await isRightOf('[data-kind="spot"] input', '[data-kind="spot"] .option span');
    await answer(page.locator('[data-kind="spot"]'), true);
    await expect(page.locator('[data-kind="spot"] .verdict.is-right')).toBeVisible();
    // A scene is a place, and keeps its sides.
    expect(await page.locator('.scene svg').evaluate((scene) => getComputedStyle(scene).transform)).toBe('none');
    await answer(page.locator('[data-kind="match"]').first(), false);
    await page.locator('[data-kind="match"] .act button').last().click();
    await expect(page.locator('[data-kind="match"] .feedback i').first()).toHaveText(/^←/);
  });

  test('telephone numbers stand as they are dialled, in every script', async ({ page }) => {
    for (const country of ['IN', 'TH', 'BR']) {
      const { lines } = parse(readFileSync(`content/countries/${country}/pack.yaml`, 'utf8')) as { lines: { dial?: string; display?: string }[] };
      const wanted = lines.flatMap(({ dial, display }) => (dial ? [[`tel:${dial}`, display ?? dial]] : [])).sort();
      for (const locale of ['ar-XB', 'hi', 'bn']) {
        await visit(page, `/${locale}/report/${country}/`);
        const shown = await page.locator('.line a.dial').evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.querySelector('bdi[dir="ltr"]')?.textContent]));
        expect(shown.sort(), `${locale} ${country}`).toEqual(wanted);
      }
    }
  });
});

test('every script stands in fonts, sizes and lines of its own, on a page and in a word', async ({ page }) => {
  await page.goto('/en/about/');
  const styles = await page.evaluate(() =>
    ['en', 'th', 'hi', 'bn', 'ar'].map((lang) => {
      const box = document.createElement('div');
      box.innerHTML = `<p lang="${lang}"><button class="button">x</button><span>x</span></p>`;
      document.querySelector('main')!.append(box);
      const of = (selector: string) => getComputedStyle(box.querySelector(selector)!);
      const { fontFamily, fontSize, letterSpacing, textTransform, textAlign } = of('span');
      return { lang, fontFamily, size: parseFloat(fontSize), leading: parseFloat(of('p').getPropertyValue('--leading')), button: parseFloat(of('button').lineHeight) / parseFloat(of('button').fontSize), letterSpacing, textTransform, textAlign, overflow: of('button').textOverflow };
    }),
  );
  const [latin, ...marked] = styles;
  for (const style of marked) {
    expect(style, style.lang).toMatchObject({ letterSpacing: 'normal', textTransform: 'none', textAlign: 'start', overflow: 'clip' });
    expect(style.leading).toBeGreaterThanOrEqual(1.6);
    expect(style.button).toBeGreaterThan(latin!.button);
    expect(style.fontFamily).not.toBe(latin!.fontFamily);
    expect(style.fontFamily).toMatch(/^system-ui,.*sans-serif$/);
  }
  expect(styles.map(({ size }) => size >= 17)).toEqual(styles.map(() => true));
  expect(styles.filter(({ lang }) => ['hi', 'bn'].includes(lang)).every(({ size }) => size >= 18)).toBe(true);
});

/** Texts and names of controls with a letter that `en-XA` would have accented: they did not come from content/. Names are excepted, and what Intl writes. */
function hardCoded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const known = new Set(['Farol']);
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    for (const type of ['language', 'region'] as const) {
      const names = new Intl.DisplayNames(['en'], { type, fallback: 'none' });
      for (const a of letters) for (const b of letters) for (const word of names.of(type === 'region' ? `${a}${b}`.toUpperCase() : a + b)?.match(/\p{L}+/gu) ?? []) known.add(word);
    }
    for (const word of new Intl.DisplayNames(['en'], { type: 'language' }).of('pt-BR')!.split(' ')) known.add(word);
    for (let month = 0; month < 12; month += 1) for (const style of ['long', 'short'] as const) known.add(new Intl.DateTimeFormat('en', { month: style }).format(Date.UTC(2026, month, 5)));
    const unaccented = (text: string) => (text.replace(/https?:\/\/\S+/g, '').match(/\p{L}[\p{L}\p{M}’']*/gu) ?? []).some((word) => /[aeinouy]/i.test(word) && !known.has(word));
    const isName = (element: Element) => element.closest('[lang]:not(html), [translate="no"], bdi, .sources, .line b, .law p:first-child, .from, .law .small, .line p:has(bdi), .awards a b, code, script, style, noscript, template');
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      if (parentElement && textContent && !isName(parentElement) && unaccented(textContent)) found.push(`hard-coded: "${textContent.trim().slice(0, 60)}"`);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')) {
      for (const attribute of ['aria-label', 'title', 'alt', 'placeholder']) if (!isName(element) && unaccented(element.getAttribute(attribute) ?? '')) found.push(`hard-coded ${attribute}: "${element.getAttribute(attribute)}"`);
    }
    if (unaccented(document.title)) found.push(`hard-coded title: ${document.title}`);
    return found;
  });
}

/** Boxes that lie elsewhere than the mirror image of the same page from left to right. */
function unmirrored(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const boxes = [...document.body.querySelectorAll<HTMLElement>('*:not(svg *, option, script, style, [dir="ltr"], [dir="ltr"] *)')].filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline');
    const places = () => boxes.map((element) => element.getBoundingClientRect());
    window.scrollTo(0, 0);
    const mine = places();
    root.dir = 'ltr';
    const theirs = places();
    root.dir = 'rtl';
    const width = root.clientWidth;
    return boxes.flatMap((element, index) => {
      const [{ left, right }, other] = [mine[index]!, theirs[index]!];
      const off = Math.max(Math.abs(left - (width - other.right)), Math.abs(right - (width - other.left)));
      return off > 2 ? [`not mirrored by ${Math.round(off)} px: ${element.tagName.toLowerCase()}.${String(element.className)} "${element.textContent?.trim().slice(0, 30)}"`] : [];
    });
  });
}

/** What a browser can measure of how a page looks: axe's rules, and text that is cut, parted or covered. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Opens a page and waits for its script, where it has one that gets something ready: the frame alone does not. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  if (await page.locator('script[src]:not([src*="/plain"], [src*="/report"], [src*="/sheet"], [src*="/languages"])').count()) await expect(page.locator('html[data-ready]')).toBeAttached();
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds, a line for each element. */
export async function axe(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(wcag)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n').at(-1)?.trim()}`));
}

/** What is looked for beside text that runs out of its box or off the page. */
export interface Wanted {
  /** What is too small for a thumb. */
  targets?: boolean;
  /** Words of headings and controls that a line parts in the middle; to be left out where text is set twice as large. */
  words?: boolean;
}

export function measure(page: Page, { targets = false, words = false }: Wanted = {}): Promise<string[]> {
  return page.evaluate(({ targets, words }) => {
    const faults: string[] = [];
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${String(element.className)} "${element.textContent?.trim().slice(0, 30)}"`;
    const shows = (element: Element) => (element as HTMLElement).checkVisibility({ visibilityProperty: true }) && getComputedStyle(element).clipPath === 'none';
    const { clientWidth } = document.documentElement;
    if (document.documentElement.scrollWidth > clientWidth) faults.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} in ${clientWidth}`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*:not(svg, svg *, option, template, noscript)')) {
      if (!shows(element)) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const cuts = element.textContent?.trim() && !element.matches('textarea, select, progress, meter');
      if (cuts && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 2) faults.push(`cut at the side: ${name(element)}`);
      if (cuts && overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 2) faults.push(`cut below: ${name(element)}`);
    }
    const range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement } = texts.currentNode;
      if (!texts.currentNode.textContent?.trim() || !parentElement || parentElement.closest('select, textarea, svg, noscript, template') || !shows(parentElement) || parentElement.closest('.skip, .wide')) continue;
      range.selectNodeContents(texts.currentNode);
      const box = parentElement.closest('a, button, label, summary')?.getBoundingClientRect();
      // The room above and below letters is more than the line they stand on, and empty.
      const room = parseFloat(getComputedStyle(parentElement).fontSize) / 4;
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        if (!width) continue;
        if (left < -1 || right > clientWidth + 1) faults.push(`off the page: ${name(parentElement)}`);
        else if (box && (left < box.left - 2 || right > box.right + 2 || top < box.top - room || bottom > box.bottom + room)) faults.push(`out of its box: ${name(parentElement)}`);
      }
    }
    // Text beside or above other text: siblings in the flow of the page, which never lie on each other.
    for (const parent of document.body.querySelectorAll<HTMLElement>('*:not(svg, svg *, select)')) {
      const boxes = [...parent.children]
        .filter((child) => child.textContent?.trim() && !child.matches('svg, script, style, template, noscript') && shows(child))
        .map((child) => ({ child, style: getComputedStyle(child), box: child.getBoundingClientRect() }))
        .filter(({ style, box }) => style.display !== 'inline' && style.display !== 'contents' && !['absolute', 'fixed', 'sticky'].includes(style.position) && box.width > 1 && box.height > 1);
      for (const [index, { child, box }] of boxes.entries()) {
        const over = boxes[index + 1];
        if (over && box.left < over.box.right - 2 && over.box.left < box.right - 2 && box.top < over.box.bottom - 2 && over.box.top < box.bottom - 2) faults.push(`lies on the next: ${name(child)}`);
      }
    }
    if (words) {
      const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
      for (const element of document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, a, button, summary, label, legend, dt, th, b')) {
        if (!shows(element) || element.closest('.skip, .wide, [dir="ltr"]')) continue;
        const inside = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (inside.nextNode()) {
          const { textContent } = inside.currentNode;
          for (const { segment, index, isWordLike } of segmenter.segment(textContent ?? '')) {
            if (!isWordLike || segment.length < 2 || /[@./_]/.test(segment)) continue;
            range.setStart(inside.currentNode, index);
            range.setEnd(inside.currentNode, index + segment.length);
            const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top));
            if (tops.length > 1 && Math.max(...tops) - Math.min(...tops) > 8) faults.push(`a word is parted: "${segment}" in ${name(element)}`);
          }
        }
      }
    }
    if (!targets) return faults;
    for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')) {
      if (!shows(element) || element.closest('.skip')) continue;
      const box = (element.matches('input') && element.closest('label')) || element;
      const { width, height } = box.getBoundingClientRect();
      const around = element.parentElement?.closest('p, li, dd, dt, h1, h2, h3, span, div');
      const inSentence = getComputedStyle(element).display === 'inline' && (around?.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0);
      const least = inSentence ? 24 : 44;
      if (height < least - 0.5 || (!inSentence && width < least - 0.5)) faults.push(`${Math.round(width)} × ${Math.round(height)} of ${least}: ${name(element)}`);
    }
    return faults;
  }, { targets, words });
}

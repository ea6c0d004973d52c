/** Puts the numbers or laws of the learner's country into a lesson, from the country's own page: one rendering, also offline. */
import { choose, deviceChoices } from '../../browser/storage/device-choices.ts';
import { base, button, findAll, locale, plain } from '../page.ts';
import { markExpired, pointToCountry } from '../Shell/shell.ts';

/** A job aid is one sheet: the lines for a child and for danger, without remarks. */
const leftOutOfBrief = '.next, .remark, .from, [data-kind=missing], [data-kind=tourist-police], [data-kind=authority], [data-kind=support]';

/** The list of countries that the page came with, by the part it stands in. */
const lists = new WeakMap<HTMLElement, ChildNode[]>();

/** Gives what a country's page holds; null where it cannot be had. */
export type CountryTexts = (country: string) => Promise<ParentNode | null>;

/** @returns false where the country's page could not be had; the links to it stay in place then */
export async function fillCountryParts(pageOf: CountryTexts = countryPage): Promise<boolean> {
  const parts = findAll('[data-country-part]');
  for (const part of parts) {
    if (lists.has(part)) continue;
    lists.set(part, [...part.childNodes]);
    part.addEventListener('click', (event) => void pick(part, event, pageOf));
  }
  const { country } = deviceChoices();
  const page = country && parts.length && (await pageOf(country));
  if (!page) return false;
  for (const part of parts) {
    const source = page.querySelector(`#${part.dataset['countryPart']}`);
    if (!source) continue;
    const copy = document.importNode(source, true) as HTMLElement;
    copy.removeAttribute('id');
    const wanted = part.dataset['binds'];
    if (wanted) {
      for (const law of copy.querySelectorAll<HTMLElement>('[data-binds]')) {
        const binds = law.dataset['binds']?.split(' ') ?? [];
        law.hidden = !binds.includes(wanted) && !binds.includes('everyone');
      }
    }
    if ('brief' in part.dataset) copy.querySelectorAll(leftOutOfBrief).forEach((detail) => detail.remove());
    const title = plain('p', 'tag', page.querySelector('h1, h2')?.textContent ?? '');
    title.tabIndex = -1;
    const change = page.querySelector('.report header a')?.textContent;
    const other = plain('p', 'buttons');
    // A package for one country has no list to go back to.
    if (change) other.append(button(change, () => {
      part.replaceChildren(...lists.get(part)!);
      part.querySelector<HTMLElement>('a')?.focus();
    }));
    part.replaceChildren(title, copy, other);
    markExpired(part);
  }
  return true;
}

/** A tap on a country in a lesson chooses it and stays in the lesson. */
async function pick(part: HTMLElement, event: Event, pageOf: CountryTexts): Promise<void> {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-country]');
  const country = link?.dataset['country'];
  if (!country) return;
  event.preventDefault();
  choose({ country });
  pointToCountry();
  // What had the focus is gone: it goes to what came instead.
  if (await fillCountryParts(pageOf)) part.querySelector<HTMLElement>('.tag')?.focus();
  else location.assign(link.href);
}

export async function countryPage(country: string): Promise<ParentNode | null> {
  try {
    const response = await fetch(`${base}${locale}/report/${country}/`);
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  } catch {
    return null;
  }
}

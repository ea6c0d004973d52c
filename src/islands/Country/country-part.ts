/** Puts the numbers or laws of the learner's country into a lesson, from the country's own page: one rendering, also offline. */
import { choose, deviceChoices } from '../../browser/storage/device-choices.ts';
import { base, findAll, locale } from '../page.ts';
import { markExpired, pointToCountry } from '../Shell/shell.ts';

/** A job aid is one sheet: the lines for a child and for danger, without remarks. */
const leftOutOfBrief = '.next, .remark, .from, [data-kind=missing], [data-kind=tourist-police], [data-kind=authority], [data-kind=support]';

export async function fillCountryParts(): Promise<void> {
  const parts = findAll('[data-country-part]');
  if (!parts.length) return;
  for (const part of parts) part.addEventListener('click', pick);
  const { country } = deviceChoices();
  if (!country) return;
  const page = await countryPage(country);
  if (!page) return;
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
    const title = document.createElement('p');
    title.className = 'tag';
    title.textContent = page.querySelector('h1')?.textContent ?? '';
    part.replaceChildren(title, copy);
    markExpired(part);
  }
}

/** A tap on a country in a lesson chooses it and stays in the lesson. */
function pick(event: Event): void {
  const link = (event.target as Element).closest<HTMLElement>('a[data-country]');
  const country = link?.dataset['country'];
  if (!country) return;
  event.preventDefault();
  choose({ country });
  pointToCountry();
  void fillCountryParts();
}

async function countryPage(country: string): Promise<Document | null> {
  try {
    const response = await fetch(`${base}${locale}/report/${country}/`);
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  } catch {
    // The links to the country pages stay in place.
    return null;
  }
}

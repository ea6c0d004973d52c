/** The numbers of one country at a time; without a country, the list to choose from. */
import { choose, deviceChoices } from '../../browser/storage/device-choices.ts';
import { countryPage } from '../Country/country-part.ts';
import { find, findAll, plain } from '../page.ts';
import { markExpired, pointToCountry } from '../Shell/shell.ts';

/** @param wanted a country, or `countries` for the list; undefined for the one that was chosen before */
export async function startLines(wanted: string | undefined): Promise<void> {
  const inDocument = findAll('[data-pack]');
  const only = inDocument.length === 1 ? inDocument[0]!.dataset['pack'] : undefined;
  const country = only ?? wanted ?? deviceChoices().country;
  const isListed = findAll('main a[data-country]').some((link) => link.dataset['country'] === country);
  const shown = inDocument.find((pack) => pack.dataset['pack'] === country) ?? (country && isListed ? await fetchPack(country) : undefined);
  for (const pack of inDocument) pack.hidden = pack !== shown;
  find('[data-countries]')!.hidden = !!shown;
  if (only) for (const change of findAll('[data-change]')) change.remove();
  if (shown && country) choose({ country });
  pointToCountry();
}

/** A document of one module carries no numbers: they are on the country's page of the site. */
async function fetchPack(country: string): Promise<HTMLElement | undefined> {
  const page = await countryPage(country);
  const parts = ['#lines', '#laws'].flatMap((id) => page?.querySelector(id) ?? []);
  const change = page?.querySelector<HTMLAnchorElement>('.report header a');
  if (!page || !change || !parts.length) return undefined;
  const pack = plain('section', 'report flow');
  const other = plain('p', 'noprint');
  change.setAttribute('href', '#lines/countries');
  other.append(document.importNode(change, true));
  pack.append(plain('h2', '', page.querySelector('h1')?.textContent ?? ''), other, ...parts.map((part) => document.importNode(part, true)));
  find('[data-lines]')!.append(pack);
  markExpired(pack);
  return pack;
}

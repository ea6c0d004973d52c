/** What stands around the views: whose course it is, whom to tell at work, the way out. */
import type { Brand, Contact, OwnPage } from '../../core/package/config.ts';
import { find, plain, t } from '../page.ts';

/** Name, logo and colours of a partner. Through the CSSOM: a policy that forbids inline styles lets it be. */
export function wear({ name, logo, colour, colourDark }: Brand): void {
  const place = find('[data-brand]');
  const { style, classList } = document.documentElement;
  if (colour) style.setProperty('--brand', colour);
  if (colourDark) style.setProperty('--brand-dark', colourDark);
  classList.toggle('branded', !!colour);
  classList.toggle('branded-dark', !!colourDark);
  if (!place || !(name || logo)) return;
  place.replaceChildren();
  if (logo) {
    const image = plain('img');
    image.src = logo;
    image.alt = '';
    place.append(image);
  }
  place.append(plain('span', '', name));
}

/** The partner's own page, before the quiz: as in a card, so that it is not taken for the course. */
export function ownPageCard({ title, text }: OwnPage, partner: string): HTMLElement {
  const card = plain('section', 'card flow');
  card.dataset['testid'] = 'own-page';
  card.append(plain('h2', '', title), ...text.map((paragraph) => plain('p', '', paragraph)), plain('p', 'small quiet', t('rollout.ownWords', { partner })));
  return card;
}

/** A partner's own contact, as a card; its words are in `language`. */
export function contactCard({ name, phone, email, text }: Contact, language = ''): HTMLElement {
  const card = plain('section', 'card flow contact');
  card.dataset['testid'] = 'contact';
  const words = [plain('p', 'lead', name), ...text.split(/\n\s*\n/).map((paragraph) => plain('p', '', paragraph))];
  if (language) for (const paragraph of words) paragraph.lang = language;
  card.append(plain('h2', '', t('embed.contact')), ...words);
  const ways = plain('p', 'buttons');
  if (phone) ways.append(way(`tel:${phone.replace(/[^\d+*#]/g, '')}`, phone, 'dial'));
  if (email) ways.append(way(`mailto:${email}`, email, 'button'));
  if (ways.childElementCount) card.append(ways);
  return card;
}

function way(address: string, text: string, className: string): HTMLAnchorElement {
  const link = plain('a', className);
  const shown = document.createElement('bdi');
  shown.dir = 'ltr';
  shown.textContent = text;
  link.href = address;
  link.append(shown);
  return link;
}

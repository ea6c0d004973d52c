/**
 * The same page in another language opens at the same place; what was typed and not kept anywhere goes with it. Answers find themselves by id.
 * Fetched when the picker is opened: most readers never change the language.
 */
import { choose } from '../browser/storage/device-choices.ts';
import type { PageTools } from './page.ts';

type Find = PageTools['findAll'];

interface Place {
  /** The page, without its language. */
  page: string;
  /** What was last used, else what stood first in the window; and how far from the top it is to stand. */
  anchor: string;
  top: number;
  fields: Record<string, string>;
}

const key = 'farol:place';
const anchors = 'main [id], main [data-question]';

/** The page, whatever its language: all of its address but the language itself. */
const page = (): string => location.pathname.split(`/${document.documentElement.lang}/`).at(-1) ?? '';
/** A name that an element has in every language. */
const nameOf = (element: HTMLElement): string => element.dataset['question'] ?? element.id;
const fields = (findAll: Find): [string, HTMLTextAreaElement | HTMLInputElement][] =>
  findAll<HTMLTextAreaElement | HTMLInputElement>('main textarea, main input[type=text], main input:not([type])').map((field) => [field.id || field.name || (field.closest<HTMLElement>('[data-question]')?.dataset['question'] ?? ''), field]);

/** @param touched what the reader last used on this page, if anything */
export function start({ find, findAll }: PageTools, touched: () => EventTarget | null): void {
  for (const link of findAll<HTMLAnchorElement>('[data-language], .languages a')) {
    link.addEventListener('click', () => {
      choose({ locale: link.lang });
      link.search = location.search;
      keepPlace(findAll, touched() as Element | null);
    });
  }
  takePlace(findAll);
  find('.languages')?.setAttribute('data-ready', 'yes');
}

function keepPlace(findAll: Find, touched: Element | null): void {
  const inView = findAll(anchors).find((element) => element.offsetParent && element.getBoundingClientRect().bottom > 0 && nameOf(element));
  const inUse = touched?.isConnected ? touched.closest<HTMLElement>(anchors) : null;
  const element = inUse ?? (scrollY > 0 ? inView : null);
  const place: Place = {
    page: page(),
    anchor: element ? nameOf(element) : '',
    top: Math.min(Math.max(element?.getBoundingClientRect().top ?? 0, 0), innerHeight / 3),
    fields: Object.fromEntries(fields(findAll).flatMap(([name, { value }]) => (name && value ? [[name, value]] : []))),
  };
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // Without storage the page opens at its beginning.
  }
}

function takePlace(findAll: Find): void {
  let place: Place | null = null;
  try {
    place = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Place | null;
    sessionStorage.removeItem(key);
  } catch {
    return;
  }
  if (place?.page !== page()) return;
  const { anchor, top, fields: typed } = place;
  for (const [name, field] of fields(findAll)) if (typed[name] && !field.value) field.value = typed[name];
  if (!anchor) return;
  const scroll = () => {
    const element = findAll(anchors).find((candidate) => nameOf(candidate) === anchor);
    if (element) scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
  };
  scroll();
  // Once more when what was answered is back in its place.
  const ready = new MutationObserver(() => {
    ready.disconnect();
    scroll();
  });
  ready.observe(document.documentElement, { attributeFilter: ['data-ready'] });
}

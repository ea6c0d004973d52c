/** The search page: results while typing; the question stands in the address, so that going back from a result leads to the same list. */
import { loadSearchContent } from '../browser/search/load-search-content.ts';
import { deviceChoices } from '../browser/storage/device-choices.ts';
import { openIndex, search, type Found, type SearchIndex } from '../core/search/query.ts';
import { button, data, find, findAll, plural, t } from './page.ts';
import { resultItem } from './Search/result-item.ts';
import { startShell } from './Shell/shell.ts';

/** Milliseconds without a key until the list is made anew, and until the address follows: browsers refuse many changes in a short time. */
const listAfter = 120;
const addressAfter = 500;
const pageOfResults = 20;

const input = find<HTMLInputElement>('#q');
const status = find('[data-search-status]');
const list = find<HTMLUListElement>('#results');
const more = find('[data-more]');
/** All pages, for looking through; in the way only where there is something better. */
const browse = find('[data-browse]');

startShell();
if (input && status && list && more && browse) void startSearch(input, status, list, more, browse);

async function startSearch(input: HTMLInputElement, status: HTMLElement, list: HTMLUListElement, more: HTMLElement, browse: HTMLElement): Promise<void> {
  let index: SearchIndex | undefined;
  let problem: 'unreachable' | 'unreadable' | undefined;
  let listTimer = 0;
  let addressTimer = 0;
  const question = (): string => input.value.trim();
  const links = (): HTMLAnchorElement[] => findAll<HTMLAnchorElement>('#results a');

  const keepInAddress = (): void => {
    clearTimeout(addressTimer);
    const url = new URL(location.href);
    if (question()) url.searchParams.set('q', question());
    else url.searchParams.delete('q');
    if (url.href !== location.href) history.replaceState(history.state, '', url);
  };
  const show = (found: readonly Found[], from: number): void => {
    if (!index) return;
    const { pipeline } = index;
    list.append(...found.slice(from, from + pageOfResults).map((result) => resultItem(result, pipeline, deviceChoices().course)));
    const next = from + pageOfResults;
    const first = links().length;
    more.replaceChildren(...(found.length > next ? [button(t('search.more'), () => { show(found, next); links()[first]?.focus(); })] : []));
  };
  /** Results keep the height of a screen: the foot of the page must not jump between two lists. */
  const offerAll = (isOffered: boolean): void => {
    browse.hidden = !isOffered;
    list.classList.toggle('tall', !isOffered);
  };
  const answer = (): void => {
    clearTimeout(listTimer);
    listTimer = 0;
    list.replaceChildren();
    more.replaceChildren();
    const query = question();
    offerAll(true);
    if (problem) status.replaceChildren(t(`search.${problem}`), ' ', button(t('search.again'), () => { input.focus(); void open(); }));
    else if (!query) status.textContent = '';
    else if (!index) {
      offerAll(false);
      status.textContent = t('search.loading');
    } else {
      const { course, country } = deviceChoices();
      const found = search(index, query, { course, country });
      offerAll(found.length === 0);
      status.textContent = found.length > 0 ? plural('search.results', found.length, { query }) : t('search.none', { query });
      show(found, 0);
    }
  };
  const open = async (): Promise<void> => {
    problem = undefined;
    answer();
    const loaded = await loadSearchContent(data['index'] ?? '');
    if (loaded.ok) index = openIndex(loaded.content);
    else problem = loaded.reason;
    answer();
  };
  const clear = (): void => {
    input.value = '';
    input.focus();
    answer();
    keepInAddress();
  };

  input.addEventListener('input', () => {
    clearTimeout(listTimer);
    clearTimeout(addressTimer);
    listTimer = window.setTimeout(answer, listAfter);
    addressTimer = window.setTimeout(keepInAddress, addressAfter);
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    answer();
    keepInAddress();
    links()[0]?.focus();
  });
  list.addEventListener('click', keepInAddress, { capture: true });
  find('[data-search]')?.addEventListener('keydown', (event) => {
    // A key that chooses among the proposals of an input method is not meant for the page.
    if (event.isComposing) return;
    // Three presses still leave the site: the shell counts them.
    if (event.key === 'Escape' && (input.value || document.activeElement !== input)) {
      event.preventDefault();
      clear();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    // The list is of what was typed a moment ago: it is made anew before anybody steps into it, not under them.
    if (listTimer && document.activeElement === input) answer();
    const stops: HTMLElement[] = [input, ...links()];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  // What was typed before this script came is kept.
  if (!input.value) input.value = new URLSearchParams(location.search).get('q') ?? '';
  await open();
  document.documentElement.dataset['ready'] = 'yes';
}

/** What every page does: lead to the country's numbers, leave fast, work offline, warn of numbers past their date. */
import { choose, deviceChoices } from '../../browser/storage/device-choices.ts';
import { registerServiceWorker } from '../../browser/offline/register-service-worker.ts';
import { base, button, data, find, findAll, locale, say, t, tools } from '../page.ts';
import { shellPages } from '../../core/offline/request-paths.ts';
import { startQuickExit } from './quick-exit.ts';

/** @param busy tells whether a reload now would take something from the learner; an update then waits */
export function startShell(busy: () => boolean = () => false): void {
  startQuickExit();
  if (data['page'] === 'report' && data['country']) choose({ country: data['country'] });
  pointToCountry();
  startLanguages();
  markExpired(document);
  registerServiceWorker(base, (update) => {
    // Asked again on the tap: a quiz may have begun since it was offered.
    if (!busy()) say(t('update.ready'), button(t('update.now'), () => busy() || update(), true));
  });
  addEventListener('load', () => void keepShell().catch(() => {}));
}

/** The service worker came with the shell in the language of an earlier page; another language is fetched when it is first used. */
async function keepShell(): Promise<void> {
  if (!(navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker?.controller) return;
  // Under the shell's own cache the address carries its revision.
  if (await caches.match(`${base}${locale}/offline/`, { ignoreSearch: true, ignoreVary: true })) return;
  const { keepPages } = await import('../../browser/offline/keep-pages.ts');
  await keepPages(base, ...shellPages.map((page) => `${locale}/${page}`));
}

/** What takes one's place along into another language is fetched when the picker is opened: most readers never change the language. */
function startLanguages(): void {
  const picker = find<HTMLDetailsElement>('.languages');
  // Without a line the other page opens at its beginning.
  const load = () => import(`${base}assets/${picker?.dataset['place']}`).then(({ start }) => start(tools, () => touched), () => {});
  // Whoever goes up to the picker was busy further down.
  let touched: EventTarget | null = null;
  find('#main')?.addEventListener('click', ({ target }) => (touched = target));
  picker?.addEventListener('toggle', load, { once: true });
  if (picker && hasComeAlong()) void load();
}

function hasComeAlong(): boolean {
  try {
    return 'farol:place' in sessionStorage;
  } catch {
    return false;
  }
}

/** Every Report button leads straight to the chosen country. */
export function pointToCountry(): void {
  const { country } = deviceChoices();
  for (const link of findAll<HTMLAnchorElement>('[data-report]')) if (country) link.href = `${data['lines'] ?? `${base}${locale}/report/`}${country}/`;
  for (const link of findAll('[data-country]')) {
    if (link === document.body) continue;
    if (link.dataset['country'] === country) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

export function markExpired(root: ParentNode): void {
  const today = new Date().toISOString().slice(0, 10);
  for (const line of root.querySelectorAll<HTMLElement>('[data-expires]')) {
    if ((line.dataset['expires'] ?? '') < today) line.querySelector('.expired')?.removeAttribute('hidden');
  }
}

/** A storage problem is said once a visit, in words, with what can be done. */
export function tellStorage(notice: { reason: string; name?: string } | null, durability: string): void {
  const reason = notice?.reason ?? (durability === 'this-visit-only' ? 'this-visit-only' : null);
  if (!reason) return;
  try {
    if (sessionStorage.getItem('farol:told') === reason) return;
    sessionStorage.setItem('farol:told', reason);
  } catch {
    // Then it is said on every page, which is still better than not at all.
  }
  const link = document.createElement('a');
  link.className = 'button';
  link.href = `${base}${locale}/my-courses/`;
  link.textContent = t('storage.more');
  say(t(`storage.${reason}`, { name: notice?.name ?? '' }), link);
  find('#live')?.setAttribute('data-reason', reason);
}

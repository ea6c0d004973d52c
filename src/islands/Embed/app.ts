/**
 * A course in one document: shows its views one at a time, leads from one to the next, and reads in another language without being left.
 * Where the record goes is the host's business. `history` is touched in try only, and never the address of a frame: some systems throw, some reload.
 */
import { learnerOf, type Keeper } from '../../browser/learner.ts';
import type { Host } from '../../browser/lms/host.ts';
import type { EventStore } from '../../core/progress/event-store.ts';
import { choose, deviceChoices } from '../../browser/storage/device-choices.ts';
import type { Place } from '../../core/lms/compact-record.ts';
import type { Messages } from '../../core/locale/messages.ts';
import type { Terms } from '../../core/rollout/terms.ts';
import { startCertificate } from '../Certificate/start-certificate.ts';
import { countryPage, fillCountryParts } from '../Country/country-part.ts';
import { startCourse } from '../Course/start-course.ts';
import { start as startDrafter } from '../drafter.ts';
import { startModule } from '../Module/start-module.ts';
import { start as startNote } from '../note.ts';
import { button, data, find, findAll, locale, ready, say, speak, t, tools } from '../page.ts';
import { sayPassMark } from '../Quiz/say-pass-mark.ts';
import { startQuiz } from '../Quiz/start-quiz.tsx';
import { startQuickExit } from '../Shell/quick-exit.ts';
import { markExpired, pointToCountry } from '../Shell/shell.ts';
import { contactCard, ownPageCard, wear } from './frame.ts';
import type { Options } from './options.ts';
import { fitView, placesIn, type Outline } from './outline.ts';
import { startLines } from './start-lines.ts';
import { keepTyped } from './typed.ts';
import { copyOf, packOf, takeViews } from './views.ts';

export interface AppHost extends Pick<Host, 'store' | 'profile' | 'name' | 'passMark' | 'locale' | 'resume' | 'keepPlace' | 'exit' | 'notices' | 'onNotice'> {
  newId?: Host['newId'];
  askToKeep?: Keeper['askToKeep'];
}

/** What the learner sees, as `farol:view` on the document: for whoever frames it. */
export interface Shown { view: string; title: string; locale: string }

const root = document.documentElement;

/** @param optionsIn the choices of a document; asked again when another language has come, in which a partner may have other words */
export async function startApp(host: AppHost, optionsIn: (from: Document) => Options): Promise<void> {
  const order = data['views']!.split(' ');
  const course = data['course']!;
  const main = find('main')!;
  const keeper: Keeper = { store: saying(host.store), profile: host.profile, notice: null, askToKeep: host.askToKeep ?? (async () => {}), newId: host.newId };
  let options = optionsIn(document);
  let outline: Outline = { order, views: new Map() };
  let at: string[] = [];
  let facts: string[] = [];
  /** The view that Report was tapped in. */
  let cameFrom = '';
  let staying = new AbortController();
  let told = new Set<string>();

  function take(from: Document): void {
    const views = takeViews(from);
    if (!options.certificate) for (const id of ['certificate', 'refresher']) views.delete(id);
    outline = { order, views };
  }

  function dress(): void {
    if (options.brand) wear(options.brand);
    find('[data-exit]')!.hidden = !host.exit;
    if (!options.picker) find('.languages')?.remove();
  }

  const markHere = (): number | undefined => host.passMark ?? options.passMark;

  /** What the rollout asks, by the pass mark that counts here; without a rollout, what this device has joined. */
  function termsHere(): Terms | null | undefined {
    const { rollout, terms } = options;
    return terms ? { ...terms, passMark: markHere() ?? terms.passMark } : rollout ? null : undefined;
  }

  /** Puts a view into the document and brings it to life. */
  async function show(places: readonly string[]): Promise<void> {
    delete root.dataset['ready'];
    staying.abort();
    staying = new AbortController();
    const { signal } = staying;
    if (at[0] && at[0] !== 'lines') cameFrom = at[0];
    at = [...places];
    const [id = ''] = at;
    const view = copyOf(outline.views, id);
    fitView(view, outline);
    const mark = markHere();
    if (mark !== undefined) sayPassMark(view, mark);
    for (const fact of facts) delete data[fact];
    facts = Object.keys(view.dataset).filter((name) => name !== 'view' && name !== 'title');
    data['shown'] = id;
    for (const fact of facts) data[fact] = view.dataset[fact];
    main.replaceChildren(...view.childNodes);
    const { page, title = '' } = view.dataset;
    document.title = [title, options.brand?.name || t('site.name')].join(' · ');
    leadBack();
    if (options.contact && (page === 'report' || id === 'report')) placeContact(contactCard(options.contact));
    if (options.ownPage && id === 'quiz') find('main .opening')?.append(ownPageCard(options.ownPage, options.brand?.name ?? ''));
    markExpired(main);
    pointToCountry();
    await start(page, signal);
    if (signal.aborted) return;
    document.dispatchEvent(new CustomEvent<Shown>('farol:view', { detail: { view: id, title, locale } }));
    ready();
  }

  /** Below the numbers to call, never instead of them. */
  function placeContact(card: HTMLElement): void {
    const ending = find('main .ending');
    if (ending) ending.before(card);
    else find('main article')?.append(card);
  }

  function leadBack(): void {
    const back = find<HTMLAnchorElement>('[data-back]');
    const from = outline.views.get(cameFrom);
    if (!back || !from) return;
    back.href = `#${cameFrom}`;
    back.querySelector('span')!.textContent = from.dataset['title'] ?? '';
  }

  async function start(page: string | undefined, signal: AbortSignal): Promise<void> {
    const { rollout, phase } = options;
    const { module } = data;
    const learner = learnerOf(keeper, { locale, course, ...(module && { module }), ...(rollout && { rollout }), ...(phase && { phase }) });
    const pageOf = async (country: string) => packOf(outline.views, country) ?? countryPage(country);
    if (find('[data-note]')) startNote({ ...tools, locale });
    if (find('[data-drafter-form]')) startDrafter({ ...tools, locale });
    switch (page) {
      case 'course':
        return startCourse(learner, signal);
      case 'module':
        return startModule(learner, signal, pageOf);
      case 'quiz':
        return startQuiz(learner, signal, () => {});
      case 'certificate': {
        const field = find<HTMLInputElement>('#name');
        if (field) field.value = host.name;
        return startCertificate(learner, signal, null, termsHere());
      }
      case 'report':
        return startLines(at[1]);
      default:
        find('[data-print]')?.append(button(t('print'), () => print(), true));
        return void fillCountryParts(pageOf);
    }
  }

  /** Brings a place of the view that is shown in front, and the reader with it. */
  function settle(passage: string | undefined): void {
    const target = (passage && document.getElementById(passage)) || null;
    const folded = target?.closest('details');
    if (folded) folded.open = true;
    const stop = target ? (target.querySelector<HTMLElement>('h2, h3') ?? target) : find('h1');
    if (!stop) return;
    stop.tabIndex = -1;
    stop.focus({ preventScroll: true });
    if (target) target.scrollIntoView({ behavior: 'instant', block: 'start' });
    else scrollTo({ top: 0, behavior: 'instant' });
  }

  async function go(places: readonly string[], isNew: boolean): Promise<void> {
    if (isNew) attempt(() => history.pushState(null, '', `#${places.join('/')}`));
    // A place in the view that is open needs no new one; the lines are another view for each country.
    if (places[0] !== at[0] || data['page'] === 'report') await show(places);
    settle(data['page'] === 'report' ? undefined : places[1]);
    keepPlace();
  }

  function keepPlace(): void {
    const room = root.scrollHeight - innerHeight;
    const passage = findAll('.passage').filter((each) => each.getBoundingClientRect().top < innerHeight / 3).at(-1)?.id;
    const { country } = deviceChoices();
    host.keepPlace({ view: at[0] ?? '', locale, scroll: room > 0 ? Math.min(1, scrollY / room) : 0, ...(passage && { passage }), ...(country && { country }) });
  }

  /** Takes up the same document in another language. */
  async function takeLanguage(link: HTMLAnchorElement): Promise<boolean> {
    const text = await fetch(link.href).then((response) => (response.ok ? response.text() : ''), () => '');
    const other = new DOMParser().parseFromString(text, 'text/html');
    if (!other.querySelector('[data-view]')) return false;
    root.lang = other.documentElement.lang;
    root.dir = other.documentElement.dir;
    speak(root.lang, JSON.parse(other.body.dataset['messages'] ?? '{}') as Messages);
    options = optionsIn(other);
    for (const part of ['.skip', '.top', '.foot', '.bar .report', '.bar .leave']) find(part)?.replaceChildren(...other.querySelector(part)!.childNodes);
    find('.bar')?.setAttribute('aria-label', other.querySelector('.bar')!.getAttribute('aria-label')!);
    find('#live')?.replaceChildren();
    take(other);
    dress();
    return true;
  }

  /** The learner has chosen: what was typed and the place that was read stay. */
  async function readIn(link: HTMLAnchorElement): Promise<void> {
    const restore = keepTyped(main);
    if (await takeLanguage(link)) {
      choose({ locale: link.hreflang });
      await show(at);
      restore();
      find('.languages summary')?.focus({ preventScroll: true });
      keepPlace();
      // Opened from a folder, where nothing can be fetched: another document is then better than none.
    } else if (location.protocol === 'file:') location.assign(link.href);
    else say(t('embed.noLanguage'));
  }

  /** Says what is new among the notices; what has passed is taken back. */
  function tell(): void {
    const notices = host.notices();
    if ([...told].some((reason) => !notices.some((notice) => notice.reason === reason))) find('#live')?.replaceChildren();
    const fresh = notices.filter(({ reason }) => !told.has(reason));
    told = new Set(notices.map(({ reason }) => reason));
    if (!fresh.length) return;
    const acts = fresh.flatMap(({ reason, act }) => (act ? [button(t(`lms.${reason}.do`), () => void act(), true)] : []));
    say(fresh.map(({ reason }) => t(`lms.${reason}`)).join(' '), ...acts);
  }

  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement>('a[href]');
    if (target.closest('[data-exit]')) {
      staying.abort();
      void host.exit?.();
    } else if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) {
      const picker = find<HTMLDetailsElement>('.languages');
      if (picker?.open && !picker.contains(target)) picker.open = false;
    } else if ('language' in link.dataset) {
      event.preventDefault();
      void readIn(link);
    } else if (data['page'] === 'report' && link.dataset['country']) {
      event.preventDefault();
      void go(['lines', link.dataset['country']], true);
    } else if (link.getAttribute('href')!.startsWith('#')) {
      event.preventDefault();
      const places = placesIn(link);
      if (outline.views.has(places[0] ?? '')) void go(places, true);
      else settle(places.join('/'));
    }
  });
  addEventListener('popstate', () => void go(known(placesIn(location)) ?? first, false));
  addEventListener('scroll', keepPlace, { passive: true });
  host.onNotice(tell);
  startQuickExit(leave);
  take(document);
  dress();

  const known = (places: readonly string[]): string[] | undefined => (outline.views.has(places[0] ?? '') ? [...places] : undefined);
  const earlier = host.resume();
  const country = earlier?.country ?? options.country;
  if (country) choose({ country });
  const first = known([options.start ?? '']) ?? [[...outline.views.keys()][0]!];
  const opened = known(placesIn(location)) ?? (earlier && known([earlier.view]));
  attempt(() => (history.scrollRestoration = 'manual'));
  at = opened ?? first;
  // Where the learner has read before, or what the system says they read; a document in a frame is in the language that its address asks for.
  const wanted = findAll<HTMLAnchorElement>('[data-language]').find(({ hreflang }) => hreflang === (earlier?.locale ?? host.locale) && hreflang !== locale);
  if (wanted) await takeLanguage(wanted);
  await show(at);
  scrollTo({ top: 0, behavior: 'instant' });
  if (earlier && at[0] === earlier.view) resumeAt(earlier);
  else if (at[1] && data['page'] !== 'report') settle(at[1]);
  tell();
}

/** What could not be written is said here, once and without the ways out that the site's own pages have. */
function saying(store: EventStore): EventStore {
  let isSaid = false;
  return {
    ...store,
    get durability() {
      return store.durability;
    },
    async append(events) {
      const outcome = await store.append(events);
      if (!outcome.ok && !isSaid) say(t('embed.notKept'));
      isSaid ||= !outcome.ok;
      return { ok: true };
    },
  };
}

/** Out of the page that frames the course, too. */
function leave(address: string): void {
  const away = navigator.onLine ? address : 'about:blank';
  try {
    top!.location.replace(away);
  } catch {
    location.replace(away);
  }
}

/** The frame that shows the course has its own focus: opening takes nothing of it. */
function resumeAt({ scroll, passage }: Place): void {
  const target = passage && document.getElementById(passage);
  if (scroll !== undefined) scrollTo({ top: scroll * (root.scrollHeight - innerHeight), behavior: 'instant' });
  else if (target) target.scrollIntoView({ behavior: 'instant', block: 'start' });
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Without entries in the history, Back leaves the course; the ways inside it stay.
  }
}

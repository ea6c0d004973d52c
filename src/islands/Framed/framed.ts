/** An embed and the page around it: the host is told what happens, keeps what it can keep, and may give the frame the height of its content. */
import { connectToHost, type FrameHost } from '../../browser/embed/frame-host.ts';
import type { AppHost, Shown } from '../Embed/app.ts';
import { tableInDocument } from '../Embed/table.ts';
import { base, find, findAll, locale, say, t } from '../page.ts';

/** Milliseconds. */
const patience = 1500;

/** Where the record goes, and from there on to the page around. To be called before the views are taken out of the document. */
export async function framed(host: AppHost, passMark: number | undefined): Promise<AppHost> {
  const { title = '', ...table } = tableInDocument(passMark);
  const frame = connectToHost({ ...table, title, locale }, new URL(base, location.href).href);
  if (new URLSearchParams(location.search).has('diagnose')) void startDiagnosis(frame);
  // A page around that keeps the results says so at once, or not at all.
  if (host.store.durability === 'this-visit-only') setTimeout(() => frame?.host?.saves || say(t('embed.notKept')), frame ? patience : 0);
  if (!frame) return host;

  const hosted: { -readonly [K in keyof AppHost]: AppHost[K] } = { ...host };
  frame.onHost((message) => {
    if (message.type === 'init') {
      find('[data-exit]')!.hidden = !message.exits;
      if (message.exits) hosted.exit = async () => frame.exit();
      if (message.sizes) standInPage();
    }
    if (message.type === 'focus') focusOnHeading();
    if (message.type === 'saved' && !message.ok) say(t('embed.notSaved'));
  });
  document.addEventListener('farol:view', (event) => {
    const { view, title, locale: language } = (event as CustomEvent<Shown>).detail;
    frame.show(view, title, language);
  });
  hosted.store = await frame.watch(host.store, host.profile);
  return hosted;
}

function focusOnHeading(): void {
  const heading = find('h1');
  if (heading) heading.tabIndex = -1;
  heading?.focus({ preventScroll: true });
}

/** As high as its content, a frame has no lower edge to stand at: the numbers and the way out come to its top, and what is said comes to where the reader is. */
function standInPage(): void {
  const live = find('#live');
  const bar = find('.bar');
  document.documentElement.dataset['sized'] = 'yes';
  if (bar) find('.top')?.after(bar);
  const place = () => {
    if (!live?.firstChild) return;
    const seen = new IntersectionObserver(([entry]) => {
      seen.disconnect();
      if (entry) live.style.setProperty('inset-block-start', `${Math.max(0, entry.intersectionRect.bottom - live.offsetHeight - 16)}px`);
    });
    seen.observe(document.body);
  };
  if (live) new MutationObserver(place).observe(live, { childList: true });
  place();
}

/** Only whoever sets up an embed asks; the texts and the script stand in the document under a type that no browser fetches. */
async function startDiagnosis(frame: FrameHost | null): Promise<void> {
  const [texts, script] = findAll<HTMLScriptElement>('script[type="text/farol-diagnosis"]');
  if (!texts || !script) return;
  await import(texts.src);
  const { start } = (await import(script.src)) as typeof import('../diagnosis.ts');
  await start(frame);
}

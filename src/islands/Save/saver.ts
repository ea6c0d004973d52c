/** The card that saves a course on this device: its size before, its progress during, and what became of it. */
import { courseOnDevice, type Progress, type SaveOutcome } from '../../browser/offline/save-course.ts';
import { canSave } from '../../browser/offline/saved-courses.ts';
import { keepPages } from '../../browser/offline/keep-pages.ts';
import { deviceChoices } from '../../browser/storage/device-choices.ts';
import { askToPersist, storageDurability } from '../../browser/storage/storage-condition.ts';
import { saverState, type SaverState } from '../../core/offline/saver-state.ts';
import { base, button, find, locale, t } from '../page.ts';

/** How long "Undo" is offered after a course was removed. */
const undoMilliseconds = 10_000;
/** When to try again after the line has failed; the browser also tells when it thinks that the line is back. */
const retryMilliseconds = [5_000, 15_000, 30_000, 60_000];
/** Another tab that saves tells of each file; after this long without a word it is taken to be gone. */
const silenceMilliseconds = 20_000;

const failureText = { missing: 'save.missing', 'changed-on-server': 'save.changed', 'no-space': 'save.noSpace', unsupported: 'save.unsupported' } as const;

const keptText = { kept: 'save.saved', 'may-be-erased': 'save.mayBeErased', 'this-visit-only': 'save.thisVisitOnly' } as const;

const size = (bytes: number): string => t('save.size', { n: new Intl.NumberFormat(locale).format(Math.max(1, Math.round(bytes / 1000))) });

/** Settles when the card shows how things stand. */
export async function startSaver(course: string): Promise<void> {
  const card = find('[data-saver]');
  const text = find('[data-save-text]');
  const counter = find('[data-save-count]');
  const progress = find('[data-save-progress]');
  const bar = find<HTMLProgressElement>('[data-save-progress] progress');
  const buttons = find('[data-save-buttons]');
  if (!card || !text || !counter || !progress || !bar || !buttons) return;

  const device = courseOnDevice(base, locale, course);
  let running: AbortController | null = null;
  let silence = 0;

  const show = (state: string, words: string, ...actions: HTMLElement[]): void => {
    const hadFocus = buttons.contains(document.activeElement);
    card.dataset['saver'] = state;
    text.textContent = words;
    progress.hidden = true;
    buttons.replaceChildren(...actions);
    // Not onto "Remove": whoever presses a key twice would remove what was just saved.
    if (hadFocus) (state === 'saved' ? card : (actions[0] ?? card)).focus({ preventScroll: true });
  };

  const showProgress = ({ done, total }: Progress): void => {
    progress.hidden = false;
    bar.max = total;
    bar.value = done;
    counter.textContent = t('save.running', { n: done, total });
  };

  const saveButton = (bytes: number) => button(t('save.button', { size: size(bytes) }), () => void save('save.intro'), true);
  const resumeButton = () => button(t('save.resume'), () => void save('save.intro'), true);
  const removeButton = () => button(t('save.remove'), () => void remove());

  const showState = async (state: SaverState, words?: string): Promise<void> => {
    switch (state.name) {
      case 'not-saved':
        if (state.bytes !== null) return show(state.name, words ?? t('save.intro'), saveButton(state.bytes));
        return words ? show(state.name, words, resumeButton()) : show('no-line', t('save.noLine'));
      case 'erased':
        return show(state.name, words ?? t('save.erased'), ...(state.bytes === null ? [] : [saveButton(state.bytes)]));
      case 'paused':
        return show(state.name, words ?? t('save.paused', { n: state.done, total: state.total }), resumeButton(), button(t('save.remove'), () => void device.remove().then(() => refresh())));
      case 'saved':
        return show(state.name, words ?? t(keptText[await storageDurability()]), removeButton());
      case 'update-ready': {
        const update = t('save.update', { size: size(state.bytes) });
        return show(state.name, words ?? update, button(t('save.updateButton'), () => void save('save.update', size(state.bytes)), true), removeButton());
      }
    }
  };

  const refresh = async (words?: string): Promise<void> => {
    const state = saverState(await device.facts());
    if (running) return;
    await showState(state, words);
    // A save that was broken off, not paused, was asked for already.
    if (words || !device.note()?.wanted) return;
    if (state.name === 'update-ready') void save('save.update', size(state.bytes));
    else if (state.name !== 'saved') void save('save.intro');
  };

  const save = async (words: 'save.intro' | 'save.update', bytes = ''): Promise<void> => {
    if (running) return;
    running = new AbortController();
    const { signal } = running;
    const pause = () => {
      device.pause();
      running?.abort();
    };
    // The browser may ask the learner; saving does not wait for the answer.
    void askToPersist().then((kept) => {
      if (kept && card.dataset['saver'] === 'saved') void refresh();
    });
    const showRunning = () => show('running', t(words, { size: bytes }), button(t('save.stop'), pause));
    showRunning();
    let outcome: SaveOutcome;
    let latest: Progress | null = null;
    for (let tries = 0; ; tries += 1) {
      outcome = await device.save(signal, (progress) => {
        if (latest && progress.done > latest.done) tries = 0;
        if (card.dataset['saver'] !== 'running') showRunning();
        latest = progress;
        showProgress(progress);
      });
      if (outcome.ok || outcome.reason !== 'offline' || signal.aborted) break;
      show('waiting', t('save.offline'), button(t('save.stop'), pause));
      if (latest) showProgress(latest);
      await lineIsBack(retryMilliseconds[Math.min(tries, retryMilliseconds.length - 1)]!, signal);
    }
    running = null;
    if (outcome.ok) {
      const { country } = deviceChoices();
      void keepPages(base, `${locale}/my-courses/`, `${locale}/verify/`, `${locale}/search/`, `${locale}/glossary/`, ...(country ? [`${locale}/report/${country}/`] : []));
      // This page is still of the version before.
      if (words === 'save.update') location.reload();
      else await refresh();
    } else if (outcome.reason === 'offline' || outcome.reason === 'stopped') await refresh();
    else await refresh(t(failureText[outcome.reason], { file: outcome.file ?? '', size: size(outcome.room ?? 0) }));
  };

  const remove = async (): Promise<void> => {
    if (card.dataset['saver'] === 'removed') return;
    card.dataset['saver'] = 'removed';
    await device.remove();
    const end = () => {
      clearTimeout(timer);
      removeEventListener('pagehide', end);
      void device.forget();
    };
    const timer = setTimeout(() => {
      end();
      void refresh();
    }, undoMilliseconds);
    addEventListener('pagehide', end);
    const undo = async () => {
      clearTimeout(timer);
      removeEventListener('pagehide', end);
      await device.bringBack();
      await refresh();
    };
    show('removed', t('save.removed'), button(t('save.undo'), () => void undo(), true));
  };

  if (!(await canSave())) {
    show('unsupported', t('save.unsupported'));
    return;
  }
  device.onOtherTab((progress) => {
    clearTimeout(silence);
    if (running || card.dataset['saver'] === 'removed') return;
    if (!progress) return void refresh();
    if (card.dataset['saver'] !== 'elsewhere') show('elsewhere', t('save.intro'));
    showProgress(progress);
    silence = window.setTimeout(() => void refresh(), silenceMilliseconds);
  });
  addEventListener('online', () => void (!running && ['no-line', 'erased'].includes(card.dataset['saver'] ?? '') && refresh()));
  addEventListener('pageshow', ({ persisted }) => void (persisted && !running && refresh()));
  // What was removed on a page that is gone can no longer be brought back.
  void device.forget();
  // A storage that cannot even be read will not keep a course.
  await refresh().catch(() => show('unsupported', t('save.unsupported')));
}

/** Settles when the browser says that the line is back, when it is time to see for oneself, or when the learner pauses. */
function lineIsBack(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    signal.addEventListener('abort', done, { once: true });
  });
}

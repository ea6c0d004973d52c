/** Saves a course on this device, file by file, so that it can be broken off at any point and gone on with. */
import { inUseCache, inUseKey, parseSavedCache, removedKey, savedCache, type InUse } from '../../core/offline/cache-names.ts';
import { listUrl, type CourseList } from '../../core/offline/course-list.ts';
import { isHashed } from '../../core/offline/request-paths.ts';
import { isWhole, planSave, type SavedFacts } from '../../core/offline/saver-state.ts';
import { planTransfers, unpack, type Transfer } from '../../core/offline/transfers.ts';
import { exclusively } from '../storage/exclusively.ts';
import { fetchFile, type FetchFailure } from './fetch-file.ts';
import { serviceWorkerReady } from './register-service-worker.ts';
import { fetchList, noteName, storedVersions, versionInUse } from './saved-courses.ts';
import { note, savingNotes, type SavingNote } from './saving-notes.ts';

/** Beside the reasons of fetching: `no-space`, the browser gives no more room; `unsupported`, no service worker is allowed here. */
export type SaveFailure = FetchFailure | 'no-space' | 'unsupported';
export type SaveOutcome = { ok: true } | { ok: false; reason: SaveFailure; /** What the server did not have. */ file?: string; /** Bytes of room that the course takes. */ room?: number };

export interface Progress { done: number; total: number }

export interface CourseOnDevice {
  facts(): Promise<SavedFacts>;
  note(): SavingNote | undefined;
  /** Fetches what is left and then serves this version. What was served before is served until then, and stays if anything fails. */
  save(signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<SaveOutcome>;
  /** Saving is not to go on by itself. */
  pause(): void;
  /** Takes the course out of use; `bringBack` undoes it until `forget`. */
  remove(): Promise<void>;
  /** False if it is gone. */
  bringBack(): Promise<boolean>;
  forget(): Promise<void>;
  /** Calls back when another tab has saved a part, or has changed what is saved. */
  onOtherTab(heard: (progress: Progress | null) => void): void;
}

/** How many files are on their way at a time: on a slow line the waiting, not the width, is what takes long. */
const lanes = 3;

export function courseOnDevice(base: string, locale: string, course: string): CourseOnDevice {
  const name = noteName(base, locale, course);
  const lock = `saved:${name}`;
  const listKey = base + listUrl(locale, course);
  const inUse = inUseKey(base, locale, course);
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`farol:saved:${name}`);
  const cacheOf = (version: string) => savedCache(base, { locale, course, version });

  async function ownCaches(): Promise<string[]> {
    return (await caches.keys()).filter((cache) => {
      const parsed = parseSavedCache(base, cache);
      return parsed?.locale === locale && parsed.course === course;
    });
  }

  async function unmark(): Promise<void> {
    for (const cache of await ownCaches()) await (await caches.open(cache)).delete(removedKey(base));
  }

  async function serve(list: CourseList): Promise<void> {
    const record: InUse = { version: list.version };
    await (await caches.open(inUseCache(base))).put(inUse, new Response(JSON.stringify(record)));
    note(name, { title: list.title, saved: true, wanted: false });
    for (const cache of await ownCaches()) if (cache !== cacheOf(list.version)) await caches.delete(cache);
  }

  async function work(signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<SaveOutcome> {
    if (signal.aborted) return { ok: false, reason: 'stopped' };
    // Before the first answer: whoever leaves the page now has asked for it all the same.
    note(name, { wanted: true });
    const answer = await fetchList(base, locale, course);
    if (!answer.ok) return { ...answer, file: listUrl(locale, course) };
    const { list } = answer;
    note(name, { title: list.title });
    await unmark();
    const stored = await storedVersions(base, locale, course);
    const plan = planSave(list, stored);
    const total = list.files.length;
    let done = total - plan.reuse.length - plan.fetch.length;
    const tell = () => {
      onProgress({ done, total });
      channel?.postMessage({ done, total });
    };
    tell();
    try {
      const cache = await caches.open(cacheOf(list.version));
      await cache.put(listKey, new Response(JSON.stringify(list), { headers: { 'Content-Type': 'application/json' } }));
      const left = [...plan.fetch];
      for (const { file, from } of plan.reuse) {
        const copy = await caches.match(base + file.url, { cacheName: cacheOf(from), ignoreVary: true });
        if (!copy) left.push(file);
        else {
          await cache.put(base + file.url, copy);
          done += 1;
        }
      }
      tell();
      const failure = await inLanes(planTransfers(left, list.packs), signal, async (transfer): Promise<SaveOutcome> => {
        const { url, hash } = 'pack' in transfer ? transfer.pack : transfer.file;
        const fetched = await fetchFile(base + url, hash, isHashed(base, base + url), signal);
        if (!fetched.ok) return { ...fetched, file: url };
        if ('file' in transfer) {
          await cache.put(base + url, fetched.response);
          done += 1;
        } else {
          const texts = unpack(transfer.pack, await fetched.response.text());
          if (!texts) return { ok: false, reason: 'changed-on-server', file: url };
          // The pages come with the headers of the pack: the same policy holds for both.
          const headers = new Headers(fetched.response.headers);
          headers.set('Content-Type', 'text/html; charset=utf-8');
          for (const file of transfer.files) await cache.put(base + file.url, new Response(texts.get(file.url) ?? '', { headers }));
          done += transfer.files.length;
        }
        tell();
        return { ok: true };
      });
      if (!failure.ok) return failure;
      const ready = await serviceWorkerReady(base);
      if (!ready.ok) return ready;
      await serve(list);
      return { ok: true };
    } catch {
      // QuotaExceededError; some browsers give an UnknownError when the disk itself is full.
      if ((await versionInUse(base, locale, course).catch(() => null)) !== list.version) await caches.delete(cacheOf(list.version));
      return { ok: false, reason: 'no-space', room: list.room };
    }
  }

  return {
    async facts() {
      const [answer, stored, version] = await Promise.all([fetchList(base, locale, course), storedVersions(base, locale, course), versionInUse(base, locale, course)]);
      const served = stored.find(({ list }) => list.version === version);
      return {
        latest: answer.ok ? answer.list : null,
        inUse: version === null ? null : (served ?? 'lost'),
        begun: stored.filter((other) => other !== served),
        noted: savingNotes()[name]?.saved ?? false,
      };
    },
    note: () => savingNotes()[name],
    async save(signal, onProgress) {
      const outcome = await exclusively(lock, () => work(signal, onProgress));
      if (!outcome.ok && outcome.reason !== 'offline') note(name, { wanted: false });
      channel?.postMessage(null);
      return outcome;
    },
    pause: () => note(name, { wanted: false }),
    remove: () =>
      exclusively(lock, async () => {
        const version = await versionInUse(base, locale, course);
        for (const cache of await ownCaches()) {
          if (cache === cacheOf(version ?? '')) await (await caches.open(cache)).put(removedKey(base), new Response());
          else await caches.delete(cache);
        }
        await caches.open(inUseCache(base)).then((records) => records.delete(inUse));
        note(name, null);
        channel?.postMessage(null);
      }),
    bringBack: () =>
      exclusively(lock, async () => {
        await unmark();
        const whole = (await storedVersions(base, locale, course)).find(isWhole);
        if (whole) await serve(whole.list);
        channel?.postMessage(null);
        return !!whole;
      }),
    forget: () =>
      exclusively(lock, async () => {
        for (const cache of await ownCaches()) if (await caches.match(removedKey(base), { cacheName: cache })) await caches.delete(cache);
      }),
    onOtherTab: (heard) => channel?.addEventListener('message', ({ data }: MessageEvent<Progress | null>) => heard(data)),
  };
}

/** Does the work for each transfer, a few at a time; after the first failure, or a rejection, no more are begun. Settles when all are at rest. */
async function inLanes(transfers: readonly Transfer[], signal: AbortSignal, work: (transfer: Transfer) => Promise<SaveOutcome>): Promise<SaveOutcome> {
  const queue = [...transfers];
  let outcome: SaveOutcome = { ok: true };
  const lane = async () => {
    for (let transfer = queue.shift(); transfer; transfer = queue.shift()) {
      const next = signal.aborted ? ({ ok: false, reason: 'stopped' } as const) : await work(transfer);
      if (next.ok) continue;
      if (outcome.ok) outcome = next;
      queue.length = 0;
    }
  };
  const rests = await Promise.allSettled(Array.from({ length: lanes }, () => lane().finally(() => (queue.length = 0))));
  for (const rest of rests) if (rest.status === 'rejected') throw rest.reason;
  return outcome;
}

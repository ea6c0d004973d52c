import type { CourseFile, CourseList } from './course-list.ts';
import { planTransfers, sizeOf } from './transfers.ts';

/** One version of a course on the device. */
export interface Stored {
  list: CourseList;
  /** Urls of its files that are there. */
  have: readonly string[];
}

/** What can be seen of one course, on the device and on the server. */
export interface SavedFacts {
  /** The list on the server; null while it cannot be had. */
  latest: CourseList | null;
  /** The version that is served from the device; `lost` if it is known that there is one, and nothing of it is left. */
  inUse: Stored | 'lost' | null;
  /** Other versions, begun and not finished; the newest last. */
  begun: readonly Stored[];
  /** A note outside the caches says that the course was saved on this device. */
  noted: boolean;
}

/**
 * | state        | meaning                                                                                                   |
 * |--------------|-----------------------------------------------------------------------------------------------------------|
 * | not-saved    | `bytes` are to be fetched; null where the server cannot be reached                                        |
 * | paused       | begun, `done` of `total` files are there                                                                  |
 * | saved        | all files are there, and they are those of the server as far as is known                                  |
 * | update-ready | all files are there and served; the server has a newer version, of which `bytes` are to be fetched        |
 * | erased       | it was saved, but the browser has removed all of it or a part; `bytes` are to be fetched again            |
 */
export type SaverState =
  | { name: 'not-saved' | 'erased'; bytes: number | null }
  | { name: 'paused'; done: number; total: number }
  | { name: 'saved' }
  | { name: 'update-ready'; bytes: number };

export function saverState({ latest, inUse, begun, noted }: SavedFacts): SaverState {
  const served = inUse === 'lost' ? null : inUse;
  const all = served ? [served, ...begun] : begun;
  const bytes = latest && sizeOf(planTransfers(planSave(latest, all).fetch, latest.packs));
  if (served && isWhole(served)) return latest && bytes !== null && latest.version !== served.list.version ? { name: 'update-ready', bytes } : { name: 'saved' };
  // Without the server's list, what was begun last is what will be gone on with.
  const current = latest ? begun.find(({ list }) => list.version === latest.version) : begun.at(-1);
  if (current && current.have.length > 0) return { name: 'paused', done: current.have.length, total: current.list.files.length };
  return { name: inUse || noted ? 'erased' : 'not-saved', bytes };
}

export function isWhole({ list, have }: Stored): boolean {
  const there = new Set(have);
  return list.files.every(({ url }) => there.has(url));
}

export interface SavePlan {
  /** Files that lie on the device already, in another version of the course; each with that version. */
  reuse: { file: CourseFile; from: string }[];
  /** Files that only the server has. */
  fetch: CourseFile[];
}

/**
 * What is left to do until every file of `list` is saved.
 * @param stored versions on the device; what is there of this version stays, a file of the same url and hash is taken over from another one
 */
export function planSave(list: CourseList, stored: readonly Stored[]): SavePlan {
  const plan: SavePlan = { reuse: [], fetch: [] };
  const there = new Set(stored.find((other) => other.list.version === list.version)?.have);
  const sources = new Map<string, string>();
  for (const other of stored) {
    const kept = new Set(other.have);
    for (const { url, hash } of other.list.files) if (kept.has(url)) sources.set(`${hash} ${url}`, other.list.version);
  }
  for (const file of list.files) {
    if (there.has(file.url)) continue;
    const from = sources.get(`${file.hash} ${file.url}`);
    if (from === undefined) plan.fetch.push(file);
    else plan.reuse.push({ file, from });
  }
  return plan;
}

import type { Event } from './events.ts';

/** One learner on one device. */
export interface Profile {
  /** UUID v4. */
  id: string;
  /** Empty for a guest. */
  name: string;
  lock?: { salt: string; hash: string };
  /** ISO 8601, UTC. */
  createdAt: string;
  lastUsedAt: string;
}

/**
 * | reason         | what happened                                                                         |
 * |----------------|---------------------------------------------------------------------------------------|
 * | storage-full   | the browser gave no more room                                                         |
 * | storage-denied | the browser allows no storage here (settings, some private windows, some iframes)     |
 * | storage-busy   | the browser does not answer, mostly because a tab with an older Farol is in the way   |
 * | storage-broken | the stored data cannot be opened or written                                           |
 * | newer-format   | the stored data was written by a newer Farol; it is left as it is                     |
 */
export type StorageFailure = 'storage-full' | 'storage-denied' | 'storage-busy' | 'storage-broken' | 'newer-format';

export type Outcome = { ok: true } | { ok: false; reason: StorageFailure };

/**
 * | durability           | promise                                                                       |
 * |----------------------|-------------------------------------------------------------------------------|
 * | kept                 | the browser keeps it until the learner erases it                              |
 * | may-be-erased        | the browser keeps it, but may make room (Safari: 7 days without a visit)       |
 * | this-visit-only      | gone when the window is closed                                                 |
 */
export type Durability = 'kept' | 'may-be-erased' | 'this-visit-only';

/**
 * Where events go. One interface, one contract suite (`tests/contracts/event-store.contract.ts`), several places: IndexedDB, memory, an LMS.
 *
 * No method rejects. Events that could not be written are kept for the length of the visit: `read` gives them, and the next `append` tries them again.
 */
export interface EventStore {
  /** Can rise and fall: a full disk makes it `this-visit-only`, a persistent grant makes it `kept`. Changes reach `subscribe`. */
  readonly durability: Durability;
  /** Adds events. An id that is stored already is left as it is; so a repetition changes nothing. */
  append(events: readonly Event[]): Promise<Outcome>;
  /** All events of a profile, oldest first; none for an unknown profile. */
  read(profile: string): Promise<Event[]>;
  /** The last used first. */
  profiles(): Promise<Profile[]>;
  /** Adds a profile or replaces the one with its id. */
  putProfile(profile: Profile): Promise<Outcome>;
  /** Takes away a profile and all its events. An unknown id is no failure. */
  eraseProfile(id: string): Promise<Outcome>;
  eraseAll(): Promise<Outcome>;
  /** Calls back after each change, in this tab or another one, until the returned function is called. */
  subscribe(changed: () => void): () => void;
}

/** Who is learning on this page, and the one way to add to their record. The place where the stores are wired. */
import type { EventStore, Outcome, Profile } from '../core/progress/event-store.ts';
import type { Context, Event, ObjectName, Result, Verb } from '../core/progress/events.ts';
import { makeEvent, type Stamp } from '../core/progress/make-event.ts';
import { choose, deviceChoices } from './storage/device-choices.ts';
import { exclusively } from './storage/exclusively.ts';
import { newId } from './storage/new-id.ts';
import { openEventStore, type StorageNotice } from './storage/open-event-store.ts';

export interface Learner {
  store: EventStore;
  profile: Profile;
  events: Event[];
  notice: StorageNotice | { reason: 'locked'; name: string } | null;
  stamp(contentVersion: number): Stamp;
  /** Adds one event and gives how storing it went; the event counts on this page in any case. */
  record(contentVersion: number, verb: Verb, object: ObjectName, result?: Result, context?: Partial<Context>): Promise<Outcome>;
  add(event: Event): Promise<Outcome>;
  /** Calls back when events have come from another tab, until the signal says stop. */
  onChange(changed: () => void, signal?: AbortSignal): void;
}

/** Somebody's record, and the place that keeps it: this device, or a system that Farol runs in. */
export interface Keeper {
  store: EventStore;
  profile: Profile;
  notice: Learner['notice'];
  /** Asks the place to keep what it has; called once there is something to lose. */
  askToKeep(): Promise<void>;
  /** Ids of events; random ones if left out. */
  newId?: (() => string) | undefined;
}

/** The record of the learner who uses this device now; a guest where nobody was chosen. Never rejects. */
export async function openKeeper(): Promise<Keeper> {
  const { store, notice, askToKeep } = await openEventStore();
  const { profile, locked } = await exclusively('profile', () => currentProfile(store));
  return { store, profile, notice: locked ? { reason: 'locked', name: locked } : notice, askToKeep };
}

/** @param context what every event of this page says about where it happened */
export const openLearner = async (context: Context): Promise<Learner> => learnerOf(await openKeeper(), context);

export async function learnerOf({ store, profile, notice, askToKeep, newId: idOf = newId }: Keeper, context: Context): Promise<Learner> {
  let asked = false;
  const learner: Learner = {
    store,
    profile,
    events: await store.read(profile.id),
    notice,
    stamp: (contentVersion) => {
      const { country, rollout, phase } = deviceChoices();
      return { id: idOf(), profile: profile.id, at: new Date().toISOString(), contentVersion, context: { ...(rollout && { rollout }), ...(phase && { phase }), ...context, ...(country && { country }) } };
    },
    record: (contentVersion, verb, object, result, more) => learner.add(makeEvent(learner.stamp(contentVersion), verb, object, result, more)),
    async add(event) {
      learner.events = [...learner.events, event];
      const outcome = await store.append([event]);
      // Asked for once there is something to lose: a browser may put the question to the learner.
      if (!asked && event.verb === 'answered') {
        asked = true;
        void askToKeep();
      }
      return outcome;
    },
    onChange(changed, signal) {
      const stop = store.subscribe(async () => {
        const stored = await store.read(profile.id);
        if (stored.length <= learner.events.length) return;
        learner.events = stored;
        changed();
      });
      signal?.addEventListener('abort', stop);
    },
  };
  return learner;
}

/** A profile with a lock is only used in a window in which it was unlocked. */
async function currentProfile(store: EventStore): Promise<{ profile: Profile; locked?: string }> {
  const profiles = await store.profiles();
  const chosen = profiles.find((profile) => profile.id === deviceChoices().profile);
  if (chosen && (!chosen.lock || isUnlocked(chosen.id))) return { profile: chosen };
  const guest = profiles.find((profile) => !profile.name && !profile.lock) ?? newProfile('');
  await store.putProfile({ ...guest, lastUsedAt: new Date().toISOString() });
  if (!chosen) choose({ profile: guest.id });
  return { profile: guest, ...(chosen && { locked: chosen.name }) };
}

export function newProfile(name: string): Profile {
  const now = new Date().toISOString();
  return { id: newId(), name, createdAt: now, lastUsedAt: now };
}

const unlockedKey = 'farol:unlocked';

export function isUnlocked(profile: string): boolean {
  try {
    return sessionStorage.getItem(unlockedKey) === profile;
  } catch {
    return false;
  }
}

export function setUnlocked(profile: string): void {
  try {
    sessionStorage.setItem(unlockedKey, profile);
  } catch {
    // Where the window keeps nothing, the lock is asked for again on the next page.
  }
}

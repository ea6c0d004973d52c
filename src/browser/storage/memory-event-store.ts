import type { Durability, EventStore, Outcome, Profile } from '../../core/progress/event-store.ts';
import { inOrder } from '../../core/progress/event-order.ts';
import type { Event } from '../../core/progress/events.ts';

const done: Outcome = { ok: true };

/** Keeps everything for this visit only: where storage is denied, and in tests. */
export function memoryEventStore(): EventStore {
  const events = new Map<string, Event>();
  const profiles = new Map<string, Profile>();
  const listeners = new Set<() => void>();
  const durability: Durability = 'this-visit-only';
  const changed = (): Outcome => {
    for (const listener of listeners) listener();
    return done;
  };

  return {
    durability,
    async append(added) {
      for (const event of added) if (!events.has(event.id)) events.set(event.id, structuredClone(event));
      return changed();
    },
    async read(profile) {
      return inOrder([...events.values()].filter((event) => event.profile === profile)).map((event) => structuredClone(event));
    },
    async profiles() {
      return lastUsedFirst([...profiles.values()].map((profile) => structuredClone(profile)));
    },
    async putProfile(profile) {
      profiles.set(profile.id, structuredClone(profile));
      return changed();
    },
    async eraseProfile(id) {
      profiles.delete(id);
      for (const event of events.values()) if (event.profile === id) events.delete(event.id);
      return changed();
    },
    async eraseAll() {
      profiles.clear();
      events.clear();
      return changed();
    },
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}

/** Profiles as `EventStore.profiles` gives them. */
export function lastUsedFirst(profiles: Profile[]): Profile[] {
  return profiles.sort((a, b) => (a.lastUsedAt < b.lastUsedAt ? 1 : a.lastUsedAt > b.lastUsedAt ? -1 : a.id < b.id ? -1 : 1));
}

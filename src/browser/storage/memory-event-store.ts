import type { EventStore, Outcome, Profile } from '../../core/progress/event-store.ts';
import { inOrder } from '../../core/progress/event-order.ts';
import type { Event } from '../../core/progress/events.ts';
import { subscribers } from './subscribers.ts';

/** Keeps everything for this visit only: where storage is denied, and in tests. */
export function memoryEventStore(): EventStore {
  const events = new Map<string, Event>();
  const profiles = new Map<string, Profile>();
  const { notify, subscribe } = subscribers();
  const changed = (): Outcome => {
    notify();
    return { ok: true };
  };

  return {
    durability: 'this-visit-only',
    subscribe,
    async append(added) {
      for (const event of structuredClone(added)) if (!events.has(event.id)) events.set(event.id, event);
      return changed();
    },
    async read(profile) {
      return structuredClone(inOrder([...events.values()].filter((event) => event.profile === profile)));
    },
    async profiles() {
      return structuredClone(lastUsedFirst(profiles.values()));
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
  };
}

/** Profiles as `EventStore.profiles` gives them. */
export function lastUsedFirst(profiles: Iterable<Profile>): Profile[] {
  const key = ({ lastUsedAt, id }: Profile) => lastUsedAt + id;
  return [...profiles].sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

import type { Durability, EventStore, Outcome } from '../../core/progress/event-store.ts';
import type { Event } from '../../core/progress/events.ts';
import { memoryEventStore } from '../storage/memory-event-store.ts';
import { subscribers } from '../storage/subscribers.ts';

export interface RecordStore extends EventStore {
  /** Takes in what was kept before: no news, and not written again. */
  begin(stored: readonly Event[]): void;
  /** Everything of every profile, at once. */
  all(): readonly Event[];
  /** Tells the subscribers that the promise has changed. */
  setDurability(durability: Durability): void;
}

/**
 * The events of one opening of a course, all of them in memory; `write` brings them to where they are kept.
 * `write` is called in the same turn as `append`: the last slice of active time is handed over while the page is being closed.
 */
export function recordStore(write: (added: readonly Event[]) => Promise<Outcome>): RecordStore {
  const memory = memoryEventStore();
  const { notify, subscribe } = subscribers();
  const events = new Map<string, Event>();
  let durability: Durability = 'kept';
  memory.subscribe(notify);

  const changed = async (outcome: Promise<Outcome>, added: readonly Event[]): Promise<Outcome> => {
    const written = write(added);
    await outcome;
    return written;
  };

  return {
    get durability() {
      return durability;
    },
    setDurability(next) {
      if (next === durability) return;
      durability = next;
      notify();
    },
    begin(stored) {
      for (const event of stored) events.set(event.id, event);
      void memory.append(stored);
    },
    all: () => [...events.values()],
    append(given) {
      const added = structuredClone(given).filter(({ id }, place) => !events.has(id) && given.findIndex((event) => event.id === id) === place);
      for (const event of added) events.set(event.id, event);
      return changed(memory.append(added), added);
    },
    read: (profile) => memory.read(profile),
    profiles: () => memory.profiles(),
    putProfile: (profile) => memory.putProfile(profile),
    eraseProfile(id) {
      for (const event of events.values()) if (event.profile === id) events.delete(event.id);
      return changed(memory.eraseProfile(id), []);
    },
    eraseAll() {
      events.clear();
      return changed(memory.eraseAll(), []);
    },
    subscribe,
  };
}

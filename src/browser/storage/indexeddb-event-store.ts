import type { Durability, EventStore, Outcome, Profile, StorageFailure } from '../../core/progress/event-store.ts';
import { inOrder } from '../../core/progress/event-order.ts';
import { isEvent } from '../../core/progress/event-shape.ts';
import type { Event } from '../../core/progress/events.ts';
import { databaseName, failureOf, openDatabase, resultOf, written, type OpenedDatabase } from './database.ts';
import { writeMarker } from './erasure-marker.ts';
import { lastUsedFirst } from './memory-event-store.ts';
import { subscribers } from './subscribers.ts';

type Done<T> = { ok: true; value: T } | { ok: false; reason: StorageFailure };

export interface IndexedDbEventStore extends EventStore {
  /** Opens the database, if it is not open, and gives the number of stored events. */
  connect(): Promise<Done<number>>;
  /** What the browser promises for data that was written. */
  setDurability(durability: Durability): void;
  /** Lets go of the database and of the other tabs. */
  close(): void;
}

/** Long enough for a cheap phone under load; a learner who waits longer goes on in memory, and is written down when the browser answers. */
const patience = 8000;

/** Keeps events in IndexedDB. Tabs of one site see each other's changes. */
export function indexedDbEventStore(name = databaseName, limit = patience): IndexedDbEventStore {
  const unsaved = new Map<string, Event>();
  const unsavedProfiles = new Map<string, Profile>();
  const { notify, subscribe } = subscribers();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  let connection: Promise<OpenedDatabase> | null = null;
  let durability: Durability = 'may-be-erased';
  let refused = false;

  if (channel) channel.onmessage = notify;
  // A page that comes back from the back-forward cache has heard nothing while it was away.
  addEventListener('pageshow', ({ persisted }) => persisted && notify());

  function opening(): Promise<OpenedDatabase> {
    const attempt = openDatabase((reason) => {
      // A browser that ended the connection may open it again; a newer Farol has changed the data, and this code must not touch it.
      connection = reason === 'newer-format' ? Promise.resolve({ ok: false, reason }) : null;
      notify();
    }, name);
    void attempt.then((opened) => {
      if (!opened.ok && opened.reason !== 'newer-format' && connection === attempt) connection = null;
    });
    return attempt;
  }

  function connected(): Promise<OpenedDatabase> {
    const current = (connection ??= opening());
    let timer: ReturnType<typeof setTimeout>;
    const late = new Promise<OpenedDatabase>((resolve) => {
      timer = setTimeout(() => {
        resolve({ ok: false, reason: 'storage-busy' });
        void current.then((opened) => (opened.ok ? write([], []) : null));
      }, limit);
    });
    return Promise.race([current, late]).finally(() => clearTimeout(timer));
  }

  async function run<T>(work: (database: IDBDatabase) => Promise<T>, tries = 2): Promise<Done<T>> {
    const opened = await connected();
    if (!opened.ok) return opened;
    const used = connection;
    try {
      return { ok: true, value: await work(opened.database) };
    } catch (error) {
      // The connection was closed behind our back (Safari does so when a page comes back from the background): open it afresh, once.
      if (tries > 1 && error instanceof DOMException && error.name === 'InvalidStateError') {
        if (connection === used) connection = null;
        return run(work, tries - 1);
      }
      return { ok: false, reason: failureOf(error) };
    }
  }

  /** One transaction over both stores; tells this tab and the others when it is through, and gives why not, when it is not. */
  async function change(work: (events: IDBObjectStore, profiles: IDBObjectStore) => void, last = '', saved = () => {}): Promise<Outcome> {
    const changed = await run(async (database) => {
      const transaction = database.transaction(['events', 'profiles'], 'readwrite');
      work(transaction.objectStore('events'), transaction.objectStore('profiles'));
      await written(transaction);
      return countEvents(database);
    });
    refused = !changed.ok;
    if (changed.ok) {
      saved();
      writeMarker({ events: changed.value, last });
      channel?.postMessage('changed');
    }
    notify();
    return changed.ok ? { ok: true } : changed;
  }

  function write(events: readonly Event[], profiles: readonly Profile[]): Promise<Outcome> {
    // Held first: whatever happens while the browser writes, `read` gives them.
    for (const event of structuredClone(events)) if (!unsaved.has(event.id)) unsaved.set(event.id, event);
    for (const profile of structuredClone(profiles)) unsavedProfiles.set(profile.id, profile);
    const batch = [...unsaved.values()];
    const profileBatch = [...unsavedProfiles.values()];
    return change(
      (eventStore, profileStore) => {
        for (const event of batch) {
          // An event that is stored already stays; only the request fails, not the transaction.
          eventStore.add(event).onerror = (failure) => {
            if ((failure.target as IDBRequest).error?.name === 'ConstraintError') failure.preventDefault();
          };
        }
        for (const profile of profileBatch) profileStore.put(profile);
      },
      batch.reduce((last, { at }) => (at > last ? at : last), ''),
      () => {
        for (const event of batch) unsaved.delete(event.id);
        for (const profile of profileBatch) if (unsavedProfiles.get(profile.id) === profile) unsavedProfiles.delete(profile.id);
      },
    );
  }

  return {
    get durability() {
      return refused && unsaved.size > 0 ? 'this-visit-only' : durability;
    },
    setDurability(next) {
      durability = next;
      notify();
    },
    async connect() {
      return run(countEvents);
    },
    append: (events) => write(events, []),
    async read(profile) {
      const stored = await run((database) => resultOf<unknown[]>(database.transaction('events').objectStore('events').index('profile').getAll(profile)));
      const held = [...unsaved.values()].filter((event) => event.profile === profile);
      return inOrder([...(stored.ok ? stored.value.filter(isEvent) : []), ...structuredClone(held)]);
    },
    async profiles() {
      const stored = await run((database) => resultOf<Profile[]>(database.transaction('profiles').objectStore('profiles').getAll()));
      const all = new Map([...(stored.ok ? stored.value : []), ...structuredClone([...unsavedProfiles.values()])].map((profile) => [profile.id, profile]));
      return lastUsedFirst(all.values());
    },
    putProfile: (profile) => write([], [profile]),
    eraseProfile(id) {
      for (const event of unsaved.values()) if (event.profile === id) unsaved.delete(event.id);
      unsavedProfiles.delete(id);
      return change((events, profiles) => {
        const keys = events.index('profile').getAllKeys(id);
        keys.onsuccess = () => keys.result.forEach((key) => events.delete(key));
        profiles.delete(id);
      });
    },
    eraseAll() {
      unsaved.clear();
      unsavedProfiles.clear();
      return change((events, profiles) => {
        events.clear();
        profiles.clear();
      });
    },
    subscribe,
    close() {
      channel?.close();
      void connection?.then((opened) => opened.ok && opened.database.close());
    },
  };
}

function countEvents(database: IDBDatabase): Promise<number> {
  return resultOf(database.transaction('events').objectStore('events').count());
}

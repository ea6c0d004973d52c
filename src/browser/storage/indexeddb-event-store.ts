import type { Durability, EventStore, Outcome, Profile, StorageFailure } from '../../core/progress/event-store.ts';
import { inOrder } from '../../core/progress/event-order.ts';
import { isEvent } from '../../core/progress/event-shape.ts';
import type { Event } from '../../core/progress/events.ts';
import { databaseName, failureOf, openDatabase, type Database, type OpenedDatabase } from './database.ts';
import { writeMarker } from './erasure-marker.ts';
import { lastUsedFirst } from './memory-event-store.ts';

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
  const listeners = new Set<() => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  let connection: Promise<OpenedDatabase> | null = null;
  let durability: Durability = 'may-be-erased';

  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  if (channel) channel.onmessage = notify;

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

  async function run<T>(work: (database: Database) => Promise<T>, tries = 2): Promise<Done<T>> {
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

  async function write(events: readonly Event[], profiles: readonly Profile[]): Promise<Outcome> {
    // Held first: whatever happens while the browser writes, `read` gives them.
    for (const event of events) if (!unsaved.has(event.id)) unsaved.set(event.id, event);
    for (const profile of profiles) unsavedProfiles.set(profile.id, profile);
    const batch = [...unsaved.values()];
    const profileBatch = [...unsavedProfiles.values()];
    const written = await run(async (database) => {
      const transaction = database.transaction(['events', 'profiles'], 'readwrite');
      const store = transaction.objectStore('events');
      await Promise.all([
        ...batch.map(async (event) => (await store.getKey(event.id)) ?? (await store.add(event))),
        ...profileBatch.map((profile) => transaction.objectStore('profiles').put(profile)),
        transaction.done,
      ]);
      return database.count('events');
    });
    if (written.ok) {
      for (const event of batch) unsaved.delete(event.id);
      for (const profile of profileBatch) if (unsavedProfiles.get(profile.id) === profile) unsavedProfiles.delete(profile.id);
      writeMarker({ events: written.value, last: batch.reduce((last, { at }) => (at > last ? at : last), '') });
    }
    return finish(written);
  }

  async function erase(work: (database: Database) => Promise<number>): Promise<Outcome> {
    const erased = await run(work);
    if (erased.ok) writeMarker({ events: erased.value, last: '' });
    return finish(erased);
  }

  function finish(done: Done<number>): Outcome {
    notify();
    if (!done.ok) return done;
    channel?.postMessage('changed');
    return { ok: true };
  }

  return {
    get durability() {
      return unsaved.size > 0 ? 'this-visit-only' : durability;
    },
    setDurability(next) {
      durability = next;
      notify();
    },
    async connect() {
      return run((database) => database.count('events'));
    },
    append(events) {
      return write(events.map((event) => structuredClone(event)), []);
    },
    async read(profile) {
      const held = [...unsaved.values()].filter((event) => event.profile === profile);
      const stored = await run((database) => database.getAllFromIndex('events', 'profile', profile));
      return inOrder([...(stored.ok ? stored.value.filter(isEvent) : []), ...held]);
    },
    async profiles() {
      const stored = await run((database) => database.getAll('profiles'));
      const byId = new Map((stored.ok ? stored.value : []).map((profile) => [profile.id, profile]));
      for (const profile of unsavedProfiles.values()) byId.set(profile.id, profile);
      return lastUsedFirst([...byId.values()]);
    },
    putProfile(profile) {
      return write([], [structuredClone(profile)]);
    },
    eraseProfile(id) {
      for (const event of unsaved.values()) if (event.profile === id) unsaved.delete(event.id);
      unsavedProfiles.delete(id);
      return erase(async (database) => {
        const transaction = database.transaction(['events', 'profiles'], 'readwrite');
        const events = transaction.objectStore('events');
        const ids = await events.index('profile').getAllKeys(id);
        await Promise.all([...ids.map((key) => events.delete(key)), transaction.objectStore('profiles').delete(id), transaction.done]);
        return database.count('events');
      });
    },
    eraseAll() {
      unsaved.clear();
      unsavedProfiles.clear();
      return erase(async (database) => {
        const transaction = database.transaction(['events', 'profiles'], 'readwrite');
        await Promise.all([transaction.objectStore('events').clear(), transaction.objectStore('profiles').clear(), transaction.done]);
        return 0;
      });
    },
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close() {
      channel?.close();
      void connection?.then((opened) => opened.ok && opened.database.close());
    },
  };
}

/**
 * The only place that opens the database.
 *
 * | database version | event format      | stores                                                        |
 * |------------------|-------------------|---------------------------------------------------------------|
 * | 1                | 0 (before release)| events (key id, index profile), profiles (key id)              |
 * | 2                | 1                 | the same, and leases (key name; see `exclusively.ts`)          |
 *
 * A new event format raises the version too, so that tabs with the older code are closed out before anything is rewritten.
 *
 * IndexedDB is used as it is, with the two promises below: the wrapper library would be a tenth of what a module page downloads.
 */
import type { StorageFailure } from '../../core/progress/event-store.ts';
import { migrateEvents } from '../../core/progress/migrations.ts';

const stores = ['events', 'profiles', 'leases'] as const;
export type StoreName = (typeof stores)[number];

export const databaseName = 'farol';
export const databaseVersion = 2;

export type OpenedDatabase = { ok: true; database: IDBDatabase } | { ok: false; reason: StorageFailure };

/**
 * Opens the database, creating or upgrading it. Stays pending while a tab with an older Farol keeps it open: the caller sets the limit.
 * `closed` is called when the connection is lost: 'newer-format' when a newer Farol in another tab takes over, 'storage-broken' when the browser ended it.
 */
export async function openDatabase(closed: (reason: StorageFailure) => void, name = databaseName): Promise<OpenedDatabase> {
  try {
    const request = indexedDB.open(name, databaseVersion);
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, request.transaction!, oldVersion);
    const database = await resultOf(request);
    database.onversionchange = () => {
      database.close();
      closed('newer-format');
    };
    database.onclose = () => closed('storage-broken');
    if (stores.every((store) => database.objectStoreNames.contains(store))) return { ok: true, database };
    database.close();
    return { ok: false, reason: 'storage-broken' };
  } catch (error) {
    return { ok: false, reason: failureOf(error) };
  }
}

function upgrade(database: IDBDatabase, transaction: IDBTransaction, oldVersion: number): void {
  if (oldVersion < 1) {
    database.createObjectStore('events', { keyPath: 'id' }).createIndex('profile', 'profile');
    database.createObjectStore('profiles', { keyPath: 'id' });
  }
  if (oldVersion < 2) {
    database.createObjectStore('leases', { keyPath: 'name' });
    const events = transaction.objectStore('events');
    const stored = events.getAll();
    stored.onsuccess = () => {
      const migrated = migrateEvents(stored.result as unknown[], 0);
      if (migrated.ok) for (const event of migrated.events) events.put(event);
    };
  }
}

/** What a request gives. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
}

/** Resolves when everything in the transaction is written. What it rejects with tells why it was not, such as a QuotaExceededError. */
export function written(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The transaction was given up.', 'AbortError'));
  });
}

/** The reason behind an error of IndexedDB. */
export function failureOf(error: unknown): StorageFailure {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError':
      return 'storage-full';
    case 'VersionError':
      return 'newer-format';
    // ReferenceError, TypeError: there is no indexedDB at all. InvalidStateError: Firefox before 115 in a private window.
    case 'SecurityError':
    case 'InvalidStateError':
    case 'ReferenceError':
    case 'TypeError':
      return 'storage-denied';
    default:
      return 'storage-broken';
  }
}

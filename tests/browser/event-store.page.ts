/** What the event store tests call inside the page. Bundled by `event-store.spec.ts`. */
import { openDatabase } from '../../src/browser/storage/database.ts';
import { choose, deviceChoices } from '../../src/browser/storage/device-choices.ts';
import { exclusively } from '../../src/browser/storage/exclusively.ts';
import { indexedDbEventStore } from '../../src/browser/storage/indexeddb-event-store.ts';
import { newId, newSeed } from '../../src/browser/storage/new-id.ts';
import { newerDataAsBackup } from '../../src/browser/storage/newer-data.ts';
import { openEventStore } from '../../src/browser/storage/open-event-store.ts';
import { storageRoom } from '../../src/browser/storage/storage-condition.ts';
import { contractEvent, eventStoreContract } from '../contracts/event-store.contract.ts';

let databases = 0;

const farol = {
  openDatabase,
  openEventStore,
  indexedDbEventStore,
  newerDataAsBackup,
  exclusively,
  storageRoom,
  choose,
  deviceChoices,
  newId,
  newSeed,
  contractEvent,
  async runCase(name: string): Promise<void> {
    await eventStoreContract.find((one) => one.name === name)!.run(async () => indexedDbEventStore(`contract-${++databases}`));
  },
  /** Opens a database as another version of Farol would. */
  openRaw(name: string, version: number | undefined, upgrade: (database: IDBDatabase) => void = () => {}): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(name, version);
      request.onupgradeneeded = () => upgrade(request.result);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
  },
  /** The stores as the releases of `database.ts` made them up to version 1. */
  createStores(database: IDBDatabase): void {
    database.createObjectStore('events', { keyPath: 'id' }).createIndex('profile', 'profile');
    database.createObjectStore('profiles', { keyPath: 'id' });
  },
  put(database: IDBDatabase, store: string, values: readonly unknown[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(store, 'readwrite');
      for (const value of values) transaction.objectStore(store).put(value);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error!);
    });
  },
  getAll(database: IDBDatabase, store: string): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result as unknown[]);
      request.onerror = () => reject(request.error!);
    });
  },
  deleteRaw(name: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error!);
    });
  },
};

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of globalThis.
  var farol: FarolInPage;
  var opened: Awaited<ReturnType<typeof openEventStore>>;
}
export type FarolInPage = typeof farol;

globalThis.farol = farol;

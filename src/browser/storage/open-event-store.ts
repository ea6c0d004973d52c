import type { EventStore, StorageFailure } from '../../core/progress/event-store.ts';
import { readMarker, writeMarker, type ErasureMarker } from './erasure-marker.ts';
import { indexedDbEventStore } from './indexeddb-event-store.ts';
import { memoryEventStore } from './memory-event-store.ts';
import { askToPersist, storageDurability } from './storage-condition.ts';

/** What a page has to say to the learner about their storage; each once. */
export type StorageNotice = { reason: StorageFailure } | { reason: 'erased'; was: ErasureMarker };

export interface OpenedEventStore {
  store: EventStore;
  notice: StorageNotice | null;
  /** Asks the browser to keep what is stored; to be called once there is something to lose. The answer shows in `store.durability`. */
  askToKeep(): Promise<void>;
}

/**
 * The place where this browser can keep events. Never rejects, and never erases: data that cannot be opened, or that a newer Farol wrote, stays as it is
 * while the learner goes on in memory.
 */
export async function openEventStore(): Promise<OpenedEventStore> {
  const store = indexedDbEventStore();
  const [connected, durability] = await Promise.all([store.connect(), storageDurability()]);
  if (!connected.ok && connected.reason !== 'storage-busy') {
    store.close();
    return { store: memoryEventStore(), notice: { reason: connected.reason }, askToKeep: async () => {} };
  }
  store.setDurability(durability);
  return {
    store,
    notice: connected.ok ? noticeErasure(connected.value) : { reason: connected.reason },
    async askToKeep() {
      if (await askToPersist()) store.setDurability('kept');
    },
  };
}

function noticeErasure(stored: number): StorageNotice | null {
  const was = readMarker();
  if (stored > 0 || !was) return null;
  writeMarker({ events: 0, last: '' });
  return { reason: 'erased', was };
}

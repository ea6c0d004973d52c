import type { Durability } from '../../core/progress/event-store.ts';

/** What the browser promises for this site's storage. A browser that does not say is taken to erase. */
export async function storageDurability(): Promise<Durability> {
  try {
    // `navigator.storage` is missing on plain http.
    if (await navigator.storage.persisted()) return 'kept';
  } catch {
    return 'may-be-erased';
  }
  return (await looksPrivate()) ? 'this-visit-only' : 'may-be-erased';
}

/** Asks the browser to keep the site's data. Some browsers ask the learner, so it is called once there is something to lose. */
export async function askToPersist(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

/** Bytes used and allowed; null where the browser does not say. */
export async function storageRoom(): Promise<{ used: number; allowed: number } | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { used: usage, allowed: quota };
  } catch {
    return null;
  }
}

/**
 * Signs of a private window; no browser says so outright, and one that hides it well (Chromium, since it gives every window the same quota)
 * counts as an ordinary one. Older Chromium gives a private window a quota of the order of memory instead of disk. Firefox and Safari refuse it
 * the private file system.
 */
async function looksPrivate(): Promise<boolean> {
  const heap = (performance as { memory?: { jsHeapSizeLimit: number } }).memory?.jsHeapSizeLimit;
  try {
    if (heap) return ((await storageRoom())?.allowed ?? Infinity) < heap * 2;
    await navigator.storage.getDirectory?.();
    return false;
  } catch {
    return true;
  }
}

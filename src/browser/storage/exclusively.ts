import { openDatabase, resultOf, written } from './database.ts';
import { newId } from './new-id.ts';

const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while no other tab runs work of the same name: for reading and then writing, such as beginning an attempt only if none is open.
 * Where there are no Web Locks (plain http), a lease in the database does the same; where there is no database either, no other tab can see this one's data.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return queued(name, () => leasedElsewhere(name, work));
  let begun = false;
  try {
    return await locks.request(`farol:${name}`, () => {
      begun = true;
      return work();
    });
  } catch (error) {
    // A sandboxed iframe has `locks`, and refuses every request with a SecurityError.
    if (begun) throw error;
    return queued(name, work);
  }
}

async function queued<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(name) ?? Promise.resolve();
  const own = before.then(work, work);
  queues.set(name, own.catch(() => {}));
  return own;
}

async function leasedElsewhere<T>(name: string, work: () => Promise<T>): Promise<T> {
  // A page in one file has nothing to fetch it from, and no other tab to share with.
  const lease = await import('./leased.ts').catch(() => null);
  return lease ? lease.leased(name, work, newId(), { openDatabase, resultOf, written }) : work();
}

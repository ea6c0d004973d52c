import { openDatabase, resultOf, written } from './database.ts';
import { newId } from './new-id.ts';

/** A lease that was not given back (a closed tab) ends by itself. */
const leaseMilliseconds = 10_000;
const pauseMilliseconds = 50;

interface Lease {
  name: string;
  owner: string;
  until: number;
}

const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while no other tab runs work of the same name: for reading and then writing, such as beginning an attempt only if none is open.
 * Where there are no Web Locks (plain http), a lease in the database does the same; where there is no database either, no other tab can see this one's data.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return queued(name, () => leased(name, work));
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

async function leased<T>(name: string, work: () => Promise<T>): Promise<T> {
  const giveBack = await takeLease(name);
  try {
    return await work();
  } finally {
    await giveBack();
  }
}

/** Never rejects, and waits no longer than a lease lasts: a database that does not answer must not keep a page from starting. */
async function takeLease(name: string): Promise<() => Promise<void>> {
  const owner = newId();
  const opening = openDatabase(() => {});
  const opened = await Promise.race([opening, pause(leaseMilliseconds).then(() => null)]);
  if (!opened) void opening.then((late) => late.ok && late.database.close());
  if (!opened?.ok) return async () => {};
  const { database } = opened;
  try {
    while (!(await take(database, name, owner))) await pause(pauseMilliseconds);
  } catch {
    // A newer Farol has taken the database over; the store says so.
  }
  return async () => {
    await giveBack(database, name, owner).catch(() => {});
    database.close();
  };
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function take(database: IDBDatabase, name: string, owner: string): Promise<boolean> {
  const transaction = database.transaction('leases', 'readwrite');
  const leases = transaction.objectStore('leases');
  const held = (await resultOf(leases.get(name))) as Lease | undefined;
  const free = !held || held.until < Date.now();
  if (free) leases.put({ name, owner, until: Date.now() + leaseMilliseconds } satisfies Lease);
  await written(transaction);
  return free;
}

async function giveBack(database: IDBDatabase, name: string, owner: string): Promise<void> {
  const transaction = database.transaction('leases', 'readwrite');
  const leases = transaction.objectStore('leases');
  const held = (await resultOf(leases.get(name))) as Lease | undefined;
  if (held?.owner === owner) leases.delete(name);
  await written(transaction);
}

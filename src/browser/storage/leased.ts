/** A lock between tabs for where the browser has none (plain http): a lease in the database. Fetched where it is needed; what it would bring along a second time it is given. */
import type * as Database from './database.ts';

type Using = Pick<typeof Database, 'openDatabase' | 'resultOf' | 'written'>;

/** A lease that was not given back (a closed tab) ends by itself. */
const leaseMilliseconds = 10_000;
const pauseMilliseconds = 50;

interface Lease {
  name: string;
  owner: string;
  until: number;
}

/** @param owner names this caller among all tabs */
export async function leased<T>(name: string, work: () => Promise<T>, owner: string, using: Using): Promise<T> {
  const giveBack = await takeLease(name, owner, using);
  try {
    return await work();
  } finally {
    await giveBack();
  }
}

/** Never rejects, and waits no longer than a lease lasts: a database that does not answer must not keep a page from starting. */
async function takeLease(name: string, owner: string, using: Using): Promise<() => Promise<void>> {
  const opening = using.openDatabase(() => {});
  const opened = await Promise.race([opening, pause(leaseMilliseconds).then(() => null)]);
  if (!opened) void opening.then((late) => late.ok && late.database.close());
  if (!opened?.ok) return async () => {};
  const { database } = opened;
  try {
    while (!(await take(database, name, owner, using))) await pause(pauseMilliseconds);
  } catch {
    // A newer Farol has taken the database over; the store says so.
  }
  return async () => {
    await giveBack(database, name, owner, using).catch(() => {});
    database.close();
  };
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function take(database: IDBDatabase, name: string, owner: string, { resultOf, written }: Using): Promise<boolean> {
  const transaction = database.transaction('leases', 'readwrite');
  const leases = transaction.objectStore('leases');
  const held = (await resultOf(leases.get(name))) as Lease | undefined;
  const free = !held || held.until < Date.now();
  if (free) leases.put({ name, owner, until: Date.now() + leaseMilliseconds } satisfies Lease);
  await written(transaction);
  return free;
}

async function giveBack(database: IDBDatabase, name: string, owner: string, { resultOf, written }: Using): Promise<void> {
  const transaction = database.transaction('leases', 'readwrite');
  const leases = transaction.objectStore('leases');
  const held = (await resultOf(leases.get(name))) as Lease | undefined;
  if (held?.owner === owner) leases.delete(name);
  await written(transaction);
}

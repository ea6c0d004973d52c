import { writeUntouchedBackup } from '../../core/progress/backup.ts';
import { databaseName, databaseVersion, resultOf } from './database.ts';

/**
 * Data that a newer Farol wrote on this device, as the text of a backup file, for when the learner has to go back to this one (`newer-format`).
 * It is read only. Null where there is none, or where it cannot be read.
 */
export async function newerDataAsBackup(made: string): Promise<string | null> {
  try {
    const database = await resultOf(indexedDB.open(databaseName));
    const stores = [...database.objectStoreNames];
    const all = (store: string): Promise<unknown[]> => (stores.includes(store) ? resultOf(database.transaction(store).objectStore(store).getAll()) : Promise.resolve([]));
    const [profiles, events] = await Promise.all([all('profiles'), all('events')]);
    const { version } = database;
    database.close();
    // Each version of the database holds the event format before its own number (see the table in `database.ts`), or an even newer one.
    return version > databaseVersion ? writeUntouchedBackup(made, profiles, events, version - 1) : null;
  } catch {
    return null;
  }
}

import { packagesCache } from '../../core/offline/cache-names.ts';

/**
 * A file that packages are made from: the newest there is, else the one that was fetched before.
 * A file with its hash in its name is fetched once.
 * @param path below the base path
 * @throws Error where there is neither
 */
export async function packageFile(base: string, path: string): Promise<Uint8Array> {
  const address = base + path;
  const isNamed = path.startsWith('assets/');
  const cache = await openCache(base);
  const kept = await cache?.match(address);
  if (isNamed && kept) return bytesOf(kept);
  try {
    // no-store: an answer from a saved course would be a page of another version.
    const response = await fetch(address, { cache: isNamed ? 'default' : 'no-store' });
    if (!response.ok) throw new Error(`${address} is not there: ${response.status}.`);
    const copy = response.clone();
    const bytes = await bytesOf(response);
    await cache?.put(address, copy).catch(() => {});
    return bytes;
  } catch (error) {
    if (kept) return bytesOf(kept);
    throw error;
  }
}

/** Null where there is no Cache Storage (plain http) or none is allowed: everything then needs a line. */
async function openCache(base: string): Promise<Cache | null> {
  try {
    return await caches.open(packagesCache(base));
  } catch {
    return null;
  }
}

const bytesOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer());

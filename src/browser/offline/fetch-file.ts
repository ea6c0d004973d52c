import { fileHash } from '../../core/offline/course-list.ts';

/**
 * | reason            | what happened                                                                     |
 * |-------------------|-----------------------------------------------------------------------------------|
 * | offline           | the line failed; going on later is right                                          |
 * | missing           | the server answered that it has no such file, or does not give it                  |
 * | changed-on-server | the content is not that of the list, or the server is out of order                 |
 * | stopped           | the learner paused                                                                |
 */
export type FetchFailure = 'offline' | 'missing' | 'changed-on-server' | 'stopped';

/** The longest that one file, a few kilobytes, may take before the line counts as failed. */
const patience = 60_000;

/**
 * Fetches one file of a course and holds it to its hash.
 * A page is asked for with `no-store`, which the service worker never answers: it would give the page of the saved version.
 * @param named the address carries the hash of its content, so any copy will do: also one that is on the device already
 */
export async function fetchFile(url: string, hash: string, named: boolean, signal: AbortSignal): Promise<{ ok: true; response: Response } | { ok: false; reason: FetchFailure }> {
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = setTimeout(stop, patience);
  signal.addEventListener('abort', stop);
  try {
    for (const cache of named ? (['default', 'no-store'] as const) : (['no-store'] as const)) {
      const response = await fetch(url, { cache, signal: limit.signal });
      if (!response.ok) return { ok: false, reason: response.status < 500 ? 'missing' : 'changed-on-server' };
      const body = await response.arrayBuffer();
      if (await isIntact(body, hash)) return { ok: true, response: new Response(body, { headers: keptHeaders(response) }) };
    }
    return { ok: false, reason: 'changed-on-server' };
  } catch {
    return { ok: false, reason: signal.aborted ? 'stopped' : 'offline' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

async function isIntact(body: ArrayBuffer, hash: string): Promise<boolean> {
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  return !subtle || fileHash(new Uint8Array(await subtle.digest('SHA-256', body))) === hash;
}

/** The Content-Security-Policy and the rest stay with the page they were sent with; what described the transfer goes. */
function keptHeaders(response: Response): Headers {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'vary', 'etag', 'last-modified']) headers.delete(name);
  return headers;
}

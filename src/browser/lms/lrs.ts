/** Requests to an LRS (xAPI 1.0.3, Part Three). Never rejects. */
import type { SessionLog } from './session-log.ts';

export interface LrsAnswer {
  /** HTTP status; 0 where no answer came: no line, or none within the time. */
  status: number;
  text: string;
}

export interface LrsRequest {
  method: 'GET' | 'PUT' | 'POST';
  /** Below the endpoint. */
  path: string;
  query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
}

export type Lrs = (request: LrsRequest) => Promise<LrsAnswer>;

export interface LrsAddress {
  endpoint: string;
  /** Value of the Authorization header; empty for none. */
  authorization: string;
  version: string;
}

/** Bytes that a browser sends on although the page is gone (Fetch, 4.5 "keepalive": 64 KiB for all such requests together). */
export const outlivesPage = 30_000;

export function lrs({ endpoint, authorization, version }: LrsAddress, log: SessionLog, patience: number): Lrs {
  return ({ method, path, query = {}, body }) => {
    const address = new URL(path, endpoint);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      'X-Experience-API-Version': version,
      ...(authorization && { Authorization: authorization }),
      ...(text !== undefined && { 'Content-Type': 'application/json' }),
    };
    return ask(`${method} ${path}`, address.href, { method, headers, ...(text !== undefined && { body: text }) }, log, patience);
  };
}

/** One request with a limit on how long it may take; what went wrong is in the log. */
export async function ask(name: string, address: string, request: RequestInit, log: SessionLog, patience: number): Promise<LrsAnswer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  const { body } = request;
  const keepalive = typeof body === 'string' && new Blob([body]).size <= outlivesPage;
  try {
    const response = await fetch(address, { ...request, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', keepalive, signal: abort.signal });
    const text = await response.text();
    if (!response.ok && response.status !== 404) log.fault(name, String(response.status), text);
    return { status: response.status, text };
  } catch (error) {
    log.fault(name, abort.signal.aborted ? 'timeout' : 'offline', String(error));
    return { status: 0, text: '' };
  } finally {
    clearTimeout(timer);
  }
}

/** Whether asking again later can help: no answer, too busy, or a fault of the server. */
export function isPassing(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

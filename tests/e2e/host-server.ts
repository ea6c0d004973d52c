/** A partner's site on another origin, and another site for the browser too: 127.0.0.1 beside localhost. It has a policy of its own, and keeps learners' states. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

export interface HostServer {
  /** With a slash at the end. */
  url: string;
  /** What the pages have given it to keep; empty for nothing. */
  state: string;
  /** The status with which it answers to what it is given to keep. */
  keepStatus: number;
  close(): Promise<void>;
}

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
const folder = new URL('../fixtures/host/', import.meta.url);

/** @param farol address of the site that is embedded, with a slash at the end */
export async function startHost(farol: string): Promise<HostServer> {
  const { origin } = new URL(farol);
  // As strict as a policy can be that still lets the element do its work.
  const policy = `default-src 'none'; script-src 'self' ${origin}; style-src 'self'; frame-src 'self' ${origin}; connect-src 'self'; base-uri 'none'`;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', host.url);
    if (pathname === '/state' && request.method === 'PUT') {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      if (host.keepStatus < 300) host.state = body;
      return void response.writeHead(host.keepStatus).end();
    }
    if (pathname === '/state') return void response.end(host.state);
    try {
      const text = readFileSync(new URL(`.${pathname}`, folder), 'utf8');
      const filled = text.replaceAll('{farol}', farol).replaceAll('{attributes}', searchParams.get('attributes') ?? '').replaceAll('{query}', searchParams.get('query') ?? '');
      response.writeHead(200, { 'Content-Type': types[extname(pathname)] ?? 'text/plain', 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' }).end(filled);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: HostServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    state: '',
    keepStatus: 204,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return host;
}

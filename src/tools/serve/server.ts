/** Serves a built site as a good host would: compressed, with the headers of its `_headers` file. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface Running { url: string; close(): Promise<void>; server: Server }

/** @returns header name → value for a path, by the rules of a `_headers` file: later rules add to and replace earlier ones */
export function headersFor(rules: string, path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  let applies = false;
  for (const line of rules.split('\n')) {
    if (/^\S/.test(line)) applies = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
    else if (applies && line.includes(':')) headers[line.slice(0, line.indexOf(':')).trim()] = line.slice(line.indexOf(':') + 1).trim();
  }
  return headers;
}

/**
 * @param port 0 for any free one
 * @throws Error with code EADDRINUSE where the port is taken
 */
export function serve(dist: string, port: number, base = '/'): Promise<Running> {
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`There is no built site in ${dist}. Run "npm run build" first.`);
  const rules = existsSync(join(dist, '_headers')) ? readFileSync(join(dist, '_headers'), 'utf8') : '';
  const files = sirv(dist, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', 'no-cache');
      for (const [name, value] of Object.entries(headersFor(rules, base + path.slice(1)))) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(base)) return notFound(dist, headersFor(rules, base), response);
    request.url = `/${url.slice(base.length)}`;
    files(request, response, () => notFound(dist, headersFor(rules, base), response));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      const close = () => new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
      resolve({ url: `http://localhost:${bound}${base}`, close, server });
    });
  });
}

function notFound(dist: string, headers: Record<string, string>, response: ServerResponse): void {
  const page = join(dist, '404.html');
  response.writeHead(404, { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
  response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}

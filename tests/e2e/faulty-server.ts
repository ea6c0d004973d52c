/** A loopback server for a built site that can be made to fail, and another version of that site to serve. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { writeCourseLists } from '../../src/tools/build/saved-course-lists.ts';
import { buildServiceWorker } from '../../src/tools/build/service-worker.ts';
import { headersFor } from '../../src/tools/serve/server.ts';
import { htmlFiles } from '../../src/tools/build/headers.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json', '.png': 'image/png',
};

export interface FaultyServer {
  origin: string;
  /** The built site that is served from now on. */
  dist: string;
  /** Paths asked for, in order. */
  asked: string[];
  /** These paths are not there. */
  missing: Set<string>;
  /** These are answered with something else, as the login page of a public network does. */
  replaced: Map<string, string>;
  /** These break off half way. */
  truncated: Set<string>;
  /** Milliseconds before an answer to a path. */
  delay: (path: string) => number;
  /** After so many more answers the line is cut, as by `cut`. */
  answersLeft: number;
  /** Closes every connection and refuses new ones. */
  cut(): void;
  restore(): Promise<void>;
  close(): Promise<void>;
}

export async function faultyServer(dist: string): Promise<FaultyServer> {
  let server: Server;
  let port = 0;
  const start = () =>
    new Promise<void>((resolve) => {
      server = createServer((request, response) => void answer(new URL(request.url ?? '/', 'http://localhost').pathname, response));
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  const stop = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  let stopped: Promise<void> | null = null;

  async function answer(path: string, response: ServerResponse): Promise<void> {
    faulty.asked.push(path);
    const milliseconds = faulty.delay(path);
    if (milliseconds) await new Promise((resolve) => setTimeout(resolve, milliseconds));
    faulty.answersLeft -= 1;
    if (faulty.answersLeft < 0) return faulty.cut();
    const file = join(faulty.dist, path.endsWith('/') ? `${path}index.html` : path);
    const replaced = faulty.replaced.get(path);
    if (replaced !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' }).end(replaced);
      return;
    }
    if (faulty.missing.has(path) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Not here</h1>');
      return;
    }
    const content = readFileSync(file);
    const rules = readFileSync(join(faulty.dist, '_headers'), 'utf8');
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding', ...headersFor(rules, path), 'Content-Length': content.length });
    if (!faulty.truncated.has(path)) response.end(content);
    else response.write(content.subarray(0, content.length / 2), () => response.destroy());
  }

  const faulty: FaultyServer = {
    origin: '',
    dist,
    asked: [],
    missing: new Set(),
    replaced: new Map(),
    truncated: new Set(),
    delay: () => 0,
    answersLeft: Infinity,
    cut() {
      stopped ??= stop();
    },
    async restore() {
      await stopped;
      stopped = null;
      faulty.answersLeft = Infinity;
      await start();
    },
    async close() {
      await (stopped ?? stop());
    },
  };
  await start();
  faulty.origin = `http://127.0.0.1:${port}`;
  return faulty;
}

/** What tells the pages of the second version apart. */
export const secondMark = '(second version)';

/**
 * Copies a built site and changes it as a new release would: one module of the hotel course, the script of all modules, and the report page; the lists
 * and the service worker are made anew by the build's own functions.
 * @returns the folder of the copy
 */
export async function secondVersion(dist: string, root: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'farol-second-'));
  cpSync(dist, copy, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  const pages = htmlFiles(copy);
  const page = (path: string) => join(copy, path, 'index.html');
  for (const path of ['en/hotel', 'en/hotel/hotel-signs', 'en/report']) writeFileSync(page(path), readFileSync(page(path), 'utf8').replace(/(<h1[^>]*>)/, `$1${secondMark} `));

  const [, player = ''] = /assets\/(player\.\w+\.js)/.exec(readFileSync(page('en/hotel/hotel-signs'), 'utf8')) ?? [];
  const source = `${readFileSync(join(copy, 'assets', player), 'utf8')}\n;globalThis.secondPlayer = true;\n`;
  const renamed = `player.${createHash('sha256').update(source).digest('hex').slice(0, 8).toUpperCase()}.js`;
  writeFileSync(join(copy, 'assets', player), source);
  renameSync(join(copy, 'assets', player), join(copy, 'assets', renamed));
  for (const file of pages) {
    const html = readFileSync(file, 'utf8');
    if (html.includes(player)) writeFileSync(file, html.replaceAll(player, renamed));
  }
  writeCourseLists(copy, '/', (content) => Math.ceil(content.length / 4));
  await buildServiceWorker(join(root, 'src/service-worker/service-worker.ts'), copy, '/');
  return copy;
}

/** Serves packages the way an LMS does: unpacked below an address they know nothing of, with a strict policy, and pages that are the LMS around them. */
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { buildPackage, type Package } from '../../src/core/package/build-package.ts';
import { checkOptions, type PackageOptions } from '../../src/core/package/options.ts';
import { readCatalogs, readSiteFiles } from '../../src/tools/package/built-site.ts';
import type { SystemSettings } from '../browser/lms-system.page.ts';

/** No inline script, no inline style, no eval, nothing from elsewhere but what the LMS itself names as its record store. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' http://127.0.0.1:*; worker-src 'self'; base-uri 'none'; form-action 'none'";
const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', json: 'application/json', txt: 'text/plain', xml: 'application/xml', png: 'image/png' };

export const catalogs = readCatalogs('dist');

/** A package of the built site, made by the exporter itself. */
export function packageOf(asked: PackageOptions): Package {
  const checked = checkOptions(asked, catalogs);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return buildPackage(checked.options, readSiteFiles('dist', checked.options, catalogs), '2026-11-22');
}

export interface PackageHost {
  origin: string;
  /** Unpacks a package; returns the address of its folder, with a slash at the end. */
  unpack(made: Package): string;
  /** The page of an LMS with scorm-again in it, which shows a package in a frame. */
  system(settings: SystemSettings, address: string): string;
  stop(): Promise<void>;
}

export async function startPackageHost(): Promise<PackageHost> {
  const entry = fileURLToPath(new URL('../browser/lms-system.page.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', target: 'chrome106', write: false });
  const files = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    if (pathname === '/system.js') return void response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(outputFiles[0]!.text);
    if (pathname === '/system') return void response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html><html lang="en"><title>LMS</title><link rel="icon" href="data:,"><script src="/system.js"></script><iframe src="${searchParams.get('address')}" title="Course" width="360" height="700"></iframe>`);
    const bytes = files.get(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const type = types[pathname.endsWith('/') ? 'html' : pathname.split('.').at(-1)!];
    if (!bytes) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is nothing here.');
    // Without a character set: the documents say it themselves.
    response.writeHead(200, { 'Content-Type': type ?? 'application/octet-stream', 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    unpack({ name, bytes }) {
      const folder = `/x/y%20z/${name.replace('.zip', '')}/`;
      for (const [file, content] of Object.entries(unzipSync(bytes))) files.set(folder + file, content);
      return origin + folder;
    },
    system: (settings, address) => `${origin}/system?settings=${encodeURIComponent(JSON.stringify(settings))}&address=${encodeURIComponent(address)}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Serves dist/ for all browser tests with the program that `npm start` uses, and the site of pseudo-locales beside it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { serve } from '../../src/tools/serve/server.ts';

const port = Number(process.env['FAROL_TEST_PORT'] ?? 4399);

/** `npm test` builds it anew each time; alone, the browser tests build it where it is missing. */
export const pseudoSite = { dist: '.astro/pseudo/dist', url: `http://localhost:${port + 100}` };

export default async function setup(): Promise<() => Promise<void>> {
  if (!existsSync(pseudoSite.dist)) spawnSync(process.execPath, ['src/tools/cli/pseudo.ts'], { stdio: 'inherit' });
  const running = [await serve('dist', port), await serve(pseudoSite.dist, port + 100)];
  return async () => void (await Promise.all(running.map(({ close }) => close())));
}

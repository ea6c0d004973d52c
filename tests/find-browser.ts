/** Finds, or as a last resort installs, a Chromium for the tests: Playwright's own, the system's, Playwright's download, Debian's package. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':').concat('/usr/bin', '/snap/bin');
  return [...folders.flatMap((folder) => names.map((name) => `${folder}/${name}`)), ...places].find((path) => existsSync(path));
}

/** The browser that is there already; undefined if there is none. */
export function installedBrowser(): string | undefined {
  const chosen = process.env['FAROL_BROWSER'];
  if (chosen) return chosen;
  const own = chromium.executablePath();
  return existsSync(own) ? own : onPath();
}

const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

/** @throws Error with what to install, in a sentence, when no way leads to a browser */
export function ensureBrowser(): string {
  const there = installedBrowser();
  if (there) return there;
  console.log('No Chromium found; trying to install one.');
  if (run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium') && existsSync(chromium.executablePath())) return chromium.executablePath();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium')) {
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Error('The browser tests need Chromium, and none was found or could be installed. Install Chromium or Google Chrome, or set FAROL_BROWSER to the path of one, and run "npm test" again.');
}

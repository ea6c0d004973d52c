/**
 * `npm test`: everything, in the order in which it fails fastest, and one line of totals at the end.
 * Types, content check, unit tests, build with budgets, browser tests with axe.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './find-browser.ts';
import { ensureWebServers } from './find-web-servers.ts';

process.chdir(new URL('..', import.meta.url).pathname);
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

let passed = 0;
let failed = 0;

function step(name: string, command: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}

function count(ok: boolean): void {
  if (ok) passed += 1;
  else failed += 1;
}

/** Adds what a test runner wrote down; a runner that ended without writing anything counts as one failure. */
function tally(file: string, read: (report: never) => { passed: number; failed: number }, ok: boolean): void {
  try {
    const totals = read(JSON.parse(readFileSync(file, 'utf8')) as never);
    passed += totals.passed;
    failed += totals.failed;
    if (!ok && totals.failed === 0) failed += 1;
  } catch {
    failed += 1;
  }
}

count(step('types of the rules, without a browser', ['node_modules/typescript/bin/tsc', '-p', 'src/core']));
count(step('types of the service worker', ['node_modules/typescript/bin/tsc', '-p', 'src/service-worker']));
count(step('types of everything', ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'error']));
count(step('content', ['src/tools/cli/check.ts']));
const unit = step('unit tests', ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--reporter', 'default', '--reporter', 'json', '--outputFile.json', 'test-results/unit.json']);
tally('test-results/unit.json', (report: { numPassedTests: number; numFailedTests: number }) => ({ passed: report.numPassedTests, failed: report.numFailedTests }), unit);

const built = step('build', ['node_modules/astro/bin/astro.mjs', 'build', '--silent']);
count(built);
if (built) {
  count(step('budgets', ['src/tools/cli/budgets.ts']));
  let browser = '';
  try {
    browser = ensureBrowser();
    ensureWebServers();
  } catch (error) {
    console.error((error as Error).message);
    failed += 1;
  }
  if (browser) {
    count(step('site of pseudo-locales', ['src/tools/cli/pseudo.ts']));
    const ok = step('browser tests', ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'], { FAROL_BROWSER: browser });
    tally('test-results/browser.json', ({ stats }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }) => {
      if (stats.flaky) console.log(`\n${stats.flaky} browser test(s) passed only at the second try; the list above marks them as flaky.`);
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
    }, ok);
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

import { defineConfig } from '@playwright/test';
import { installedBrowser } from './find-browser.ts';

const executablePath = installedBrowser();

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'browser/**/*.spec.ts'],
  outputDir: '../test-results',
  fullyParallel: true,
  // Two cores: more workers only make each other slow.
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // A second try tells a slow machine from a fault; what needed one is named at the end of the run, and is to be mended.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  globalSetup: './e2e/serve-site.ts',
  use: {
    baseURL: `http://localhost:${process.env['FAROL_TEST_PORT'] ?? 4399}`,
    viewport: { width: 360, height: 740 },
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});

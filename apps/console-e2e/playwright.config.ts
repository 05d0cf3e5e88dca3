import { defineConfig } from '@playwright/test';

const root = '../..';

/** Every test starts a server of its own, on a database or a data folder of its own (src/fixtures/), so there is no webServer here. */
export default defineConfig({
  testDir: './src',
  testMatch: '**/*.e2e.ts',
  // Pictures are for people to look at; they are taken on request: SCREENSHOTS=<folder>.
  testIgnore: process.env.SCREENSHOTS === undefined ? '**/*screenshots.e2e.ts' : [],
  globalSetup: ['../api/src/testing/start-postgres.ts', './src/fixtures/databases.ts'],
  globalTeardown: '../api/src/testing/stop-postgres.ts',
  workers: 2,
  fullyParallel: true,
  // What passes only on its second try is not taken for red, but `npm test` names it at its end.
  retries: 1,
  // Generous, because a test starts a server and two cores may be busy with other things.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  outputDir: `${root}/test-results/e2e`,
  reporter: [['list'], ['json', { outputFile: `${root}/test-results/e2e.json` }]],
  use: {
    locale: 'en-GB',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A name of the local network, as a colleague's browser would reach the server: plain http, no secure context.
        '--host-resolver-rules=MAP rollcall.lan 127.0.0.1',
      ],
    },
  },
});

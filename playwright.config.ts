import { defineConfig } from '@playwright/test'
import { findBrowser, isRoot } from './scripts/find-browser.ts'

const ci = Boolean(process.env['CI'])
// Not the port of `npm start`, so that both can run at once.
const address = { host: '127.0.0.1', port: Number(process.env['E2E_PORT'] ?? 4174) }
const url = `http://${address.host}:${address.port}/`
// The build under test: another folder lets two builds be tried at once.
const dist = process.env['E2E_DIST'] ?? 'dist'
const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  forbidOnly: ci,
  fullyParallel: true,
  retries: ci ? 1 : 0,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/tests/e2e.json' }]],
  use: {
    baseURL: url,
    // Recording slows every test down, so only one that has failed once is recorded.
    trace: 'on-first-retry',
    // Every test has the files of this build; only e2e/offline.spec.ts is about the worker that keeps them.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        // Chromium refuses to run its sandbox as root, as containers do.
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium', viewport: { width: 1440, height: 900 } },
    },
  ],
  webServer: {
    command: `npm run preview -- --port ${address.port} --outDir ${dist}`,
    url,
    reuseExistingServer: false,
  },
})

/**
 * The browser for the end-to-end tests: the one named by CHROMIUM, one on the PATH, or Playwright's
 * own. Run as a command it installs Debian's package when there is none and it may.
 */
import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

export const isRoot = process.getuid?.() === 0

export function findBrowser(): string | undefined {
  const chosen = process.env['CHROMIUM']
  if (chosen) return chosen
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable)
  if (onPath) return onPath
  const own = chromium.executablePath()
  return existsSync(own) ? own : undefined
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installBrowser(): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '--yes', '--no-install-recommends', 'chromium')
}

if (process.argv[1] === import.meta.filename) {
  if (!findBrowser() && isRoot && isExecutable('/usr/bin/apt-get')) installBrowser()
  const browser = findBrowser()
  if (!browser) {
    console.error(
      'No Chromium found. Install Chromium or Chrome, run `npx playwright install chromium`,\n' +
        'or name an executable in the environment variable CHROMIUM.',
    )
    process.exit(1)
  }
  if (!isExecutable(browser)) {
    console.error(`${browser} cannot be run. Is the environment variable CHROMIUM right?`)
    process.exit(1)
  }
  console.log(`Browser: ${browser}`)
}

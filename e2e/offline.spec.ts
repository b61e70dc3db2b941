import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { Page } from '@playwright/test'
import { linkTo } from './support/links.ts'
import { editor, region, request, verdict } from './support/screen.ts'
import { expect, test as base } from './support/test.ts'

/** A host for the build, in a folder of it, that can go away and bring out a newer version. */
interface Site {
  readonly url: string
  /** Nothing answers any more. */
  readonly goAway: () => void
  /** From now on the worker is another one, as after a release. */
  readonly release: () => void
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
}

const test = base.extend<{ site: Site }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
  site: async ({}, use) => {
    const folder = process.env['E2E_DIST'] ?? 'dist'
    let isGone = false
    let version = 1
    const server = createServer((message, response) => {
      const path = new URL(message.url ?? '/', 'http://site').pathname.replace(/^\/tools\//u, '')
      const file = join(folder, normalize(path === '' ? 'index.html' : path))
      if (isGone) message.socket.destroy()
      // Browsers ask for it beside a file that is no page.
      else if (path === '/favicon.ico') response.writeHead(204).end()
      else if (existsSync(file)) {
        const content = readFileSync(file)
        response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
        response.end(path === 'sw.js' ? `${content.toString()}\n// ${version}` : content)
      } else response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tools/`,
      goAway: () => {
        isGone = true
        server.closeAllConnections()
      },
      release: () => version++,
    })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  },
  baseURL: async ({ site }, use) => use(site.url),
})

test.use({ serviceWorkers: 'allow' })

/** Opens the page for the first time and waits until all of it is kept. */
async function visit(page: Page): Promise<void> {
  // Hundreds of files are fetched, one after the other.
  test.slow()
  await page.goto('./')
  await page.evaluate(async () => {
    const workers = navigator.serviceWorker
    if (!workers.controller)
      await new Promise((resolve) => {
        workers.addEventListener('controllerchange', resolve)
      })
  })
}

test('after one visit everything works without a network', async ({ page, context, site }) => {
  await visit(page)
  // What stands beside the page on its host is none of the worker's business; the page is, however it is asked for.
  const beside = await page.goto('./schema/identity.json')
  expect(beside?.fromServiceWorker()).toBe(false)
  expect((await page.goto('./?from=somewhere'))?.fromServiceWorker()).toBe(true)

  site.goAway()
  await context.setOffline(true)
  await page.reload()
  await expect(verdict(page)).toContainText('Allowed')
  await expect(region(page, 'Status')).toContainText(
    /You’re offline\. Everything here still works; AWS data is from \d{1,2} [A-Z][a-z]+ 20\d\d\./,
  )

  // A service that nothing has mentioned yet: its facts are there too.
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(
    '{"Statement": {"Effect": "Allow", "Action": "codeartifact:NoSuchAction", "Resource": "*"}}',
  )
  await expect(region(page, 'Status')).toContainText('1 error')
  await expect(verdict(page)).toContainText('Denied')

  // A link, and what is only loaded when it is asked for.
  await page.goto(`./${linkTo()}`)
  await expect(request(page)).toContainText('user/dana')
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Open…' }).click()
  await expect(page.getByRole('dialog', { name: 'Open' })).toBeVisible()
})

test('a page that is open for the first time survives the loss of the network', async ({
  page,
  context,
  site,
}) => {
  await visit(page)
  site.goAway()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Open…' }).click()
  await expect(page.getByRole('dialog', { name: 'Open' })).toBeVisible()
})

test('a newer version is offered, and loaded only where somebody chooses', async ({
  page,
  context,
  site,
}) => {
  const bar = (of: Page) => of.getByRole('complementary', { name: 'Update' })
  await visit(page)
  await expect(bar(page)).toBeHidden()
  site.release()
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
  await expect(bar(page)).toContainText(
    'A newer version is ready. It loads when you choose, never by itself.',
  )

  // Put away, it is offered again at the next visit.
  await bar(page).getByRole('button', { name: 'Dismiss' }).click()
  await expect(bar(page)).toBeHidden()
  const other = await context.newPage()
  await other.goto('./')
  await expect(bar(other)).toBeVisible()
  await page.reload()
  await expect(bar(page)).toBeVisible()

  // In the middle of an exercise nothing is offered.
  await other.goto('./#lesson=010-first-allow')
  await other.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'The first allow' })).toBeAttached()
  await expect(bar(other)).toBeHidden()
  await other.getByRole('button', { name: 'Leave the lesson' }).click()
  await expect(bar(other)).toBeVisible()

  await other.getByRole('textbox', { name: 'Name of the workspace' }).fill('Half a title')
  const loaded = page.waitForEvent('load')
  await bar(page).getByRole('button', { name: 'Update now' }).click()
  await loaded
  await expect(verdict(page)).toBeVisible()
  await expect(bar(page)).toBeHidden()
  const workers = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return { waits: !!registration?.waiting, answers: !!navigator.serviceWorker.controller }
  })
  expect(workers).toEqual({ waits: false, answers: true })
  // The other tab is in the middle of something.
  await expect(other.getByRole('textbox', { name: 'Name of the workspace' })).toHaveValue(
    'Half a title',
  )
  await expect(bar(other)).toBeVisible()
})

test('the page can be installed from any folder', async ({ page, site }) => {
  await page.goto('./')
  const address = await page.evaluate(
    () => document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? '',
  )
  expect(address).toBe(`${site.url}manifest.webmanifest`)
  const manifest = (await (await page.request.get(address)).json()) as {
    readonly scope: string
    readonly start_url: string
    readonly icons: readonly { readonly src: string; readonly sizes: string }[]
  }
  expect(new URL(manifest.start_url, address).href).toBe(site.url)
  expect(new URL(manifest.scope, address).href).toBe(site.url)
  for (const { src } of manifest.icons)
    expect((await page.request.get(new URL(src, address).href)).status()).toBe(200)
})

test('files that the installed app is opened with go the way of all files', async ({ page }) => {
  // Stands for the browser's own queue, which only an installed app has.
  await page.addInitScript(() => {
    const text = '{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}'
    const files = [{ getFile: () => Promise.resolve(new File([text], 'opened.json')) }]
    Object.defineProperty(globalThis, 'launchQueue', {
      value: { setConsumer: (take: (launch: object) => void) => take({ files }) },
    })
  })
  await page.goto('./')
  await expect(page.getByRole('dialog', { name: 'Open' })).toContainText(
    'opened.json: Looks like a policy.',
  )
})

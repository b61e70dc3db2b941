import { AxeBuilder } from '@axe-core/playwright'
import type { FrameLocator, Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { linkTo, scenario, shared } from './support/links.ts'
import { editor, region, verdict } from './support/screen.ts'
import { expect, test } from './support/test.ts'

const two = {
  ...shared,
  policies: [
    ...shared.policies,
    {
      name: 'guests',
      type: 'identity',
      text: JSON.stringify({
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::guests/*' },
      }),
    },
  ],
}

const edit = (page: Page | FrameLocator): Locator => page.getByRole('button', { name: 'Edit' })
const openLink = (page: Page | FrameLocator): Locator =>
  page.getByRole('link', { name: 'Open in Sidelight' })

/** The files that were asked for. */
function filesOf(page: Page): string[] {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  return files
}

test('a policy, a request and the verdict; another request, another policy', async ({ page }) => {
  await page.goto(`./embed/${linkTo(two)}`)
  await expect(verdict(page)).toContainText('Allowed')
  await expect(verdict(page)).toContainText('Statement ReadPlans')
  await expect(region(page, 'Request')).toContainText('user/dana calls s3:GetObject')
  await expect(region(page, 'Policies')).toContainText('allows this request')

  await page.getByRole('combobox', { name: 'Request' }).selectOption('draft-7')
  await expect(verdict(page).getByRole('status')).toContainText('Denied: explicit deny')
  await expect(region(page, 'Policies')).toContainText('denies this request')
  await expect(region(page, 'Policies')).toContainText('allows, but overruled')

  await page.getByRole('tab', { name: /^plans/ }).press('ArrowRight')
  await expect(page.getByRole('tab', { name: /^guests/, selected: true })).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'guests' })).toContainText(
    'arn:aws:s3:::guests/*',
  )

  await expect(openLink(page)).toHaveAttribute('target', '_blank')
  const opening = page.waitForEvent('popup')
  await openLink(page).click()
  const opened = await opening
  await expect(opened.getByRole('heading', { level: 1, name: 'Team plans' })).toBeAttached()
  await expect(verdict(opened)).toContainText('Denied: explicit deny')
})

test('it opens at the request and the policy of the link', async ({ page }) => {
  await page.goto(
    `./embed/${linkTo(two, { kind: 'statement', ref: { policy: 'guests', statement: 0 }, request: 1 })}`,
  )
  await expect(page.getByRole('combobox', { name: 'Request' })).toHaveValue('1')
  await expect(page.getByRole('tab', { name: /^guests/, selected: true })).toBeVisible()
})

test('the form that other tools write is opened, too', async ({ page }) => {
  const statement = { Effect: 'Deny', Action: '*', Resource: '*' }
  const policy = encodeURIComponent(JSON.stringify({ Statement: statement }))
  const who = encodeURIComponent('arn:aws:iam::444455556666:user/dana')
  await page.goto(
    `./embed/#policy=${policy}&principal=${who}&action=s3:GetObject&resource=arn:aws:s3:::a/b`,
  )
  await expect(verdict(page)).toContainText('Denied: explicit deny')
})

for (const [what, fragment, words] of [
  ['cut off', linkTo().slice(0, -12), 'This link was cut off'],
  ['altered', linkTo().replace(/\.(....)/u, '.AAAA'), 'This link was changed on the way'],
  ['of something else', '#hello', "This link doesn't hold a workspace"],
  ['of nothing', '', 'Nothing to show yet'],
] as const)
  test(`a link ${what} is said to be so`, async ({ page }) => {
    await page.goto(`./embed/${fragment}`)
    await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible()
    await expect(edit(page)).toHaveCount(0)
    await expectAccessible(page)
  })

test('a policy that is none, and content that is hostile, are text', async ({ page }) => {
  const text = '{"Statement": "<img src=x onerror=alert(1)>" '
  const policies = [{ name: '<script>alert(1)</script>', type: 'identity', text }]
  await page.goto(`./embed/${linkTo({ title: '<b>', policies, scenarios: [scenario('x')] })}`)
  await expect(verdict(page)).toContainText('Not evaluated')
  await expect(region(page, 'Policies')).toContainText('<img src=x onerror=alert(1)>')
  await expect(page.getByRole('img')).toHaveCount(0)
})

test('no storage is touched, and the editor is asked for by Edit only', async ({ page }) => {
  const files = filesOf(page)
  await page.addInitScript(() => {
    const touched: string[] = []
    Object.assign(globalThis, { touched })
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          touched.push(name)
          throw new DOMException('refused', 'SecurityError')
        },
      })
    Object.defineProperty(Document.prototype, 'cookie', {
      get: () => {
        touched.push('cookie')
        throw new DOMException('refused', 'SecurityError')
      },
    })
  })
  await page.goto(`./embed/${linkTo(two)}`)
  await expect(verdict(page)).toContainText('Allowed')
  expect(files.filter((file) => /edit|monaco|worker/u.test(file))).toEqual([])

  // Monaco in one file, on a machine that may be busy.
  test.slow()
  await edit(page).click()
  await expect(editor(page)).toBeVisible({ timeout: 30_000 })
  await expect(region(page, 'Policies')).toContainText('allows this request')
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText('{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}')
  await expect(verdict(page)).toContainText('Denied: explicit deny')
  await expect(verdict(page)).toContainText('plans, line 1')
  await page.getByRole('combobox', { name: 'Request' }).selectOption('draft-7')
  await expect(verdict(page)).toContainText('Denied: explicit deny')

  // What was edited goes along.
  const href = await openLink(page).getAttribute('href')
  expect(href).toMatch(/^\.\.\/#w1\./)
  expect(href).not.toContain(linkTo(two))
  expect(files.filter((file) => file.includes('/embed/assets/edit-')).length).toBeGreaterThan(0)
  expect(await page.evaluate(() => (globalThis as { touched?: string[] }).touched)).toEqual([])
  await expectAccessible(page)
})

/** A page of another site, with a frame that may run scripts and open tabs, and nothing else. */
async function openArticle(page: Page, src: string, sandbox: string): Promise<FrameLocator> {
  await page.goto('./embed-demo.html')
  await page.evaluate(
    ([address, rights]) => {
      const heights: number[] = []
      Object.assign(globalThis, { heights })
      const frame = document.createElement('iframe')
      frame.title = 'Sandboxed'
      frame.setAttribute('sandbox', rights ?? '')
      addEventListener('message', ({ source, data }: MessageEvent<{ height: number }>) => {
        if (source === frame.contentWindow) heights.push(data.height)
      })
      frame.src = address ?? ''
      document.body.prepend(frame)
    },
    [src, sandbox],
  )
  return page.frameLocator('iframe[title="Sandboxed"]')
}

test('it works in a sandboxed frame and says how high it is', async ({ page }) => {
  const frame = await openArticle(page, `./embed/${linkTo(two)}`, 'allow-scripts allow-popups')
  await expect(frame.getByRole('status').first()).toContainText('Allowed')
  const heights = () => page.evaluate(() => (globalThis as { heights?: number[] }).heights ?? [])
  await expect.poll(heights).not.toEqual([])
  const [first = 0] = await heights()
  expect(first).toBeGreaterThan(200)
  await frame.getByRole('tab', { name: /^guests/ }).click()
  await expect.poll(async () => (await heights()).length).toBeGreaterThan(1)
  expect((await heights()).at(-1)).toBeLessThan(first)
})

test('the frame of the demo page is as high as what is in it', async ({ page }) => {
  await page.goto('./embed-demo.html')
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('status').first()).toContainText('Allowed')
  const inside = await frame
    .getByRole('main')
    .evaluate((main) => main.getBoundingClientRect().height)
  await expect(page.locator('iframe')).toHaveCSS('height', `${Math.ceil(inside) + 2}px`)
  await frame.getByRole('combobox', { name: 'Request' }).selectOption({ index: 1 })
  await expect(frame.getByRole('status').first()).toContainText('Denied')
  // Axe would fetch the styles of the frame, which has no right to.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  expect(violations).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 240 } })

    test('the smallest size holds it, and the address can choose the other theme', async ({
      page,
    }) => {
      await page.goto(`./embed/${linkTo(two)}`)
      await expect(verdict(page).getByText('Allowed', { exact: true })).toBeInViewport()
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
      expect(await wide()).toBeLessThanOrEqual(320)
      await openLink(page).scrollIntoViewIfNeeded()
      await expect(openLink(page)).toBeInViewport()
      await expectAccessible(page)

      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const own = await ground()
      await page.goto(`./embed/?theme=${colorScheme === 'light' ? 'dark' : 'light'}${linkTo(two)}`)
      await expect(verdict(page)).toContainText('Allowed')
      expect(await ground()).not.toBe(own)
      await expectAccessible(page)
    })
  })

import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { policy, region, request, rows, verdict } from './support/screen.ts'
import { expect, test } from './support/test.ts'

// What a phone shows: one part of the screen, the verdict in short, the tabs. Only fingers point there.

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const tabs = (page: Page) => page.getByRole('navigation', { name: 'Parts' })
const turnTo = (page: Page, name: string) =>
  tabs(page).getByRole('button', { name, exact: true }).tap()
const reader = (page: Page) => page.getByRole('group', { name: /^Policy .+, text$/ })
const edit = (page: Page) => page.getByRole('button', { name: 'Edit', exact: true })
const field = (page: Page) => page.getByRole('textbox', { name: /^Text of / })
const done = (page: Page) => page.getByRole('button', { name: 'Done' })

async function openPhone(page: Page): Promise<void> {
  await page.goto('./')
  await expect(reader(page)).toContainText('allows this request')
}

/** From the one menu of the header. */
async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('menuitem', { name: entry }).tap()
}

async function write(page: Page, text: string): Promise<void> {
  await edit(page).tap()
  await field(page).fill(text)
  await done(page).tap()
}

/** Whether anything is wider than the window: the page, or a part of it that is in sight. */
const widthToScroll = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('header, section[id], dialog[open]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.scrollWidth - element.clientWidth)
      .reduce((most, wider) => Math.max(most, wider)),
  )

test.describe('on a phone', () => {
  test.use(phone)

  test('an example is opened and read, and the verdict is always in sight', async ({ page }) => {
    await openPhone(page)
    await choose(page, 'Can only test users be updated?')
    await expect(
      page.getByRole('heading', { level: 1, name: 'Can only test users be updated?' }),
    ).toBeAttached()
    await expect(reader(page)).toContainText('connect:')
    const strip = verdict(page).getByRole('button', { expanded: false })
    for (const name of ['Policy', 'Request', 'Tests', 'Details']) {
      await turnTo(page, name)
      await expect(strip).toBeInViewport({ ratio: 1 })
    }
    await strip.tap()
    await expect(verdict(page).getByRole('list', { name: 'Layers' })).toBeVisible()
    await expect(request(page)).toBeHidden()
    await verdict(page).getByRole('button', { expanded: true }).tap()
    await expect(region(page, 'Details')).toBeVisible()
  })

  test('Monaco is never asked for', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (one) => asked.push(one.url()))
    await openPhone(page)
    await edit(page).tap()
    await expect(field(page)).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((url) => /monaco/i.test(url))).toEqual([])
  })

  test('a tap on a part of the policy explains it, and the focus comes back', async ({ page }) => {
    await openPhone(page)
    const action = reader(page).getByRole('button', { name: '"s3:GetObject"' })
    await action.tap()
    const sheet = page.getByRole('dialog')
    await expect(sheet).toContainText('Retrieve')
    await expect(sheet).toContainText('In this request: matches s3:GetObject.')
    await sheet.getByRole('button', { name: 'Close' }).tap()
    await expect(sheet).toHaveCount(0)
    // The same by key, from the part that has the focus.
    await action.focus()
    await page.keyboard.press('ArrowRight')
    await expect(reader(page).getByRole('button', { name: '"Resource"' }).first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Resource' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(reader(page).getByRole('button', { name: '"Resource"' }).first()).toBeFocused()
  })

  test('the policy is broken, mended by a fix, and the verdict follows', async ({ page }) => {
    await openPhone(page)
    await edit(page).tap()
    const text = await field(page).inputValue()
    await field(page).fill(text.replace('"Effect": "Allow",', '"Effect": "Allow"'))
    const problems = page.getByRole('dialog').getByRole('region', { name: 'Problems' })
    await expect(problems).toContainText('expected a comma')

    await problems.getByRole('button', { name: /^Error/ }).tap()
    await expect(field(page)).toBeFocused()
    const selected = await field(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    )
    expect(selected).not.toBe('')

    await done(page).tap()
    await expect(verdict(page)).toContainText('Not evaluated')
    await edit(page).tap()
    await problems.getByRole('button', { name: 'Add comma' }).tap()
    await expect(problems).toContainText('No problems found')
    await page.getByRole('button', { name: 'Undo' }).tap()
    await expect(problems).toContainText('expected a comma')
    await problems.getByRole('button', { name: 'Add comma' }).tap()
    await done(page).tap()
    await expect(verdict(page)).toContainText('Allowed')

    await write(page, text.replaceAll('"Allow"', '"Deny"'))
    await expect(verdict(page)).toContainText('Denied: explicit deny')
    await expect(reader(page)).toContainText('denies this request')
  })

  test('what the clipboard refuses is said, and formatting takes one press', async ({ page }) => {
    await openPhone(page)
    await write(page, '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}')
    await edit(page).tap()
    await page.getByRole('button', { name: 'Format' }).tap()
    await expect(field(page)).toHaveValue(/^\{\n {2}"Statement": \{\n/)
    const clipboard = (text?: string) =>
      page.evaluate((held) => {
        const readText = () =>
          held === undefined
            ? Promise.reject(new DOMException('refused', 'NotAllowedError'))
            : Promise.resolve(held)
        Object.defineProperty(navigator.clipboard, 'readText', {
          value: readText,
          configurable: true,
        })
      }, text)
    const said = page.getByRole('dialog').getByRole('status')
    await clipboard()
    await page.getByRole('button', { name: 'Paste' }).tap()
    await expect(said).toContainText('Couldn’t read the clipboard')
    await clipboard(policy({ Effect: 'Deny', Action: '*', Resource: '*' }))
    await page.getByRole('button', { name: 'Paste' }).tap()
    await expect(said).toContainText('Replaced by the pasted policy.')
    await done(page).tap()
    await expect(verdict(page)).toContainText('Denied: explicit deny')
  })

  test('the request is edited, and a test turns the screen to its request', async ({ page }) => {
    await openPhone(page)
    await turnTo(page, 'Request')
    await request(page).getByRole('combobox', { name: 'Action' }).fill('s3:DeleteObject')
    await page.keyboard.press('Escape')
    await expect(verdict(page)).toContainText('Denied: nothing allows it')
    await turnTo(page, 'Tests')
    await rows(page)
      .filter({ hasText: /^salaries\.csv/ })
      .tap()
    await expect(verdict(page)).toContainText('Denied: explicit deny')
    await turnTo(page, 'Request')
    await expect(request(page)).toContainText('salaries.csv')
  })

  test('a place in the trace is shown in the policy', async ({ page }) => {
    await openPhone(page)
    await turnTo(page, 'Details')
    await region(page, 'Details')
      .getByRole('treeitem', { name: /^NoSalaries/ })
      .tap()
    await expect(tabs(page).getByRole('button', { name: 'Policy' })).toHaveAttribute(
      'aria-current',
      'true',
    )
    await expect(reader(page).getByRole('button', { name: '"NoSalaries"' })).toBeInViewport()
  })

  test('the one menu leads to every command', async ({ page }) => {
    await openPhone(page)
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    for (const name of ['New workspace', 'Open…', 'My workspaces…', 'Course…', 'Light'])
      await expect(page.getByRole('menuitem', { name, exact: true })).toHaveCount(1)
    await page.keyboard.press('Escape')
    await choose(page, 'Show all commands')
    const commands = page.getByRole('listbox', { name: 'Commands' }).getByRole('option')
    await expect(commands.filter({ hasText: 'About Sidelight' })).toBeVisible()
    expect(await commands.count()).toBeGreaterThan(30)
    await page.getByRole('combobox', { name: 'Find a command' }).fill('go to request')
    await page.keyboard.press('Enter')
    await expect(request(page)).toBeVisible()
    await expect(request(page).locator(':focus')).toHaveCount(1)
    await choose(page, 'Dark')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  test('policies are chosen, added and changed from one button', async ({ page }) => {
    await openPhone(page)
    await page.getByRole('button', { name: /choose, add, change policies/ }).tap()
    await page.getByRole('menuitem', { name: 'Service control policy (SCP)' }).tap()
    await expect(region(page, 'Policies')).toContainText('2 of 2')
    await page.getByRole('button', { name: 'Write or paste a policy' }).tap()
    await field(page).fill(policy({ Effect: 'Deny', Action: '*', Resource: '*' }))
    await done(page).tap()
    await expect(verdict(page)).toContainText('Denied: explicit deny')
    await page.getByRole('button', { name: /choose, add, change policies/ }).tap()
    await page.getByRole('menuitem', { name: 'Name, type, attachment…' }).tap()
    await page.getByRole('checkbox', { name: /takes part/ }).uncheck()
    await page.getByRole('button', { name: 'Close' }).tap()
    await expect(verdict(page)).toContainText('Allowed')
  })

  test('a lesson is solved without typing', async ({ page }) => {
    await openPhone(page)
    await choose(page, 'Course…')
    await page.getByRole('button', { name: 'The typo that nobody reports' }).tap()
    await page.getByRole('button', { name: 'Start', exact: true }).tap()
    await turnTo(page, 'Lesson')
    await expect(region(page, 'Details')).toContainText('5 of 6 pass')
    await turnTo(page, 'Policy')
    await edit(page).tap()
    await page.getByRole('button', { name: /^Change to "app-integrations:/ }).tap()
    await done(page).tap()
    await turnTo(page, 'Lesson')
    await expect(region(page, 'Details')).toContainText('6 of 6')
  })

  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`in the ${colorScheme} theme`, () => {
      test.use({ colorScheme })

      test('every tab and every sheet is accessible', async ({ page }) => {
        test.slow()
        await openPhone(page)
        for (const name of ['Policy', 'Request', 'Tests', 'Details']) {
          await turnTo(page, name)
          await expectAccessible(page)
        }
        await region(page, 'Details')
          .getByRole('tab', { name: /^Problems/ })
          .tap()
        await expectAccessible(page)
        await verdict(page).getByRole('button', { expanded: false }).tap()
        await expectAccessible(page)
        await turnTo(page, 'Policy')
        await reader(page).getByRole('button', { name: '"s3:GetObject"' }).tap()
        await expect(page.getByRole('dialog')).toBeVisible()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await write(page, '{"Statement":[{"Effect":"Allow"},]}')
        await expect(verdict(page)).toContainText('Not evaluated')
        await expectAccessible(page)
        await edit(page).tap()
        await expectAccessible(page)
        await field(page).fill('')
        await done(page).tap()
        await expect(verdict(page)).toContainText('Nothing to evaluate yet')
        await expectAccessible(page)
        await page.getByRole('button', { name: 'More', exact: true }).tap()
        await expect(page.getByRole('menuitem').first()).toBeVisible()
        await expectAccessible(page, '[role=menu]')
      })
    })

  test('forced colours: the part that is shown, the bar and the request chosen can be told', async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await openPhone(page)
    const outline = (name: string) =>
      tabs(page)
        .getByRole('button', { name })
        .evaluate((tab) => getComputedStyle(tab).outlineStyle)
    expect(await outline('Policy')).toBe('solid')
    expect(await outline('Tests')).toBe('none')
    const bar = await reader(page)
      .getByText('ReadReports')
      .evaluate((token) => {
        const line = token.closest('[data-bar]')?.lastElementChild
        return line ? getComputedStyle(line, '::before').borderInlineStartStyle : ''
      })
    expect(bar).toBe('solid')
    await turnTo(page, 'Tests')
    const row = rows(page).and(page.locator('[aria-selected=true]'))
    expect(await row.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid')
  })
})

const longArn = `arn:aws:s3:::${'a-long-bucket-name-'.repeat(4)}/${'folder/'.repeat(16)}report.csv`

for (const viewport of [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
])
  test.describe(`touched, at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ ...phone, viewport })

    test('nothing is wider than the window', async ({ page }) => {
      await openPhone(page)
      await write(
        page,
        JSON.stringify({ Statement: { Effect: 'Allow', Action: 's3:*', Resource: longArn } }),
      )
      await turnTo(page, 'Request')
      await request(page).getByRole('combobox', { name: 'Resource' }).fill(longArn)
      await page.keyboard.press('Escape')
      await expect(verdict(page)).toContainText('Allowed')
      for (const name of ['Policy', 'Request', 'Tests', 'Details']) {
        await turnTo(page, name)
        expect(await widthToScroll(page), name).toBe(0)
      }
      await verdict(page).getByRole('button', { expanded: false }).tap()
      expect(await widthToScroll(page), 'Verdict').toBe(0)
      await turnTo(page, 'Policy')
      await edit(page).tap()
      expect(await widthToScroll(page), 'Edit').toBe(0)
      await done(page).tap()
      await reader(page).getByRole('button', { name: '"Resource"' }).tap()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await widthToScroll(page), 'Explanation').toBe(0)
    })
  })

// A window of 1280 × 1024 at 400 %: a mouse, and Monaco with its lines wrapped.
test.describe('at 320 × 256 with a mouse', () => {
  test.use({ viewport: { width: 320, height: 256 } })

  test('the page flows, F6 and skip links turn to their part', async ({ page }) => {
    await page.goto('./')
    await expect(region(page, 'Policies')).toContainText('allows this request')
    await expect(page.getByRole('textbox', { name: /JSON editor/ })).toBeAttached()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'To the request' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(request(page).locator(':focus')).toHaveCount(1)
    await expect(region(page, 'Policies')).toBeHidden()
    expect(await widthToScroll(page)).toBe(0)
    for (const name of ['Details', 'Status']) {
      await page.keyboard.press('F6')
      await expect(region(page, name).locator(':focus')).toHaveCount(1)
      expect(await widthToScroll(page), name).toBe(0)
    }
    await page.keyboard.press('F6')
    await page.keyboard.press('F6')
    await expect(region(page, 'Policies').locator(':focus')).toHaveCount(1)
    await expect(request(page)).toBeHidden()
    await page.keyboard.press('F6')
    await expect(verdict(page).locator(':focus')).toHaveCount(1)
    await expect(verdict(page).getByRole('list', { name: 'Layers' })).toBeVisible()
    await expectAccessible(page)
  })

  test('text at 200 % and spaced out is not cut off', async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 800 })
    await page.goto('./')
    await expect(region(page, 'Policies')).toContainText('allows this request')
    await page.addStyleTag({
      content: `body { font-size: 28px }
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }`,
    })
    for (const name of ['Request', 'Tests', 'Details']) {
      await tabs(page).getByRole('button', { name }).click()
      expect(await widthToScroll(page), name).toBe(0)
      await expect(tabs(page).getByRole('button', { name })).toBeInViewport({ ratio: 0.9 })
    }
  })
})

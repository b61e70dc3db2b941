import { expectAccessible } from './support/accessibility.ts'
import {
  details,
  editor,
  openExample,
  openPage,
  region,
  request,
  startNew,
  verdict,
  writePolicy,
} from './support/screen.ts'
import { expect, test } from './support/test.ts'

const longArn = `arn:aws:s3:::${'a-long-bucket-name-'.repeat(4)}/${'folder/'.repeat(16)}report.csv`

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
]

for (const viewport of sizes)
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('an ARN of 200 characters leaves no width to scroll', async ({ page }) => {
      expect(longArn.length).toBeGreaterThanOrEqual(200)
      await openPage(page)
      await request(page).getByRole('combobox', { name: 'Resource' }).fill(longArn)
      await page.keyboard.press('Escape')
      await writePolicy(
        page,
        JSON.stringify(
          { Statement: { Effect: 'Allow', Action: 's3:*', Resource: longArn } },
          null,
          2,
        ),
      )
      await expect(verdict(page)).toContainText('Allowed')
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBe(0)
      for (const name of ['Verdict', 'Request', 'Details', 'Policies']) {
        const wider = await region(page, name).evaluate(
          (element) => element.scrollWidth - element.clientWidth,
        )
        expect(wider, name).toBe(0)
      }
    })

    for (const colorScheme of ['light', 'dark'] as const)
      test.describe(`in the ${colorScheme} theme`, () => {
        test.use({ colorScheme })

        test('every state of the verdict is accessible', async ({ page }) => {
          test.slow()
          await openPage(page)
          await expectAccessible(page)
          await verdict(page).getByRole('button', { name: 'Try salaries.csv' }).click()
          await expect(verdict(page)).toContainText('Denied: explicit deny')
          await expectAccessible(page)
          await verdict(page).getByRole('button', { name: 'Try s3:DeleteObject' }).click()
          await expect(verdict(page)).toContainText('Denied: nothing allows it')
          await expectAccessible(page)
          // An expectation that is broken.
          await details(page)
            .getByRole('tab', { name: /^Tests/ })
            .click()
          await details(page).getByRole('combobox', { name: 'Expect' }).selectOption('Allowed')
          await expect(verdict(page)).toContainText('You expected: allowed.')
          await expectAccessible(page)
          await details(page).getByRole('tab', { name: 'Trace' }).click()
          await expect(details(page).getByRole('tree')).toBeVisible()
          await expectAccessible(page)
          await writePolicy(page, '{"Statement":[{"Effect":"Allow"},]}')
          await expect(verdict(page)).toContainText('Not evaluated')
          await details(page)
            .getByRole('tab', { name: /^Problems/ })
            .click()
          await expectAccessible(page)
          await writePolicy(page, '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}')
          await request(page).getByRole('combobox', { name: 'Action' }).fill('s3')
          await page.keyboard.press('Escape')
          await expect(verdict(page)).toContainText('Choose an action')
          await expectAccessible(page)
          await startNew(page)
          await expect(verdict(page)).toContainText('Nothing to evaluate yet')
          await expectAccessible(page)
        })
      })
  })

test('what opens over the page is accessible', async ({ page }) => {
  test.slow()
  await openPage(page)
  await page.getByRole('button', { name: 'Examples' }).click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await expectAccessible(page, '[role=menu]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  for (const name of ['Keyboard shortcuts', 'About Sidelight']) {
    await page.getByRole('button', { name: 'Help' }).click()
    await page.getByRole('menuitem', { name }).click()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await openExample(page, 'Can only test users be updated?')
  await request(page).getByRole('button', { name: 'Tag: add to resource tags' }).click()
  await expect(request(page).getByRole('textbox', { name: 'Key' })).toBeFocused()
  await expectAccessible(page)
})

test('themes: chosen, seen at once, and remembered', async ({ page }) => {
  await openPage(page)
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  expect(await ground()).toBe('rgb(255, 255, 255)')
  await choose('Dark')
  expect(await ground()).toBe('rgb(15, 20, 26)')
  await page.reload()
  await expect(verdict(page)).toContainText('Allowed')
  expect(await ground()).toBe('rgb(15, 20, 26)')
  await choose('High contrast')
  await expectAccessible(page)
})

test('settings that cannot be kept break nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError')
      },
    })
  })
  await openPage(page)
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await expect(region(page, 'Status')).toContainText('Settings aren’t being kept')
})

test('F6 walks the regions, and F1 finds every command', async ({ page }) => {
  await openPage(page)
  const header = page.getByRole('banner')
  await page.keyboard.press('F6')
  await expect(header.locator(':focus')).toHaveCount(1)
  for (const name of ['Policies', 'Verdict', 'Request', 'Details', 'Status']) {
    await page.keyboard.press('F6')
    await expect(region(page, name).locator(':focus')).toHaveCount(1)
  }
  await page.keyboard.press('Shift+F6')
  await expect(region(page, 'Details').locator(':focus')).toHaveCount(1)

  await editor(page).focus()
  await page.keyboard.press('F1')
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
  await page.keyboard.type('show trace')
  await page.keyboard.press('Enter')
  await expect(details(page).getByRole('tree', { name: 'Trace' })).toBeVisible()
})

test('skip links lead to the policy, the request and the verdict', async ({ page }) => {
  await openPage(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'To the policy' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(request(page).locator(':focus')).toHaveCount(1)
  expect(new URL(page.url()).hash).toBe('')
})

test('the separators move by key, and go back', async ({ page }) => {
  await openPage(page)
  const width = page.getByRole('separator', { name: 'Width of the verdict and the request' })
  const before = Number(await width.getAttribute('aria-valuenow'))
  await width.focus()
  await page.keyboard.press('ArrowRight')
  await expect(width).toHaveAttribute('aria-valuenow', String(before - 16))
  await page.keyboard.press('Enter')
  await expect(width).toHaveAttribute('aria-valuenow', String(before))
})

test('a new workspace is named, and the one before comes back', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New workspace' }).click()
  await expect(verdict(page)).toContainText('Nothing to evaluate yet')
  await page.getByRole('textbox', { name: 'Name of the workspace' }).fill('Mine')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeAttached()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Read reports, except salaries' }),
  ).toBeAttached()
  await expect(verdict(page)).toContainText('Allowed')
})

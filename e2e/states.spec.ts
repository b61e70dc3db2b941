import { test as unguarded } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { details, editor, openPage, region, verdict, writePolicy } from './support/screen.ts'
import { expect, test } from './support/test.ts'

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('while the editor loads, the policy can be read and typed, and the verdict stands', async ({
      page,
    }) => {
      // The editor's file is held back until the test lets it go.
      let release = () => {}
      const held = new Promise<void>((resolve) => (release = resolve))
      await page.route(/MonacoEditor.*\.js/u, async (route) => {
        await held
        await route.continue()
      })
      await page.goto('./')
      await expect(verdict(page)).toContainText('Allowed')
      await expect(region(page, 'Policies')).toContainText('Loading editor')
      await expectAccessible(page)
      const field = editor(page)
      await field.fill((await field.inputValue()).replace('"Allow"', '"Deny"'))
      await expect(verdict(page)).toContainText('Denied: explicit deny')
      release()
      await expect(region(page, 'Policies')).toContainText('denies this request')
    })

    test('JSON that is no policy is accessible, with what is missing', async ({ page }) => {
      await openPage(page)
      await writePolicy(page, '{ "Version": "2012-10-17" }')
      await expect(verdict(page)).toContainText('Not evaluated')
      await expectAccessible(page)
    })
  })

// Without the promise that nothing goes wrong: here something does.
unguarded('a part that breaks says so in its place, and the rest goes on', async ({ page }) => {
  await page.route(/TracePanel.*\.js/u, (route) => route.abort())
  await openPage(page)
  await details(page).getByRole('tab', { name: 'Trace' }).click()
  await expect(details(page)).toContainText('Something broke on our side')
  await expectAccessible(page)
  await details(page)
    .getByRole('tab', { name: /^Tests/ })
    .click()
  await expect(verdict(page)).toContainText('Allowed')
})

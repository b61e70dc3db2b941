import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test('the page opens without an error', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page).toHaveTitle(/Sidelight/)
})

test('the first screen is accessible', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('main')).toBeVisible()
  await expectAccessible(page)
})

import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { runCommand } from './support/screen.ts'
import { expect, test } from './support/test.ts'

async function openGuide(page: Page): Promise<Locator> {
  await page.goto('./')
  await runCommand(page, 'Trainer’s guide')
  const guide = page.getByRole('dialog', { name: "Trainer's guide" })
  // The reader of Markdown has arrived.
  await expect(guide.getByRole('table').first()).toBeVisible()
  return guide
}

test('the guide has a table of contents that leads to its parts', async ({ page }) => {
  const guide = await openGuide(page)
  await expectAccessible(page, 'dialog')
  await guide
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('button', { name: 'Collecting results' })
    .press('Enter')
  const heading = guide.getByRole('heading', { name: 'Collecting results' })
  await expect(heading).toBeFocused()
  await expect(heading).toBeInViewport()
})

test('a lesson is opened out of the guide, and so is the page of a check', async ({ page }) => {
  const guide = await openGuide(page)
  await guide.getByRole('button', { name: 'in a Deny' }).click()
  const check = page.getByRole('dialog').filter({ hasText: 'mfa-deny-needs-if-exists' })
  await expect(check).toBeVisible()
  await page.keyboard.press('Escape')
  await guide.getByRole('button', { name: '040 Deny wins' }).first().click()
  await expect(page.getByRole('dialog', { name: 'Lesson: Deny wins' })).toBeVisible()
})

test('on paper stands the guide alone', async ({ page }) => {
  const guide = await openGuide(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('region', { name: 'Policies' })).toBeHidden()
  await expect(guide.getByRole('navigation', { name: 'Contents' })).toBeHidden()
  await expect(guide.getByRole('heading', { name: 'Collecting results' })).toBeVisible()
  // Neither cut at its top nor at its end.
  const { top, isWhole } = await guide.evaluate((part) => ({
    top: part.getBoundingClientRect().top,
    isWhole: part.scrollHeight <= part.clientHeight,
  }))
  expect(top).toBe(0)
  expect(isWhole).toBe(true)
})

for (const [width, height] of [
  [1280, 720],
  [390, 844],
] as const)
  test(`the guide fits ${width} × ${height}, in the dark too`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width, height })
    const guide = await openGuide(page)
    await expectAccessible(page, 'dialog')
    const scrolls = await guide.evaluate((part) => part.scrollWidth > part.clientWidth)
    expect(scrolls).toBe(false)
  })

import type { Page } from '@playwright/test'
import {
  addPolicy,
  editor,
  openPage,
  policy,
  region,
  verdict,
  writePolicy,
} from './support/screen.ts'
import { expect, test } from './support/test.ts'

const tab = (page: Page, name: RegExp | string) =>
  page
    .getByRole('tablist', { name: 'Policies' })
    .or(region(page, 'Policies'))
    .getByRole('tab', { name })

test.describe('every type of policy can be added', () => {
  const types = [
    ['Identity policy', 'identity'],
    ['Resource policy', 'resource'],
    ['Permissions boundary', 'boundary'],
    ['Session policy', 'session'],
    ['Service control policy (SCP)', 'scp'],
    ['Resource control policy (RCP)', 'rcp'],
    ['VPC endpoint policy', 'endpoint'],
  ] as const
  for (const [words, name] of types)
    test(words, async ({ page }) => {
      await openPage(page)
      await addPolicy(page, words)
      await expect(tab(page, new RegExp(`^${name}, `))).toHaveAttribute('aria-selected', 'true')
      await expect(
        page.getByRole('textbox', { name: new RegExp(`^Policy ${name},`) }),
      ).toBeVisible()
      await expect(page.getByRole('combobox', { name: 'Policy type' })).toHaveValue(name)
    })
})

test('a second policy decides too, is left out, and takes part again', async ({ page }) => {
  await openPage(page)
  await addPolicy(page, 'Service control policy (SCP)')
  await expect(editor(page)).toHaveAccessibleName(/^Policy scp,/)
  await writePolicy(page, policy({ Effect: 'Deny', Action: '*', Resource: '*' }))
  await expect(verdict(page)).toContainText('Denied: explicit deny')
  await page.getByRole('checkbox', { name: 'scp takes part' }).uncheck()
  await expect(verdict(page)).toContainText('Allowed')
  await expect(region(page, 'Policies')).toContainText('Left out: scp. Verdict without it.')
  await page.getByRole('checkbox', { name: 'scp takes part' }).check()
  await expect(verdict(page)).toContainText('Denied: explicit deny')
})

test('a policy is renamed, and what expects it follows', async ({ page }) => {
  await openPage(page)
  await region(page, 'Policies').getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name of the policy' }).fill('reader')
  await page.keyboard.press('Enter')
  await expect(tab(page, /^reader, /)).toBeVisible()
  await expect(verdict(page)).toContainText('Statement ReadReports (reader, lines 4–8)')
  await expect(region(page, 'Status')).toContainText('5 of 5 tests pass')
})

test('a type changes what a policy means', async ({ page }) => {
  await openPage(page)
  await page.getByRole('combobox', { name: 'Policy type' }).selectOption('Permissions boundary')
  await expect(verdict(page)).toContainText('Denied: nothing allows it')
  await page
    .getByRole('combobox', { name: 'Policy type' })
    .selectOption('Service control policy (SCP)')
  await expect(page.getByRole('textbox', { name: 'Level' })).toHaveValue('root')
})

test('a policy attached to somebody else is not consulted', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'Attached to everyone' }).click()
  await page
    .getByRole('textbox', { name: /^Principals it is attached to/ })
    .fill('arn:aws:iam::111122223333:role/other')
  await page.getByRole('button', { name: 'Attach', exact: true }).click()
  await expect(verdict(page)).toContainText('Denied: nothing allows it')
})

test('a removed policy comes back where it was', async ({ page }) => {
  await openPage(page)
  await addPolicy(page, 'Resource policy')
  await tab(page, /^analyst, /).click()
  await page.getByRole('button', { name: 'Remove analyst' }).click()
  await expect(tab(page, /^analyst, /)).toHaveCount(0)
  await expect(page.getByText('Removed analyst.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(tab(page, /./).first()).toHaveAccessibleName(/^analyst, /)
  await expect(verdict(page)).toContainText('Allowed')
})

test('the policy under the caret is explained', async ({ page }) => {
  await openPage(page)
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await expect(region(page, 'Policies').getByRole('note', { name: 'Explanation' })).toContainText(
    'The current version of the policy language.',
  )
})

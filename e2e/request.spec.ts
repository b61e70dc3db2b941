import type { Page } from '@playwright/test'
import {
  details,
  openExample,
  openPage,
  policy,
  request,
  rows,
  verdict,
  writePolicy,
} from './support/screen.ts'
import { expect, test } from './support/test.ts'

const field = (page: Page, name: string) =>
  request(page).getByRole('combobox', { name, exact: true })

const kinds = [
  ['IAM user', 'Principal ARN', 'arn:aws:iam::111122223333:user/analyst'],
  ['IAM role', 'Principal ARN', 'arn:aws:iam::111122223333:role/analyst'],
  ['Role session', 'Principal ARN', 'arn:aws:sts::111122223333:assumed-role/analyst/session'],
  ['Federated user', 'Principal ARN', 'arn:aws:sts::111122223333:federated-user/analyst'],
  ['Root user', 'Principal ARN', 'arn:aws:iam::111122223333:root'],
  ['AWS service', 'Service principal', 'lambda.amazonaws.com'],
  ['Federated provider', 'Provider', 'cognito-identity.amazonaws.com'],
  ['S3 canonical user', 'Canonical user ID', /^[0-9a-f]{64}$/],
] as const

test.describe('a request of every kind of principal', () => {
  for (const [kind, name, value] of kinds)
    test(kind, async ({ page }) => {
      await openPage(page)
      await request(page)
        .getByRole('combobox', { name: 'Principal', exact: true })
        .selectOption(kind)
      await expect(field(page, name)).toHaveValue(value)
      await expect(verdict(page)).toContainText(/Allowed|Denied/)
    })

  test('Anonymous', async ({ page }) => {
    await openPage(page)
    await request(page)
      .getByRole('combobox', { name: 'Principal', exact: true })
      .selectOption('Anonymous')
    await expect(request(page)).toContainText('An unsigned request')
    await expect(verdict(page)).toContainText('Denied: nothing allows it')
  })
})

test('a principal that is not finished is named', async ({ page }) => {
  await openPage(page)
  await field(page, 'Principal ARN').fill('arn:aws:iam::1111')
  await page.keyboard.press('Escape')
  await expect(verdict(page)).toContainText('Choose a principal')
})

test('a tag decides; it is changed, removed by key, and brought back', async ({ page }) => {
  await openPage(page)
  await openExample(page, 'Can only test users be updated?')
  await expect(verdict(page)).toContainText('Allowed')
  const tags = request(page).getByRole('grid', { name: 'Resource tags' })
  await tags.getByRole('row', { name: 'Department=Test' }).click()
  await request(page).getByRole('textbox', { name: 'Value' }).fill('Sales')
  await request(page).getByRole('button', { name: 'Save tag' }).click()
  await expect(verdict(page)).toContainText('Denied: nothing allows it')

  await tags.getByRole('row', { name: 'Department=Sales' }).focus()
  await page.keyboard.press('Delete')
  await expect(tags).toHaveCount(0)
  await expect(page.getByText('Removed tag Department.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(tags.getByRole('row', { name: 'Department=Sales' })).toBeVisible()
})

test('the tags that the policies read are offered, with their values', async ({ page }) => {
  await openPage(page)
  await openExample(page, 'Must a new user carry a tag?')
  await verdict(page).getByRole('button', { name: 'Try a user for TeamB' }).click()
  await verdict(page).getByRole('button', { name: 'Try a user without tags' }).click()
  await request(page).getByRole('button', { name: 'Owner: add to request tags' }).click()
  await expect(request(page).getByRole('textbox', { name: 'Value' })).toHaveValue('TeamA')
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toContainText('Allowed')
  await request(page)
    .getByText(/^Derived keys/)
    .click()
  await expect(request(page)).toContainText('aws:TagKeys')
})

test('context keys: offered, with one value or many, and removed with a way back', async ({
  page,
}) => {
  await openPage(page)
  await writePolicy(
    page,
    policy({
      Effect: 'Allow',
      Action: 's3:*',
      Resource: '*',
      Condition: {
        IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
        'ForAnyValue:StringEquals': { 'aws:CalledVia': ['athena.amazonaws.com'] },
      },
    }),
  )
  await expect(verdict(page)).toContainText('Denied: nothing allows it')
  await request(page).getByRole('button', { name: 'aws:SourceIp: add to the context' }).click()
  await field(page, 'aws:SourceIp').fill('203.0.113.7')
  await page.keyboard.press('Escape')
  await request(page).getByRole('button', { name: 'aws:CalledVia: add to the context' }).click()
  await expect(verdict(page)).toContainText('Allowed')

  await request(page).getByRole('button', { name: 'Value: add to aws:CalledVia' }).click()
  await field(page, 'aws:CalledVia, value 2').fill('glue.amazonaws.com')
  await page.keyboard.press('Escape')
  await request(page).getByRole('button', { name: 'Remove value 1 of aws:CalledVia' }).click()
  await expect(verdict(page)).toContainText('Denied: nothing allows it')

  await request(page).getByRole('button', { name: 'Remove aws:CalledVia', exact: true }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(field(page, 'aws:CalledVia')).toHaveValue('glue.amazonaws.com')
})

test('any other context key can be typed', async ({ page }) => {
  await openPage(page)
  await request(page).getByRole('button', { name: 'Key: add to the context' }).click()
  await field(page, 'Context key').fill('my:own')
  await request(page).getByRole('button', { name: 'Add key' }).click()
  await expect(field(page, 'my:own')).toHaveValue('')
})

test('the parts of the sentence lead to their fields', async ({ page }) => {
  await openPage(page)
  await request(page).getByRole('button', { name: 's3:GetObject, edit the action' }).click()
  await expect(field(page, 'Action')).toBeFocused()
})

test('an action is suggested and any is taken', async ({ page }) => {
  await openPage(page)
  await field(page, 'Action').fill('s3:Delete')
  await page.getByRole('option', { name: 's3:DeleteObject', exact: true }).click()
  await expect(field(page, 'Action')).toHaveValue('s3:DeleteObject')
  await field(page, 'Action').fill('any:Thing')
  await page.keyboard.press('Tab')
  await expect(field(page, 'Action')).toHaveValue('any:Thing')
})

test('requests are added, named, duplicated, moved, and removed with a way back', async ({
  page,
}) => {
  await openPage(page)
  await details(page).getByRole('button', { name: 'Request' }).click()
  await expect(rows(page)).toHaveCount(6)
  await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true')

  await request(page)
    .getByRole('button', { name: /^6 of 6 requests/ })
    .click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name of the request' }).fill('mine')
  await page.keyboard.press('Enter')
  await expect(rows(page).last()).toContainText('mine')

  await details(page).getByRole('button', { name: 'Duplicate' }).click()
  await expect(rows(page).last()).toContainText('mine copy')
  await rows(page).last().focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(rows(page).nth(5)).toContainText('mine copy')
  await expect(rows(page).nth(5)).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(rows(page)).toHaveCount(6)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page).nth(5)).toContainText('mine copy')

  await rows(page).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(verdict(page)).toContainText('Denied: explicit deny')
})

import type { Page } from '@playwright/test'
import { readMarkedText } from '../src/policy/marked-text.ts'
import { editor, openPage, region } from './support/screen.ts'
import { expect, test } from './support/test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const policies = (page: Page) => region(page, 'Policies')

const suggestion = (page: Page, name: string) =>
  page.getByRole('listbox', { name: 'Suggest' }).getByRole('option', { name })

/** Opens the page, and waits until it knows AWS. */
async function openKnowing(page: Page): Promise<void> {
  await openPage(page)
  await expect(region(page, 'Status')).toContainText(/AWS data \d{4}-\d{2}-\d{2}/)
}

/** Writes a text over all that is there and puts the caret where `‸` stands. */
async function write(page: Page, marked: string): Promise<void> {
  const { text, cursor = text.length } = readMarkedText(marked)
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(text)
  for (let back = text.length; back > cursor; back--) await page.keyboard.press('ArrowLeft')
}

/** What is in the editor, as a person would copy it. */
async function copied(page: Page): Promise<string> {
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
  return page.evaluate(() => navigator.clipboard.readText())
}

const statement = (inside: string) =>
  `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", ${inside}}}`

test('a service, then its action, by typing alone', async ({ page }) => {
  await openKnowing(page)
  await write(page, statement('"Action": ["‸"], "Resource": "*"'))
  await page.keyboard.type('sq')
  await expect(suggestion(page, 'sqs, Amazon SQS')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(suggestion(page, 'sqs:*')).toBeVisible()
  await page.keyboard.type('sendm')
  await expect(suggestion(page, 'sqs:SendMessage, Write')).toBeVisible()
  await suggestion(page, 'sqs:SendMessage, Write').click()
  expect(await copied(page)).toBe(statement('"Action": ["sqs:SendMessage"], "Resource": "*"'))
})

test('an action by its initials, in text that does not parse yet', async ({ page }) => {
  await openKnowing(page)
  await write(page, '{"Statement": {"Effect": "Allow" "Action": ["‸')
  await page.keyboard.type('connect:uug')
  await expect(suggestion(page, 'connect:UpdateUserHierarchyGroupName')).toBeVisible()
  await page.keyboard.press('Enter')
  expect(await copied(page)).toContain('"Allow" "Action": ["connect:UpdateUserHierarchyGroupName"')
})

test('a service by the name of its product', async ({ page }) => {
  await openKnowing(page)
  await write(page, statement('"Action": ["‸"], "Resource": "*"'))
  await page.keyboard.type('stepfun')
  await expect(suggestion(page, 'states, AWS Step Functions')).toBeVisible()
})

test('wildcards say how much they match, in the list and behind the text', async ({ page }) => {
  await openKnowing(page)
  await write(page, statement('"Action": ["s3:‸"], "Resource": "*"'))
  await page.keyboard.type('get')
  await expect(suggestion(page, 's3:Get*')).toContainText(/\d+ actions/)
  await suggestion(page, 's3:Get*').click()
  await expect(policies(page)).toContainText(/"s3:Get\*"\W*\d+\sactions/)
  await expect(policies(page)).toContainText(/allows\s\d+\sactions\son\severy\sresource/)
  // What is shown behind the text is no part of it.
  expect(await copied(page)).toBe(statement('"Action": ["s3:Get*"], "Resource": "*"'))
})

test('an ARN of the action, with a stop at each of its parts', async ({ page }) => {
  await openKnowing(page)
  await write(page, statement('"Action": "sqs:SendMessage", "Resource": "‸"'))
  const format = suggestion(page, ':QueueName')
  // What a service's resources look like is fetched when a policy first mentions it.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Space')
    await expect(format).toBeVisible({ timeout: 1000 })
  }).toPass()
  await format.click()
  await page.keyboard.type('eu-west-1')
  await page.keyboard.press('Tab')
  await page.keyboard.type('444455556666')
  await page.keyboard.press('Tab')
  await page.keyboard.type('jobs')
  expect(await copied(page)).toBe(
    statement('"Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:444455556666:jobs"'),
  )
})

test('an ARN part by part', async ({ page }) => {
  await openKnowing(page)
  await write(page, statement('"Action": "sqs:SendMessage", "Resource": "arn‸"'))
  await page.keyboard.type(':')
  await suggestion(page, 'aws, AWS Regions').click()
  await suggestion(page, 'sqs, Amazon SQS').click()
  await page.keyboard.type('eu-c')
  await suggestion(page, 'eu-central-1, Region').click()
  await suggestion(page, '*, every account').click()
  expect(await copied(page)).toContain('"Resource": "arn:aws:sqs:eu-central-1:*:"')
})

test('a key that the action carries, and its value', async ({ page }) => {
  await openKnowing(page)
  await write(
    page,
    statement('"Action": "s3:PutObject", "Resource": "*", "Condition": {"StringEquals": {"‸"}}'),
  )
  await page.keyboard.type('storage')
  await expect(suggestion(page, 's3:x-amz-storage-class, text, every action')).toBeVisible()
  await page.keyboard.press('Enter')
  await suggestion(page, 'STANDARD_IA').click()
  expect(await copied(page)).toContain('{"s3:x-amz-storage-class": "STANDARD_IA"}')
})

test('an action is explained by key and under the editor', async ({ page }) => {
  await openKnowing(page)
  await write(page, statement('"Action": "lambda:Create‸Function", "Resource": "*"'))
  const strip = page.getByRole('note', { name: 'Explanation' })
  await expect(strip).toContainText('Access level: Write')
  await expect(strip.getByRole('link', { name: 'Docs' })).toHaveAttribute(
    'href',
    /^https:\/\/docs\.aws\.amazon\.com\/service-authorization\//,
  )
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.press('ControlOrMeta+I')
  const hover = page.getByRole('tooltip').filter({ hasText: 'lambda:CreateFunction' })
  await expect(hover).toContainText('Access level: Write')
  await expect(hover).toContainText('iam:PassRole')
})

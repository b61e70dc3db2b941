import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { writeResultLine } from '#lessons'
import { permalink } from '#share'
import { readWorkspaces, type Workspace } from '#workspace'
import { expectAccessible } from './support/accessibility.ts'
import { details, runCommand } from './support/screen.ts'
import { expect, test } from './support/test.ts'

const id = '140-mfa-that-means-it'
const workspaces = (file: string): readonly Workspace[] => {
  const address = new URL(`../src/lessons/${id}/${file}`, import.meta.url)
  return readWorkspaces(JSON.parse(readFileSync(address, 'utf8')) as unknown).flatMap(
    ({ workspace }) => workspace ?? [],
  )
}
const policiesOf = (file: string, index = 0) => workspaces(file)[index]?.policies ?? []
const solution = policiesOf('solution.json')
const withoutDeny = policiesOf('solution-alternatives.json')
const start = policiesOf('start.json')
const wrong = policiesOf('wrong-answers.json')
const total = 7

const line = (name: string, policies: Workspace['policies'], change: object = {}) =>
  writeResultLine({
    name,
    lesson: id,
    met: total,
    total,
    hints: 1,
    minutes: 6,
    link: `https://example.org/${permalink({ policies, scenarios: [] })}`,
    ...change,
  })

/** Thirty lines as a class leaves them in a chat, with talk between them. */
const chat = [
  ...Array.from({ length: 20 }, (_, index) =>
    line(`Learner ${String(index + 1).padStart(2, '0')}`, index % 3 === 0 ? withoutDeny : solution),
  ),
  line('Early', start, { met: 6 }),
  line('Early', solution, { minutes: 9 }),
  line('Liar', start),
  line('Idea', wrong, { met: 6 }),
  line('Cut', solution).slice(0, -15),
  line('Stranger', solution, { lesson: 'Something of my own', met: 2, total: 3 }),
  line('<img src=x onerror=alert(1)> | =1+1', solution),
  'Sidelight · Damaged · 140-mfa',
].map((text, index) => `[10:${index + 10}] Somebody ${index}: ${text}`)
const namesakes = [
  `[11:00] Kim Jung: ${line('Kim', solution)}`,
  `[11:01] Kim Berg: ${line('Kim', start, { met: 6 })}`,
]
const log = [
  ...chat.slice(0, 21),
  `[10:31] Somebody 20: ${line('Early', solution, { minutes: 9 })}`,
]
  .concat(chat.slice(22), namesakes)
  .flatMap((text) => [text, 'nice one!'])
  .join('\n')

async function openSheet(page: Page): Promise<Locator> {
  await page.goto('./')
  await page.getByRole('button', { name: 'Learn', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Collect results' }).click()
  return page.getByRole('dialog', { name: 'Collect results' })
}

async function collect(page: Page): Promise<Locator> {
  const sheet = await openSheet(page)
  await sheet.getByRole('textbox', { name: 'Text with result lines' }).fill(log)
  await sheet.getByRole('button', { name: 'Add results' }).click()
  await expect(sheet.getByRole('table')).toBeVisible()
  return sheet
}

const row = (sheet: Locator, name: string | RegExp) =>
  sheet.getByRole('row').filter({ has: sheet.page().getByRole('rowheader', { name }) })

test('thirty lines of a chat become a table that is graded again', async ({ page }) => {
  const sheet = await collect(page)
  await expect(sheet.getByRole('status').first()).toContainText('29 results read.')
  await expect(row(sheet, 'Learner 01')).toContainText('solved')
  await expect(row(sheet, 'Liar')).toContainText('claims 7 of 7, has 6 of 7')
  await expect(row(sheet, 'Cut')).toContainText('link was cut off')
  await expect(row(sheet, 'Cut')).toContainText('claims 7 of 7')
  await expect(row(sheet, 'Stranger')).toContainText('no copy of this lesson')
  await expect(sheet.getByRole('columnheader', { name: 'Something of my own' })).toBeVisible()
  await expect(row(sheet, /^<img src=x onerror=alert\(1\)> \| =1\+1/)).toContainText('solved')
  await expect(sheet.getByRole('heading', { name: '1 damaged line' })).toBeVisible()
  await expect(sheet.getByText('Sidelight · Damaged · 140-mfa')).toBeVisible()
  await expectAccessible(page, 'dialog')
})

test('two people with one name are told apart, and the trainer knows better', async ({ page }) => {
  const sheet = await collect(page)
  await expect(row(sheet, 'Kim (A)')).toContainText('solved')
  await expect(row(sheet, 'Kim (B)')).toContainText('6 of 7')
  await sheet.getByRole('button', { name: 'One person: all lines of Kim' }).first().click()
  await expect(row(sheet, 'Kim')).toContainText('6 of 7')
  await row(sheet, 'Kim').getByText('1 earlier').click()
  await row(sheet, 'Kim').getByRole('button', { name: 'Somebody else' }).click()
  await expect(row(sheet, 'Kim (A)')).toContainText('solved')
})

test('answers stand side by side, and the test that was last is named', async ({ page }) => {
  const sheet = await collect(page)
  await expect(sheet.getByText(/\d+ solved it with a Deny, 7 without; /)).toBeVisible()
  const groups = sheet.getByRole('list', { name: 'Groups of answers' })
  await expect(groups.getByText('The idea: IfExists on the allow: access keys pass.')).toBeVisible()
  await expect(groups.getByRole('heading').first()).toContainText('solved, with an explicit deny')
  await expect(
    sheet.getByRole('list', { name: 'Tests by how many answers miss them' }),
  ).toContainText("× A script with Sofia's access key can't delete an agent")
})

test('an answer is opened by keyboard, and the results wait above it', async ({ page }) => {
  const sheet = await collect(page)
  await sheet.getByRole('button', { name: 'Open the answer of Liar to MFA that means it' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Liar · MFA that means it')
  await expect(
    details(page).getByRole('option', { name: /^A script with Sofia's access key can't delete/ }),
  ).toHaveAttribute('aria-selected', 'true')
  const bar = page.getByRole('complementary', { name: 'Class results' })
  await expect(bar).toContainText('29 lines, kept in this tab only')
  await expectAccessible(page)
  await bar.getByRole('button', { name: 'Back to the results' }).click()
  await expect(row(sheet, 'Liar')).toContainText('has 6 of 7')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(bar).toBeVisible()
})

test('the table is copied, saved, forgotten, and opened again', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const sheet = await collect(page)
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await sheet.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect.poll(copied).toContain('| Learner 01 | ✓ · 6 min · 1 hint |')
  expect(await copied()).toContain('\\<img src=x onerror=alert\\(1\\)\\> \\| =1+1')
  await sheet.getByRole('button', { name: 'Copy as CSV' }).click()
  await expect.poll(copied).toContain(`Liar,${id},no,6,7,7,1,6,"claims 7 of 7, has 6 of 7"`)
  const saving = page.waitForEvent('download')
  await sheet.getByRole('button', { name: 'Save as a file' }).click()
  const file = await (await saving).path()
  await sheet.getByRole('button', { name: 'Forget everything' }).click()
  await sheet.getByRole('button', { name: 'Forget them' }).click()
  await expect(sheet.getByRole('table')).toBeHidden()
  await expect(page.getByRole('complementary', { name: 'Class results' })).toBeHidden()
  await sheet.getByLabel('Files with results').setInputFiles(file)
  await expect(row(sheet, 'Liar')).toContainText('has 6 of 7')
})

test('result files are read many at once, and a file without a result is named', async ({
  page,
}) => {
  const sheet = await openSheet(page)
  const file = (name: string, document: object) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(document)),
  })
  const result = (name: string) => ({
    sidelight: 1,
    description: line(name, [], { link: '' }),
    policies: solution,
    scenarios: [],
  })
  await sheet
    .getByLabel('Files with results')
    .setInputFiles([
      ...Array.from({ length: 12 }, (_, index) => file(`${index}.json`, result(`Ana ${index}`))),
      file('notes.json', { sidelight: 1, policies: [], scenarios: [] }),
    ])
  await expect(sheet.getByRole('status').first()).toContainText('Files: 13, results: 12.')
  await expect(row(sheet, 'Ana 11')).toContainText('solved')
  await expect(sheet.getByText('notes.json')).toBeVisible()
})

test('two thousand lines in megabytes of talk leave the page alive', async ({ page }) => {
  test.slow()
  const sheet = await openSheet(page)
  const talk = 'nothing to see here '.repeat(120)
  const lines = Array.from(
    { length: 2000 },
    (_, index) => `${talk}\n${line(`P${index}`, index % 2 ? solution : start)}`,
  ).join('\n')
  await sheet.getByRole('textbox', { name: 'Text with result lines' }).evaluate((field, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, lines)
  const status = sheet.getByRole('status').first()
  await expect(status).toContainText('The table holds the last 500', { timeout: 60_000 })
  await expect(row(sheet, 'P1999')).toContainText('solved', { timeout: 60_000 })
})

for (const [width, height] of [
  [1280, 720],
  [390, 844],
] as const)
  test(`the sheet fits ${width} × ${height}, in the dark too`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width, height })
    await page.goto('./')
    await runCommand(page, 'Collect results…')
    const sheet = page.getByRole('dialog', { name: 'Collect results' })
    await sheet.getByRole('textbox', { name: 'Text with result lines' }).fill(log)
    await sheet.getByRole('button', { name: 'Add results' }).click()
    await expect(row(sheet, 'Liar')).toContainText('has 6 of 7')
    await expectAccessible(page, 'dialog')
    const scrolls = await sheet.evaluate((part) => part.scrollWidth > part.clientWidth)
    expect(scrolls).toBe(false)
  })

import { examples } from '../src/app/examples/index.ts'
import { readWorkspace } from '../src/workspace/index.ts'
import {
  details,
  editor,
  openExample,
  openPage,
  policy,
  region,
  request,
  rows,
  startNew,
  verdict,
  writePolicy,
} from './support/screen.ts'
import { expect, test } from './support/test.ts'

test('the verdict of the first example is painted before the editor arrives', async ({ page }) => {
  await page.route(/MonacoEditor/, () => undefined)
  await page.goto('./')
  await expect(verdict(page)).toContainText('Allowed')
  await expect(verdict(page)).toContainText(
    'Statement ReadReports (analyst, lines 4–8) allows s3:GetObject. Nothing denies it.',
  )
  await expect(editor(page)).toHaveValue(/"ReadReports"/)
  await expect(request(page)).toContainText('role/analyst')
  await expect(
    page.getByText('Everything runs in this browser. Nothing you type is sent anywhere.'),
  ).toBeVisible()
})

test('trying another request turns the whole screen to it', async ({ page }) => {
  await openPage(page)
  await verdict(page).getByRole('button', { name: 'Try salaries.csv' }).click()
  await expect(verdict(page)).toContainText('Denied: explicit deny')
  await expect(verdict(page)).toContainText('An explicit deny beats every allow (1 also matched).')
  await expect(region(page, 'Policies')).toContainText('denies this request')
  await expect(region(page, 'Policies')).toContainText('allows, but overruled')
  await expect(request(page).getByRole('combobox', { name: 'Resource' })).toHaveValue(
    'arn:aws:s3:::acme-reports/2026/salaries.csv',
  )

  await verdict(page).getByRole('button', { name: 'Try s3:DeleteObject' }).click()
  await expect(verdict(page)).toContainText('Denied: nothing allows it')
  await expect(verdict(page).getByRole('list', { name: 'Near misses' })).toContainText(
    'Only the action differs.',
  )
})

for (const { title, workspace } of examples)
  test(`example: ${title}`, async ({ page }) => {
    const { scenarios = [], policies = [] } = readWorkspace(workspace).workspace ?? {}
    await page.goto('./')
    await openExample(page, title)
    for (const { name } of policies)
      await expect(page.getByRole('tab', { name: new RegExp(`^${name},`) })).toBeVisible()
    const fix = verdict(page).getByRole('button', { name: 'Delete the comma' })
    if (title === 'Why is this policy refused?') await fix.click()
    await expect(rows(page)).toHaveCount(scenarios.length)
    for (const { name } of scenarios) {
      const row = rows(page).and(page.getByRole('option', { name: new RegExp(`^${name}, `) }))
      await expect(row).toContainText('as wanted')
    }
    await expect(region(page, 'Status')).toContainText(
      `${scenarios.length} of ${scenarios.length} tests pass`,
    )
  })

test('changing an effect changes the verdict', async ({ page }) => {
  await openPage(page)
  await startNew(page)
  await request(page).getByRole('combobox', { name: 'Action' }).fill('s3:GetObject')
  await request(page).getByRole('combobox', { name: 'Resource' }).fill('arn:aws:s3:::b/k')
  await writePolicy(page, policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }))
  await expect(verdict(page)).toContainText('Allowed')
  await writePolicy(page, policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' }))
  await expect(verdict(page)).toContainText('Denied: explicit deny')
})

test('a text that is not JSON is not evaluated: where, why, a fix, and the verdict before', async ({
  page,
}) => {
  await openPage(page)
  await writePolicy(page, '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},]}')
  await expect(verdict(page)).toContainText('Not evaluated')
  await expect(
    verdict(page).getByRole('button', { name: /analyst, line 1, column 61/ }),
  ).toBeVisible()
  await expect(verdict(page)).toContainText('Last verdict, before this edit: Allowed old')
  await expect(rows(page).first()).toContainText('waiting: analyst can’t be read')
  await expect(region(page, 'Status')).toContainText('5 tests waiting')

  await verdict(page).getByRole('button', { name: 'Delete the comma' }).click()
  await expect(verdict(page)).toContainText('Allowed')
  await expect(verdict(page)).not.toContainText('Last verdict')
})

test('JSON that is no policy is not evaluated, and says what is missing', async ({ page }) => {
  await openPage(page)
  await writePolicy(page, '{"Version":"2012-10-17"}')
  await expect(verdict(page)).toContainText('Not evaluated')
  await expect(verdict(page)).toContainText('Statement')
  await expect(region(page, 'Status')).toContainText('1 error')
})

test('an expectation is kept, and its breaking is seen', async ({ page }) => {
  await openPage(page)
  await startNew(page)
  await expect(verdict(page)).toContainText('Nothing to evaluate yet')
  await writePolicy(page, policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }))
  await expect(verdict(page)).toContainText('Choose an action')
  await verdict(page).getByRole('button', { name: 'Go to action' }).click()
  await page.keyboard.type('s3:GetObject')
  await page.keyboard.press('Escape')
  await request(page).getByRole('combobox', { name: 'Resource' }).fill('arn:aws:s3:::b/k')
  await verdict(page).getByRole('button', { name: 'Expect this' }).click()
  await expect(verdict(page)).toContainText('You expected: allowed.')
  await expect(rows(page)).toContainText('allowed as wanted')

  await writePolicy(page, policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' }))
  await expect(rows(page)).toContainText('denied, should be allowed')
  await expect(region(page, 'Status')).toContainText('0 of 1 test passes')
  await verdict(page).getByRole('button', { name: 'See trace' }).click()
  await expect(details(page).getByRole('tree', { name: 'Trace' })).toBeVisible()
  await verdict(page).getByRole('button', { name: 'Update expectation' }).click()
  await expect(verdict(page)).toContainText('You expected: denied by an explicit deny.')
})

test('a verdict that changed is announced, with what it was', async ({ page }) => {
  await openPage(page)
  await verdict(page).getByRole('button', { name: 'Try salaries.csv' }).click()
  await expect(page.getByRole('status')).toHaveText(
    'Denied, explicit deny, by NoSalaries. Was allowed.',
  )
})

test('running the tests says their sum', async ({ page }) => {
  await openPage(page)
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('status')).toHaveText('5 of 5 tests pass.')
  await expect(editor(page)).toBeFocused()
})

test('a line of the trace leads to its place in the editor', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPage(page)
  await details(page).getByRole('tab', { name: 'Trace' }).click()
  const tree = details(page).getByRole('tree', { name: 'Trace' })
  await tree.getByRole('treeitem', { name: /^NoSalaries/ }).click()
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+C')
  const selected = await page.evaluate(() => navigator.clipboard.readText())
  expect(selected).toMatch(/^\{\s+"Sid": "NoSalaries"[^]*\}$/)
})

test('the trace opens and closes by key', async ({ page }) => {
  await openPage(page)
  await details(page).getByRole('tab', { name: 'Trace' }).click()
  const statement = details(page).getByRole('treeitem', { name: /^ReadReports/ })
  await statement.focus()
  await expect(statement).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(statement).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowRight')
  await expect(statement).not.toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(statement).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(statement).toHaveAttribute('aria-expanded', 'false')
})

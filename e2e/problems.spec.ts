import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import {
  details,
  editor,
  openPage,
  policy,
  region,
  request,
  verdict,
  writePolicy,
} from './support/screen.ts'
import { expect, test } from './support/test.ts'

const problems = (page: Page) => region(page, 'Problems of analyst')

/** Writes a policy and shows what is found in it. */
async function lookInto(page: Page, text: string): Promise<void> {
  await openPage(page)
  await writePolicy(page, text)
  await details(page)
    .getByRole('tab', { name: /^Problems/ })
    .click()
}

const allow = (action: string | readonly string[]) =>
  policy({ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::acme-reports/*' })

test.describe('a fault is caught, explained, and mended in one click:', () => {
  const faults = [
    {
      name: 'a misspelt service prefix',
      text: policy({
        Effect: 'Allow',
        Action: 'app-integartions:ListEventIntegrations',
        Resource: '*',
      }),
      says: 'did you mean "app-integrations"?',
      check: 'invalid-service-in-action',
      page: /service/i,
      fix: /^Change to "app-integrations:ListEventIntegrations"/,
    },
    {
      name: 'a double colon',
      text: policy({
        Effect: 'Allow',
        Action: 'app-integrations::ListEventIntegrations',
        Resource: '*',
      }),
      says: 'has two colons',
      check: 'double-colon-in-action',
      page: 'Two colons in an action',
      fix: /^Change to "app-integrations:ListEventIntegrations"/,
    },
    {
      name: 'a trailing comma',
      text: `${allow('s3:GetObject').slice(0, -1)},}`,
      says: 'comma',
      check: 'json-trailing-comma',
      page: 'A comma after the last item',
      fix: 'Delete the comma',
    },
  ] as const
  for (const { name, text, says, check, page: title, fix } of faults)
    test(name, async ({ page }) => {
      await lookInto(page, text)
      await expect(problems(page)).toContainText(says)
      await expect(problems(page)).toContainText('Error')

      await problems(page)
        .getByRole('button', { name: `${check}: explain` })
        .click()
      const help = page.getByRole('dialog', { name: title })
      await expect(help).toContainText(check)
      await page.keyboard.press('Escape')
      await expect(help).toHaveCount(0)

      await problems(page).getByRole('button', { name: fix }).click()
      await expect(details(page)).toContainText('No problems found.')
      await expect(region(page, 'Status')).toContainText('No problems')

      // One step back brings the fault back.
      await editor(page).focus()
      await page.keyboard.press('ControlOrMeta+Z')
      await expect(problems(page)).toContainText(says)
    })
})

test('the page of a check shows policies that have the fault, and tries them', async ({ page }) => {
  await lookInto(page, allow('s3::GetObject'))
  await problems(page).getByRole('button', { name: 'double-colon-in-action: explain' }).click()
  const help = page.getByRole('dialog', { name: 'Two colons in an action' })
  await expect(help.locator('mark').first()).toHaveText('"app-integrations::ListEventIntegrations"')
  await expectAccessible(page, 'dialog')
  await help.getByRole('button', { name: 'Try it: add as a policy' }).first().click()
  await expect(editor(page)).toHaveAccessibleName(/^Policy identity,/)
  await expect(region(page, 'Problems of identity')).toContainText('has two colons')
})

test('a check is switched off for the workspace, brought back, and switched on again', async ({
  page,
}) => {
  await lookInto(page, allow('s3:getobject'))
  const off = problems(page).getByRole('button', { name: 'Don’t check this here: action-case' })
  await off.click()
  await expect(details(page)).toContainText('No problems found.')
  await page.getByRole('button', { name: 'Undo' }).click()

  await off.click()
  const list = region(page, 'Not checked here')
  await list.getByRole('button', { name: 'Check again: action-case' }).click()
  await expect(list).toHaveCount(0)
  await expect(problems(page)).toContainText('is documented as "s3:GetObject"')
})

test('all of a kind are fixed at once, but nothing that changes access', async ({ page }) => {
  await lookInto(
    page,
    allow(['s3:getobject', 's3:putobject', 's3::GetObjectAcl', 's3::PutObjectAcl']),
  )
  const ofAll = (check: string) =>
    problems(page).getByRole('button', { name: `Fix all 2 of this kind: ${check}` })
  await expect(
    problems(page).getByRole('button', { name: /s3:GetObjectAcl.*changes access/ }),
  ).toBeVisible()
  await expect(ofAll('double-colon-in-action')).toHaveCount(0)
  await ofAll('action-case').first().click()
  await expect(problems(page)).not.toContainText('action-case')
  await expect(problems(page)).toContainText('double-colon-in-action')
})

test('problems are counted and shown by severity', async ({ page }) => {
  await lookInto(page, allow(['s3:getobject', 's3::PutObject']))
  await expect(region(page, 'Status')).toContainText('1 error, 1 suggestion')
  await details(page).getByRole('button', { name: 'Suggestion 1' }).click()
  await expect(problems(page)).not.toContainText('double-colon-in-action')
  await expectAccessible(page, '#details')
  await details(page).getByRole('button', { name: 'All', exact: true }).click()
  await expect(problems(page)).toContainText('double-colon-in-action')
})

test('F8 walks the problems, and the hover leads to the page', async ({ page }) => {
  await lookInto(page, allow(['s3:getobject', 's3::PutObject']))
  await expect(problems(page)).toContainText('double-colon-in-action')
  await editor(page).focus()
  const hover = page.getByRole('tooltip').or(page.locator('.monaco-hover')).first()
  await page.keyboard.press('F8')
  await expect(hover).toContainText('action-case')
  await page.keyboard.press('F8')
  await expect(hover).toContainText('double-colon-in-action')
  await hover.getByRole('link', { name: 'double-colon-in-action' }).click()
  await expect(page.getByRole('dialog', { name: 'Two colons in an action' })).toBeVisible()
})

test('the fixes at the caret lead to the page too, by key', async ({ page }) => {
  await lookInto(page, allow('s3::PutObject'))
  await expect(problems(page)).toContainText('double-colon-in-action')
  await editor(page).focus()
  await page.keyboard.press('F8')
  await page.keyboard.press('ControlOrMeta+.')
  await expect(page.getByText('Explain double-colon-in-action')).toBeVisible()
  await page.keyboard.type('Explain')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Two colons in an action' })).toBeVisible()
})

test('a change without a problem is a command where the caret stands', async ({ page }) => {
  await lookInto(page, allow('s3:GetObject'))
  await expect(region(page, 'Status')).toContainText('AWS data')
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  for (let step = 0; step < '"arn:aws:s3:::acme-reports/*"}}'.length + 20; step++)
    await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('F1')
  await page.getByRole('combobox', { name: 'Find a command' }).fill('into a list')
  await page.keyboard.press('Enter')
  await expect(region(page, 'Policies')).toContainText('["s3:GetObject"]')
})

test.describe('the boxes of a request', () => {
  test('offer actions by abbreviation, by key alone', async ({ page }) => {
    await openPage(page)
    await expect(region(page, 'Status')).toContainText('AWS data')
    const action = request(page).getByRole('combobox', { name: 'Action' })
    await action.focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('connect:uug')
    await expect(page.getByRole('listbox')).toContainText('Write')
    await expectAccessible(page, '[role=listbox]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(action).toHaveValue(/^connect:UpdateUserHierarchyGroup/)
    await expect(page.getByRole('option', { name: /^connect:/ })).toHaveCount(0)
    await expect(action).toBeFocused()
    await expect(verdict(page)).toContainText('Denied: nothing allows it')
  })

  test('offer the likely when asked without a text, and take any other', async ({ page }) => {
    await openPage(page)
    const action = request(page).getByRole('combobox', { name: 'Action' })
    await action.focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.getByRole('option', { name: 's3:DeleteObject' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('my:Own')
    await page.keyboard.press('Tab')
    await expect(action).toHaveValue('my:Own')
  })

  test('offer context keys and their values', async ({ page }) => {
    await openPage(page)
    await request(page).getByRole('button', { name: 'Key: add to the context' }).click()
    await page.keyboard.type('mfapres')
    await page.getByRole('option', { name: 'aws:MultiFactorAuthPresent' }).click()
    await request(page).getByRole('button', { name: 'Add key' }).click()
    const value = request(page).getByRole('combobox', { name: 'aws:MultiFactorAuthPresent' })
    await value.focus()
    await page.keyboard.press('t')
    await page.getByRole('option', { name: 'true' }).click()
    await expect(value).toHaveValue('true')
  })
})

test('how Tab leaves the editor is in sight while the editor has the focus', async ({ page }) => {
  await openPage(page)
  const hint = region(page, 'Policies').getByText('to let Tab leave the editor')
  await expect(hint).toBeHidden()
  await editor(page).focus()
  await expect(hint).toBeVisible()
})

import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { linkTo, scenario, shared } from './support/links.ts'
import { details, editor, policy, region, request, verdict, writePolicy } from './support/screen.ts'
import { expect, test } from './support/test.ts'

const key = (page: Page, ...keys: readonly string[]) =>
  keys.reduce(async (before, next) => {
    await before
    await page.keyboard.press(next)
  }, Promise.resolve())

const presenter = (page: Page): Locator => page.getByRole('toolbar', { name: 'Presenter' })
const policies = (page: Page): Locator => region(page, 'Policies')
const name = (page: Page): Locator => request(page).getByRole('heading', { level: 1 })
const question = 'Allowed or denied?'

async function present(page: Page, fragment: string): Promise<void> {
  await page.goto(`./?present${fragment}`)
  await expect(presenter(page)).toBeVisible()
  // Only then the marks are there to be hidden.
  await expect(policies(page)).toContainText('allows this request')
}

/** Two requests of which the first is allowed and the second is not; no name gives anything away. */
const talk = linkTo({
  ...shared,
  scenarios: [scenario('roadmap'), scenario('draft-7'), scenario('budget')],
})

test.describe('the three demonstrations', () => {
  test('deny wins', async ({ page }) => {
    await present(page, '#lesson=040-deny-wins')
    await expect(name(page)).toHaveText('An analyst reads a sales report')
    await expect(verdict(page)).toContainText('1 / 6')
    await expect(verdict(page)).toContainText('Allowed')
    await expect(details(page)).toContainText(
      'ReadReportsButNotSalaries in analysts and ReadEverything in all-staff allow',
    )

    await key(page, 'PageDown', 'PageDown', 'PageDown')
    await expect(name(page)).toHaveText('Salary files are closed, whatever else allows them')
    await expect(verdict(page)).toContainText(question)
    await expect(verdict(page)).not.toContainText('Statement')

    await key(page, '.')
    await expect(verdict(page)).toContainText(
      'Statement ReadEverything (all-staff, lines 4–12) allows',
    )

    const tabs = policies(page).getByRole('tab')
    await expect(tabs).toHaveText([/analysts/, /all-staff/])
    await policies(page).getByRole('button', { name: 'Move right' }).click()
    await expect(tabs).toHaveText([/all-staff/, /analysts/])
    await expect(verdict(page)).toContainText('Statement ReadEverything')

    const narrow = {
      Sid: 'OneFile',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::acme-reports/sales/2026-q3.csv',
    }
    await writePolicy(page, JSON.stringify({ Version: '2012-10-17', Statement: [narrow] }))
    await expect(verdict(page)).toContainText('Statement ReadEverything')

    const deny = {
      Effect: 'Deny',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::acme-reports/salaries/*',
    }
    await writePolicy(page, JSON.stringify({ Version: '2012-10-17', Statement: [narrow, deny] }))
    await expect(verdict(page)).toContainText('Denied: explicit deny')
    await expect(verdict(page)).toContainText('beats every allow (1 also matched)')
    await policies(page)
      .getByRole('tab', { name: /all-staff/ })
      .click()
    await expect(policies(page)).toContainText('allows, but overruled')

    await editor(page).focus()
    await key(page, 'PageDown')
    await expect(name(page)).toHaveText('Older versions of salary files are closed too')
    await expect(verdict(page)).toContainText(question)
    await key(page, '.')
    await expect(verdict(page)).toContainText('Allowed')
    await expect(verdict(page)).toContainText('Statement ReadEverything')
  })

  test('three states of MFA', async ({ page }) => {
    await present(page, '#lesson=140-mfa-that-means-it')
    await key(page, 'PageDown', '.')
    await expect(name(page)).toHaveText(/after signing in without MFA$/)
    await expect(verdict(page)).toContainText('Denied: explicit deny')
    await expect(verdict(page)).toContainText('DeleteOnlyWithMfa')

    await key(page, 'PageDown')
    await expect(name(page)).toHaveText(/^A script with Sofia's access key can't/)
    await expect(request(page)).toContainText('Contextempty')
    await expect(verdict(page)).toContainText(question)
    await key(page, '.')
    await expect(verdict(page)).toContainText('Allowed')

    // The allow first, then the Deny that it escaped, with its reason.
    await key(page, 'F4', 'F4')
    const deny = details(page).getByRole('treeitem', { name: /^DeleteOnlyWithMfa .*doesn't apply/ })
    await expect(deny).toHaveAttribute('aria-expanded', 'true')
    await expect(details(page)).toContainText(
      /aws:MultiFactorAuthPresent doesn't match: .*isn't in the request/,
    )
    await expect(policies(page)).toContainText(
      /aws:MultiFactorAuthPresent\sisn't\sin\sthe\s+request/,
    )

    const withOperator = (operator: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['connect:ListUsers', 'connect:DescribeUser', 'connect:DeleteUser'],
            Resource: '*',
          },
          {
            Effect: 'Deny',
            Action: 'connect:DeleteUser',
            Resource: '*',
            Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'false' } },
          },
        ],
      })
    await writePolicy(page, withOperator('BoolIfExists'))
    await expect(details(page).getByRole('tab', { name: 'Tests 7 of 7' })).toBeVisible()

    await writePolicy(
      page,
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: ['connect:ListUsers', 'connect:DescribeUser'], Resource: '*' },
          {
            Effect: 'Allow',
            Action: 'connect:DeleteUser',
            Resource: '*',
            Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } },
          },
        ],
      }),
    )
    await expect(verdict(page)).toContainText('Allowed')
    await details(page).getByRole('tab', { name: 'Tests 6 of 7' }).click()
    await expect(details(page).getByRole('option', { selected: true })).toHaveAccessibleName(
      /allowed, should be denied/,
    )
    await details(page)
      .getByRole('tab', { name: /Problems/ })
      .click()
    await expect(details(page)).toContainText('mfa-allow-with-if-exists')
  })

  test('the stolen secret', async ({ page }) => {
    await present(page, '#lesson=110-one-policy-many-teams')
    const withTagging = (condition?: unknown) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
          },
          {
            Sid: 'TagSecrets',
            Effect: 'Allow',
            Action: 'secretsmanager:TagResource',
            Resource: '*',
            ...(condition === undefined ? {} : { Condition: condition }),
          },
        ],
      })
    await writePolicy(page, withTagging())
    await details(page).getByRole('tab', { name: /Tests/ }).click()
    for (const own of [/^Red reads.*as wanted/, /^Blue reads.*as wanted/, /^Green.*as wanted/])
      await expect(details(page).getByRole('option', { name: own })).toBeVisible()

    await request(page)
      .getByRole('button', { name: /1 of 11/ })
      .click()
    await page.getByRole('menuitem', { name: /^Red can't steal/ }).click()
    await expect(verdict(page)).toContainText(question)
    await expect(request(page)).toContainText('Request tagsteam = red')
    await key(page, '.')
    await expect(verdict(page)).toContainText('Allowed')

    await request(page)
      .getByRole('button', { name: /8 of 11/ })
      .click()
    await page.getByRole('menuitem', { name: 'Red reads a secret of red' }).click()
    await key(page, '.')
    await details(page).getByRole('tab', { name: 'Edit request' }).click()
    await details(page)
      .getByRole('combobox', { name: 'Resource' })
      .fill('arn:aws:secretsmanager:eu-west-1:111122223333:secret:blue/db')
    await expect(request(page)).toContainText('secret:blue/db')
    await expect(request(page)).toContainText('Resource tagsteam = red')
    await expect(verdict(page)).toContainText('Allowed')

    await details(page).getByRole('tab', { name: /Tests/ }).click()
    const test = (test: RegExp) => details(page).getByRole('option', { name: test })
    const own = { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' }
    await writePolicy(page, withTagging({ StringEquals: own }))
    await expect(test(/^Red can't steal.*denied as wanted/)).toBeVisible()
    await expect(test(/^Red can't give.*allowed, should be denied/)).toBeVisible()

    await writePolicy(
      page,
      withTagging({
        StringEquals: own,
        StringEqualsIfExists: { 'aws:RequestTag/team': '${aws:PrincipalTag/team}' },
      }),
    )
    await expect(details(page).getByRole('tab', { name: 'Tests 11 of 11' })).toBeVisible()
  })
})

test.describe('a hidden verdict', () => {
  test('is told by nothing on the screen, nor to screen readers, until it is shown', async ({
    page,
  }) => {
    await present(page, talk)
    await expect(policies(page)).toContainText('allows this request')
    await key(page, 'PageDown')
    await expect(verdict(page)).toContainText('2 / 3')
    await expect(page.getByRole('status').filter({ hasText: 'Verdict hidden.' })).toBeAttached()
    const given = /\b(?:allows|denies|denied:|overruled|not applied|as wanted|nothing allows)\b/i
    const nothing = async () => {
      await expect(page.getByRole('main')).not.toContainText(given)
      await expect(page.getByRole('status').filter({ hasText: given })).toHaveCount(0)
      // Marks without words have no role to be found by.
      await expect(
        page.locator('.policy-bar, .policy-tint, .policy-unmet, .policy-words'),
      ).toHaveCount(0)
    }
    await nothing()
    for (const tab of ['Tests', 'Problems', 'Edit request', 'Trace']) {
      await details(page).getByRole('tab', { name: tab }).click()
      await nothing()
    }
    await editor(page).focus()
    await key(page, 'F4', 'ControlOrMeta+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')
    await key(page, 'ControlOrMeta+K', 'ControlOrMeta+I')
    await nothing()

    await verdict(page).focus()
    await key(page, '.')
    await expect(verdict(page)).toContainText('Denied: explicit deny')
    await expect(policies(page)).toContainText('denies this request')
    await expect(policies(page)).toContainText('allows, but overruled')
    await expect(
      page.getByRole('status').filter({ hasText: /draft-7\. Denied: explicit deny/ }),
    ).toBeAttached()
    await key(page, '.')
    await nothing()
  })

  test('is asked for or not, as the button says', async ({ page }) => {
    await present(page, talk)
    await presenter(page).getByRole('button', { name: 'Ask first', pressed: true }).click()
    await presenter(page).getByRole('button', { name: 'Next' }).click()
    await expect(verdict(page)).toContainText('Denied: explicit deny')
    await presenter(page).getByRole('button', { name: 'Hide verdict' }).click()
    await expect(verdict(page)).toContainText(question)
    await presenter(page).getByRole('button', { name: 'Show verdict' }).click()
    await presenter(page).getByRole('button', { name: 'Back' }).click()
    await expect(verdict(page)).toContainText('1 / 3')
  })
})

test('the evaluation is walked step by step, then the next request', async ({ page }) => {
  await present(page, talk)
  await key(page, 'PageDown', 's')
  const steps = details(page).getByRole('list', { name: 'Steps' }).getByRole('listitem')
  await expect(steps).toHaveCount(0)
  await key(page, 'PageDown')
  await expect(steps).toHaveText([
    'Identity',
    'Identity policy plans',
    /^ReadPlans \(lines \d+–\d+\)$/,
    /^Action matches/,
  ])
  await key(page, 'ArrowRight', 'PageDown')
  await expect(steps.filter({ hasText: 'ReadPlans' })).toContainText('Allow, applies')
  await key(page, 'PageUp')
  await expect(steps.filter({ hasText: 'ReadPlans' })).not.toContainText('applies')
  // What is left of the first statement, the two parts and the outcome of the second, and the layer.
  await key(page, 'PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown')
  await expect(steps.filter({ hasText: 'Identity:' })).toContainText('denies this request')
  await expect(verdict(page)).toContainText(question)
  await key(page, 'PageDown')
  await expect(verdict(page)).toContainText('Denied: explicit deny')
  await key(page, 'PageDown')
  await expect(verdict(page)).toContainText('3 / 3')
  await expect(verdict(page)).toContainText(question)
  await key(page, 's')
  await expect(verdict(page)).toContainText('Allowed')
})

test('keys that are text stay text in the editor, and page keys take the focus out of it', async ({
  page,
}) => {
  await present(page, talk)
  await writePolicy(page, 'a.sq')
  await expect(verdict(page)).toContainText('Not evaluated')
  await expect(editor(page)).toBeFocused()
  await writePolicy(page, policy({ Effect: 'Deny', Action: '*', Resource: '*' }))
  await expect(verdict(page)).toContainText('Denied: explicit deny')
  await key(page, 'PageDown', '.')
  await expect(verdict(page)).toContainText('2 / 3')
  await expect(verdict(page)).toContainText('Denied: explicit deny')
})

test('the link is on screen as a code', async ({ page }) => {
  await present(page, talk)
  await key(page, 'q')
  const dialog = page.getByRole('dialog', { name: 'QR code' })
  await expect(
    dialog.getByRole('img', { name: 'QR code of the link to this workspace' }),
  ).toBeVisible()
  await expectAccessible(page)
  await key(page, 'Escape')
  await expect(dialog).toBeHidden()
  await expect(presenter(page)).toBeVisible()
  await presenter(page).getByRole('button', { name: 'QR code' }).click()
  await key(page, 'PageDown')
  await expect(dialog).toBeHidden()
  await expect(verdict(page)).toContainText('2 / 3')
})

test('it is a command and an address, and Esc leaves it', async ({ page }) => {
  await page.goto(`./${talk}`)
  await expect(page.getByRole('banner')).toBeVisible()
  await key(page, 'F1')
  await page.getByRole('dialog').getByRole('combobox').fill('Present')
  await key(page, 'Enter')
  await expect(presenter(page)).toBeVisible()
  await expect(page).toHaveURL(/\?present#w1\./)
  await expect(verdict(page)).toBeFocused()
  await key(page, 'Escape')
  await expect(presenter(page)).toBeHidden()
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page).not.toHaveURL(/present/)
})

test('saved work is nowhere to be seen', async ({ page, context }) => {
  // Four visits to the page.
  test.slow()
  await page.goto('./')
  await page.getByRole('textbox', { name: 'Name of the workspace' }).fill('Merger plans')
  await key(page, 'Enter')
  await writePolicy(page, policy({ Sid: 'Hush', Effect: 'Allow', Action: '*', Resource: '*' }))
  await expect(verdict(page)).toContainText('Hush')
  await expect(page.getByText(/saved here/i).first()).toBeVisible()

  const secret = /Merger|Hush/
  const room = await context.newPage()
  await present(room, talk)
  await expect(room.locator('body')).not.toContainText(secret)
  await key(room, 'F1')
  await expect(room.getByRole('dialog')).toBeVisible()
  await expect(room.locator('body')).not.toContainText(secret)
  await present(room, '')
  await expect(room.locator('body')).not.toContainText(secret)
  expect(await room.title()).not.toMatch(secret)

  // What is on screen is presented all the same, without the name it is saved by.
  await key(page, 'F1')
  await page.getByRole('dialog').getByRole('combobox').fill('Present')
  await key(page, 'Enter')
  await expect(verdict(page)).toContainText('Hush')
  await expect(page.locator('body')).not.toContainText('Merger')
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
    [1920, 1080],
  ] as const)
    test.describe(`${colorScheme}, ${width} × ${height}`, () => {
      test.use({ colorScheme, viewport: { width, height } })

      test('nothing bars anybody, and everything fits', async ({ page }) => {
        await present(page, talk)
        await expect(policies(page)).toContainText('allows this request')
        await expectAccessible(page)
        await key(page, 'PageDown', 's', 'PageDown', 'PageDown')
        await expectAccessible(page)
        for (const part of [
          verdict(page),
          policies(page),
          request(page),
          details(page),
          presenter(page),
        ])
          await expect(part).toBeInViewport({ ratio: 1 })
      })
    })

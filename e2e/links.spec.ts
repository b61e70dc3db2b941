import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { inbound, linkOfBytes, linkTo, scenario, shared } from './support/links.ts'
import {
  details,
  editor,
  openPage,
  region,
  request,
  verdict,
  writePolicy,
} from './support/screen.ts'
import { expect, test } from './support/test.ts'

const bar = (page: Page) => page.getByRole('complementary', { name: 'Shared workspace' })
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const fragment = (page: Page) => new URL(page.url()).hash

/** The workspace of the link is on the screen. */
async function expectShared(page: Page): Promise<void> {
  await expect(title(page, 'Team plans')).toBeAttached()
  await expect(bar(page)).toContainText(
    'Shared workspace: Team plans. Your own draft is untouched.',
  )
}

/** Goes to a fragment as a click on a link of the page does. */
async function follow(page: Page, link: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, link)
}

test.describe('a link that is fine', () => {
  test('shows its workspace, says so, and leaves the way back open', async ({ page }) => {
    await page.goto(`./${linkTo()}`)
    await expectShared(page)
    await expect(verdict(page)).toContainText('Allowed')
    await expect(request(page)).toContainText('user/dana calls s3:GetObject')
    expect(fragment(page)).toBe(linkTo())
    await expectAccessible(page)

    await bar(page).getByRole('button', { name: 'Back to my draft' }).click()
    await expect(bar(page)).toBeHidden()
    await expect(title(page, 'Team plans')).not.toBeAttached()
    expect(fragment(page)).toBe('')
  })

  test('opens at the request it points at', async ({ page }) => {
    await page.goto(`./${linkTo(shared, { kind: 'request', index: 1 })}`)
    await expect(request(page)).toContainText('draft-7')
    await expect(verdict(page)).toContainText('Denied: explicit deny')
  })

  test('opens at the statement it points at', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const ref = { policy: 'plans', statement: 1 }
    await page.goto(`./${linkTo(shared, { kind: 'statement', ref, request: 1 })}`)
    // Monaco takes the place of the plain field.
    await expect(editor(page)).toHaveCount(1)
    await expect(region(page, 'Policies')).toContainText('denies this request')
    await editor(page).focus()
    await page.keyboard.press('ControlOrMeta+C')
    const selected = await page.evaluate(() => navigator.clipboard.readText())
    expect(selected).toContain('NoDrafts')
    expect(selected).not.toContain('ReadPlans')
    await expect(request(page)).toContainText('draft-7')
  })

  test('of another tool opens in the same way', async ({ page }) => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
    })
    await page.goto(
      `./#policy=${encodeURIComponent(policy)}&action=sqs:SendMessage&principal=arn:aws:iam::444455556666:role/app&title=Queue`,
    )
    await expect(title(page, 'Queue')).toBeAttached()
    await expect(verdict(page)).toContainText('Allowed')
    await expect(bar(page)).toBeVisible()
  })

  test('can be kept', async ({ page }) => {
    await page.goto(`./${linkTo()}`)
    await bar(page).getByRole('button', { name: 'Keep a copy' }).click()
    await expect(bar(page).getByRole('button', { name: 'Keep a copy' })).toBeHidden()
    await expect(title(page, 'Team plans')).toBeAttached()
  })
})

test.describe('a link and the address', () => {
  test('page, link, edit, Back: one’s own work is there again, and the edit took the fragment away', async ({
    page,
  }) => {
    await openPage(page)
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name of the policy' }).fill('mine')
    await page.keyboard.press('Enter')
    await follow(page, linkTo())
    await expectShared(page)
    const entries = await page.evaluate(() => history.length)

    await writePolicy(page, '{}')
    await expect.poll(() => fragment(page)).toBe('')
    expect(await page.evaluate(() => history.length)).toBe(entries)

    await page.goBack()
    await expect(page.getByRole('tab', { name: /^mine/ })).toBeVisible()
    await expect(bar(page)).toBeHidden()
  })

  test('Back from a link that was not edited leads to one’s own work too', async ({ page }) => {
    await openPage(page)
    const own = await page.getByRole('heading', { level: 1 }).textContent()
    await follow(page, linkTo())
    await expectShared(page)
    await page.goBack()
    await expect(title(page, own!.trim())).toBeAttached()
    await page.goForward()
    await expectShared(page)
  })

  test('a link over an edited workspace loses nothing', async ({ page }) => {
    await openPage(page)
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name of the policy' }).fill('precious')
    await page.keyboard.press('Enter')
    await follow(page, linkTo())
    await expectShared(page)
    await follow(page, linkTo({ ...shared, title: 'Another' }))
    await expect(title(page, 'Another')).toBeAttached()
    await bar(page).getByRole('button', { name: 'Back to my draft' }).click()
    await expect(page.getByRole('tab', { name: /^precious/ })).toBeVisible()
  })

  test('another workspace takes the fragment away', async ({ page }) => {
    await page.goto(`./${linkTo()}`)
    await expectShared(page)
    await page.getByRole('button', { name: 'Workspace', exact: true }).click()
    await page.getByRole('menuitem', { name: 'New workspace' }).click()
    await expect.poll(() => fragment(page)).toBe('')
    await expect(bar(page)).toBeHidden()
  })
})

test.describe('a link that cannot be opened', () => {
  const whole = linkTo()
  const altered = whole.replace(/^(#w1\.....)(.)/, (_, start: string, one: string) =>
    start.concat(one === 'A' ? 'B' : 'A'),
  )
  const rows = [
    {
      name: 'cut off',
      link: whole.slice(0, -20),
      heading: 'This link was cut off',
      text: 'The end is missing, often because a chat or mail program shortened it. Ask for it again, or for the workspace file.',
      buttons: ['Paste the full link', 'Open a file', 'Go to my draft'],
    },
    {
      name: 'altered',
      link: altered,
      heading: 'This link was changed on the way',
      text: "Its check doesn't match its content, so it wasn't opened.",
      buttons: ['Paste it again', 'Go to my draft'],
    },
    {
      name: 'not ours',
      link: '#hello',
      heading: "This link doesn't hold a workspace",
      text: 'Nothing was changed.',
      buttons: ['Start new', 'Go to my draft'],
    },
    {
      name: 'too large',
      link: linkOfBytes(Buffer.alloc(3_000_000, ' ')),
      heading: 'This link unpacks to more than 1 MB',
      text: "It wasn't opened, to protect this tab. If you trust the sender, ask for the file.",
      buttons: ['Go to my draft'],
    },
    {
      name: 'newer',
      link: '#w3.abcdef.ghijkl',
      heading: 'This link needs a newer Sidelight',
      text: 'It uses format 3; this copy reads up to 1. Reload to update. If this is a self-hosted copy, its owner must update it.',
      buttons: ['Reload'],
    },
  ]
  for (const { name, link, heading, text, buttons } of rows)
    test(`${name}: is told, and stays in the address`, async ({ page }) => {
      await page.goto(`./${link}`)
      const dialog = page.getByRole('dialog', { name: heading })
      await expect(dialog).toContainText(text)
      for (const button of buttons)
        await expect(dialog.getByRole('button', { name: button, exact: true })).toBeVisible()
      await expect(dialog.getByRole('button')).toHaveCount(buttons.length + 1)
      expect(fragment(page)).toBe(link)
      await expectAccessible(page)

      if (!buttons.includes('Go to my draft')) return
      await dialog.getByRole('button', { name: 'Go to my draft' }).click()
      await expect(dialog).toBeHidden()
      await expect(verdict(page)).toContainText('Allowed')
      expect(fragment(page)).toBe('')
    })

  test('Esc decides nothing: the link stays in the address', async ({ page }) => {
    await page.goto('./#hello')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    expect(fragment(page)).toBe('#hello')
  })

  test('the full link can be pasted, once more when it is wrong again', async ({ page }) => {
    await page.goto(`./${whole.slice(0, -20)}`)
    await page.getByRole('button', { name: 'Paste the full link' }).click()
    const field = page.getByRole('textbox', { name: 'The full link' })
    await expect(field).toBeFocused()
    await field.fill(altered)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'This link was changed' })).toBeVisible()
    await field.fill(`see https://example.com/sidelight/${whole} `)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expectShared(page)
    expect(fragment(page)).toBe('')
  })

  test('a new workspace can be started instead', async ({ page }) => {
    await page.goto('./#hello')
    await page.getByRole('button', { name: 'Start new' }).click()
    await expect(verdict(page)).toContainText('Nothing to evaluate yet')
    expect(fragment(page)).toBe('')
  })

  test('a file can be opened instead', async ({ page }) => {
    await page.goto(`./${whole.slice(0, -20)}`)
    await page.getByRole('button', { name: 'Open a file' }).click()
    await expect(page.getByRole('dialog', { name: /^Open/ })).toBeVisible()
  })

  test('the page can be loaded again', async ({ page }) => {
    await page.goto('./#w3.abcdef.ghijkl')
    const loaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Reload' }).click()
    await loaded
    await expect(page.getByRole('dialog', { name: 'This link needs a newer' })).toBeVisible()
  })

  test('what can be read of a newer document is shown when it is wanted', async ({ page }) => {
    await page.goto(`./${inbound({ ...shared, sidelight: 2 })}`)
    const dialog = page.getByRole('dialog', { name: 'This link needs a newer Sidelight' })
    await expect(dialog).toContainText('It uses format 2; this copy reads up to 1.')
    await dialog.getByRole('button', { name: 'Show what can be read' }).click()
    await expectShared(page)
  })

  test('one that follows another while the page is open is told as well', async ({ page }) => {
    await openPage(page)
    await follow(page, '#hello')
    await expect(page.getByRole('dialog', { name: "doesn't hold a workspace" })).toBeVisible()
    await follow(page, whole)
    await expect(page.getByRole('dialog')).toBeHidden()
    await expectShared(page)
  })
})

test('a link of which a part cannot be read opens with the rest, and names what is missing', async ({
  page,
}) => {
  await page.goto(
    `./${inbound({ sidelight: 1, ...shared, scenarios: [...shared.scenarios, { name: 'x', action: 's3:GetObject', resource: { arn: '*' } }] })}`,
  )
  await expectShared(page)
  const parts = page.getByRole('complementary', { name: 'Parts left out' })
  await expect(parts).toContainText('Opened with 1 part left out')
  await expect(parts).toContainText('Scenario 3')
  await expect(parts).toContainText('The rest is complete.')
  await expectAccessible(page)

  await parts.getByRole('button', { name: 'Show details' }).click()
  const dialog = page.getByRole('dialog', { name: 'What was left out' })
  await expect(dialog.getByRole('listitem')).toHaveText([/Scenario 3.*principal/])
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await parts.getByRole('button', { name: 'OK' }).click()
  await expect(parts).toBeHidden()
  await expect(bar(page)).toBeVisible()
})

test.describe('a hostile link', () => {
  test('holds text, never markup or members of objects', async ({ page }) => {
    const evil = '<img src=x onerror=alert(1)>'
    const text = '{"__proto__": {"Version": "2012-10-17"}, "Statement": []}'
    await page.goto(
      `./${inbound({
        sidelight: 1,
        title: evil,
        __proto__: null,
        policies: [
          { name: '__proto__', type: 'identity', text },
          { name: evil, type: 'scp', level: '__proto__', text: shared.policies[0]!.text },
          { name: 'constructor', type: 'resource', text: shared.policies[0]!.text },
        ],
        scenarios: [
          scenario(evil, {
            context: JSON.parse('{"__proto__": "x", "constructor": "y"}') as unknown,
            principal: {
              arn: 'arn:aws:iam::444455556666:user/dana',
              tags: JSON.parse('{"__proto__": "red"}') as unknown,
            },
          }),
          scenario('__proto__'),
        ],
      })}`,
    )
    await expect(title(page, evil)).toBeAttached()
    await expect(page.getByRole('tab', { name: /^__proto__/ })).toBeVisible()
    await expect(page.getByRole('tab', { name: /^<img src=x/ })).toBeVisible()
    await expect(details(page)).toContainText(evil)
    await expect(page.getByRole('img')).toHaveCount(0)
    expect(await page.evaluate(() => ({}))).toEqual({})
    expect(await page.evaluate(() => 'Version' in {} || 'red' in {})).toBe(false)
  })

  test('with tens of thousands of policies leaves the page usable', async ({ page }) => {
    test.slow()
    const policies = Array.from({ length: 20_000 }, (_, index) => ({
      name: `p${index}`,
      type: 'identity',
      text: '',
    }))
    await openPage(page)
    await follow(page, linkTo({ title: 'Many', policies, scenarios: shared.scenarios }))
    await expect(title(page, 'Many')).toBeAttached()
    await expect(page.getByRole('tab', { name: /^p\d/ })).toHaveCount(100)
    const more = page.getByRole('group', { name: 'More policies' })
    await expect(more).toContainText('1–100 of 20,000')
    await more.getByRole('button', { name: 'Next policies' }).click()
    await expect(page.getByRole('tab', { name: /^p100,/, selected: true })).toBeVisible()
    await bar(page).getByRole('button', { name: 'Back to my draft' }).click()
    await expect(title(page, 'Many')).not.toBeAttached()
  })

  test('with thousands of requests and a name without end leaves the page usable', async ({
    page,
  }) => {
    test.slow()
    const document = {
      title: 'M'.repeat(100_000),
      policies: [{ ...shared.policies[0], name: 'n'.repeat(100_000) }],
      scenarios: Array.from({ length: 3_000 }, (_, index) => scenario(`request ${index}`)),
    }
    await openPage(page)
    await follow(page, linkTo(document))
    await expect(bar(page)).toBeVisible()
    await expect(verdict(page)).toContainText('Allowed')
    await details(page)
      .getByRole('group', { name: 'More requests' })
      .getByRole('button', { name: 'Next requests' })
      .click()
    await expect(request(page)).toContainText('request 300')
    await bar(page).getByRole('button', { name: 'Back to my draft' }).click()
    await expect(bar(page)).toBeHidden()
  })
})

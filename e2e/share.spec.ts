import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { openPermalink } from '../src/share/index.ts'
import { expectAccessible } from './support/accessibility.ts'
import { linkTo, scenario, shared } from './support/links.ts'
import { editor, openPage, region, verdict, writePolicy } from './support/screen.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))

const sheet = (page: Page) => page.getByRole('dialog')
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' })

/** Opens a workspace and the sheet over it. */
async function share(page: Page, document: Readonly<Record<string, unknown>> = shared) {
  await page.goto(`./${linkTo(document)}`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible()
}

/** What the copied link opens. */
async function openedFrom(page: Page) {
  const link = openPermalink(await copied(page))
  if (link.kind !== 'opened') throw new Error(link.kind)
  return link
}

const wordsOf = (length: number): string => length.toLocaleString('en')

/** Text that no packing makes shorter: digits of a fixed sequence. */
function noise(length: number): string {
  let seed = 1
  let text = ''
  while (text.length < length) {
    seed = (seed * 48_271) % 2_147_483_647
    text += seed.toString(36)
  }
  return text.slice(0, length)
}
const long = (length: number) => ({
  ...shared,
  policies: [{ ...shared.policies[0], text: noise(length) }],
})

test.describe('Ctrl+S', () => {
  test('keeps the workspace, updates the address and copies the link', async ({ page }) => {
    await openPage(page)
    await page.keyboard.press('ControlOrMeta+s')
    await expect(notices(page)).toContainText(
      /Link copied · \d+ characters · contains 1 policy and \d+ requests/,
    )
    const link = await copied(page)
    expect(link).toBe(page.url())
    await expect(notices(page)).toContainText(`${wordsOf(link.length)} characters`)
    expect((await openedFrom(page)).problems).toEqual([])

    // The next edit takes it out of the address again, without a step in the history.
    const entries = await page.evaluate(() => history.length)
    await writePolicy(page, '{}')
    await expect.poll(() => new URL(page.url()).hash).toBe('')
    expect(await page.evaluate(() => history.length)).toBe(entries)
  })

  test('in the editor does the same', async ({ page }) => {
    await openPage(page)
    await editor(page).focus()
    await page.keyboard.press('ControlOrMeta+s')
    await expect(notices(page)).toContainText('Link copied')
  })

  test('and a reload go on with one’s own work, not with a copy', async ({ page }) => {
    await openPage(page)
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name of the policy' }).fill('mine')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(notices(page)).toContainText('Link copied')
    await expect(page.getByRole('banner')).toContainText('Saved here')
    await page.reload()
    await expect(page.getByRole('tab', { name: /^mine/ })).toBeVisible()
    await expect(page.getByRole('complementary', { name: 'Shared workspace' })).toBeHidden()
  })

  test('shows a long link before it is copied', async ({ page }) => {
    await page.goto(`./${linkTo(long(3_000))}`)
    await expect(page.getByRole('complementary', { name: 'Shared workspace' })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+s')
    await expect(sheet(page)).toContainText(
      'Chats often cut links above 2,000, mail programs above 8,000.',
    )
  })
})

test.describe('the clipboard is refused', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('refused')) },
      })
    }),
  )

  test('by Ctrl+S: the link is selected', async ({ page }) => {
    await openPage(page)
    await page.keyboard.press('ControlOrMeta+s')
    await expect(sheet(page)).toContainText('Couldn’t reach the clipboard')
    await expect(sheet(page)).toContainText('The link is selected. Press Ctrl+C.')
    const field = sheet(page).getByRole('textbox', { name: 'The link' })
    await expect(field).toBeFocused()
    await expect(field).toHaveValue(page.url())
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(page.url())
    await expectAccessible(page)
  })

  test('in the sheet: the text is selected', async ({ page }) => {
    await share(page)
    await sheet(page).getByRole('button', { name: 'Copy as Markdown' }).click()
    await expect(sheet(page)).toContainText('The markdown is selected. Press Ctrl+C.')
    await expect(sheet(page).getByRole('textbox', { name: 'The markdown' })).toBeFocused()
  })
})

test.describe('the share sheet', () => {
  test('says what the link is and copies it', async ({ page }) => {
    await share(page)
    await expect(sheet(page)).toContainText(
      'The link contains your policies. Anyone who has it can read them. They aren’t stored on a server.',
    )
    await expect(sheet(page)).toContainText(
      `${wordsOf(page.url().length)} characters · contains 1 policy and 2 requests`,
    )
    for (const name of [
      'Redact and copy…',
      'Copy as Markdown',
      'Copy for chat',
      'Copy as source comment',
      'Copy AWS CLI command',
      'Embed…',
      'QR code',
      'Download file',
    ])
      await expect(sheet(page).getByRole('button', { name, exact: true })).toBeVisible()
    await expectAccessible(page)

    await sheet(page).getByRole('button', { name: 'Copy link' }).click()
    await expect(sheet(page).getByRole('status')).toContainText('Link copied ·')
    expect(await copied(page)).toBe(page.url())
  })

  test('is worked by key alone', async ({ page }) => {
    await openPage(page)
    await page.getByRole('button', { name: 'Share', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible()
    const reach = async (name: string) => {
      const button = sheet(page).getByRole('button', { name, exact: true })
      await expect(async () => {
        await page.keyboard.press('Tab')
        await expect(button).toBeFocused({ timeout: 50 })
      }).toPass()
    }
    await reach('Copy link')
    await page.keyboard.press('Enter')
    await expect(sheet(page).getByRole('status')).toContainText('Link copied')

    await reach('QR code')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'QR code' })).toBeVisible()
    await expect(sheet(page).getByRole('button', { name: 'Back to Share' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(sheet(page).getByRole('button', { name: 'QR code' })).toBeFocused()

    await page.keyboard.press('Escape')
    await expect(sheet(page)).toBeHidden()
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused()
  })

  test('points at a request or at a statement', async ({ page }) => {
    await share(page)
    const points = sheet(page).getByLabel('Point at')
    await points.selectOption({ label: 'This request: roadmap' })
    await sheet(page).getByRole('button', { name: 'Copy link' }).click()
    await expect(sheet(page).getByRole('status')).toContainText('Link copied')
    expect((await openedFrom(page)).focus).toEqual({ kind: 'request', index: 0 })

    await points.selectOption({ label: 'This statement: ReadPlans (plans)' })
    await sheet(page).getByRole('button', { name: 'Copy link' }).click()
    await expect
      .poll(async () => (await openedFrom(page)).focus)
      .toEqual({ kind: 'statement', ref: { policy: 'plans', statement: 0 } })
  })

  test('copies Markdown, text for a chat and a comment', async ({ page }) => {
    await share(page)
    await sheet(page).getByRole('button', { name: 'Copy as Markdown' }).click()
    await expect(sheet(page).getByRole('status')).toContainText('Markdown copied.')
    const markdown = await copied(page)
    expect(markdown).toContain('**Team plans**')
    expect(markdown).toContain('```json')
    expect(markdown).toContain('arn:aws:iam::444455556666:user/dana calls s3:GetObject')
    expect(markdown).toContain('Allowed. Statement ReadPlans')
    expect(markdown).toContain(`[Open in Sidelight](<${page.url()}>)`)

    await sheet(page).getByRole('button', { name: 'Copy for chat' }).click()
    await expect(sheet(page).getByRole('status')).toContainText('Text for chat copied.')
    expect(await copied(page)).toMatch(/^Team plans\n.*calls s3:GetObject.*\nAllowed\. .*\nhttp/)

    await sheet(page).getByLabel('Comment mark').selectOption('#')
    await sheet(page).getByRole('button', { name: 'Copy as source comment' }).click()
    await expect(sheet(page).getByRole('status')).toContainText('Source comment copied.')
    expect(await copied(page)).toMatch(/^# Sidelight: Team plans\n(?:# .*\n)*# http/)
  })

  test('copies the command that asks AWS, and says what it cannot express', async ({ page }) => {
    const document = {
      ...shared,
      policies: [...shared.policies, { ...shared.policies[0], name: 'guard', type: 'scp' }],
    }
    await share(page, document)
    await sheet(page).getByRole('button', { name: 'Copy AWS CLI command' }).click()
    await expect(sheet(page).getByRole('status')).toContainText('AWS CLI command copied.')
    await expect(
      sheet(page).getByRole('list', { name: 'Not in the command' }).getByRole('listitem'),
    ).toHaveText(['guard is left out: the command takes no service control policies.'])
    expect(await copied(page)).toMatch(
      /^aws iam simulate-custom-policy \\\n {2}--policy-input-list/,
    )
  })

  test('has no command where there is no verdict', async ({ page }) => {
    await share(page, long(100))
    await sheet(page).getByRole('button', { name: 'Copy AWS CLI command' }).click()
    await expect(sheet(page).getByRole('status')).toContainText('There is no verdict yet')
  })

  test('has the code that embeds the workspace', async ({ page }) => {
    await share(page, { ...shared, title: '"><script>' })
    await sheet(page).getByRole('button', { name: 'Embed…' }).click()
    const code = page.getByRole('dialog', { name: 'Embed' }).getByRole('textbox', { name: 'HTML' })
    await expect(code).toHaveValue(/^<iframe src="http:.*\/embed\/#w1\..*&quot;&gt;&lt;script&gt;/)
    await expectAccessible(page)
    await sheet(page).getByRole('button', { name: 'Copy HTML' }).click()
    await expect(sheet(page).getByRole('status')).toContainText('Embed code copied.')
    expect(await copied(page)).toBe(await code.inputValue())
  })

  test('draws a QR code, as a picture and as a drawing to keep', async ({ page }) => {
    await share(page)
    await sheet(page).getByRole('button', { name: 'QR code' }).click()
    await expect(sheet(page).getByRole('img', { name: 'QR code of the link' })).toBeVisible()
    await expectAccessible(page)
    for (const [button, name, begins] of [
      ['Download PNG', 'Team-plans.png', '\x89PNG'],
      ['Download SVG', 'Team-plans.svg', '<svg'],
    ] as const) {
      const download = page.waitForEvent('download')
      await sheet(page).getByRole('button', { name: button }).click()
      const file = await download
      expect(file.suggestedFilename()).toBe(name)
      expect(readFileSync(await file.path(), 'latin1').slice(0, begins.length)).toBe(begins)
    }
  })

  test('says when a link is too long for a QR code', async ({ page }) => {
    await share(page, long(1_500))
    await sheet(page).getByRole('button', { name: 'QR code' }).click()
    await expect(sheet(page)).toContainText('Cameras read a QR code of up to 1,200.')
    await expect(sheet(page).getByRole('img')).toHaveCount(0)
  })

  test('hands out the workspace as a file', async ({ page }) => {
    await share(page)
    const download = page.waitForEvent('download')
    await sheet(page).getByRole('button', { name: 'Download file' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('Team-plans.sidelight.json')
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toEqual({
      sidelight: 1,
      ...shared,
    })
  })
})

test.describe('a long link', () => {
  test('is copied all the same, or without its tests', async ({ page }) => {
    const scenarios = Array.from({ length: 40 }, (_, index) =>
      scenario(noise(4_000).slice(index * 100, index * 100 + 100)),
    )
    await share(page, { ...shared, scenarios })
    const note = sheet(page).getByRole('note')
    await expect(note).toContainText(/This link is \d,\d{3} characters/)
    await expectAccessible(page)
    await expect(sheet(page).getByRole('button', { name: 'Copy link' })).toBeHidden()

    await note.getByRole('button', { name: 'Copy anyway' }).click()
    await expect(sheet(page).getByRole('status')).toContainText('Link copied')
    expect((await openedFrom(page)).workspace.scenarios).toHaveLength(40)

    await note.getByRole('button', { name: 'Leave out tests' }).click()
    await expect(sheet(page)).toContainText('contains 1 policy and 1 request')
    await sheet(page).getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(async () => (await openedFrom(page)).workspace.scenarios.length).toBe(1)
    await sheet(page).getByRole('button', { name: 'Include them' }).click()
    await expect(note).toBeVisible()
  })

  test('above 64,000 characters is a file', async ({ page }) => {
    await share(page, long(90_000))
    const note = sheet(page).getByRole('note', { name: 'Too big for a link' })
    await expect(note).toContainText(/Share it as a file \(\d+ KB\)\./)
    await expect(sheet(page).getByRole('button', { name: 'Copy link' })).toBeHidden()
    await expect(sheet(page).getByRole('button', { name: 'Copy as Markdown' })).toBeDisabled()
    const download = page.waitForEvent('download')
    await note.getByRole('button', { name: 'Download file' }).click()
    expect((await download).suggestedFilename()).toBe('Team-plans.sidelight.json')
  })
})

test.describe('redact and copy', () => {
  const told = {
    ...shared,
    title: 'For carla@initech.example.io',
    scenarios: [
      scenario('roadmap', { principal: { arn: 'arn:aws:iam::987654321098:user/carla' } }),
    ],
  }

  test('lists what was found, checks the verdicts again, and copies the rest', async ({ page }) => {
    await share(page, told)
    await sheet(page).getByRole('button', { name: 'Redact and copy…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Redact and copy' })
    await expect(dialog).toContainText(
      '1 email address, 1 account ID and 1 user name replaced. Verdicts unchanged.',
    )
    await expect(dialog.getByRole('row', { name: /^account ID 987654321098/ })).toBeVisible()
    await expect(dialog.getByRole('row', { name: /^user name carla/ })).toBeVisible()
    await expectAccessible(page)

    await dialog.getByRole('checkbox', { name: 'Bucket names too' }).check()
    await expect(dialog.getByRole('row', { name: /^bucket name team-plans/ })).toBeVisible()

    await dialog.getByRole('button', { name: 'Copy redacted link' }).click()
    await expect(dialog).toContainText('Redacted link copied ·')
    const { workspace } = await openedFrom(page)
    const text = JSON.stringify(workspace)
    expect(text).not.toMatch(/987654321098|carla|initech|team-plans/)
  })

  test('opens the redacted copy as a workspace of its own', async ({ page }) => {
    await share(page, told)
    await sheet(page).getByRole('button', { name: 'Redact and copy…' }).click()
    await sheet(page).getByRole('button', { name: 'Open redacted copy' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('complementary', { name: 'Shared workspace' })).toContainText(
      'Redacted copy',
    )
    await expect(region(page, 'Request')).not.toContainText('carla')
    await expect(verdict(page)).toContainText('Allowed')
    expect(new URL(page.url()).hash).toBe('')
  })

  test('says when there is nothing to replace', async ({ page }) => {
    await share(page)
    await sheet(page).getByRole('button', { name: 'Redact and copy…' }).click()
    await expect(sheet(page)).toContainText('user name')
    await sheet(page).getByRole('button', { name: 'Back to Share' }).click()
    await expect(sheet(page).getByRole('button', { name: 'Redact and copy…' })).toBeFocused()
  })
})

test('the status line says how long the link is, and follows the edits', async ({ page }) => {
  await openPage(page)
  const length = region(page, 'Status').getByRole('button', { name: /^link [\d,]+ chars$/ })
  await expect(length).toBeVisible()
  const before = await length.textContent()
  await writePolicy(page, noise(1_000))
  await expect(length).not.toHaveText(before!)
  await length.click()
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible()
})

test('links of other tools are described in the Help menu', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'Help', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Links from other tools' }).click()
  const dialog = page.getByRole('dialog', { name: 'Links from other tools' })
  for (const name of ['policy', 'type', 'principal', 'action', 'resource', 'workspace'])
    await expect(dialog.getByRole('cell', { name, exact: true })).toBeVisible()
  await expectAccessible(page)
})

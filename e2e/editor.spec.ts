import type { Page } from '@playwright/test'
import { readMarkedText } from '../src/policy/marked-text.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const policies = (page: Page) => region(page, 'Policies')
const verdict = (page: Page) => region(page, 'Verdict')

/** Monaco's own field, as screen readers find it; the plain field before it has the same name. */
const editor = (page: Page) => page.getByRole('textbox', { name: /^Policy .+, JSON editor/ })

/** Opens the page, waits until Monaco is there, and puts the focus into it. */
async function openEditor(page: Page): Promise<void> {
  await page.goto('./')
  // Only Monaco numbers lines and draws marks.
  await expect(policies(page)).toContainText('allows this request')
  await editor(page).focus()
}

/** Pastes a text over all that is there and puts the caret where `‸` stands. */
async function write(page: Page, marked: string): Promise<void> {
  const { text, cursor = text.length } = readMarkedText(marked)
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+V')
  await pressOften(page, 'ArrowLeft', text.length - cursor)
}

async function pressOften(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key)
}

/** What is in the editor, as a person would copy it. */
async function copied(page: Page): Promise<string> {
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
  return page.evaluate(() => navigator.clipboard.readText())
}

const suggestion = (page: Page, name: string) =>
  page
    .getByRole('listbox', { name: 'Suggest' })
    .getByRole('option', { name: new RegExp(`^${name},`) })

test.describe('typing', () => {
  test('changes the verdict and the marks at once, and undo takes it back', async ({ page }) => {
    await openEditor(page)
    await expect(verdict(page)).toContainText('Allowed')
    await write(
      page,
      '{"Version":"2012-10-17","Statement":{"Effect":"Deny‸","Action":"*","Resource":"*"}}',
    )
    await expect(verdict(page)).toContainText('Denied: explicit deny')
    await expect(policies(page)).toContainText('denies this request')

    await pressOften(page, 'Backspace', 'Deny'.length)
    await page.keyboard.type('Allow')
    await expect(verdict(page)).toContainText('Allowed')
    await expect(policies(page)).toContainText('allows this request')

    await page.keyboard.press('ControlOrMeta+Z')
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(verdict(page)).toContainText('Denied: explicit deny')
  })

  test('that leaves no policy removes the marks, and says what is wrong', async ({ page }) => {
    await openEditor(page)
    await write(
      page,
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"},‸}',
    )
    await expect(verdict(page)).toContainText('Not evaluated')
    await expect(policies(page)).not.toContainText('allows this request')

    await page.keyboard.press('F8')
    await expect(policies(page)).toContainText('json-trailing-comma')
  })

  test('before the editor is there goes into the field in its place', async ({ page }) => {
    let arrive: () => void = () => undefined
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await page.route(/MonacoEditor[^/]*\.js$/, async (route) => {
      await arrival
      await route.continue()
    })
    await page.goto('./')
    const plain = editor(page)
    await expect(plain).toHaveValue(/"Version"/)
    await expect(page.getByText('Loading editor…')).toBeVisible()

    await plain.fill('{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}')
    await expect(verdict(page)).toContainText('Denied: explicit deny')
    await page.keyboard.press('End')
    await pressOften(page, 'ArrowLeft', '","Action":"*","Resource":"*"}}'.length)

    arrive()
    await expect(policies(page)).toContainText('denies this request')
    await expect(editor(page)).toBeFocused()
    // The caret is where it was: after "Deny".
    await pressOften(page, 'Backspace', 'Deny'.length)
    await page.keyboard.type('Allow')
    await expect(verdict(page)).toContainText('Allowed')
  })
})

test('a statement that does not apply shows the part that fails', async ({ page }) => {
  await openEditor(page)
  await write(
    page,
    '{"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::other/*"}}',
  )
  await expect(verdict(page)).toContainText('Denied: nothing allows it')
  await expect(policies(page)).toContainText('not applied: resource differs')
})

test.describe('completion', () => {
  const places: readonly {
    readonly at: string
    readonly text: string
    readonly offers: readonly string[]
    readonly choose: string
    readonly leaves: string
  }[] = [
    {
      at: 'a name in the document',
      text: '{"Statement": [], ‸}',
      offers: ['Version'],
      choose: 'Version',
      leaves: '"Version": ',
    },
    {
      at: 'the value of Effect',
      text: '{"Statement": [{"Effect": "‸"}]}',
      offers: ['Allow', 'Deny'],
      choose: 'Deny',
      leaves: '{"Statement": [{"Effect": "Deny"}]}',
    },
    {
      at: 'a name in a statement',
      text: '{"Statement": [{"Effect": "Allow", "‸"}]}',
      offers: ['Action', 'NotAction', 'Resource', 'Condition'],
      choose: 'Action',
      leaves: '{"Effect": "Allow", "Action": ',
    },
    {
      at: 'an operator',
      text: '{"Statement": [{"Condition": {"‸"}}]}',
      offers: ['StringEquals', 'StringLike'],
      choose: 'StringEquals',
      leaves: '{"Condition": {"StringEquals": ',
    },
    {
      at: 'a context key',
      text: '{"Statement": [{"Condition": {"IpAddress": {"‸"}}}]}',
      offers: ['aws:SourceIp'],
      choose: 'aws:SourceIp',
      leaves: '"aws:SourceIp": ',
    },
  ]

  for (const { at, text, offers, choose, leaves } of places)
    test(`offers what belongs at ${at}`, async ({ page }) => {
      await openEditor(page)
      await write(page, text)
      await page.keyboard.press('Control+Space')
      for (const offer of offers) await expect(suggestion(page, offer)).toBeVisible()
      await suggestion(page, choose).click()
      await expect(policies(page)).toContainText(leaves)
    })

  test('comes by itself after a quote', async ({ page }) => {
    await openEditor(page)
    await write(page, '{"Statement": [{"Effect": ‸}]}')
    await page.keyboard.type('"')
    await expect(suggestion(page, 'Allow')).toBeVisible()
    await expect(suggestion(page, 'Deny')).toBeVisible()
  })
})

test.describe('fixes', () => {
  const broken = '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"},‸}'

  test('are offered by key, and each is one step of undo', async ({ page }) => {
    await openEditor(page)
    await write(page, broken)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ControlOrMeta+Period')
    await expect(page.getByRole('option', { name: 'Delete the comma' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(verdict(page)).toContainText('Allowed')

    await page.keyboard.press('ControlOrMeta+Z')
    await expect(verdict(page)).toContainText('Not evaluated')
  })

  test('made beside the editor are steps of its undo too', async ({ page }) => {
    await openEditor(page)
    await write(page, broken)
    await verdict(page).getByRole('button', { name: 'Delete the comma' }).click()
    await expect(verdict(page)).toContainText('Allowed')
    await editor(page).focus()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(verdict(page)).toContainText('Not evaluated')
  })
})

test.describe('editing', () => {
  test('finds, and tells how often', async ({ page }) => {
    await openEditor(page)
    await page.keyboard.press('ControlOrMeta+F')
    await page.getByRole('textbox', { name: 'Find' }).fill('acme-reports')
    await expect(policies(page)).toContainText('1 of 2')
    await page.keyboard.press('Enter')
    await expect(policies(page)).toContainText('2 of 2')
    await page.keyboard.press('Escape')
    await expect(editor(page)).toBeFocused()
  })

  test('formats when asked, and only white space changes', async ({ page }) => {
    await openEditor(page)
    await write(page, '{"Statement":{"Effect":"Allow","Action":["a:b","c:d"],"Resource":"*"}}')
    await page.keyboard.press('Shift+Alt+F')
    await expect(policies(page)).toContainText('"Effect": "Allow"')
    expect(await copied(page)).toBe(
      [
        '{',
        '  "Statement": {',
        '    "Effect": "Allow",',
        '    "Action": ["a:b", "c:d"],',
        '    "Resource": "*"',
        '  }',
        '}',
      ].join('\n'),
    )
  })

  test('edits several places at once', async ({ page }) => {
    await openEditor(page)
    await write(page, '{"Statement":{"Action":["s3:Get‸Object","s3:GetObject"]}}')
    await page.keyboard.press('ControlOrMeta+D')
    await page.keyboard.press('ControlOrMeta+D')
    await page.keyboard.type('PutObject')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await copied(page)).toBe('{"Statement":{"Action":["s3:PutObject","s3:PutObject"]}}')
  })

  test('keeps an undo for each policy', async ({ page }) => {
    await openEditor(page)
    await write(page, '{"Statement":[]}')
    await expect(verdict(page)).toContainText('Denied: nothing allows it')

    await page.getByRole('button', { name: 'Policy: add one' }).click()
    await page.getByRole('menuitem', { name: /^Service control policy/ }).click()
    await expect(page.getByRole('textbox', { name: /^Policy scp, JSON editor/ })).toBeVisible()
    await expect(policies(page)).toContainText('Paste a policy here, or start from an example.')

    await page.getByRole('tab', { name: /^analyst/ }).click()
    await expect(page.getByRole('textbox', { name: /^Policy analyst, JSON editor/ })).toBeVisible()
    await editor(page).focus()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(policies(page)).toContainText('"Sid": "ReadReports"')
  })
})

test.describe('by keyboard', () => {
  test('Tab indents until it is told to leave, and that is remembered', async ({ page }) => {
    await openEditor(page)
    await page.keyboard.press('Tab')
    await expect(editor(page)).toBeFocused()
    await page.keyboard.press('ControlOrMeta+Z')

    await page.keyboard.press('Control+M')
    await expect(region(page, 'Status')).toContainText('Tab moves focus')
    await page.keyboard.press('Tab')
    await expect(editor(page)).not.toBeFocused()

    await page.reload()
    await openEditor(page)
    await expect(region(page, 'Status')).toContainText('Tab moves focus')
    await page.keyboard.press('Tab')
    await expect(editor(page)).not.toBeFocused()
  })

  test('a second Esc names the way out', async ({ page }) => {
    await openEditor(page)
    const way = 'Press Ctrl+M to let Tab leave the editor.'
    // It stands under the editor all the time, and is said when somebody tries to get out.
    await expect(policies(page).getByText(way)).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: way })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('status').filter({ hasText: way })).toBeAttached()
  })

  test('the place of the caret is explained where it stands', async ({ page }) => {
    await openEditor(page)
    await write(page, '{"Statement":{"Effe‸ct":"Allow","Action":"*","Resource":"*"}}')
    await page.keyboard.press('ControlOrMeta+K')
    await page.keyboard.press('ControlOrMeta+I')
    await expect(page.getByRole('tooltip').filter({ hasText: 'Effect' })).toBeVisible()
  })

  test('the deciding statement is selected', async ({ page }) => {
    await openEditor(page)
    await page.keyboard.press('F4')
    await page.keyboard.press('ControlOrMeta+C')
    const selected = await page.evaluate(() => navigator.clipboard.readText())
    expect(selected).toMatch(/^\{\s+"Sid": "ReadReports"[^]*\}$/)
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('the editor has the colours of the page', async ({ page }) => {
      await openEditor(page)
      const [ground, text] = await editor(page).evaluate((field) => {
        const { backgroundColor } = getComputedStyle(field.closest('.monaco-editor') ?? field)
        return [backgroundColor, getComputedStyle(document.body).backgroundColor]
      })
      expect(ground).toBe(text)
    })
  })

test('the editor leaves no width to scroll on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openEditor(page)
  await write(page, `{"Statement":{"Resource":"arn:aws:s3:::${'long-name/'.repeat(30)}"}}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test.describe('is accessible', () => {
  test('with marks and problems', async ({ page }) => {
    await openEditor(page)
    await expectAccessible(page, '#policies [role=tabpanel]')
    await write(page, '{"Statement":{"Effect":"Allow"},}')
    await expect(verdict(page)).toContainText('Not evaluated')
    await expectAccessible(page, '#policies [role=tabpanel]')
  })

  test('while it suggests and finds', async ({ page }) => {
    await openEditor(page)
    await write(page, '{"Statement": [{"Effect": "‸"}]}')
    await page.keyboard.press('Control+Space')
    await expect(suggestion(page, 'Allow')).toBeVisible()
    await expectAccessible(page, '#policies [role=tabpanel]')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+F')
    await expect(page.getByRole('textbox', { name: 'Find' })).toBeVisible()
    await expectAccessible(page, '#policies [role=tabpanel]')
  })
})

import type { Locator, Page } from '@playwright/test'
import { writeWorkspace } from '#workspace'
import { expectAccessible } from './support/accessibility.ts'
import {
  begin,
  challenge as given,
  challengeLink,
  goal,
  lessonTest,
  startDialog,
  sum,
} from './support/lessons.ts'
import { linkTo, workspaceOf } from './support/links.ts'
import {
  details,
  editor,
  openPage,
  region,
  request,
  startNew,
  verdict,
  writePolicy,
} from './support/screen.ts'
import { expect, test } from './support/test.ts'

/** In one line, into which the editor puts no brackets of its own. */
const policyText = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements })

const guard = { Sid: 'Guard', Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' }
const write = {
  Sid: 'Write',
  Effect: 'Allow',
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::reports/*',
}
const read = {
  Sid: 'Read',
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:GetObjectVersion'],
  Resource: 'arn:aws:s3:::reports/*',
}
const startText = policyText(guard, write)
const solutionText = policyText(guard, read)

/** Puts the caret before a part of the text that is in the editor. */
async function goBefore(page: Page, text: string, wanted: string): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let at = text.indexOf(wanted); at > 0; at--) await page.keyboard.press('ArrowRight')
}

const policies = (page: Page) => region(page, 'Policies')
const part = (page: Page, name: string): Locator => details(page).getByRole('region', { name })
const warnings = (page: Page) => part(page, 'Warnings')
const table = (page: Page) => part(page, 'Tests').getByRole('table')
const notices = (page: Page) => region(page, 'Notices')
const field = (page: Page, name: RegExp) => details(page).getByRole('textbox', { name })
const press = (page: Page, name: string) =>
  details(page).getByRole('button', { name, exact: true }).click()
const dismiss = (page: Page) => notices(page).getByRole('button', { name: 'Dismiss' }).click()

async function choose(page: Page, menu: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

async function newChallenge(page: Page): Promise<void> {
  await choose(page, 'Workspace', 'New challenge')
  await expect(details(page).getByRole('tab', { name: 'Lesson' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(part(page, 'Goal')).toBeVisible()
}

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('F1')
  await page.getByRole('combobox', { name: 'Find a command' }).fill(command)
  await page.keyboard.press('Enter')
}

/** Composes a request, names it, and expects of it what is decided now. */
async function addTest(page: Page, name: string, action: string, resource: string): Promise<void> {
  await request(page).getByRole('combobox', { name: 'Action' }).fill(action)
  await page.keyboard.press('Escape')
  await request(page).getByRole('combobox', { name: 'Resource' }).fill(resource)
  await page.keyboard.press('Escape')
  await request(page)
    .getByRole('button', { name: /requests: choose, add, rename/ })
    .click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await request(page).getByRole('textbox', { name: 'Name of the request' }).fill(name)
  await page.keyboard.press('Enter')
  await details(page)
    .getByRole('tab', { name: /^Tests/ })
    .click()
  await press(page, 'Expect this')
}

async function nextRequest(page: Page): Promise<void> {
  await details(page).getByRole('button', { name: 'Request', exact: true }).click()
}

const showLesson = (page: Page) =>
  details(page)
    .getByRole('tab', { name: /^Lesson/ })
    .click()

test('a trainer prepares a challenge, and a learner solves it', async ({
  page,
  context,
  browser,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPage(page)
  await startNew(page)
  await page.getByRole('textbox', { name: 'Name of the workspace' }).fill('Only reports')
  await writePolicy(page, startText)
  await newChallenge(page)

  // The goal in Markdown, as its learners will see it.
  await field(page, /^Goal/).fill('The app **reads** `reports/`, and nothing else.')
  const preview = part(page, 'Goal').getByRole('group', { name: 'Goal, as learners see it' })
  await expect(preview.getByText('reads')).toBeVisible()
  await expect(preview).not.toContainText('**')
  await field(page, /^Minutes/).fill('7')

  // A statement is locked where the caret stands.
  await goBefore(page, startText, '"Guard"')
  await press(page, 'Lock selection')
  await expect(notices(page)).toContainText('Locked: Guard in policy.')
  await dismiss(page)
  const rules = part(page, 'Locked').getByRole('list', { name: 'Rules' })
  await expect(rules).toContainText("Don't change the statement Guard of policy")
  await expectAccessible(page)

  // The solution is edited beside the start.
  await press(page, 'Solution')
  await expect(
    details(page).getByRole('button', { name: 'Solution', exact: true }),
  ).toHaveAttribute('aria-pressed', 'true')
  await writePolicy(page, solutionText)

  // Tests by Expect this, with the solution in hand.
  await addTest(page, 'The app reads a report', 's3:GetObject', 'arn:aws:s3:::reports/q3.csv')
  await nextRequest(page)
  await addTest(page, "The app can't write a report", 's3:PutObject', 'arn:aws:s3:::reports/q3.csv')
  await showLesson(page)
  await expect(part(page, 'Tests')).toContainText('Start passes 0 of 2, your solution 2 of 2.')
  const reads = table(page).getByRole('row', { name: /The app reads a report/ })
  await expect(reads).toContainText('denied, should be allowed')
  await expect(reads).toContainText('allowed as wanted')

  // Choosing a row turns the screen to its request.
  await reads.getByRole('button').click()
  await expect(request(page)).toContainText('The app reads a report')

  // What no test misses is said, and a test that misses it is added.
  const version = 'No test fails if s3:GetObjectVersion in Action of Read is removed (policy).'
  const missed = warnings(page).getByRole('listitem').filter({ hasText: version })
  await expect(missed).toBeVisible()
  await missed.getByRole('button', { name: 'Add a test' }).click()
  await expect(notices(page)).toContainText('Added the test “app · s3:GetObjectVersion · q3.csv”.')
  await expect(missed).toHaveCount(0)
  await expect(part(page, 'Tests')).toContainText('your solution 3 of 3.')
  await expect(verdict(page)).toContainText('You expected: allowed.')
  await expectAccessible(page)

  // A ladder of hints.
  for (const [index, hint] of [
    'Which test fails?',
    'Type s3:GetObject.',
    'Which action is it?',
  ].entries()) {
    await press(page, 'Hint')
    await field(page, new RegExp(`^Hint ${index + 1}$`)).fill(hint)
  }
  await press(page, 'Move hint 3 up')
  await expect(field(page, /^Hint 2$/)).toHaveValue('Which action is it?')
  await field(page, /^Shown once all tests pass/).fill('One `Allow` is enough.')

  // Preview as learner, with the start, and back.
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  const bar = page.getByRole('complementary', { name: 'Preview' })
  await expect(bar).toContainText('Preview: this is what learners get.')
  await expect(goal(page)).toBeFocused()
  await expect(policies(page)).toContainText('The app reads reports/, and nothing else.')
  await expect(policies(page)).toContainText('s3:PutObject')
  // The locked statement stays, whatever is typed.
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await expect(notices(page)).toContainText('Guard is locked by the author. It stays as it is.')
  await expect(policies(page)).toContainText('Guard')
  await expectAccessible(page)
  await bar.getByRole('button', { name: 'Back to writing' }).click()
  await expect(bar).toHaveCount(0)
  await expect(field(page, /^Goal/)).toHaveValue('The app **reads** `reports/`, and nothing else.')
  await expect(policies(page)).toContainText('s3:GetObjectVersion')

  // The link holds no solution, unless its author says so.
  const share = part(page, 'Share the challenge')
  await expect(share).toContainText('Learners get goal, start, hints and tests.')
  await expect(share).toContainText('A curious learner can read everything that is in the link.')
  await expect(share).toContainText(/\d characters\./)
  await share.getByRole('button', { name: 'Copy challenge link' }).click()
  await expect(share).toContainText('Challenge link copied.')
  const link = await page.evaluate(() => navigator.clipboard.readText())

  // Somebody else opens it.
  const other = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const learner = await other.newPage()
  await learner.goto(link)
  await expect(startDialog(learner, 'Challenge: Only reports')).toContainText('About 7 minutes.')
  await expect(startDialog(learner, 'Challenge: Only reports')).toContainText(
    "Don't change the statement Guard of policy",
  )
  await begin(learner)
  await expect(sum(learner, '1 of 4 pass')).toBeVisible()
  await expect(lessonTest(learner, "The app can't write a report")).toContainText(
    'allowed, should be denied',
  )
  await expect(editor(learner)).toBeVisible()
  await goBefore(learner, startText, JSON.stringify(write))
  await learner.keyboard.press('ControlOrMeta+Shift+End')
  await learner.evaluate((text) => navigator.clipboard.writeText(text), `${JSON.stringify(read)}]}`)
  await learner.keyboard.press('ControlOrMeta+V')
  await expect(sum(learner, '4 of 4. Solved.')).toBeVisible()
  await expect(part(learner, 'Debrief')).toContainText('One Allow is enough.')
  await expect(details(learner).getByRole('button', { name: 'Show the solution' })).toHaveCount(0)
  await other.close()
})

test('start and solution keep their texts, also over a reload', async ({ page }) => {
  await openPage(page)
  await startNew(page)
  await writePolicy(page, startText)
  await newChallenge(page)
  await run(page, 'Edit the solution of the challenge')
  await writePolicy(page, solutionText)
  await press(page, 'Start')
  await expect(policies(page)).toContainText('s3:PutObject')
  // The editor steps back in the text at hand, never into the other.
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(policies(page)).toContainText('s3:PutObject')
  await press(page, 'Solution')
  await expect(policies(page)).toContainText('s3:GetObjectVersion')
  await expect(page.getByRole('banner', { name: 'Header' })).toContainText('Saved here')

  await page.reload()
  await expect(policies(page)).toContainText('s3:PutObject')
  await showLesson(page)
  await press(page, 'Solution')
  await expect(policies(page)).toContainText('s3:GetObjectVersion')
})

test('the solution in hand stays out of what is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPage(page)
  await startNew(page)
  await writePolicy(page, startText)
  await newChallenge(page)
  await run(page, 'Edit the solution of the challenge')
  await writePolicy(page, solutionText)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Share' })
  await sheet.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(sheet).toContainText('Markdown copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('s3:PutObject')
  expect(copied).not.toContain('s3:GetObjectVersion')
})

test('writing is stopped with a way back', async ({ page }) => {
  await openPage(page)
  await newChallenge(page)
  await field(page, /^Goal/).fill('Something.')
  await press(page, 'Stop writing')
  await expect(details(page).getByRole('tab', { name: 'Lesson' })).toHaveCount(0)
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(field(page, /^Goal/)).toHaveValue('Something.')
})

test('an answer that is trivial is forbidden by a test or by a rule', async ({ page }) => {
  await page.goto(`./${challengeLink()}`)
  await startDialog(page, 'Challenge: Only test users')
    .getByRole('button', { name: 'Edit this challenge' })
    .click()
  await expect(part(page, 'Tests')).toContainText('Start passes 2 of 6, your solution 6 of 6.')
  const wide = warnings(page).getByRole('listitem')
  await expect(wide).toContainText('the Action of UpdateTestUsers is widened to * (support).')
  await wide.getByRole('button', { name: 'Add a test' }).click()
  await expect(notices(page)).toContainText('Name it as a sentence.')
  await expect(part(page, 'Tests')).toContainText('your solution 7 of 7.')
  await expect(warnings(page)).toContainText('every part of your solution is needed')

  // Without the tests that want a denial, everything may be allowed.
  for (let row = 0; row < 5; row++) {
    await table(page).getByRole('row').nth(3).getByRole('button').click()
    await run(page, 'Show tests')
    await details(page).getByRole('button', { name: 'Remove', exact: true }).click()
    await showLesson(page)
  }
  await expect(part(page, 'Tests')).toContainText('your solution 2 of 2.')
  const cheat = warnings(page)
    .getByRole('listitem')
    .filter({ hasText: '"Action": "*" on every resource would pass.' })
  await expect(cheat).toBeVisible()
  await expect(warnings(page)).toContainText('0 of 2 tests want a denial.')
  await cheat.getByRole('button', { name: 'Add a rule' }).click()
  await expect(part(page, 'Locked')).toContainText("Don't use the action * in an Allow")
  await expect(cheat).toHaveCount(0)
})

test('rules are chosen, and what is none is named', async ({ page }) => {
  await page.goto(
    `./${challengeLink({ mustNot: ['change nobody', 'frobnicate', 'finding no-such-check'] })}`,
  )
  await startDialog(page, 'Challenge: Only test users')
    .getByRole('button', { name: 'Edit this challenge' })
    .click()
  const rules = part(page, 'Locked').getByRole('list', { name: 'Rules' })
  await expect(rules).toContainText('The start has no policy of this name.')
  await expect(rules).toContainText('This isn’t a rule.')
  await expect(rules).toContainText('There is no check of this name.')
  const adding = part(page, 'Locked').getByRole('group', { name: 'New rule' })
  await adding
    .getByRole('combobox', { name: 'Rule' })
    .selectOption('Use at most so many statements')
  await adding.getByRole('textbox', { name: 'Statements' }).fill('2')
  await adding.getByRole('button').click()
  await expect(rules).toContainText('Use at most 2 statements')
  await part(page, 'Locked').getByRole('checkbox', { name: 'Lock support' }).check()
  await expect(rules).toContainText("Don't change the policy support")
})

test('a file of challenges comes to the course', async ({ page }) => {
  const file = ['One', 'Two'].map((title) =>
    writeWorkspace(workspaceOf({ ...given, title, lesson: { ...given.lesson, id: title } })),
  )
  await page.goto('./')
  await choose(page, 'Workspace', 'Open…')
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('dialog', { name: 'Open' })
    .getByRole('button', { name: 'Choose files…' })
    .click()
  await (
    await chooser
  ).setFiles([
    {
      name: 'course.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    },
  ])
  const dialog = page.getByRole('dialog', { name: 'Open' })
  await expect(dialog).toContainText(/Add this course\? 2 challenges, \d+ KB\./)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Add to my course' }).click()
  const course = page.getByRole('dialog', { name: 'Course' })
  await expect(course.getByRole('region', { name: 'From links and files' })).toContainText('One')
  await expect(course.getByRole('region', { name: 'From links and files' })).toContainText('Two')
})

test('a hostile challenge is text, also for those who edit it', async ({ page }) => {
  test.slow()
  page.on('dialog', () => {
    throw new Error('a script ran')
  })
  const script = '<img src=x onerror=alert(1)><script>alert(1)</script>[x](javascript:alert(1))'
  const many = <Item>(count: number, make: (index: number) => Item) =>
    Array.from({ length: count }, (_, index) => make(index))
  const own = {
    name: '__proto__',
    type: 'identity',
    text: '{"__proto__":{"Effect":"Allow"},"Statement":[{"constructor":["a","b"],"Action":["a","b"]}]}',
  }
  const hostile = linkTo({
    title: script,
    policies: [own, { ...own, name: 'constructor', text: '['.repeat(5000) }],
    scenarios: many(400, (index) => ({ ...given.scenarios[0], name: `${script} ${index}` })),
    lesson: {
      kind: 'challenge',
      id: '__proto__',
      goal: script,
      text: `${script}\n\n${'> '.repeat(3000)}`,
      debrief: script,
      hints: many(300, () => script),
      mustNot: [
        'change __proto__',
        'change __proto__#0',
        'change constructor#9999',
        script,
        ...many(300, (index) => `allow-action ${script}${index}`),
      ],
      solution: [own],
      next: 'javascript:alert(1)',
    },
  })
  await page.goto(`./${hostile}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Edit this challenge' }).click()
  await expect(
    part(page, 'Goal').getByRole('group', { name: 'Goal, as learners see it' }),
  ).toContainText('<script>alert(1)</script>')
  await expect(details(page).locator('img, script, a[href^="javascript"]')).toHaveCount(0)
  await expect(part(page, 'Hints').getByRole('textbox')).toHaveCount(12)
  await expect(part(page, 'Tests')).toContainText('of 400')
  await expect(warnings(page)).toHaveAttribute('aria-busy', 'false')
  await press(page, 'Preview as learner')
  await expect(page.getByRole('complementary', { name: 'Preview' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to writing' }).click()
  await expect(part(page, 'Goal')).toBeVisible()
  expect(await page.evaluate(() => 'Effect' in {})).toBe(false)
})

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
])
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`at ${viewport.width} × ${viewport.height}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme })

      test('the author’s panel is accessible, and nothing is wider than the screen', async ({
        page,
      }) => {
        await page.goto(`./${challengeLink({ mustNot: ['allow-action *', 'no rule'] })}`)
        await page.getByRole('dialog').getByRole('button', { name: 'Edit this challenge' }).click()
        await expect(part(page, 'Tests')).toContainText('Start passes 2 of 6')
        await expect(warnings(page)).toHaveAttribute('aria-busy', 'false')
        await expectAccessible(page)
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wider).toBe(0)
        for (const name of ['Goal', 'Locked', 'Hints', 'Tests'])
          expect(
            await part(page, name).evaluate((element) => element.scrollWidth - element.clientWidth),
            name,
          ).toBe(0)
      })
    })

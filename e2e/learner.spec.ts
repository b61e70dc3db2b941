import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { linkTo } from './support/links.ts'
import {
  begin,
  challenge,
  challengeLink,
  course,
  goal,
  halfSolved,
  lessonTest,
  solved,
  startDialog,
  startLesson,
  sum,
} from './support/lessons.ts'
import { details, editor, region, request, verdict, writePolicy } from './support/screen.ts'
import { expect, test } from './support/test.ts'

/** In one line, into which the editor puts no brackets of its own. */
const solutionOf = (id: string) => {
  const solution = course.find(({ lesson }) => lesson?.id === id)?.lesson?.solution
  return JSON.stringify(JSON.parse(solution?.[0]?.text ?? ''))
}

const openCourse = async (page: Page) => {
  await page.getByRole('button', { name: 'Learn', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Course…' }).click()
  await expect(page.getByRole('dialog', { name: 'Course' })).toContainText('solved')
}

test('a learner takes a challenge from a link to the result', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`./${challengeLink()}`)
  const dialog = startDialog(page, 'Challenge: Only test users')
  await expect(dialog).toContainText('About 10 minutes. Your own drafts stay where they are.')
  await expect(dialog).toContainText('Only users of the department Test can be updated.')
  await begin(page)

  await expect(sum(page, '2 of 6 pass')).toBeVisible()
  await expect(lessonTest(page, 'A test user is updated')).toContainText('allowed as wanted')
  const sales = lessonTest(page, 'A sales user is not updated')
  await expect(sales).toContainText('allowed, should be denied')
  await sales.click()
  await expect(sales).toHaveAttribute('aria-current', 'true')
  await expect(request(page)).toContainText('A sales user is not updated')
  await expect(verdict(page)).toContainText('Allowed')
  await expect(verdict(page)).toContainText('The lesson expects: denied.')
  await expect(verdict(page).getByRole('button', { name: 'Update expectation' })).toHaveCount(0)

  // A hint is counted, nothing is taken for it; the solution comes after the last.
  const lesson = details(page)
  await expect(lesson.getByRole('button', { name: 'Show the solution' })).toHaveCount(0)
  for (const [index, hint] of challenge.lesson.hints.entries()) {
    await lesson.getByRole('button', { name: `Hint ${index + 1} of 3` }).click()
    await expect(lesson.getByRole('list', { name: 'Hints' })).toContainText(hint)
  }
  await lesson.getByRole('button', { name: 'Show the solution' }).click()
  await expect(lesson.getByRole('region', { name: 'Solution: support' })).toContainText(
    'aws:ResourceTag/Department',
  )
  await expect(region(page, 'Policies')).not.toContainText('aws:ResourceTag/Department')
  await expect(lesson.getByRole('region', { name: 'Debrief' })).toHaveCount(0)

  await writePolicy(page, halfSolved)
  await expect(sum(page, '4 of 6 pass')).toBeVisible()
  await writePolicy(page, solved)
  await expect(sum(page, '6 of 6. Solved.')).toBeVisible()
  await expect(verdict(page)).toContainText('Denied')
  const debrief = lesson.getByRole('region', { name: 'Debrief' })
  await expect(debrief).toContainText('A condition on the tag of the resource narrows')
  await expect(debrief).toContainText('What a reviewer would still object to')

  await lesson.getByRole('button', { name: 'Copy my result…' }).click()
  const result = page.getByRole('dialog', { name: 'Copy my result' })
  await result.getByLabel('Name or nickname').fill('Ana')
  const line = /^Sidelight · Ana · Only test users · 6\/6 · 3 hints · 1 min · http\S+#w1\.\S+$/
  await expect(result.getByLabel('The line')).toHaveValue(line)
  await result.getByRole('button', { name: 'Copy the line' }).click()
  await expect(result.getByRole('status')).toHaveText('Copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(line)
  await page.keyboard.press('Escape')

  // The answer becomes a draft, the lesson is over, and what was there before can be had again.
  await lesson.getByRole('button', { name: 'Keep as draft' }).click()
  await expect(goal(page)).toHaveCount(0)
  await expect(region(page, 'Notices')).toContainText('Kept as a draft: Only test users')
  await expect(region(page, 'Policies')).toContainText('aws:ResourceTag/Department')
})

test.describe('by keyboard only', () => {
  const tabTo = async (page: Page, name: RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      const words = await page.evaluate(
        () =>
          document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      )
      if (name.test(words ?? '')) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reaches ${name}`)
  }

  test('a challenge is begun, solved and handed in', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`./${challengeLink()}`)
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(goal(page)).toBeFocused()
    await expect(editor(page)).toBeAttached()

    await tabTo(page, /^2 of 6 pass: show the lesson$/)
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('F6')
    await tabTo(page, /^A sales user is not updated/)
    await page.keyboard.press('Enter')
    await expect(request(page)).toContainText('A sales user is not updated')
    await tabTo(page, /^Hint 1 of 3$/)
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Enter')
    await expect(
      details(page).getByRole('list', { name: 'Hints' }).getByRole('listitem').last(),
    ).toBeFocused()

    // Verdict, request, details and status lie behind the policies.
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Shift+F6')
    await expect(editor(page)).toBeFocused()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText(solved)
    await expect(sum(page, '6 of 6. Solved.')).toBeVisible()
    const voice = page.getByRole('status').filter({ hasText: /./ })
    await expect(voice.filter({ hasText: 'Denied' })).toBeAttached()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(
      voice.filter({ hasText: '6 of 6 pass. Newly passing: 4. Newly failing: none.' }),
    ).toBeAttached()

    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('F6')
    await tabTo(page, /^Copy my result…$/)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Name or nickname')).toBeFocused()
    await page.keyboard.insertText('Ben')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Copied.')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Copy my result…' })).toBeFocused()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const turnTo = (page: Page, part: string) =>
    page.getByRole('navigation', { name: 'Parts' }).getByRole('button', { name: part }).tap()

  test('a lesson is solved with a quick fix', async ({ page }) => {
    await startLesson(page, '020-silent-typo')
    await turnTo(page, 'Lesson')
    await expect(sum(page, '5 of 6 pass')).toBeVisible()
    await lessonTest(page, 'The CRM team deletes an event integration').tap()
    await expect(verdict(page)).toContainText('Denied')
    await turnTo(page, 'Details')
    await details(page)
      .getByRole('tab', { name: /^Problems/ })
      .tap()
    await details(page)
      .getByRole('button', { name: /^Change to "app-integrations:/ })
      .tap()
    await turnTo(page, 'Lesson')
    await expect(sum(page, '6 of 6. Solved.')).toBeVisible()
    await expect(details(page).getByRole('region', { name: 'Debrief' })).toBeVisible()
    await expectAccessible(page)
    await details(page).getByRole('button', { name: 'Next lesson' }).tap()
    await expect(startDialog(page, 'Lesson: Two kinds of broken')).toBeVisible()
  })
})

test('a locked policy can be read and not changed, and says why', async ({ page }) => {
  await startLesson(page, '040-deny-wins')
  await expect(sum(page, '5 of 7 pass')).toBeVisible()
  await page.getByRole('tab', { name: /^all-staff, .*locked by the author$/ }).click()
  const locked = page.getByRole('textbox', { name: /^Policy all-staff, locked by the author/ })
  await expect(locked).toBeAttached()
  await locked.focus()
  await page.keyboard.insertText('x')
  await page.getByRole('checkbox', { name: 'all-staff takes part' }).click({ force: true })
  await expect(region(page, 'Notices')).toContainText(
    'all-staff is locked by the author. It stays as it is.',
  )
  await expect(page.getByRole('checkbox', { name: 'all-staff takes part' })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Remove all-staff' })).toHaveCount(0)
  await expect(details(page).getByRole('list', { name: 'Rules' })).toContainText('rule is kept')

  // What nobody locked is the learner's.
  await page.getByRole('tab', { name: /^analysts,/ }).click()
  await expect(page.getByRole('textbox', { name: /^Policy analysts, JSON/ })).toBeAttached()
  await writePolicy(page, solutionOf('040-deny-wins'))
  await expect(sum(page, '7 of 7. Solved.')).toBeVisible()
})

test('requests that a learner adds or changes do not count', async ({ page }) => {
  await page.goto(`./${challengeLink()}`)
  await begin(page)
  await lessonTest(page, 'A sales user is not updated').click()
  await details(page)
    .getByRole('tab', { name: /^Tests/ })
    .click()
  await details(page).getByRole('button', { name: 'Remove', exact: true }).click()
  await details(page)
    .getByRole('tab', { name: /^Lesson/ })
    .click()
  await expect(sum(page, '2 of 6 pass')).toBeVisible()
  // The test can be looked at all the same.
  await lessonTest(page, 'A sales user is not updated').click()
  await expect(request(page)).toContainText('A sales user is not updated')
})

test('closing the page loses nothing', async ({ page, context }) => {
  await page.goto(`./${challengeLink()}`)
  await begin(page)
  await expect(editor(page)).toBeAttached()
  await details(page).getByRole('button', { name: 'Hint 1 of 3' }).click()
  await writePolicy(page, halfSolved)
  await expect(sum(page, '4 of 6 pass')).toBeVisible()
  await page.close()

  const later = await context.newPage()
  await later.goto('./')
  const bar = later.getByRole('complementary', { name: 'Lesson' })
  await expect(bar).toContainText('You were at 4 of 6 in Only test users.')
  await bar.getByRole('button', { name: 'Continue' }).click()
  await expect(goal(later)).toBeFocused()
  await expect(bar).toHaveCount(0)
  await expect(sum(later, '4 of 6 pass')).toBeVisible()
  await expect(region(later, 'Policies')).toContainText('StringLike')
  await expect(details(later).getByRole('button', { name: 'Hint 2 of 3' })).toBeVisible()

  await details(later).getByRole('button', { name: 'Start over' }).click()
  await expect(sum(later, '2 of 6 pass')).toBeVisible()
  await later.getByRole('button', { name: 'Undo' }).click()
  await expect(sum(later, '4 of 6 pass')).toBeVisible()
  await details(later).getByRole('button', { name: 'Leave the challenge' }).click()
  await expect(goal(later)).toHaveCount(0)

  // The link leads to the same answer.
  await later.goto(`./${challengeLink()}`)
  await expect(later.getByRole('dialog')).toContainText('You were at 4 of 6.')
})

test('two tabs with the same lesson each keep what they show', async ({ page, context }) => {
  await page.goto(`./${challengeLink()}`)
  await begin(page)
  await expect(editor(page)).toBeAttached()
  const other = await context.newPage()
  await other.goto(`./${challengeLink()}`)
  await begin(other)
  await expect(editor(other)).toBeAttached()
  await writePolicy(other, solved)
  await expect(sum(other, '6 of 6. Solved.')).toBeVisible()
  await page.bringToFront()
  await writePolicy(page, halfSolved)
  await expect(sum(page, '4 of 6 pass')).toBeVisible()
  await expect(region(other, 'Policies')).toContainText('StringEquals')
})

test('the course shows what is solved, and progress can be reset, exported and imported', async ({
  page,
}) => {
  await startLesson(page, '020-silent-typo')
  await expect(editor(page)).toBeAttached()
  await writePolicy(page, solutionOf('020-silent-typo'))
  await expect(sum(page, '6 of 6. Solved.')).toBeVisible()
  await expect(async () => {
    await openCourse(page)
    const reset = page.getByRole('button', { name: 'Reset: The typo that nobody reports' })
    const isKept = await reset.isVisible()
    if (!isKept) await page.keyboard.press('Escape')
    expect(isKept).toBe(true)
  }).toPass()
  const sheet = page.getByRole('dialog', { name: 'Course' })
  await expect(sheet).toContainText('1 of 23 solved')
  const row = sheet.getByRole('listitem').filter({ hasText: 'The typo that nobody reports' })
  await expect(row).toContainText('Solved')
  await expect(sheet.getByRole('listitem').filter({ hasText: 'Deny wins' })).toContainText(
    'Not started',
  )
  await expectAccessible(page)

  const download = page.waitForEvent('download')
  await sheet.getByRole('button', { name: 'Export progress' }).click()
  const file = await (await download).path()

  await page.keyboard.press('Escape')
  await details(page).getByRole('button', { name: 'Leave the lesson' }).click()
  await openCourse(page)
  await sheet.getByRole('button', { name: 'Reset all' }).click()
  await expect(sheet).toContainText('0 of 23 solved')
  await sheet.getByRole('button', { name: 'Undo' }).click()
  await expect(sheet).toContainText('1 of 23 solved')
  await sheet.getByRole('button', { name: 'Reset: The typo that nobody reports' }).click()
  await expect(sheet).toContainText('0 of 23 solved')
  await sheet.getByLabel('File with progress').setInputFiles(file)
  await expect(sheet).toContainText('1 of 23 solved')

  await sheet.getByRole('button', { name: 'Deny wins', exact: true }).click()
  await expect(startDialog(page, 'Lesson: Deny wins')).toBeVisible()
})

test('a hostile challenge does nothing', async ({ page }) => {
  const attack = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>'
  const text = [
    attack,
    '[a](javascript:globalThis.hacked=1)',
    '[b](data:text/html,x)',
    '![c](https://example.com/c.png)',
    '> '.repeat(3000) + 'deep',
    'word '.repeat(8000),
  ].join('\n\n')
  const hostile = {
    ...challenge,
    title: `__proto__ ${attack}`,
    scenarios: challenge.scenarios.map((one, index) =>
      index === 0 ? { ...one, name: `constructor ${attack}` } : one,
    ),
    lesson: {
      ...challenge.lesson,
      id: '__proto__',
      goal: attack,
      text,
      debrief: attack,
      hints: [attack, text],
      mustNot: ['change __proto__', 'allow-action constructor', `statements ${attack}`],
      next: 'javascript:globalThis.hacked=1',
    },
  }
  await page.goto(`./${linkTo(hostile)}`)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('<img src=x')
  await expect(dialog.getByRole('link')).toHaveCount(0)
  await expect(dialog.getByRole('img')).toHaveCount(0)
  await begin(page)
  await expect(editor(page)).toBeAttached()
  const lesson = details(page)
  await expect(lesson).toContainText('The text is longer than is shown here.')
  await lesson.getByRole('button', { name: 'Hint 1 of 2' }).click()
  await writePolicy(page, solved)
  await expect(lesson.getByRole('region', { name: 'Debrief' })).toContainText('<script>')
  await lesson.getByRole('button', { name: 'Next lesson' }).click()
  await expect(region(page, 'Notices')).toContainText(
    'The link to the next challenge can’t be read.',
  )
  expect(await page.evaluate(() => 'hacked' in globalThis || 'hacked' in {})).toBe(false)
})

test('nothing in a lesson is out of reach', async ({ page }) => {
  await page.goto(`./${challengeLink({ mustNot: ['statements 3'] })}`)
  await expect(startDialog(page, 'Challenge: Only test users')).toBeVisible()
  await expectAccessible(page)
  await begin(page)
  await expect(editor(page)).toBeAttached()
  await expectAccessible(page)
  await writePolicy(page, solved)
  await expect(sum(page, '7 of 7. Solved.')).toBeVisible()
  await expectAccessible(page)
  await details(page).getByRole('button', { name: 'Copy my result…' }).click()
  await expect(page.getByLabel('Name or nickname')).toBeFocused()
  await expectAccessible(page)
})

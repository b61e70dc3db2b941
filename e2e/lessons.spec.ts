import { begin, course, lessonTest, startDialog, sum } from './support/lessons.ts'
import { region } from './support/screen.ts'
import { expect, test } from './support/test.ts'

test('every lesson of the course opens by its address, says what it is about, and begins unsolved', async ({
  page,
}) => {
  test.slow()
  expect(course.length).toBeGreaterThanOrEqual(23)
  for (const { title = '', lesson, scenarios, policies } of course)
    await test.step(title, async () => {
      await page.goto(`./#lesson=${lesson?.id ?? ''}`)
      const kind = lesson?.kind === 'challenge' ? 'Challenge' : 'Lesson'
      const dialog = startDialog(page, `${kind}: ${title}`)
      await expect(dialog).toContainText(lesson?.goal ?? '')
      await expect(dialog).toContainText(`About ${lesson?.minutes ?? 0} minutes`)
      await begin(page)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached()
      await expect(region(page, 'Policies')).toContainText(lesson?.goal ?? '')
      await expect(sum(page, /^\d+ of \d+ pass$/)).toBeVisible()
      for (const { name } of scenarios) await expect(lessonTest(page, name)).toBeAttached()
      for (const { name } of policies)
        await expect(
          region(page, 'Policies').getByRole('tab', { name: new RegExp(`^${name},`) }),
        ).toBeAttached()
    })
})

test('a lesson that does not exist is named, and nothing changes', async ({ page }) => {
  await page.goto('./#lesson=999-no-such')
  await expect(startDialog(page, 'There is no such lesson')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(region(page, 'Policies')).toContainText('analyst')
})

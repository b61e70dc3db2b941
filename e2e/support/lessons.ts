import { readdirSync, readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { lessonFromFolder } from '#lessons'
import type { Workspace } from '#workspace'
import { linkTo } from './links.ts'
import { details, region } from './screen.ts'
import { expect } from './test.ts'

const root = new URL('../../src/lessons/', import.meta.url)

/** The course, as its folders have it. */
export const course: readonly Workspace[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()
  .map((id) => {
    const file = (name: string) => readFileSync(new URL(`${id}/${name}`, root), 'utf8')
    const json = (name: string) => JSON.parse(file(name)) as unknown
    return lessonFromFolder({
      id,
      page: file('lesson.md'),
      start: json('start.json'),
      solution: json('solution.json'),
    })
  })

/** A challenge as it comes with a link: only users of the department Test may be updated. */
const statement = {
  Sid: 'UpdateTestUsers',
  Effect: 'Allow',
  Action: 'connect:UpdateUserHierarchy',
  Resource: '*',
}
const text = (statements: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statements] })

const update = (name: string, tags: Readonly<Record<string, string>>, decision: string) => ({
  name,
  principal: { arn: 'arn:aws:iam::111122223333:user/alice' },
  action: 'connect:UpdateUserHierarchy',
  resource: { arn: 'arn:aws:connect:eu-west-1:111122223333:instance/i-1/agent/a-1', tags },
  expect: { decision },
})

/** The policy that solves the challenge. */
export const solved = text({
  ...statement,
  Condition: { StringEquals: { 'aws:ResourceTag/Department': 'Test' } },
})
/** One that meets two tests more than the start, and not the other two. */
export const halfSolved = text({
  ...statement,
  Condition: { StringLike: { 'aws:ResourceTag/Department': '*' } },
})

export const challenge = {
  title: 'Only test users',
  policies: [{ name: 'support', type: 'identity', text: text(statement) }],
  scenarios: [
    update('A test user is updated', { Department: 'Test' }, 'allow'),
    update('A test user of a team is updated', { Department: 'Test', Team: 'red' }, 'allow'),
    update('A sales user is not updated', { Department: 'Sales' }, 'deny'),
    update('A user of the department test is not updated', { Department: 'test' }, 'deny'),
    update('A user without a department is not updated', {}, 'deny'),
    update('A user with another tag is not updated', { Team: 'Test' }, 'deny'),
  ],
  lesson: {
    kind: 'challenge',
    minutes: 10,
    goal: 'Only users of the department Test can be updated.',
    text: 'The **support team** has a policy for `everyone`.',
    debrief: 'A condition on the tag of the resource narrows the statement.',
    hints: ['Look at the resource.', 'Which key holds its tag?', 'Use aws:ResourceTag/Department.'],
    solution: [{ name: 'support', type: 'identity', text: solved }],
  },
} as const

/** The fragment of the challenge, or of one with something different. */
export const challengeLink = (change: object = {}): string =>
  linkTo({ ...challenge, lesson: { ...challenge.lesson, ...change } })

export const startDialog = (page: Page, title: string): Locator =>
  page.getByRole('dialog', { name: title })

/** Begins what the start screen offers; the focus is on the goal then. */
export async function begin(page: Page, button = 'Start'): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
  await expect(goal(page)).toBeFocused()
}

/** Opens a lesson of the course by its address, and begins it. */
export async function startLesson(page: Page, id: string): Promise<void> {
  await page.goto(`./#lesson=${id}`)
  await begin(page)
}

export const goal = (page: Page): Locator =>
  region(page, 'Policies').getByRole('heading', { name: 'Goal' })

/** The sum over the tests of the lesson. */
export const sum = (page: Page, words: string | RegExp): Locator =>
  details(page).getByRole('heading', { name: words })

/** A test of the lesson, by its sentence. */
export const lessonTest = (page: Page, name: string): Locator =>
  details(page).getByRole('list', { name: 'Tests' }).getByRole('button', { name })

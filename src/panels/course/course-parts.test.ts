import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { course } from '#lessons/pages'
import { courseParts, subjectOf } from './course-parts.ts'

test('every folder of the course is in one of its parts, once, and says what it is about', () => {
  const folders = readdirSync(new URL('../../lessons/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const listed = courseParts(course).flatMap(({ lessons }) => lessons)
  expect(listed.map(({ lesson }) => lesson?.id)).toEqual(folders.sort())
  for (const lesson of listed) expect(subjectOf(lesson), lesson.title).toBeDefined()
})

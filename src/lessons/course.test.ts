import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWorkspaces, runScenario, type Workspace } from '#workspace'
import { checkTable, runChecks } from '#checks'
import { readPolicy } from '#policy'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { authorWarnings } from './coverage.ts'
import { lessonFromFolder, lessonToFolder } from './folder.ts'
import { grade } from './grade.ts'
import { lockedPolicies, parseRule } from './rules.ts'

/** Every folder of the course keeps its promises: every start fails, every solution passes, every wrong answer does not. */
const root = new URL('./', import.meta.url)
const ids = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

const json = (id: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${id}/${file}`, root), 'utf8')) as unknown
const workspaces = (id: string, file: string): readonly Workspace[] =>
  readWorkspaces(json(id, file)).flatMap(({ workspace, problems }) => {
    expect(problems).toEqual([])
    return workspace ?? []
  })
const findings = ({ text, type }: { text: string; type: Workspace['policies'][number]['type'] }) =>
  runChecks(readPolicy(text), type, { reference: referenceFromDisk() }).map(({ id }) => id)

it('has its lessons', () => {
  expect(ids.length).toBeGreaterThanOrEqual(23)
})

describe.each(ids)('%s', (id) => {
  const page = readFileSync(new URL(`${id}/lesson.md`, root), 'utf8')
  const folder = { id, page, start: json(id, 'start.json'), solution: json(id, 'solution.json') }
  const lesson = lessonFromFolder(folder)
  const graded = (policies: Workspace['policies']) => grade(lesson, policies, { findings })

  it('has a page with a goal, three hints, a text of at most 350 words and a next lesson that exists', () => {
    const { goal, hints, text, debrief, next, minutes } = lesson.lesson ?? {}
    expect(goal).toMatch(/\S/u)
    expect(hints).toHaveLength(3)
    expect((text ?? '').split(/\s+/u).length).toBeLessThanOrEqual(350)
    expect(debrief).toMatch(/\S/u)
    expect(minutes).toBeGreaterThan(0)
    if (next !== undefined) expect(ids).toContain(next)
  })

  it('has rules that are understood', () => {
    for (const rule of lesson.lesson?.mustNot ?? []) expect(parseRule(rule), rule).toBeDefined()
  })

  it('mentions checks that exist', () => {
    const known = checkTable.map((check) => check.id)
    const mentioned = [
      ...page.matchAll(/\(check:([\w-]+)\)/gu),
      ...(lesson.lesson?.mustNot ?? []).flatMap((rule) => [...rule.matchAll(/^finding (.+)$/gu)]),
    ].map(([, check]) => check)
    for (const check of mentioned) expect(known).toContain(check)
  })

  it('has tests with names of their own', () => {
    const names = lesson.scenarios.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const file of ['solution.json', 'solution-alternatives.json', 'wrong-answers.json'])
      for (const { scenarios } of workspaces(id, file)) expect(scenarios).toEqual(lesson.scenarios)
  })

  it('begins unsolved', () => {
    expect(graded(lesson.policies).solved).toBe(false)
  })

  it('is solved exactly by its solution', () => {
    const policies = lesson.lesson?.solution ?? []
    for (const scenario of lesson.scenarios)
      expect(runScenario({ policies }, scenario).pass, scenario.name).toBe(true)
    expect(graded(policies).solved).toBe(true)
  })

  it.each(
    workspaces(id, 'solution-alternatives.json').map(
      (answer) => [answer.title ?? '', answer] as const,
    ),
  )('accepts: %s', (_, { policies }) => {
    expect(graded(policies).solved).toBe(true)
  })

  it.each(
    workspaces(id, 'wrong-answers.json').map((answer) => [answer.title ?? '', answer] as const),
  )('does not accept: %s', (_, { policies }) => {
    expect(graded(policies).solved).toBe(false)
  })

  it('is not solved by allowing or denying everything, nor by widening the start', () => {
    const rules = (lesson.lesson?.mustNot ?? []).flatMap((rule) => parseRule(rule) ?? [])
    expect(lockedPolicies(rules).size).toBeLessThan(lesson.policies.length)
    expect(authorWarnings(lesson).filter(({ kind }) => kind === 'cheatPasses')).toEqual([])
  })

  it('is the same as a folder and as a workspace', () => {
    const again = lessonToFolder(lesson)
    expect(again && lessonFromFolder(again)).toEqual(lesson)
  })
})

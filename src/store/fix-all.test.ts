import { expect, test } from 'vitest'
import { applyEdits, type Finding } from '#policy'
import { fixAll } from './fix-all.ts'

const finding = (start: number, text: string, more: Partial<Finding> = {}): Finding => {
  const span = { start, end: start + 1 }
  return {
    id: 'case',
    severity: 'suggestion',
    span,
    message: '',
    fixes: [{ title: `Write ${text}`, edits: [{ span, text }], changesAccess: false }],
    ...more,
  }
}

const changesAccess = { fixes: [{ title: 'Deny', edits: [], changesAccess: true }] }

test('the fixes of one check become one', () => {
  const all = fixAll([finding(0, 'A'), finding(2, 'C'), finding(4, 'E', { id: 'another' })], 'case')
  expect(all?.count).toBe(2)
  expect(applyEdits('abcde', all?.fix.edits ?? [])).toBe('AbCde')
})

test('never one that changes access, and never for one finding alone', () => {
  expect(fixAll([finding(0, 'A')], 'case')).toBeUndefined()
  expect(fixAll([finding(0, 'A'), finding(2, 'C', changesAccess)], 'case')).toBeUndefined()
})

test('what another fix has touched is left for the next time', () => {
  const all = fixAll([finding(0, 'A'), finding(1, 'B'), finding(3, 'D')], 'case')
  expect(applyEdits('abcde', all?.fix.edits ?? [])).toBe('AbcDe')
})

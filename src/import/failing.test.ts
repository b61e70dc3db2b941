import { expect, it, vi } from 'vitest'
import { importText } from './import-text.ts'

vi.mock('./read-yaml.ts', () => ({
  readYaml: () => {
    throw new Error('of a kind that nobody has foreseen')
  },
}))

it('a mistake in a reader is told as a file that can’t be read', () => {
  expect(importText('a: b', 'x.yaml')).toEqual({
    kind: 'unreadable',
    reason: 'failed',
    message: "This file can't be read. Nothing was changed.",
  })
})

import { expect, test } from 'vitest'
import { readAll } from './read-given.ts'

test('a file that fails is told, and the next is read', async () => {
  const broken = {
    name: 'broken.json',
    get size(): number {
      throw new Error('of a kind that nobody has foreseen')
    },
  } as unknown as File
  expect(
    await readAll([
      { kind: 'file', file: broken },
      { kind: 'text', text: '{"Statement":[]}' },
    ]),
  ).toMatchObject([
    { fileName: 'broken.json', outcome: { kind: 'unreadable', reason: 'failed' } },
    { outcome: { kind: 'policies' } },
  ])
})

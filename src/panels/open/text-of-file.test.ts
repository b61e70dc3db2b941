import { expect, test } from 'vitest'
import { textOfFile } from './text-of-file.ts'

const bytes = (...values: number[]) => new Blob([new Uint8Array(values)])

test('UTF-8, with a mark or without', async () => {
  expect(await textOfFile(new Blob(['{"é": 1}']))).toEqual({ kind: 'text', text: '{"é": 1}' })
  expect(await textOfFile(bytes(0xef, 0xbb, 0xbf, 0x7b))).toEqual({ kind: 'text', text: '{' })
})

test('UTF-16 of either order, by its mark', async () => {
  expect(await textOfFile(bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0))).toEqual({
    kind: 'text',
    text: '{}',
  })
  expect(await textOfFile(bytes(0xfe, 0xff, 0, 0x7b, 0, 0x7d))).toEqual({
    kind: 'text',
    text: '{}',
  })
})

test('a file above 5 MB is refused without being read', async () => {
  const file = {
    size: 5 * 1024 * 1024 + 1,
    arrayBuffer: () => Promise.reject(new Error('was read')),
  }
  expect(await textOfFile(file as unknown as Blob)).toMatchObject({ reason: 'tooLarge' })
})

test('what the browser can’t read is told', async () => {
  const folder = { size: 4096, arrayBuffer: () => Promise.reject(new Error('a folder')) }
  expect(await textOfFile(folder as unknown as Blob)).toMatchObject({
    kind: 'unreadable',
    message: expect.stringContaining('A folder') as string,
  })
})

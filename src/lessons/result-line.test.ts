import { expect, it } from 'vitest'
import { readResultLines, writeResultLine, type ResultLine } from './result-line.ts'

const ana: ResultLine = {
  name: 'Ana',
  lesson: '140-mfa-that-means-it',
  met: 7,
  total: 7,
  hints: 1,
  minutes: 6,
  link: 'https://example.org/#w1.abc.def123',
}

it('writes one line and reads it back', () => {
  const line = writeResultLine(ana)
  expect(line).toBe(
    'Sidelight · Ana · 140-mfa-that-means-it · 7/7 · 1 hint · 6 min · https://example.org/#w1.abc.def123',
  )
  expect(readResultLines(line)).toEqual({ lines: [ana], damaged: [] })
})

it('keeps a name from breaking the line', () => {
  const line = writeResultLine({ ...ana, name: 'A · n\na' })
  expect(readResultLines(line).lines).toEqual([{ ...ana, name: 'A n a' }])
})

it('picks the lines out of a chat log', () => {
  const log = `[10:02] Ben: done!\n[10:03] Ana: ${writeResultLine(ana)}\n\nTrainer: thanks`
  expect(readResultLines(log).lines).toEqual([ana])
})

it('keeps a line whose link was cut, and names one that is damaged', () => {
  const cut = writeResultLine(ana).slice(0, -20)
  expect(readResultLines(cut).lines[0]?.name).toBe('Ana')
  const { lines, damaged } = readResultLines('Sidelight · Ana · 140-mfa')
  expect(lines).toEqual([])
  expect(damaged).toHaveLength(1)
})

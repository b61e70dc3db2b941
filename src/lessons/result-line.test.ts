import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWords, readResultLines, writeResultLine, type ResultLine } from './result-line.ts'

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

it('keeps a name from breaking the line or turning its direction', () => {
  const line = writeResultLine({ ...ana, name: 'A · n\na\u202e' })
  expect(readResultLines(line).lines).toEqual([{ ...ana, name: 'A n a' }])
})

it('picks the lines out of a chat log', () => {
  const log = `[10:02] Ben: done!\n[10:03] Ana Silva: ${writeResultLine(ana)}\n\nTrainer: thanks`
  expect(readResultLines(log).lines).toEqual([{ ...ana, sender: 'ana silva' }])
})

it('keeps a line whose link was cut, and names one that is damaged', () => {
  const cut = writeResultLine(ana).slice(0, -20)
  expect(readResultLines(cut).lines[0]?.name).toBe('Ana')
  const { lines, damaged } = readResultLines('Sidelight · Ana · 140-mfa')
  expect(lines).toEqual([])
  expect(damaged).toEqual([expect.objectContaining({ text: 'Sidelight · Ana · 140-mfa' })])
})

it('reads several in one line of text, and goes on behind a damaged one', () => {
  const text = `${writeResultLine(ana)} Sidelight · oops ${writeResultLine({ ...ana, name: 'Ben' })}`
  const { lines, damaged } = readResultLines(text)
  expect(lines.map(({ name }) => name)).toEqual(['Ana', 'Ben'])
  expect(damaged).toHaveLength(1)
})

it.each([
  ['before the link', 'Sidelight · Ana · 140-mfa-that-means-it · 7/7 · 1 hint · 6 min ·\n', ''],
  ['before the dot', 'Sidelight · Ana · 140-mfa-that-means-it · 7/7 · 1 hint · 6 min\n', '· '],
  ['in a number', 'Sidelight · Ana · 140-mfa-that-means-it · 7/7 · 1\n', 'hint · 6 min · '],
  ['in a quotation', '> Sidelight · Ana · 140-mfa-that-means-it · 7/7\n> ', '· 1 hint · 6 min · '],
])('puts a line together that a mail program broke %s', (_, first, second) => {
  const text = `Hello,\n${first}${second}${ana.link}\nBye`
  expect(readResultLines(text)).toEqual({ lines: [ana], damaged: [] })
})

it('leaves a complete line without a link alone', () => {
  const text = `${writeResultLine({ ...ana, link: '' })}\nand https://example.org/`
  expect(readResultLines(text).lines).toEqual([{ ...ana, link: '' }])
})

describe('the sender in a chat log', () => {
  const line = writeResultLine(ana)
  it.each([
    [`12/10/26, 10:03 - Ana Silva: ${line}`, 'ana silva'],
    [`[12/10/26, 10:03:11] Ana Silva: ${line}`, 'ana silva'],
    [`10:03:12 From Ana Silva to Everyone: ${line}`, 'from ana silva to everyone'],
    [`Ana Silva — Today at 10:03\n${line}`, 'ana silva'],
    [`Ana Silva\n10:03 AM\n${line}`, 'ana silva'],
    [`here is mine: ${line}`, undefined],
    [`- ${line}`, undefined],
    [`some talk\n${line}`, undefined],
  ])('%s', (log, sender) => {
    expect(readResultLines(log).lines.map((one) => one.sender)).toEqual([sender])
  })
})

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('Sidelight', 'My Sidelight ·', '7/7', 'a | b', '=1+1', '__proto__', '> [10:03]'),
)
const anyLine: fc.Arbitrary<ResultLine> = fc.record({
  name: words,
  lesson: words,
  met: fc.nat(9999),
  total: fc.nat(9999),
  hints: fc.nat(9999),
  minutes: fc.nat(999_999),
  link: fc.constantFrom('', 'https://example.org/#w1.abc.def123', '#w1.cut'),
})
// Noise that does not itself begin like a result, and does not end a broken line with a link.
const noise = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => text.replace(/Sidelight|#w|·/gu, ''))

it('finds every line that was written, in any noise', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyLine, noise, noise, noise)), (messages) => {
      const log = messages
        .map(
          ([line, above, before, after]) => `${above}\n${before} ${writeResultLine(line)} ${after}`,
        )
        .join('\n')
      const { lines, damaged } = readResultLines(log)
      expect(damaged).toEqual([])
      expect(lines.map((line) => ({ ...line, sender: undefined }))).toEqual(
        messages.map(([line]) => ({
          ...line,
          name: plainWords(line.name) || 'nobody',
          lesson: plainWords(line.lesson) || 'untitled',
          sender: undefined,
        })),
      )
    }),
  )
})

it('takes any text at all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Sidelight · ', ' · ', '1/2', '1 hint', '3 min', '\n', '> ', 'x')),
      (pieces) => {
        const text = pieces.join('')
        const { lines, damaged } = readResultLines(text)
        const begun = text.split('Sidelight ·').length - 1
        expect(lines.length + damaged.length).toBeLessThanOrEqual(begun)
        expect(lines.length + damaged.length > 0).toBe(begun > 0)
      },
    ),
  )
})

it('reads a huge paste of almost-lines', () => {
  const text = 'Sidelight · \n'.repeat(100_000)
  expect(readResultLines(text).damaged).toHaveLength(100_000)
  expect(readResultLines(text.replaceAll('\n', '')).damaged.length).toBeGreaterThan(0)
})

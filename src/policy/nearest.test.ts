import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, nearestName } from './nearest.ts'

/** The definition, written out: optimal string alignment without a limit. */
function naiveDistance(a: string, b: string): number {
  const known = new Map<string, number>()
  const distance = (i: number, j: number): number => {
    const key = `${i} ${j}`
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const ways = [Math.max(i, j)]
    if (i > 0) ways.push(distance(i - 1, j) + 1)
    if (j > 0) ways.push(distance(i, j - 1) + 1)
    if (i > 0 && j > 0) ways.push(distance(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1))
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      ways.push(distance(i - 2, j - 2) + 1)
    const best = Math.min(...ways)
    known.set(key, best)
    return best
  }
  return distance(a.length, b.length)
}

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['Effect', 'Effect', 0],
    ['Efect', 'Effect', 1],
    ['Effetc', 'Effect', 1],
    ['Acton', 'Action', 1],
    ['kitten', 'sitting', 3],
  ])('%j → %j is %i', (a, b, distance) => {
    expect(editDistance(a, b, 10)).toBe(distance)
  })

  it('is undefined above the limit', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBeUndefined()
    expect(editDistance('a', 'abcdef', 3)).toBeUndefined()
  })

  it('agrees with the definition, and gives up exactly above the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, fc.nat({ max: 7 }), (a, b, limit) => {
        const distance = naiveDistance(a, b)
        expect(editDistance(a, b, limit)).toBe(distance <= limit ? distance : undefined)
      }),
      { numRuns: 500 },
    )
  })
})

describe('nearestName', () => {
  const names = ['Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']

  it('finds what was meant, letter case aside', () => {
    expect(nearestName('action', names)).toBe('Action')
    expect(nearestName('Ressource', names)).toBe('Resource')
    expect(nearestName('Conditions', names)).toBe('Condition')
    expect(nearestName('NotActoin', names)).toBe('NotAction')
  })

  it('is silent when nothing is near', () => {
    expect(nearestName('Comment', names)).toBeUndefined()
    expect(nearestName('', names)).toBeUndefined()
    expect(nearestName('Effect', [])).toBeUndefined()
  })

  it('of two equally near names takes the one with the longer common beginning, then the first', () => {
    expect(nearestName('GetObjec', ['SetObjec', 'GetObject'])).toBe('GetObject')
    expect(nearestName('PutX', ['PutA', 'PutB'])).toBe('PutA')
  })
})

import { describe, expect, test } from 'vitest'
import { routeOf } from './routes.ts'

describe('an address', () => {
  test.each(['', '#'])('without a fragment (%j) is the page', (hash) => {
    expect(routeOf({ hash })).toEqual({ kind: 'page' })
  })

  test('of a skip link is the page', () => {
    expect(routeOf({ hash: '#policies' }, ['policies'])).toEqual({ kind: 'page' })
    expect(routeOf({ hash: '#policies=' }, ['policies']).kind).toBe('link')
  })

  test.each(['#w1.abc.def', '#w7', '#policy=%7B%7D', '#anything', '#%23w1.abc.def'])(
    'with the fragment %s is a link',
    (hash) => {
      expect(routeOf({ hash })).toEqual({ kind: 'link', link: hash })
    },
  )

  test('of a lesson names it', () => {
    expect(routeOf({ hash: '#lesson=02-explicit-deny' })).toEqual({
      kind: 'lesson',
      id: '02-explicit-deny',
    })
  })

  test.each(['#lesson=', '#lesson=a/b', '#lesson=a&b', `#lesson=${'a'.repeat(81)}`])(
    'with something else for a lesson (%s) is a link, which says that it holds nothing',
    (hash) => {
      expect(routeOf({ hash }).kind).toBe('link')
    },
  )
})

import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Workspace } from '#workspace'
import {
  arbitraryLink,
  arbitraryWorkspace,
  linkOf,
  mutated,
  sealed,
} from '../../scripts/arbitrary-workspace.ts'
import type { Focus } from './focus.ts'
import { openPermalink, permalink } from './permalink.ts'

const policy = (text: string) => ({
  name: 'analyst',
  type: 'identity' as const,
  enabled: true,
  text,
})
const reports: Workspace = {
  title: 'Read reports',
  policies: [
    policy('{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }'),
    { ...policy('{ broken'), name: 'guard rails & more' },
  ],
  scenarios: ['q3.csv', 'salaries.csv'].map((name) => ({
    name,
    principal: { arn: 'arn:aws:iam::111122223333:role/analyst' },
    action: 's3:GetObject',
    resource: { arn: `arn:aws:s3:::acme-reports/${name}` },
  })),
}
const link = permalink(reports)

/** The payload and the check of a link. */
const parts = (text: string) => /^#w1\.([\w-]+)\.([\w-]{6})$/u.exec(text)!.slice(1)
const opened = (text: string) => {
  const found = openPermalink(text)
  return found.kind === 'opened' ? found : expect.fail(`${found.kind}: ${text}`)
}

describe('a link', () => {
  it('opens to the workspace it was made of, whatever that holds', () => {
    fc.assert(
      fc.property(arbitraryWorkspace, (workspace) => {
        expect(openPermalink(permalink(workspace))).toEqual({
          kind: 'opened',
          workspace,
          problems: [],
          focus: undefined,
        })
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every character of a policy', () => {
    for (const text of [
      '',
      '\n',
      '\ufeff{}',
      '{}\r\n',
      '{"a":"\\u0041"}',
      '{"a":1.0}',
      '{ "__proto__": { "x": 1 } }',
      '{\n  "__proto__": 1\n}',
      '"\ud800"',
      'lone \udfff, with a \\ud800 beside',
      '\u0000\u2028',
      '{"2":1,"1":2}',
    ])
      expect(opened(permalink({ policies: [policy(text)], scenarios: [] })).workspace).toEqual({
        policies: [policy(text)],
        scenarios: [],
      })
  })

  it('keeps policies that nest too deeply to be policies', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const workspace = { policies: [policy(deep)], scenarios: [] }
    expect(opened(permalink(workspace)).workspace).toEqual(workspace)
  })

  it('has only characters that no program encodes', () => {
    expect(link).toMatch(/^#w1\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{6}$/u)
  })

  it('gives members called __proto__ no power', () => {
    const tags = JSON.parse('{"__proto__":"polluted"}') as Readonly<Record<string, string>>
    const [scenario] = reports.scenarios
    const found = opened(
      permalink({ ...reports, scenarios: [{ ...scenario!, requestTags: tags }] }),
    )
    expect(Object.entries(found.workspace.scenarios[0]?.requestTags ?? {})).toEqual([
      ['__proto__', 'polluted'],
    ])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('the part a link points at', () => {
  const focuses: readonly Focus[] = [
    { kind: 'request', index: 1 },
    { kind: 'statement', ref: { policy: 'analyst', statement: 0 } },
    { kind: 'statement', ref: { policy: 'guard rails & more', statement: 2 }, request: 0 },
  ]
  it.each(focuses)('$kind comes back', (focus) => {
    expect(opened(permalink(reports, focus)).focus).toEqual(focus)
  })

  it.each(focuses)('$kind comes back from a link that was encoded once more', (focus) => {
    const address = `https://example.org/${permalink(reports, focus)}`
    expect(opened(encodeURIComponent(address)).focus).toEqual(focus)
    expect(opened(address.replace(/&.*/u, encodeURIComponent)).focus).toEqual(focus)
  })

  it('is nothing when the workspace does not have it', () => {
    for (const rest of [
      '&request=3',
      '&request=0',
      '&request=x',
      '&statement=1',
      '&statement=1&policy=other',
      '&policy=%zz&statement=1',
    ])
      expect(opened(link + rest).focus).toBeUndefined()
  })
})

describe('what mail and chat programs do to a link', () => {
  const address = `https://example.org/app/${link}`
  it.each([
    ['nothing', address],
    ['the fragment alone', link.slice(1)],
    ['a sentence around it', `See ${address}, it is denied.`],
    ['a full stop', `${address}.`],
    ['three full stops', `${address}...`],
    ['brackets', `<${address}>`],
    ['Markdown', `_[denied](${address})_`],
    ['another underscore', `${address}_`],
    ['line breaks', address.replace(/.{60}/gu, '$&\r\n')],
    ['a quoted mail', address.replace(/.{60}/gu, '$&\n> > ')],
    ['soft line breaks', address.replace(/.{60}/gu, '$&=\r\n')],
    ['characters nobody sees', address.replace(/.{40}/gu, '$&\u200b\u00ad')],
    ['one more URL encoding', encodeURIComponent(address)],
    ['two more', encodeURIComponent(encodeURIComponent(address))],
  ])('%s', (_, text) => {
    expect(opened(text).workspace).toEqual(reports)
  })
})

describe('a link that is', () => {
  it('cut at any place says so', () => {
    for (let length = '#w1'.length; length < link.length; length++)
      expect({ length, kind: openPermalink(link.slice(0, length)).kind }).toEqual({
        length,
        kind: 'cutOff',
      })
  })

  it('cut, with what a program puts there, says so', () => {
    for (const end of ['…', '...', '%E2%80%A6', ' [message clipped]'])
      expect(openPermalink(link.slice(0, 60) + end).kind).toBe('cutOff')
  })

  it('changed in any one character says so', () => {
    for (let at = '#w1.'.length; at < link.length; at++) {
      if (link[at] === '.') continue
      const other = link[at] === 'A' ? 'B' : 'A'
      const { kind } = openPermalink(link.slice(0, at) + other + link.slice(at + 1))
      expect({ at, kind }).toEqual({ at, kind: 'altered' })
    }
  })

  it.each(['', '#', '#w', '#w1x.', 'https://example.org/', '#/lessons/1', 'w0.abc.defghi', '{}'])(
    'none of ours is left alone: %j',
    (text) => {
      expect(openPermalink(text)).toEqual({ kind: 'noWorkspace' })
    },
  )

  it.each(['null', '[]', '3', '{}', '{"sidelight":"1"}', 'no JSON', ''])(
    'sound but holds no workspace is left alone: %j',
    (text) => {
      expect(openPermalink(linkOf(text))).toEqual({ kind: 'noWorkspace' })
    },
  )

  it('sound but does not inflate is left alone', () => {
    for (const payload of ['', 'A', 'AA', 'AAAA', '_____w'])
      expect(openPermalink(sealed(payload))).toEqual({ kind: 'noWorkspace' })
  })

  it.each([2, 3, 999_999])('of codec %i asks for a newer program', (version) => {
    expect(openPermalink(`#w${version}.abc.def`)).toEqual({
      kind: 'newer',
      version,
      readable: 1,
      workspace: undefined,
      problems: [],
    })
  })

  it('of a newer format shows what can be read of it', () => {
    const found = openPermalink(
      linkOf('{"sidelight":2,"title":"From tomorrow","tabs":[],"policies":[],"scenarios":[]}'),
    )
    expect(found).toEqual({
      kind: 'newer',
      version: 2,
      readable: 1,
      workspace: { title: 'From tomorrow', policies: [], scenarios: [] },
      problems: [{ path: 'tabs', message: 'is no member of the format; it was left out' }],
    })
  })

  it('partly readable opens without that part', () => {
    const scenario = '{"name":"x","action":"s3:GetObject","resource":{"arn":"*"}'
    const found = opened(
      linkOf(
        `{"sidelight":1,"policies":[],"scenarios":[${scenario},"principal":{"anonymous":true}},${scenario}}]}`,
      ),
    )
    expect(found.workspace.scenarios).toHaveLength(1)
    expect(found.problems.map(({ path }) => path)).toEqual(['scenarios[1].principal'])
  })
})

describe('a link that unpacks to more than the limit is not opened', () => {
  const bombs: readonly (readonly [string, () => string | Uint8Array])[] = [
    ['blanks', () => strToU8(' '.repeat(20_000_000))],
    ['blanks in a policy', () => JSON.stringify({ sidelight: 1, title: ' '.repeat(2 ** 20) })],
    ['nested lists', () => '['.repeat(5_000_000)],
  ]
  it.each(bombs)('%s', (_, make) => {
    expect(openPermalink(linkOf(make()))).toEqual({ kind: 'tooLarge' })
  })

  it('bytes that do not deflate', () => {
    expect(openPermalink(sealed('A'.repeat(2 ** 21)))).toEqual({ kind: 'tooLarge' })
  })

  it('blanks of a layout', () => {
    const deep = `${'['.repeat(50)}${'0,'.repeat(400_000)}0${']'.repeat(50)}`
    const packed = `{"sidelight":1,"policies":[{"name":"x","type":"scp","layout":12,"document":${deep}}]}`
    expect(openPermalink(linkOf(packed))).toEqual({ kind: 'tooLarge' })
  })

  it('and one character below the limit is', () => {
    const frame = '{"sidelight":1,"title":"","policies":[],"scenarios":[]}'
    const title = 'x'.repeat(2 ** 20 - frame.length)
    expect(opened(permalink({ title, policies: [], scenarios: [] })).workspace.title).toBe(title)
    const larger = permalink({ title: `${title}x`, policies: [], scenarios: [] })
    expect(openPermalink(larger)).toEqual({ kind: 'tooLarge' })
  })

  it('but nesting alone is no reason', () => {
    const deep = '['.repeat(300_000) + ']'.repeat(300_000)
    expect(opened(linkOf(`{"sidelight":1,"policies":${deep}}`)).workspace.policies).toEqual([])
  })

  it('nor are thousands of policies with one name', () => {
    const policies = Array.from({ length: 20_000 }, () => '{"name":"x","type":"scp","text":""}')
    const found = opened(linkOf(`{"sidelight":1,"policies":[${policies.join(',')}]}`))
    expect(new Set(found.workspace.policies.map(({ name }) => name)).size).toBe(20_000)
  })
})

describe('whatever is opened', () => {
  const kinds = ['opened', 'cutOff', 'altered', 'noWorkspace', 'tooLarge', 'newer']
  it('random links never throw', () => {
    fc.assert(
      fc.property(arbitraryLink, (text) => {
        expect(kinds).toContain(openPermalink(text).kind)
      }),
      { numRuns: 1500 },
    )
  })

  it('mutated links never throw, and never open as something else', () => {
    fc.assert(
      fc.property(mutated(link), (text) => {
        const found = openPermalink(text)
        if (found.kind === 'opened') expect(found.workspace).toEqual(reports)
      }),
      { numRuns: 1500 },
    )
  })

  it('mutated links that pass the check never throw', () => {
    const [payload = ''] = parts(link)
    fc.assert(
      fc.property(mutated(payload), (text) => {
        expect(kinds).toContain(openPermalink(sealed(text.replace(/[^\w-]/gu, ''))).kind)
      }),
      { numRuns: 1500 },
    )
  })
})

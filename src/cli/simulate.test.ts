import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The command as a person starts it: exit status, lines and messages are what others build on. */
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulate-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(
    path,
    content instanceof Uint8Array || typeof content === 'string'
      ? content
      : JSON.stringify(content),
  )
  return path
}

function simulate(...files: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/simulate.ts', ...files],
    { encoding: 'utf8' },
  )
  return {
    status,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown),
    messages: stderr.replaceAll(folder, '').split('\n').filter(Boolean),
  }
}

const scenario = (name: string, expect_?: object) => ({
  name,
  principal: { arn: 'arn:aws:iam::111122223333:user/alice' },
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::reports/q3.csv' },
  ...(expect_ && { expect: expect_ }),
})
const reader = {
  name: 'reader',
  type: 'identity',
  document: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }],
  },
}
const workspace = (...scenarios: readonly object[]) => ({
  sidelight: 1,
  title: 'reports',
  policies: [reader],
  scenarios,
})
const allowed = { decision: 'allow', decidedBy: [{ policy: 'reader', statement: 0 }] }

// Each case starts a process; a slow machine takes its time for that.
describe('simulate', { timeout: 120_000 }, () => {
  it('prints one line of JSON per scenario; 0 when no expectation is missed', () => {
    const path = file('met.json', workspace(scenario('read', allowed), scenario('open')))
    expect(simulate(path)).toEqual({
      status: 0,
      lines: [
        { workspace: 'reports', scenario: 'read', ...allowed, pass: true },
        { workspace: 'reports', scenario: 'open', ...allowed, pass: null },
      ],
      messages: [],
    })
  })

  it('1 when an expectation is missed: the verdict, or the statements', () => {
    const wrong = { decision: 'allow', decidedBy: [{ policy: 'reader', statement: 1 }] }
    const path = file(
      'missed.json',
      workspace(scenario('a', { decision: 'deny' }), scenario('b', wrong), scenario('c', allowed)),
    )
    const { status, lines } = simulate(path)
    expect(status).toBe(1)
    expect(lines).toMatchObject([{ pass: false }, { pass: false }, { pass: true }])
  })

  it('reads lists of workspaces, which are named by their number without a title', () => {
    const { title, ...untitled } = workspace(scenario('a'))
    const { status, lines } = simulate(file('list.json', [untitled, { ...untitled, title }]))
    expect(status).toBe(0)
    expect(lines).toMatchObject([{ workspace: 0 }, { workspace: 'reports' }])
  })

  it('names policies whose text is no policy, with the place, and evaluates without them', () => {
    const broken = { name: 'broken', type: 'identity', text: '{\n  "Statement": [,]\n}' }
    const blank = { name: 'blank', type: 'boundary', text: '' }
    const off = { name: 'off', type: 'identity', text: '{', enabled: false }
    const path = file('unread.json', {
      ...workspace(scenario('read', allowed)),
      policies: [reader, broken, blank, off],
    })
    const { status, lines, messages } = simulate(path)
    expect(status).toBe(0)
    expect(lines).toMatchObject([{ decision: 'allow', pass: true, unread: ['broken'] }])
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatch(/^\/unread\.json: policy "broken", line 2, column 17: /u)
  })

  it('2 when a file cannot be read; the others still run', () => {
    const good = file('good.json', workspace(scenario('a', { decision: 'deny' })))
    const { status, lines, messages } = simulate(
      join(folder, 'nowhere.json'),
      folder,
      file('text.json', 'not JSON'),
      file('binary.json', new Uint8Array([0x22, 0xff, 0x22])),
      good,
    )
    expect(status).toBe(2)
    expect(lines).toMatchObject([{ scenario: 'a', pass: false }])
    expect(messages.map((message) => message.replace(/(it is not JSON).*/u, '$1'))).toEqual([
      '/nowhere.json: there is no such file',
      ': it is a folder',
      '/text.json: it is not JSON',
      '/binary.json: it is not UTF-8 text',
    ])
  })

  it('2 when it holds no workspace, or a newer one, with a word on why', () => {
    const { status, messages, lines } = simulate(
      file('none.json', {}),
      file('newer.json', [{ sidelight: 2 }, workspace(scenario('a'))]),
    )
    expect(status).toBe(2)
    expect(lines).toHaveLength(1)
    expect(messages).toEqual([
      '/none.json: sidelight must be the format version, 1, but is missing; this is no workspace',
      '/newer.json: [0].sidelight this workspace uses format 2; formats up to 1 can be read',
    ])
  })

  it('tells what it left out of a workspace, and by place', () => {
    const { messages, lines } = simulate(
      file('odd.json', workspace(scenario('a', { decision: 'Allow' }), { name: 'b' })),
    )
    expect(lines).toMatchObject([{ scenario: 'a', pass: null }])
    expect(messages.map((message) => message.split(' ')[1])).toEqual([
      'scenarios[0].expect.decision',
      'scenarios[1].principal',
      'scenarios[1].action',
      'scenarios[1].resource',
    ])
  })

  it('without a file says how it is used', () => {
    expect(simulate()).toEqual({
      status: 2,
      lines: [],
      messages: ['Usage: npm run --silent simulate -- [--trace] FILE…'],
    })
  })

  it('says why with --trace, wherever it stands', () => {
    const path = file('trace.json', workspace(scenario('a', allowed)))
    for (const words of [
      ['--trace', path],
      [path, '--trace'],
    ]) {
      const { status, lines } = simulate(...words)
      expect(status).toBe(0)
      expect(lines).toMatchObject([
        {
          pass: true,
          trace: expect.arrayContaining([expect.stringContaining('reader')]) as unknown,
        },
      ])
    }
    expect(simulate('--trace').status).toBe(2)
  })

  it('reads a file with a byte order mark', () => {
    expect(
      simulate(file('bom.json', `\ufeff${JSON.stringify(workspace(scenario('a')))}`)).status,
    ).toBe(0)
  })
})

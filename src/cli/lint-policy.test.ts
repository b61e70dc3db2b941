import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'lint-policy-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileWith(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** What the command prints and how it ends. */
function lint(...words: readonly string[]) {
  try {
    const output = execFileSync('npx', ['tsx', 'src/cli/lint-policy.ts', ...words], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return { exit: 0, output }
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: string }
    return { exit: status, output: stdout }
  }
}

const clean = fileWith(
  'clean.json',
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sqs:ListQueues", "Resource": "*" }] }',
)
const wrong = fileWith(
  'wrong.json',
  '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Sid": "Ä😀", "Effect": "allow", "Action": "sqs:ListQueues", "Resource": "*" }\n  ]\n}\n',
)

describe('lint-policy', () => {
  test('prints a line for each finding, with places from one and columns in UTF-16 units', () => {
    const { exit, output } = lint('--type', 'identity', wrong)
    expect(exit).toBe(1)
    const lines = output.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        file: wrong,
        check: 'unsupported-sid',
        severity: 'error',
        line: 4,
        column: 14,
        endLine: 4,
        endColumn: 19,
        message: expect.any(String) as string,
      },
      {
        file: wrong,
        check: 'invalid-effect',
        severity: 'error',
        line: 4,
        column: 31,
        endLine: 4,
        endColumn: 38,
        message: expect.any(String) as string,
      },
    ])
  })

  test('says nothing about a sound policy', () => {
    expect(lint('--type', 'identity', clean)).toEqual({ exit: 0, output: '' })
  })

  test('a file that cannot be read ends it with 2, and the others are still read', () => {
    const { exit, output } = lint('--type', 'identity', join(folder, 'missing.json'), wrong)
    expect(exit).toBe(2)
    expect(output.trim().split('\n')).toHaveLength(2)
  })

  test('so does a policy type that does not exist', () => {
    expect(lint('--type', 'user', clean).exit).toBe(2)
    expect(lint(clean).exit).toBe(2)
  })
})

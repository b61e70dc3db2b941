import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const example = 'src/app/examples/read-reports.json'

/** What the command prints and how it ends. */
function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/permalink.ts', ...words],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

test('prints the link of a file, and the workspace of a link', { timeout: 60_000 }, () => {
  const { status, stdout } = run(example)
  expect(status).toBe(0)
  expect(stdout).toMatch(/^#w1\.[\w-]+\.[\w-]{6}\n$/u)
  const opened = run('--open', `https://example.org/${stdout.trim()}`)
  expect(opened.status).toBe(0)
  expect(JSON.parse(opened.stdout)).toEqual(JSON.parse(readFileSync(example, 'utf8')))
})

test('says what is wrong with a link or a file', { timeout: 60_000 }, () => {
  const cut = run('--open', '#w1.abc')
  expect(cut).toMatchObject({ status: 2, stdout: '' })
  expect(cut.stderr).toContain('This link was cut off\nThe end is missing')
  expect(run('package.json')).toMatchObject({ status: 2, stdout: '' })
  expect(run('no-such-file.json').stderr).toContain('there is no such file')
  expect(run().stderr).toContain('usage:')
})

import { describe, expect, it } from 'vitest'
import type { Completion } from '#language'
import type { Finding } from '#policy'
import {
  codeActionOf,
  completionItemOf,
  foldingRangeOf,
  hoverOf,
  inlayHintOf,
  markerOf,
  plainMarkdown,
  symbolOf,
} from './convert.ts'
import { TextIndex } from './text-index.ts'

const text = '{\n  "Version": "2012-10-17",\n}'
const index = new TextIndex(text)

const finding: Finding = {
  id: 'json-trailing-comma',
  severity: 'error',
  span: { start: 27, end: 28 },
  message: 'a comma before "}"',
  fixes: [
    {
      title: 'Delete the comma',
      edits: [{ span: { start: 27, end: 28 }, text: '' }],
      changesAccess: false,
    },
  ],
}

describe('a finding', () => {
  it('is a marker with its id as the code', () => {
    expect(markerOf(finding, index)).toEqual({
      startLineNumber: 2,
      startColumn: 26,
      endLineNumber: 2,
      endColumn: 27,
      severity: 8,
      source: 'Error',
      code: 'json-trailing-comma',
      message: 'a comma before "}"',
    })
  })

  it('has a severity that F8 stops at', () => {
    const severities = (['error', 'security', 'warning', 'suggestion'] as const).map(
      (severity) => markerOf({ ...finding, severity }, index).severity,
    )
    expect(severities).toEqual([8, 4, 4, 2])
  })

  it('about what is missing at the end stands at the last character that is there', () => {
    const open = new TextIndex('{ "a": 1\n\n')
    const marker = markerOf({ ...finding, span: { start: 10, end: 10 } }, open)
    expect(marker).toMatchObject({ startLineNumber: 1, startColumn: 8, endColumn: 9 })
    const empty = markerOf({ ...finding, span: { start: 0, end: 0 } }, new TextIndex(''))
    expect(empty).toMatchObject({ startLineNumber: 1, startColumn: 1 })
  })

  it('offers each fix as one quick fix', () => {
    const model = { uri: 'policy' as never, getVersionId: () => 7 }
    const [fix] = finding.fixes
    expect(codeActionOf(fix!, finding, model, index)).toMatchObject({
      title: 'Delete the comma',
      kind: 'quickfix',
      isPreferred: true,
      edit: {
        edits: [
          { resource: 'policy', versionId: 7, textEdit: { range: { startColumn: 26 }, text: '' } },
        ],
      },
    })
    const twoWays = { ...finding, fixes: [fix!, fix!] }
    expect(codeActionOf(fix!, twoWays, model, index).isPreferred).toBe(false)
    const changing = { ...fix!, changesAccess: true }
    expect(codeActionOf(changing, finding, model, index).title).toContain('changes access')
    expect(
      codeActionOf(changing, { ...finding, fixes: [changing] }, model, index).isPreferred,
    ).toBe(false)
  })
})

describe('a completion', () => {
  const completion: Completion = {
    label: 'Allow',
    insert: '"Allow"',
    snippet: false,
    span: { start: 15, end: 27 },
    kind: 'value',
    detail: '',
    documentation: 'Grants *this*.',
    sort: '0',
    continues: false,
  }
  const caret = { lineNumber: 2, column: 16 }

  it('is filtered by what is typed, the quote included', () => {
    expect(completionItemOf(completion, index, caret)).toMatchObject({
      filterText: '"Allow',
      insertText: '"Allow"',
      documentation: { value: 'Grants \\*this\\*\\.' },
      range: { startLineNumber: 2, startColumn: 14, endLineNumber: 2, endColumn: 26 },
    })
    const bare = { ...completion, span: { start: 14, end: 14 } }
    expect(completionItemOf(bare, index, caret).filterText).toBe('Allow')
  })

  it('found by what is typed is compared with that, and shows its detail beside it', () => {
    const found = { ...completion, label: 's3:GetBucketPolicy', filter: 'gbp', detail: 'Read' }
    expect(completionItemOf(found, index, caret)).toMatchObject({
      label: { label: 's3:GetBucketPolicy', description: 'Read' },
      filterText: '"gbp',
    })
  })

  it('asks for more where there is more, and is a snippet only when it says so', () => {
    const plain = completionItemOf(completion, index, caret)
    expect(plain.command).toBeUndefined()
    expect(plain.insertTextRules).toBeUndefined()
    const rich = completionItemOf({ ...completion, snippet: true, continues: true }, index, caret)
    expect(rich.command?.id).toBe('editor.action.triggerSuggest')
    expect(rich.insertTextRules).toBe(4)
  })

  it('brings the comma that is missing elsewhere', () => {
    const also = [{ span: { start: 1, end: 1 }, text: ',' }]
    expect(completionItemOf({ ...completion, also }, index, caret).additionalTextEdits).toEqual([
      { range: { startLineNumber: 1, startColumn: 2, endLineNumber: 1, endColumn: 2 }, text: ',' },
    ])
    expect(completionItemOf(completion, index, caret).additionalTextEdits).toBeUndefined()
  })

  it('stays on the line of the caret', () => {
    const whole = { ...completion, span: { start: 0, end: text.length } }
    expect(completionItemOf(whole, index, caret).range).toEqual({
      startLineNumber: 2,
      startColumn: 1,
      endLineNumber: 2,
      endColumn: 27,
    })
  })
})

it('a hover stands at its token, and stars stay stars', () => {
  const hover = hoverOf(
    {
      title: 's3:*',
      paragraphs: ['<b>'],
      facts: [['Matches', '2 *actions*']],
      link: 'https://docs.aws.amazon.com/a.html#b',
      spans: [{ start: 4, end: 13 }],
    },
    index,
  )
  expect(hover.contents.map(({ value }) => value)).toEqual([
    '**s3\\:\\***',
    '&lt;b&gt;',
    '- **Matches:** 2 \\*actions\\*',
    '[AWS’s page](https://docs.aws.amazon.com/a.html#b)',
  ])
  expect(hover.range).toMatchObject({ startLineNumber: 2, startColumn: 3, endColumn: 12 })
  const nowhere = { title: 'a', paragraphs: [], facts: [], spans: [] }
  expect(hoverOf(nowhere, index).range).toBeUndefined()
})

it('a lens is a hint behind its place', () => {
  const lens = { kind: 'wildcard' as const, words: '62 actions', tooltip: '62 Read.' }
  expect(inlayHintOf({ ...lens, span: { start: 4, end: 13 } }, index)).toMatchObject({
    position: { lineNumber: 2, column: 12 },
    label: '62 actions',
    tooltip: { value: '62 Read\\.' },
  })
})

it('escapes what Markdown would read', () => {
  expect(plainMarkdown('a_b `c` [d](e)')).toBe('a\\_b \\`c\\` \\[d\\]\\(e\\)')
})

it('an outline keeps its tree', () => {
  const span = { start: 4, end: 27 }
  const element = {
    name: 'Version',
    detail: '',
    kind: 'element' as const,
    span,
    nameSpan: { start: 4, end: 13 },
    children: [],
  }
  const symbol = symbolOf({ ...element, name: 's', kind: 'statement', children: [element] }, index)
  expect(symbol.children?.map(({ name }) => name)).toEqual(['Version'])
  expect(symbol.selectionRange).toMatchObject({ startLineNumber: 2, startColumn: 3, endColumn: 12 })
})

it('a fold leaves the closing bracket in sight', () => {
  expect(foldingRangeOf({ start: 0, end: text.length }, index)).toEqual({ start: 1, end: 2 })
})

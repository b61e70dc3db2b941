import type { Token, Tokens } from 'marked'
import { useMemo, type ReactNode } from 'react'
import { Button } from '#controls'
import { useApp } from '#store/react'
import { readMarkdown } from './read-markdown.ts'
import styles from './markdown.module.css'

/** Levels of elements in elements; what lies deeper is shown as it was written. */
const deepest = 24

/** The elements of a text in Markdown. */
export function MarkdownText({
  text: written,
  headingLevel,
}: {
  readonly text: string
  readonly headingLevel: 3 | 4 | 5
}) {
  const { text, isCut, tokens } = useMemo(() => readMarkdown(written), [written])
  return (
    <>
      {tokens ? (
        <All of={tokens} heading={`h${headingLevel}`} depth={0} />
      ) : (
        <p className={styles['plain']}>{text}</p>
      )}
      {isCut ? <p className={styles['cut']}>The text is longer than is shown here.</p> : null}
    </>
  )
}

interface Context {
  readonly heading: 'h3' | 'h4' | 'h5'
  readonly depth: number
}

function All({ of, heading, depth }: Context & { readonly of: readonly Token[] | undefined }) {
  return (of ?? []).map((token, index) => (
    <One key={index} token={token as Known} heading={heading} depth={depth + 1} />
  ))
}

// marked's own union ends in one that takes any name, so that nothing could be told apart.
type Known =
  | Tokens.Blockquote
  | Tokens.Br
  | Tokens.Checkbox
  | Tokens.Code
  | Tokens.Codespan
  | Tokens.Def
  | Tokens.Del
  | Tokens.Em
  | Tokens.Escape
  | Tokens.Heading
  | Tokens.Hr
  | Tokens.HTML
  | Tokens.Image
  | Tokens.Link
  | Tokens.List
  | Tokens.ListItem
  | Tokens.Paragraph
  | Tokens.Space
  | Tokens.Strong
  | Tokens.Table
  | Tokens.Tag
  | Tokens.Text

function One({ token, heading, depth }: Context & { readonly token: Known }): ReactNode {
  if (depth > deepest) return token.raw
  const all = (of: readonly Token[] | undefined) => <All of={of} heading={heading} depth={depth} />
  switch (token.type) {
    case 'paragraph':
      return <p>{all(token.tokens)}</p>
    case 'heading': {
      const Heading = heading
      return <Heading>{all(token.tokens)}</Heading>
    }
    case 'list': {
      const items = token.items.map((item, index) => <li key={index}>{all(item.tokens)}</li>)
      if (!token.ordered) return <ul>{items}</ul>
      return <ol {...(typeof token.start === 'number' ? { start: token.start } : {})}>{items}</ol>
    }
    case 'blockquote':
      return <blockquote>{all(token.tokens)}</blockquote>
    case 'table':
      return <Table table={token} heading={heading} depth={depth} />
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      )
    case 'hr':
      return <hr />
    case 'strong':
      return <strong>{all(token.tokens)}</strong>
    case 'em':
      return <em>{all(token.tokens)}</em>
    case 'del':
      return <del>{all(token.tokens)}</del>
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'link':
      return <LinkTo address={token.href}>{all(token.tokens)}</LinkTo>
    case 'text':
      return 'tokens' in token ? all(token.tokens) : token.text
    case 'escape':
      return token.text
    // Nothing is fetched because of a text: a picture is its words.
    case 'image':
      return token.text
    case 'html':
      return token.raw
    case 'def':
    case 'space':
    case 'checkbox':
    case 'list_item':
      return null
  }
}

function Table({
  table: { header, rows },
  heading,
  depth,
}: Context & { readonly table: Tokens.Table }) {
  return (
    <table>
      <thead>
        <tr>
          {header.map(({ tokens }, index) => (
            <th key={index} scope="col">
              <All of={tokens} heading={heading} depth={depth} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map(({ tokens }, place) => (
              <td key={place}>
                <All of={tokens} heading={heading} depth={depth} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A link to a web page, to the page of a check or to a lesson of the course; any other address leaves the words alone. */
function LinkTo({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const openCheckPage = useApp((app) => app.openCheckPage)
  const openLayer = useApp((app) => app.openLayer)
  const [, check] = /^check:([a-z0-9-]{1,80})$/u.exec(address) ?? []
  if (check !== undefined)
    return (
      <Button look="link" onPress={() => openCheckPage(check)}>
        {children}
      </Button>
    )
  const [, lesson] = /^lesson:([\w-]{1,80})$/u.exec(address) ?? []
  if (lesson !== undefined)
    return (
      <Button look="link" onPress={() => openLayer({ kind: 'startLesson', lesson })}>
        {children}
      </Button>
    )
  return /^https?:\/\//iu.test(address) ? (
    <a href={address} target="_blank" rel="noreferrer">
      {children}
    </a>
  ) : (
    children
  )
}

import {
  createScanner,
  parseTree,
  printParseErrorCode,
  type JSONScanner,
  type Node,
  type ParseError,
} from 'jsonc-parser'
import type { Finding, Fix, TextEdit } from './finding.ts'
import type { Span } from './span.ts'

/**
 * The words for text that is no JSON. jsonc-parser says where and with which code; what to tell a person, and how it can be
 * mended, is decided here. Trailing commas and comments are reported one by one, of all other slips only the first: what
 * follows it is mostly its echo.
 */
export interface SyntaxReading {
  /** What a tolerant reading recovers, comments and trailing commas overlooked. */
  readonly tree: Node | undefined
  readonly problems: readonly Finding[]
}

interface Token {
  readonly span: Span
  readonly text: string
}

/** Explains why `text` (not blank) is no JSON. Never throws; empty `problems` means that it is JSON. */
export function explainSyntax(text: string): SyntaxReading {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: false, allowTrailingComma: true })
  const tokens = scan(text)
  const problems = [...trailingCommas(tokens), ...comments(scanComments(text))]
  const [first] = errors
  if (first) problems.push(syntaxError(text, tokens, first))
  return { tree, problems: problems.sort((a, b) => a.span.start - b.span.start) }
}

/** The end of the token; of a comment that is not closed the scanner says that it ends behind the text. */
function endOf(scanner: JSONScanner, text: string): number {
  return Math.min(scanner.getTokenOffset() + scanner.getTokenLength(), text.length)
}

/** `SyntaxKind.EOF`; the scanner's kinds are a const enum, which single-file compilers cannot read. */
const endOfText = 17
const atEnd = (kind: number) => kind === endOfText

function scan(text: string): Token[] {
  const scanner = createScanner(text, true)
  const tokens: Token[] = []
  while (!atEnd(scanner.scan())) {
    const start = scanner.getTokenOffset()
    const end = endOf(scanner, text)
    tokens.push({ span: { start, end }, text: text.slice(start, end) })
  }
  return tokens
}

/** Comments too: `scan` leaves white space out, and these with it. */
function scanComments(text: string): Token[] {
  const scanner = createScanner(text, false)
  const found: Token[] = []
  while (!atEnd(scanner.scan())) {
    const start = scanner.getTokenOffset()
    const end = endOf(scanner, text)
    if (text.startsWith('//', start) || text.startsWith('/*', start))
      found.push({ span: { start, end }, text: text.slice(start, end) })
  }
  return found
}

const edit = (span: Span, text: string): TextEdit => ({ span, text })
const mend = (title: string, ...edits: TextEdit[]): Fix => ({ title, edits, changesAccess: false })

function trailingCommas(tokens: readonly Token[]): Finding[] {
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1]
    if (token.text !== ',' || !next || !closes(next)) return []
    return [
      {
        id: 'json-trailing-comma',
        severity: 'error',
        span: token.span,
        message: `a comma stands directly before "${next.text}". JSON allows no comma after the last item, so AWS rejects the whole document.`,
        fixes: [mend('Delete the comma', edit(token.span, ''))],
      },
    ]
  })
}

function comments(tokens: readonly Token[]): Finding[] {
  return tokens.map(({ span }) => ({
    id: 'json-comment',
    severity: 'error',
    span,
    message:
      'a policy cannot carry comments, so AWS rejects the whole document. A Sid is the place for a short note.',
    fixes: [mend('Delete the comment', edit(span, ''))],
  }))
}

function syntaxError(text: string, tokens: readonly Token[], error: ParseError): Finding {
  const { span, message, fixes } = describe(text, tokens, error)
  return { id: 'json-syntax-error', severity: 'error', span, message, fixes }
}

interface Description {
  readonly span: Span
  readonly message: string
  readonly fixes: readonly Fix[]
}

function describe(text: string, code: readonly Token[], error: ParseError): Description {
  const at = error.offset
  const index = code.findIndex(({ span }) => span.end > at)
  const token = index < 0 ? undefined : code[index]
  const before = index < 0 ? code.at(-1) : code[index - 1]
  const quotes = token && wrongQuotes(text, token)
  if (quotes) return quotes
  if (!token) return unfinished(text, code)
  const { span } = token
  const found = `found ${shorten(token.text)}`
  const slip = printParseErrorCode(error.error)
  switch (slip) {
    case 'CommaExpected': {
      const after = before?.span.end ?? span.start
      // `"Action" "s3:Get*"` and the like: two strings in a row where a name needs its colon are told apart by the parser.
      return {
        span,
        message: `${found}, expected a comma. Two items stand side by side with nothing between them.`,
        fixes: closes(token) ? [] : [mend('Add comma', edit({ start: after, end: after }, ','))],
      }
    }
    case 'ColonExpected': {
      const after = before?.span.end ?? span.start
      return {
        span,
        message: `${found}, expected a colon. A name and its value are written "Name": value.`,
        fixes: closes(token) ? [] : [mend('Add colon', edit({ start: after, end: after }, ':'))],
      }
    }
    case 'PropertyNameExpected':
      return {
        span,
        message:
          token.text === ','
            ? 'found a second comma. One comma stands between two items.'
            : `${found}, expected a name in double quotes, such as "Effect".`,
        fixes: nameFixes(token),
      }
    case 'ValueExpected':
      if (token.text === ',')
        return {
          span,
          message:
            'found a comma where a value belongs. Either the value is missing, or there is one comma too many.',
          fixes: [mend('Delete the comma', edit(span, ''))],
        }
      return {
        span,
        message: `${found}, expected a value: text in double quotes, a list or an object.`,
        fixes: [],
      }
    case 'InvalidSymbol': {
      const word = token.text
      const bare = /^[\w:*?/.${}-]+$/u.test(word)
      return {
        span,
        message: `${found}, text in a policy stands in double quotes.`,
        fixes: bare ? [mend('Put it in double quotes', edit(span, `"${word}"`))] : [],
      }
    }
    case 'EndOfFileExpected':
      return closes(token)
        ? {
            span,
            message: `found "${token.text}", but nothing is open any more. There is one closing bracket too many.`,
            fixes: [mend('Delete it', edit(span, ''))],
          }
        : {
            span,
            message: `${found} after the end of the document. A policy is one JSON object; a second one needs a policy of its own.`,
            fixes: [],
          }
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return {
        span,
        message: `${found}, expected ${slip === 'CloseBraceExpected' ? '"}"' : '"]"'}.`,
        fixes: [],
      }
    case 'UnexpectedEndOfString': {
      const end = span.end
      return {
        span,
        message:
          'this text has no closing quote on its line. A string ends with a double quote and cannot contain a line break.',
        fixes: [mend('Close the quote', edit({ start: end, end }, closingQuote(token.text)))],
      }
    }
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return {
        span,
        message:
          'this string has a backslash that begins no escape sequence. A backslash that means itself is written twice.',
        fixes: [],
      }
    case 'InvalidCharacter':
      return {
        span,
        message:
          'this string holds a tab or another control character. Inside a string they are written as escapes, a tab as \\t.',
        fixes: [mend('Write it as an escape', edit(span, escapeControls(token.text)))],
      }
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return {
        span,
        message: `${found}, which is no number as JSON writes them. Text stands in double quotes.`,
        fixes: [],
      }
    case 'UnexpectedEndOfComment':
    case 'InvalidCommentToken':
      return {
        span,
        message: 'a comment begins here and does not end. A policy cannot carry comments.',
        fixes: [],
      }
    case '<unknown ParseErrorCode>':
      return { span, message: `${found}, which cannot stand here.`, fixes: [] }
  }
}

const closes = ({ text }: Token) => text === '}' || text === ']'

function nameFixes(token: Token): readonly Fix[] {
  if (token.text === ',') return [mend('Delete the comma', edit(token.span, ''))]
  if (!/^\w+$/u.test(token.text)) return []
  return [mend('Put the name in double quotes', edit(token.span, `"${token.text}"`))]
}

/** Inside a string JSON allows no control character but by its escape. */
function escapeControls(token: string): string {
  return token.replace(/\p{Cc}/gu, (control) =>
    // Those from U+007F on are legal as they are.
    control < ' ' ? JSON.stringify(control).slice(1, -1) : control,
  )
}

/** A line comma belongs behind the quote that is missing: `"Allow,` was meant as `"Allow",`. */
function closingQuote(token: string): string {
  return token.endsWith('\\') ? '\\"' : '"'
}

/** The text just ends: what is still open, and the brackets that would close it. */
function unfinished(text: string, code: readonly Token[]): Description {
  const end = text.trimEnd().length
  const span = { start: end, end }
  const open: string[] = []
  for (const { text: token } of code) {
    if (token === '{') open.push('}')
    else if (token === '[') open.push(']')
    else if (token === '}' || token === ']') open.pop()
  }
  const closing = open.reverse().join('')
  const last = code.at(-1)
  if (closing === '')
    return {
      span,
      message:
        'the text ends where a value is expected. A policy is an object: { "Version": …, "Statement": … }.',
      fixes: [],
    }
  const dangling = last?.text === ',' || last?.text === ':'
  return {
    span,
    message: `the text ends too early: ${closing.length === 1 ? 'a closing bracket is' : `${closing.length} closing brackets are`} missing (${closing.split('').join(' ')}).`,
    fixes: dangling ? [] : [mend(`Add ${closing}`, edit(span, `\n${closing}`))],
  }
}

/** `'…'` and “…”: quotes that look right and are none to JSON. */
function wrongQuotes(text: string, token: Token): Description | undefined {
  const start = token.span.start
  const rest = text.slice(start, start + 2000)
  const quoted = /^(?:'([^'\n]*)'|[\u201c\u201d\u201e]([^\u201c\u201d"\n]*)[\u201c\u201d"])/u.exec(
    rest,
  )
  const mark = /^['\u2018\u2019\u201c\u201d\u201e]/u.exec(rest)?.[0]
  if (!mark) return undefined
  const span = { start, end: start + (quoted?.[0].length ?? 1) }
  const fixes: Fix[] = []
  if (quoted) {
    fixes.push(mend('Use double quotes', edit(span, JSON.stringify(quoted[1] ?? quoted[2] ?? ''))))
    const all = everyWrongQuote(text)
    if (all.length > 1) fixes.push(mend('Use double quotes everywhere', ...all))
  }
  return { span, message: `found ${mark}, strings in a policy need double quotes.`, fixes }
}

function everyWrongQuote(text: string): TextEdit[] {
  const edits: TextEdit[] = []
  const quoted =
    /"(?:[^"\\\n]|\\.)*"|'([^'\n]*)'|[\u201c\u201d\u201e]([^\u201c\u201d"\n]*)[\u201c\u201d]/gu
  for (const match of text.matchAll(quoted)) {
    const inside = match[1] ?? match[2]
    if (inside === undefined) continue
    edits.push(
      edit({ start: match.index, end: match.index + match[0].length }, JSON.stringify(inside)),
    )
  }
  return edits
}

function shorten(text: string): string {
  const line = text.split('\n')[0] ?? ''
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

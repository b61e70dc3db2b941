import { isAlias, isMap, isScalar, isSeq, Lexer, parseAllDocuments } from 'yaml'

/** What YAML holds, or why it is none. */
export type YamlReading =
  | { readonly kind: 'value'; readonly value: unknown }
  | {
      readonly kind: 'broken'
      readonly message: string
      readonly place: { readonly line: number; readonly column: number } | undefined
    }
  /** Its aliases make more text of it than any file may have. */
  | { readonly kind: 'tooLarge' }

/** Far more than a template has; aliases can make a few lines stand for billions of values. */
const mostValues = 200_000
/** Characters of all scalars, counted again wherever an alias repeats them: as many as a file may have bytes. */
const mostCharacters = 5 * 1024 * 1024
const deepest = 100
/** Words, signs and blanks: as many as a template of the size that CloudFormation takes. */
const mostLexemes = 300_000

class Refused extends Error {}
class TooLarge extends Error {}

/** What was made of the whole text so far. */
interface Count {
  values: number
  characters: number
}

/**
 * Reads YAML as texts, lists and maps: every scalar stays the text it is, so that account 012345678901 keeps its zero. The
 * short forms of CloudFormation's functions, `!Sub`, become the long ones.
 */
export function readYaml(text: string): YamlReading {
  try {
    refuseTooMuch(text)
    // Looking for keys that are there twice takes the square of their number; the last one counts, as in JSON.
    const documents = [
      ...parseAllDocuments(text, {
        schema: 'failsafe',
        uniqueKeys: false,
        prettyErrors: false,
      }),
    ]
    const [error] = documents.flatMap(({ errors }) => errors)
    if (error) {
      const before = text.slice(0, error.pos[0])
      const place = {
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n'),
      }
      // So the parser words it when it runs out of stack.
      const message = error.message.startsWith('Maximum call stack')
        ? 'it is nested too deeply'
        : error.message.replace(/\.$/u, '')
      return { kind: 'broken', message, place }
    }
    const count: Count = { values: 0, characters: 0 }
    const values = documents.map(({ contents }) => convert(contents, new Map(), count, 0))
    return { kind: 'value', value: values.length === 1 ? values[0] : values }
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'tooLarge' }
    if (error instanceof Refused)
      return { kind: 'broken', message: error.message, place: undefined }
    // The parser recurses: what nests too deeply runs it out of stack.
    if (error instanceof RangeError)
      return { kind: 'broken', message: 'it is nested too deeply', place: undefined }
    throw error
  }
}

/** The parser keeps everything it meets, mistakes too, in a hundred times the memory of the text; the lexer keeps nothing. */
function refuseTooMuch(text: string): void {
  let lexemes = 0
  let depth = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > mostLexemes) throw new Refused('it is too large for YAML')
    if (lexeme === '[' || lexeme === '{') depth++
    else if (lexeme === ']' || lexeme === '}') depth--
    if (depth > deepest) throw new Refused('it is nested too deeply')
  }
}

function convert(
  node: unknown,
  anchors: Map<string, unknown>,
  count: Count,
  depth: number,
): unknown {
  if (++count.values > mostValues)
    throw new Refused('it repeats parts of itself too often, or is too large')
  if (depth > deepest) throw new Refused('it is nested too deeply')
  const inner = (child: unknown) => convert(child, anchors, count, depth + 1)
  if (isAlias(node)) return inner(anchors.get(node.source))
  if (isScalar(node) || isMap(node) || isSeq(node)) {
    if (node.anchor !== undefined) anchors.set(node.anchor, node)
    return tagged(
      node.tag,
      isScalar(node)
        ? counted(node.value, count)
        : isSeq(node)
          ? node.items.map(inner)
          : mapOf(node.items, inner),
    )
  }
  return undefined
}

function counted(value: unknown, count: Count): string {
  if (typeof value !== 'string') return ''
  count.characters += value.length
  if (count.characters > mostCharacters) throw new TooLarge()
  return value
}

interface Pair {
  readonly key: unknown
  readonly value: unknown
}

function mapOf(pairs: readonly Pair[], inner: (node: unknown) => unknown): unknown {
  const members = new Map<string, unknown>()
  for (const { key, value } of pairs) {
    const name = inner(key)
    const converted = inner(value)
    if (name === '<<' && typeof converted === 'object' && converted !== null)
      for (const [merged, item] of Object.entries(converted)) {
        if (!members.has(merged)) members.set(merged, item)
      }
    else members.set(typeof name === 'string' ? name : '', converted)
  }
  return Object.fromEntries(members)
}

/** `!Sub text` is `{"Fn::Sub": "text"}`. Tags of YAML itself have more in front. */
function tagged(tag: string | undefined, value: unknown): unknown {
  const name = /^!(\w+)$/u.exec(tag ?? '')?.[1]
  if (name === undefined) return value
  return { [name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`]: value }
}

import { splitArn } from '#policy'
import { fitsFormat, formatPieces, type FormatPiece, type ResourceType } from '#reference'
import type { Situation } from './completion.ts'
import { accountsInUse, partitionInUse, regionsInUse } from './in-use.ts'
import { literal } from './snippet.ts'

/** What placeholders of formats are filled with, before a person fills them in. */
export interface Filling {
  readonly partition: string
  readonly region: string | undefined
  readonly account: string | undefined
  /** ARNs whose names can be used again, those of the request first. */
  readonly arns: readonly string[]
}

/** The partition, the Region and the account of the workspace, and the names of the request. */
export function fillingFrom(situation: Situation): Filling {
  const arn = situation.request?.resource.arn
  return {
    partition: partitionInUse(situation),
    region: regionsInUse(situation)[0],
    account: accountsInUse(situation)[0],
    arns: arn === undefined ? [] : [arn],
  }
}

/** The pieces of a format behind its fifth colon. */
export function resourcePieces(type: ResourceType): readonly FormatPiece[] {
  const pieces: FormatPiece[] = []
  let colons = 0
  for (const piece of formatPieces(type)) {
    if (colons >= 5 || piece.kind === 'placeholder') {
      if (colons >= 5) pieces.push(piece)
      continue
    }
    let at = 0
    while (colons < 5 && at < piece.text.length) if (piece.text.charAt(at++) === ':') colons++
    if (colons >= 5 && at < piece.text.length) pieces.push({ ...piece, text: piece.text.slice(at) })
  }
  return pieces
}

/**
 * A format as a snippet: a stop for each placeholder, filled in where the workspace tells with what. The partition is text, for who
 * writes policies for another one has ARNs of it already.
 */
export function arnSnippet(
  type: ResourceType,
  filling: Filling,
  pieces: readonly FormatPiece[] = formatPieces(type),
): string {
  const names = namesFrom(type, filling.arns)
  let stop = 0
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return literal(piece.text)
      if (piece.name === 'Partition') return literal(filling.partition)
      const value = known(piece.name, filling) ?? names.get(piece.name) ?? piece.name
      return `\${${++stop}:${literal(value)}}`
    })
    .join('')
}

function known(placeholder: string, { region, account }: Filling): string | undefined {
  if (placeholder === 'Region') return region
  return placeholder === 'Account' ? account : undefined
}

/** The values that a format's placeholders have in an ARN of that type. */
function namesFrom(type: ResourceType, arns: readonly string[]): ReadonlyMap<string, string> {
  const service = type.arn.split(':')[2]
  const arn = arns.find((one) => splitArn(one)?.service === service && fitsFormat(type, one))
  if (arn === undefined) return new Map()
  const pieces = formatPieces(type)
  const placeholders = pieces.flatMap((piece) => (piece.kind === 'placeholder' ? [piece.name] : []))
  const expression = pieces
    .map((piece, index) => {
      if (piece.kind === 'text') return piece.text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
      return index === pieces.length - 1 ? '(.+)' : '(.*?)'
    })
    .join('')
  const found = new RegExp(`^${expression}$`, 'u').exec(arn)
  return new Map(
    placeholders.flatMap((name, index) =>
      found?.[index + 1] ? [[name, found[index + 1] as string] as const] : [],
    ),
  )
}

import { readJson } from '#policy'
import { readWorkspaces } from '#workspace'
import { isAccount, principalsOf, readAccount } from './account.ts'
import { listIn, policyList, readAwsAnswer } from './aws-answers.ts'
import { isTemplate, readTemplate } from './cloudformation.ts'
import { collected } from './collection.ts'
import { fieldsOf, itemsOf } from './fields.ts'
import type { Imported, Unreadable } from './imported.ts'
import { isPolicyDocument, policyText } from './policy-text.ts'
import { readYaml } from './read-yaml.ts'
import { isTerraform, readTerraform } from './terraform.ts'

/** Bytes of a file; the details of an account of some size fit. */
const largest = 5 * 1024 * 1024
/** Where a text is longer than this, the search for the slip in it would take too long. */
const longestExplained = 512 * 1024

/** What is said when reading fails in a way that nobody has foreseen. */
export const failedToRead: Unreadable = {
  kind: 'unreadable',
  reason: 'failed',
  message: "This file can't be read. Nothing was changed.",
}

/**
 * What a file or a paste holds, whatever kind of file it is. Never throws and changes nothing: what can't be taken over is told
 * with its place.
 */
export function importText(text: string, fileName?: string): Imported {
  try {
    return read(text, fileName)
  } catch {
    return failedToRead
  }
}

function read(text: string, fileName: string | undefined): Imported {
  if (text.length > largest || utf8Length(text) > largest)
    return { kind: 'unreadable', reason: 'tooLarge', message: 'This file is larger than 5 MB.' }
  const plain = text.replace(/^\ufeff/u, '')
  if (plain.trim() === '')
    return { kind: 'unreadable', reason: 'empty', message: 'There is nothing in it.' }
  const name = (fileName ?? '').replace(/^.*[\\/]/u, '').replace(/\.\w+$/u, '') || 'policy'
  const isYaml = /\.(?:ya?ml|template)$/iu.test(fileName ?? '')
  const parsed = parse(plain)
  if (parsed) return dispatch(parsed.value, text, name)
  // YAML, or a slip in JSON. YAML reads some slips, but a policy with one is better mended.
  return !isYaml && /^\s*[[{]/u.test(plain) ? brokenJson(plain) : fromYaml(plain, name)
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function dispatch(value: unknown, text: string | undefined, name: string): Imported {
  const items = itemsOf(value)
  const fields = fieldsOf(value)
  if (fields.has('sidelight') || items.some((item) => fieldsOf(item).has('sidelight')))
    return fromWorkspaces(value)
  if (isPolicyDocument(value)) {
    const own = text ?? policyText(value)
    if (own !== undefined) return collected('policy', [{ name, text: own }])
  }
  if (isAccount(fields)) {
    const details = readAccount(fields)
    return { kind: 'account', details, principals: principalsOf(details) }
  }
  if (isTemplate(fields)) return orNothing(readTemplate(fields), 'This template holds no policies.')
  if (isTerraform(fields))
    return orNothing(
      readTerraform(fields),
      'This Terraform plan holds no policies that are known yet.',
    )
  return readAwsAnswer(fields, name) ?? policyList(listIn(fields) ?? items, name) ?? nothing(fields)
}

function fromWorkspaces(value: unknown): Imported {
  const readings = readWorkspaces(value)
  const workspaces = readings.flatMap(({ workspace }) => workspace ?? [])
  const problems = readings.flatMap((reading) => reading.problems)
  if (workspaces.length > 0) return { kind: 'workspaces', workspaces, problems }
  const [first] = problems
  const message = first ? `${first.path}: ${first.message}.` : 'There is no workspace in it.'
  const versions = (Array.isArray(value) ? itemsOf(value) : [value]).map((item) =>
    fieldsOf(item).get('sidelight'),
  )
  const newer = versions.some((version) => typeof version === 'number' && version > 1)
  return { kind: 'unreadable', reason: newer ? 'newer' : 'noPolicy', message }
}

function orNothing(imported: Extract<Imported, { kind: 'policies' }>, message: string): Imported {
  if (imported.workspace.policies.length > 0) return imported
  return {
    kind: 'unreadable',
    reason: 'noPolicy',
    message: [message, ...imported.notes].join(' '),
  }
}

/** What it is instead, where that can be told, and what would help. */
function nothing(fields: ReadonlyMap<string, unknown>): Unreadable {
  const message = fieldsOf(fields.get('Policy')).has('DefaultVersionId')
    ? 'This says which policy it is, but not what is in it. Run aws iam get-policy-version with its ARN and default version.'
    : fields.has('AttachedPolicies') || fields.has('PolicyNames')
      ? 'This lists the names of policies, but not what is in them. Run aws iam get-policy-version or aws iam get-role-policy for each.'
      : 'There is no policy and no workspace in it.'
  return { kind: 'unreadable', reason: 'noPolicy', message }
}

function brokenJson(text: string): Unreadable {
  const draft = /"(?:Statement|Effect)"/u.test(text.slice(0, longestExplained))
  const [problem] = text.length <= longestExplained ? readJson(text).problems : []
  if (!problem)
    return {
      kind: 'unreadable',
      reason: 'notJson',
      message: 'This is not JSON.',
      ...(draft && { draft }),
    }
  const before = text.slice(0, problem.span.start)
  const line = before.split('\n').length
  const place = { line, column: before.length - before.lastIndexOf('\n') }
  return {
    kind: 'unreadable',
    reason: 'notJson',
    message: `Line ${line}: ${problem.message.replace(/\.?$/u, '.')}`,
    place,
    ...(draft && { draft }),
  }
}

function fromYaml(text: string, name: string): Imported {
  const reading = readYaml(text)
  if (reading.kind === 'value') {
    if (typeof reading.value === 'object' && reading.value !== null)
      return dispatch(reading.value, undefined, name)
    return {
      kind: 'unreadable',
      reason: 'noPolicy',
      message: 'There is no policy and no workspace in it.',
    }
  }
  if (reading.kind === 'tooLarge')
    return {
      kind: 'unreadable',
      reason: 'tooLarge',
      message: 'With all that it repeats, this file is larger than 5 MB.',
    }
  const { message, place } = reading
  return {
    kind: 'unreadable',
    reason: 'notYaml',
    message: place
      ? `Line ${place.line}: ${message}.`
      : `This is neither JSON nor YAML: ${message}.`,
    ...(place && { place }),
  }
}

/** Bytes in UTF-8, counted without making them. */
function utf8Length(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // A surrogate is half of four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

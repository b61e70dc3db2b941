import type { Statement } from '#policy'
import { findService, splitAction, type Reference } from '#reference'
import { quotedSnippet, type Occasion, type Offer } from './completion.ts'

/** A name made of the effect and the actions: `AllowS3GetObject`, `DenyS3AndSqs`. Letters and digits only, as IAM wants it. */
export function sidOffers({ statement, source, reference }: Occasion): readonly Offer[] {
  const name = statement && sidFor(statement, reference)
  if (!name) return []
  const taken = new Set(
    source.draft?.statements.filter((one) => one !== statement).map(({ sid }) => sid?.value),
  )
  const free = taken.has(name) ? `${name}${freeNumber(name, taken)}` : name
  return [{ label: free, kind: 'value', value: quotedSnippet(free), detail: 'effect and actions' }]
}

function freeNumber(name: string, taken: ReadonlySet<string | undefined>): number {
  let number = 2
  while (taken.has(`${name}${number}`)) number++
  return number
}

/** As many parts as a name can hold and still be read. */
const most = 2

function sidFor({ effect, action }: Statement, reference: Reference): string | undefined {
  if (!effect || !action || action.patterns.length === 0) return undefined
  const patterns = action.patterns.map(({ value }) => value)
  const except = action.negated ? 'AllBut' : ''
  const services = [...new Set(patterns.map((pattern) => splitAction(pattern).prefix))]
  const names =
    patterns.length === 1
      ? patterns.map((pattern) => word(pattern, reference))
      : services.map((service) => serviceWord(service, reference))
  const shown = names.length > most ? [...names.slice(0, most), 'Others'] : names
  return `${effect.value}${except}${shown.join('And')}`.replace(/[^A-Za-z0-9]/gu, '')
}

/** `S3Get` for `s3:Get*`, `All` for `*`. */
function word(pattern: string, reference: Reference): string {
  const { prefix, name } = splitAction(pattern)
  return `${serviceWord(prefix, reference)}${/^[*]*$/u.test(name) ? '' : capital(name)}`
}

function serviceWord(prefix: string, reference: Reference): string {
  if (prefix === '*') return 'All'
  const service = findService(reference, prefix)
  const known = typeof service === 'string' ? prefix : service.prefix
  return known.split('-').map(capital).join('')
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

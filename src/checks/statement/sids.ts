import type { PolicyDocument, Statement } from '#policy'
import { fix, type Context } from '../check.ts'

const upperFirst = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Letters and digits only: `Read reports` → `ReadReports`. Empty when there are none. */
export function cleanedSid(text: string): string {
  return (text.match(/[A-Za-z0-9]+/gu) ?? []).map(upperFirst).join('')
}

/** `base`, or with another number behind it where the document has that Sid already. */
export function freeSid({ statements }: PolicyDocument, base: string): string {
  const taken = new Set(statements.map(({ sid }) => sid?.value))
  if (!taken.has(base)) return base
  const [, word = '', digits = ''] = /^(.*?)(\d{0,9})$/u.exec(base) ?? []
  let number = digits === '' ? 2 : Number(digits) + 1
  while (taken.has(`${word}${number}`)) number++
  return `${word}${number}`
}

/** A Sid made of what the statement does: `AllowSqsSendMessage`. */
export function sidOf({ effect, action }: Statement): string {
  const [first] = action?.patterns ?? []
  const words = first?.value === '*' ? 'Everything' : (first?.value ?? '')
  return cleanedSid(`${effect?.value ?? ''} ${action?.negated ? 'Not ' : ''}${words}`)
}

/** Reports every Sid that an earlier statement has. */
export function reportRepeatedSids(
  document: PolicyDocument,
  { edit, lineAt, report }: Context,
  consequence: string,
): void {
  const first = new Map<string, Statement>()
  for (const statement of document.statements) {
    const { sid } = statement
    if (!sid?.value) continue
    const earlier = first.get(sid.value)
    if (!earlier?.sid) {
      first.set(sid.value, statement)
      continue
    }
    const free = freeSid(document, sid.value)
    report(
      sid.span,
      `the Sid "${sid.value}" is taken by the statement in line ${lineAt(earlier.sid.span.start)}. ${consequence} "${free}" is free.`,
      {
        fixes: [fix(`Rename to ${free}`, edit.replace(sid.span, free))],
        related: [{ span: earlier.sid.span, message: 'the first one' }],
      },
    )
  }
}

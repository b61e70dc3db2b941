import { fix } from '../check.ts'
import { freeSid, sidOf } from '../statement/sids.ts'
import { ofStatement, type Refactoring } from './spot.ts'

/** A Sid made of what the statement does. */
export const addSid = ofStatement((statement, { context }) => {
  const name = sidOf(statement).slice(0, 64)
  if (statement.sid || name === '') return []
  const free = freeSid(context.document, name)
  return [fix(`Add the Sid "${free}"`, context.edit.insertMember(statement.span, 'Sid', free))]
})

/** A number for each statement that has no Sid. */
export const numberSids: Refactoring = ({ context }) => {
  const { statements } = context.document
  const taken = new Set(statements.map(({ sid }) => sid?.value))
  const nameless = statements.filter(({ sid }) => sid === undefined)
  if (nameless.length < 2) return []
  const edits = nameless.flatMap((statement) => {
    let number = statement.index + 1
    while (taken.has(`Statement${number}`)) number++
    const name = `Statement${number}`
    taken.add(name)
    return context.edit.insertMember(statement.span, 'Sid', name) ?? []
  })
  return edits.length === nameless.length
    ? [fix(`Number the ${nameless.length} statements without a Sid`, edits)]
    : []
}

import { parseConditionOperator } from './condition.ts'
import type {
  Clause,
  ConditionClause,
  PolicyDocument,
  PolicySource,
  PrincipalClause,
  PrincipalKind,
  PrincipalPattern,
  Statement,
  StatementFault,
} from './document.ts'
import type { Finding } from './finding.ts'
import { documentElements, principalKeys, statementElements } from './grammar.ts'
import {
  describeKind,
  member,
  readJson,
  type JsonMember,
  type JsonNode,
  type JsonObject,
} from './json.ts'
import { nearestName } from './nearest.ts'
import type { Located, Span } from './span.ts'

/**
 * Reads the text of a policy: `text` in, a tree with the place of everything out (offsets are UTF-16 units of `text`).
 * Never throws and never gives up early: what is wrong becomes a finding or a fault beside what was understood.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(text: string): PolicySource {
  const { root, problems: syntax } = readJson(text)
  if (!root)
    return { text, json: undefined, document: undefined, draft: undefined, problems: syntax }
  const problems = [...syntax]
  const draft = readDocument(root, problems)
  const saved = syntax.length === 0 && draft?.statementKey !== undefined && !misread(draft, root)
  return { text, json: root, document: saved ? draft : undefined, draft, problems }
}

/** `Statement` is there, but neither an object nor a list. */
function misread(draft: PolicyDocument, root: JsonNode): boolean {
  const value = root.kind === 'object' ? member(root, 'Statement')?.value : undefined
  return draft.statements.length === 0 && value?.kind !== 'array'
}

function readDocument(root: JsonNode, problems: Finding[]): PolicyDocument | undefined {
  if (root.kind !== 'object') {
    problems.push(wrongKind('a policy', root, 'an object: { "Version": …, "Statement": … }'))
    return undefined
  }
  reportDuplicates(root, problems)
  for (const { key } of root.members)
    if (!Object.hasOwn(documentElements, key.value)) problems.push(unknownElement(key, 'document'))
  const text = (name: 'Version' | 'Id'): Located<string> | undefined => {
    const value = member(root, name)?.value
    if (!value) return undefined
    if (value.kind === 'string') return value
    problems.push(wrongKind(name, value, 'a string', quoted(value)))
    return undefined
  }
  const version = text('Version')
  const id = text('Id')
  const statement = member(root, 'Statement')
  // A misspelt "Statement" has its finding already.
  if (!statement && !root.members.some(({ key }) => isMeant(key.value, 'Statement')))
    problems.push(
      missingStatement(
        { start: root.span.start, end: root.span.start + 1 },
        'there is no "Statement"',
      ),
    )
  return {
    span: root.span,
    ...(version && { version }),
    ...(id && { id }),
    ...(statement && { statementKey: statement.key }),
    variables: version?.value === '2012-10-17',
    statements: statement?.value ? readStatements(statement.value, problems) : [],
  }
}

function readStatements(value: JsonNode, problems: Finding[]): readonly Statement[] {
  if (value.kind === 'object') return [readStatement(value, 0, problems)]
  if (value.kind !== 'array') {
    problems.push(wrongKind('Statement', value, 'an object or a list of objects'))
    return []
  }
  if (value.items.length === 0)
    problems.push(missingStatement(value.span, 'the list of statements is empty'))
  return value.items.map((item, index) => {
    if (item.kind === 'object') return readStatement(item, index, problems)
    problems.push(wrongKind('a statement', item, 'an object'))
    const fault: StatementFault = { kind: 'wrongType', element: 'Statement', span: item.span }
    return { index, span: item.span, conditions: [], faults: [fault] }
  })
}

/** What is wrong with one statement: faults for the evaluation, findings for the reader. */
interface Notes {
  readonly faults: StatementFault[]
  readonly problems: Finding[]
}

function noteWrongType(
  notes: Notes,
  element: string,
  node: JsonNode,
  wanted: string,
  fixes?: Finding['fixes'],
): void {
  notes.faults.push({ kind: 'wrongType', element, span: node.span })
  notes.problems.push(wrongKind(element, node, wanted, fixes))
}

/** One string or a list of strings. */
function readStrings(element: string, node: JsonNode, notes: Notes): readonly Located<string>[] {
  if (node.kind === 'string') return [node]
  if (node.kind !== 'array') {
    noteWrongType(notes, element, node, 'a string or a list of strings')
    return []
  }
  return node.items.flatMap((item) => {
    if (item.kind === 'string') return [item]
    noteWrongType(notes, element, item, 'a string', quoted(item))
    return []
  })
}

function readStatement(object: JsonObject, index: number, problems: Finding[]): Statement {
  const notes: Notes = { faults: [], problems }
  reportDuplicates(object, problems)
  for (const { key } of object.members) {
    if (Object.hasOwn(statementElements, key.value)) continue
    problems.push(unknownElement(key, 'statement'))
    notes.faults.push({ kind: 'unknownElement', name: key.value, span: key.span })
  }
  const text = (name: 'Sid' | 'Effect'): Located<string> | undefined => {
    const value = member(object, name)?.value
    if (!value) return undefined
    if (value.kind === 'string') return value
    noteWrongType(notes, name, value, 'a string', quoted(value))
    return undefined
  }
  const sid = text('Sid')
  const effect = text('Effect')
  if (effect && effect.value !== 'Allow' && effect.value !== 'Deny')
    notes.faults.push({ kind: 'unknownEffect', value: effect.value, span: effect.span })
  else if (!effect && !member(object, 'Effect')?.value)
    notes.faults.push({ kind: 'missing', element: 'Effect', span: object.span })
  const principal = readPair(object, 'Principal', notes, readPrincipals)
  const action = readPair(object, 'Action', notes, readClause)
  const resource = readPair(object, 'Resource', notes, readClause)
  const condition = member(object, 'Condition')
  return {
    index,
    span: object.span,
    ...(sid && { sid }),
    ...(effect && { effect }),
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource && { resource }),
    conditions: condition?.value ? readConditions(condition.value, notes) : [],
    ...(condition && { conditionKey: condition.key }),
    faults: notes.faults,
  }
}

/** `Action` or `NotAction`; when both are there, the statement is faulty and the first one is shown. */
function readPair<C extends Clause | PrincipalClause>(
  object: JsonObject,
  name: 'Principal' | 'Action' | 'Resource',
  notes: Notes,
  read: (entry: JsonMember, value: JsonNode, negated: boolean, notes: Notes) => C | undefined,
): C | undefined {
  const plain = member(object, name)
  const negated = member(object, `Not${name}`)
  if (plain && negated)
    notes.faults.push({ kind: 'exclusive', elements: [name, `Not${name}`], span: negated.key.span })
  const chosen = plain ?? negated
  return chosen?.value && read(chosen, chosen.value, chosen === negated, notes)
}

function readClause(
  entry: JsonMember,
  value: JsonNode,
  negated: boolean,
  notes: Notes,
): Clause | undefined {
  if (value.kind !== 'string' && value.kind !== 'array') {
    noteWrongType(notes, entry.key.value, value, 'a string or a list of strings')
    return undefined
  }
  return {
    key: entry.key,
    span: entry.span,
    negated,
    patterns: readStrings(entry.key.value, value, notes),
  }
}

function readPrincipals(
  entry: JsonMember,
  value: JsonNode,
  negated: boolean,
  notes: Notes,
): PrincipalClause | undefined {
  const element = entry.key.value
  const patterns: PrincipalPattern[] = []
  if (value.kind === 'string') {
    // `"Principal": "*"` is the one form without a map.
    if (value.value !== '*') {
      noteWrongType(notes, element, value, '"*" or an object such as { "AWS": … }', [
        {
          title: 'Wrap in { "AWS": … }',
          edits: [{ span: value.span, text: `{ "AWS": ${JSON.stringify(value.value)} }` }],
          changesAccess: true,
        },
      ])
      return undefined
    }
    patterns.push({ kind: 'AWS', value: '*', span: value.span })
  } else if (value.kind === 'object') {
    reportDuplicates(value, notes.problems)
    for (const { key, value: names } of lastMembers(value)) {
      const kind = principalKeys.find((known) => known === key.value)
      if (!kind)
        notes.faults.push({ kind: 'unknownPrincipalKey', value: key.value, span: key.span })
      else if (names) patterns.push(...namesOf(kind, `${element}.${kind}`, names, notes))
    }
  } else {
    noteWrongType(notes, element, value, '"*" or an object such as { "AWS": … }')
    return undefined
  }
  return { key: entry.key, span: entry.span, negated, patterns }
}

function namesOf(
  kind: PrincipalKind,
  element: string,
  names: JsonNode,
  notes: Notes,
): PrincipalPattern[] {
  return readStrings(element, names, notes).map(({ value, span }) => ({ kind, value, span }))
}

function readConditions(value: JsonNode, notes: Notes): ConditionClause[] {
  if (value.kind !== 'object') {
    noteWrongType(notes, 'Condition', value, 'an object: operator, then key, then values')
    return []
  }
  reportDuplicates(value, notes.problems)
  return lastMembers(value).flatMap(({ key: operatorName, value: keys }) => {
    const operator = parseConditionOperator(operatorName.value)
    if (!operator)
      notes.faults.push({
        kind: 'unknownOperator',
        value: operatorName.value,
        span: operatorName.span,
      })
    if (!keys) return []
    if (keys.kind !== 'object') {
      // Below a name that is no operator any value may stand; the name alone is the mistake.
      if (operator)
        noteWrongType(notes, operatorName.value, keys, 'an object of condition keys and values')
      return []
    }
    reportDuplicates(keys, notes.problems)
    return lastMembers(keys).flatMap(({ key, span, value: values }) =>
      values
        ? [{ span, operatorName, operator, key, values: readConditionValues(key, values, notes) }]
        : [],
    )
  })
}

function readConditionValues(
  key: Located<string>,
  node: JsonNode,
  notes: Notes,
): Located<string>[] {
  const items = node.kind === 'array' ? node.items : [node]
  return items.flatMap((item) => {
    switch (item.kind) {
      case 'string':
        return [item]
      case 'number':
        return [{ value: item.raw, span: item.span }]
      case 'boolean':
        return [{ value: String(item.value), span: item.span }]
      case 'null':
      case 'array':
      case 'object':
        notes.faults.push({ kind: 'wrongType', element: key.value, span: item.span })
        notes.problems.push({
          ...wrongKind(`a value of ${key.value}`, item, 'text, a number or true or false'),
          id: 'invalid-condition-data-type',
        })
        return []
    }
  })
}

/** The members that survive parsing: of a key written twice, the last. */
function lastMembers({ members }: JsonObject): readonly JsonMember[] {
  const last = new Map(members.map((entry) => [entry.key.value, entry]))
  return last.size === members.length ? members : [...last.values()]
}

function reportDuplicates(object: JsonObject, problems: Finding[]): void {
  const first = new Map<string, JsonMember>()
  for (const entry of object.members) {
    const earlier = first.get(entry.key.value)
    if (!earlier) {
      first.set(entry.key.value, entry)
      continue
    }
    problems.push({
      id: 'duplicate-json-key',
      severity: 'error',
      span: entry.key.span,
      message: `"${entry.key.value}" is written twice in the same object. Only the last one survives parsing, so the other silently vanishes.`,
      fixes: [],
      related: [{ span: earlier.key.span, message: 'the first one' }],
    })
  }
}

function unknownElement(key: Located<string>, place: 'document' | 'statement'): Finding {
  const known = Object.keys(place === 'document' ? documentElements : statementElements)
  const near = nearestName(key.value, known)
  return {
    id: 'invalid-policy-element',
    severity: 'error',
    span: key.span,
    message: `"${key.value}" is no element of a ${place === 'document' ? 'policy' : 'statement'}${near ? `, did you mean "${near}"?` : '.'} ${
      place === 'document'
        ? 'AWS rejects the document.'
        : 'AWS rejects it, so this statement matches nothing.'
    }`,
    fixes: near
      ? [
          {
            title: `Rename to ${near}`,
            edits: [{ span: key.span, text: `"${near}"` }],
            changesAccess: true,
          },
        ]
      : [],
  }
}

function isMeant(name: string, element: string): boolean {
  return nearestName(name, Object.keys(documentElements)) === element
}

function missingStatement(span: Span, fact: string): Finding {
  return {
    id: 'missing-statement',
    severity: 'error',
    span,
    message: `${fact}. A policy without a statement decides nothing.`,
    fixes: [],
  }
}

function wrongKind(
  what: string,
  node: JsonNode,
  wanted: string,
  fixes: Finding['fixes'] = [],
): Finding {
  return {
    id: 'data-type-mismatch',
    severity: 'error',
    span: node.span,
    message: `${what} is ${describeKind(node)} here, but must be ${wanted}.`,
    fixes,
  }
}

/** The fix for a bare number or Boolean where text belongs. */
function quoted(node: JsonNode): Finding['fixes'] {
  if (node.kind !== 'number' && node.kind !== 'boolean') return []
  const text = node.kind === 'number' ? node.raw : String(node.value)
  return [
    {
      title: 'Put it in quotes',
      edits: [{ span: node.span, text: `"${text}"` }],
      changesAccess: false,
    },
  ]
}

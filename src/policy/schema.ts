import { conditionOperatorNames } from './condition.ts'
import {
  documentElements,
  grammar,
  principalKeys,
  statementElements,
  type ElementEntry,
  type ElementShape,
  type GrammarType,
  type Presence,
  type StatementElement,
} from './grammar.ts'

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: JsonSchemaValue }
type JsonSchemaValue = string | number | boolean | JsonSchema | readonly JsonSchemaValue[]

/** The policy types that have a schema, in the words of their files. */
export const schemaTypes: readonly GrammarType[] = [
  'identity',
  'resource',
  'trust',
  'boundary',
  'session',
  'scp',
  'rcp',
  'endpoint',
]

const titles: Readonly<Record<GrammarType, string>> = {
  identity: 'IAM identity-based policy',
  resource: 'AWS resource-based policy',
  trust: 'IAM role trust policy',
  boundary: 'IAM permissions boundary',
  session: 'AWS STS session policy',
  scp: 'AWS Organizations service control policy',
  rcp: 'AWS Organizations resource control policy',
  endpoint: 'VPC endpoint policy',
}

/** What a type asks of values beyond the table of elements: `Version` where it must be there, `Effect` where one is legal. */
const narrower: Partial<
  Record<GrammarType, { readonly version: readonly string[]; readonly effect: readonly string[] }>
> = {
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
  scp: { version: documentElements.Version.values, effect: statementElements.Effect.values },
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
  rcp: { version: ['2012-10-17'], effect: ['Deny'] },
}

/**
 * The grammar of one policy type as a standard JSON Schema (draft 2020-12), for editors that know nothing of policies.
 * It accepts what AWS accepts; what only AWS's words can say (an ARN's form, a key's type) it leaves open.
 */
export function jsonSchema(type: GrammarType): JsonSchema {
  const { Id, ...row } = grammar[type]
  const limits = narrower[type]
  const topLevel = Object.entries(documentElements).filter(
    ([name]) => name !== 'Id' || Id !== 'forbidden',
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: titles[type],
    type: 'object',
    properties: Object.fromEntries(
      topLevel.map(([name, entry]) => [
        name,
        element(entry, name === 'Version' ? limits?.version : undefined),
      ]),
    ),
    required: limits ? ['Version', 'Statement'] : ['Statement'],
    additionalProperties: false,
    $defs: {
      statement: statement(row, limits?.effect),
      strings: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
      principals: principals(type),
      conditions: {
        type: 'object',
        propertyNames: { enum: conditionOperatorNames },
        additionalProperties: {
          type: 'object',
          additionalProperties: { $ref: '#/$defs/conditionValues' },
        },
      },
      conditionValues: {
        anyOf: [
          { $ref: '#/$defs/conditionValue' },
          { type: 'array', items: { $ref: '#/$defs/conditionValue' } },
        ],
      },
      conditionValue: { type: ['string', 'number', 'boolean'] },
    },
  }
}

const shapes: Readonly<Record<ElementShape, JsonSchema>> = {
  string: { type: 'string' },
  strings: { $ref: '#/$defs/strings' },
  statements: {
    anyOf: [{ $ref: '#/$defs/statement' }, { type: 'array', items: { $ref: '#/$defs/statement' } }],
  },
  principals: { $ref: '#/$defs/principals' },
  conditions: { $ref: '#/$defs/conditions' },
}

function element(
  { shape, values }: ElementEntry,
  narrowed: readonly string[] | undefined,
): JsonSchema {
  const legal = narrowed ?? values
  return legal ? { enum: legal } : shapes[shape]
}

function statement(
  row: Readonly<Record<StatementElement, Presence>>,
  effect: readonly string[] | undefined,
): JsonSchema {
  const elements = (Object.entries(statementElements) as [StatementElement, ElementEntry][]).filter(
    ([name]) => row[name] !== 'forbidden',
  )
  const required: string[] = []
  const rules: JsonSchema[] = []
  for (const [name, { excludes }] of elements) {
    const other = excludes as StatementElement | undefined
    const pair = other !== undefined && row[other] !== 'forbidden'
    if (row[name] === 'denyOnly')
      rules.push({ if: { required: [name] }, then: { properties: { Effect: { const: 'Deny' } } } })
    // Each pair once: by its first element, which is the one that may be required.
    if (pair && !name.startsWith('Not')) {
      const either = [{ required: [name] }, { required: [other] }]
      rules.push(
        row[name] === 'required' ? { oneOf: either } : { not: { required: [name, other] } },
      )
    } else if (!pair && row[name] === 'required') required.push(name)
  }
  return {
    type: 'object',
    properties: Object.fromEntries(
      elements.map(([name, entry]) => [
        name,
        element(entry, name === 'Effect' ? effect : undefined),
      ]),
    ),
    required,
    additionalProperties: false,
    ...(rules.length > 0 ? { allOf: rules } : {}),
  }
}

function principals(type: GrammarType): JsonSchema {
  if (type === 'rcp') return { const: '*' }
  return {
    anyOf: [
      { const: '*' },
      {
        type: 'object',
        properties: Object.fromEntries(
          principalKeys.map((key) => [key, { $ref: '#/$defs/strings' }]),
        ),
        additionalProperties: false,
      },
    ],
  }
}

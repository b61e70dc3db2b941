import type { JsonNode } from '#policy'
import { fix } from '../check.ts'
import type { Refactoring, Spot } from './spot.ts'

/** Elements that take one value and never a list. */
const single = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Condition']

/** A member whose value is one string or a list of them: an action or resource element, a kind of principal, a condition key. */
function listAt({ member: found, statement }: Spot): JsonNode | undefined {
  if (!found || !statement) return undefined
  const { member, depth } = found
  if (depth === 1 && single.includes(member.key.value)) return undefined
  return member.value?.kind === 'object' ? undefined : member.value
}

/** `"a"` becomes `["a"]`, and back. */
export const changeShape: Refactoring = (spot) => {
  const node = listAt(spot)
  const { source } = spot.context
  if (!node) return []
  if (node.kind !== 'array')
    return [
      fix('Turn the value into a list', [
        { span: node.span, text: `[${source.text.slice(node.span.start, node.span.end)}]` },
      ]),
    ]
  const [only, ...others] = node.items
  return only && others.length === 0 && only.kind !== 'array' && only.kind !== 'object'
    ? [
        fix('Turn the list into its one value', [
          { span: node.span, text: source.text.slice(only.span.start, only.span.end) },
        ]),
      ]
    : []
}

/** A list in the order of the alphabet, each value once. */
export const sortList: Refactoring = (spot) => {
  const node = listAt(spot)
  if (node?.kind !== 'array' || node.items.length < 2) return []
  const { edit } = spot.context
  const values = node.items.flatMap((item) => (item.kind === 'string' ? item.value : []))
  if (values.length < node.items.length) return []
  const isAction = /^(?:Not)?Action$/u.test(spot.member?.member.key.value ?? '')
  const same = (value: string) => (isAction ? value.toLowerCase() : value)
  const once = values.filter(
    (value, index) => values.findIndex((other) => same(other) === same(value)) === index,
  )
  const sorted = [...once].sort(
    (a, b) => compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b),
  )
  const doubles = values.length - once.length
  if (doubles === 0 && sorted.every((value, index) => value === values[index])) return []
  const spans = node.items.map(({ span }) => span)
  const rest = spans.slice(sorted.length)
  const deletion = rest.length > 0 ? edit.deleteItems(rest) : []
  return [
    fix(
      doubles === 0
        ? 'Sort the list'
        : `Sort the list and delete ${doubles === 1 ? 'a duplicate' : `${doubles} duplicates`}`,
      deletion && [
        ...sorted.flatMap((value, index) => {
          const span = spans[index]
          return span && value !== values[index] ? edit.replace(span, value) : []
        }),
        ...deletion,
      ],
    ),
  ]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import { editDistance } from '#policy'
import { actionsMatching, splitAction, type Service } from '#reference'
import { meaningOf } from '../action-meaning.ts'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { listed, matchesNothing } from '../wording.ts'

/** A pattern that no action fits. */
export default defineCheck({
  id: 'wildcard-matches-no-action',
  severity: 'error',
  appliesTo: 'all',
  peers: ['parliament'],
  needs: 'names',
  action({ value, span }, context, statement) {
    const meaning = meaningOf(context)(value)
    if (meaning.kind !== 'noMatch') return
    const near = meaning.services
      .flatMap((service) => nearestPatterns(context, service, value, meaning.name))
      .slice(0, 3)
    const quoted = near.map((pattern) => `"${pattern}"`)
    const [service] = meaning.services
    const fact = service
      ? `no action of ${service.product} matches "${value}"`
      : `no service prefix matches "${splitAction(value).prefix}"`
    const question =
      near.length > 0
        ? `, did you mean ${listed(quoted).replace(' and ', ' or ')}?`
        : service
          ? `. Its actions begin with ${listed(firstWords(service))}.`
          : '.'
    const { edit, report } = context
    report(span, `${fact}${question} As it stands, ${matchesNothing(statement)}.`, {
      fixes: near.map((pattern) =>
        accessFix(`Change to "${pattern}"`, edit.replace(span, pattern)),
      ),
    })
  },
})

/** The same pattern with other words in the place of its longest text, as long as something matches; the nearest first. */
function nearestPatterns(
  { reference }: Context,
  { actions }: Service,
  written: string,
  name: string,
): readonly string[] {
  const text = name.split(/[*?]+/u).reduce((a, b) => (b.length > a.length ? b : a), '')
  if (text.length < 3) return []
  const lower = text.toLowerCase()
  const most = wordsOf(text).length + 1
  const seen = new Map<string, { readonly words: string; readonly distance: number }>()
  for (const action of actions)
    for (const words of runsOf(action.name, most)) {
      const candidate = words.toLowerCase()
      if (seen.has(candidate)) continue
      const limit = Math.floor(Math.max(lower.length, candidate.length) / 3)
      const distance = editDistance(lower, candidate, limit)
      if (distance !== undefined) seen.set(candidate, { words, distance })
    }
  const at = written.lastIndexOf(text)
  return [...seen.values()]
    .sort((a, b) => a.distance - b.distance)
    .map(({ words }) => written.slice(0, at) + words + written.slice(at + text.length))
    .filter((pattern) => actionsMatching(reference, pattern).length > 0)
    .slice(0, 3)
}

/** `GetObjectAcl`: `Get`, `GetObject`, `GetObjectAcl`, `Object`, `ObjectAcl`, `Acl`, up to so many words. */
function runsOf(name: string, most: number): readonly string[] {
  const words = wordsOf(name)
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(most, words.length - from) }, (_unused, index) =>
      words.slice(from, from + index + 1).join(''),
    ),
  )
}

function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[^A-Za-z]+/gu) ?? [name]
}

/** The words with which most actions of a service begin. */
function firstWords({ actions }: Service): readonly string[] {
  const counts = new Map<string, number>()
  for (const { name } of actions) {
    const [word = name] = wordsOf(name)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([word]) => word)
}

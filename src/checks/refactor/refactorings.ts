import type { Fix, GrammarType, PolicySource, Span } from '#policy'
import type { Reference } from '#reference'
import { addCompanion } from './add-companion.ts'
import { collapseActions } from './collapse-actions.ts'
import { expandWildcard } from './expand-wildcard.ts'
import { changeShape, sortList } from './list-shape.ts'
import { denyToNotAction, notActionToDeny } from './not-action.ts'
import { respellActions } from './respell-actions.ts'
import { restrict } from './restrict.ts'
import { addSid, numberSids } from './sids.ts'
import { splitByResource, splitByService } from './split-statement.ts'
import { spotOf, type Refactoring } from './spot.ts'
import { newestVersion } from './version.ts'

/** What is offered, in this order: first what concerns the smallest part. */
const offers: readonly Refactoring[] = [
  expandWildcard,
  addCompanion,
  collapseActions,
  respellActions,
  changeShape,
  sortList,
  splitByService,
  splitByResource,
  notActionToDeny,
  denyToNotAction,
  addSid,
  numberSids,
  newestVersion,
  restrict,
]

/**
 * Changes to offer at a place of a policy, whether something is wrong with it or not. Empty for a text with a slip in its JSON.
 * Pure. After each of them the text is a policy still; those that say so leave every decision as it is.
 */
export function refactorings(
  source: PolicySource,
  type: GrammarType,
  reference: Reference,
  span: Span,
): readonly Fix[] {
  const spot = spotOf(source, type, reference, span)
  return spot ? offers.flatMap((offer) => offer(spot).flatMap((fix) => fix ?? [])) : []
}

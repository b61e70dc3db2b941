import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#controls'
import { stackOf, type Imported } from '#import'
import type { ScenarioPrincipal } from '#workspace'
import { FoundAccount } from './FoundAccount.tsx'
import { FoundPolicies } from './FoundPolicies.tsx'
import { foundDraft, foundIn, type FoundPolicy } from './found-policy.ts'
import { FoundWorkspaces } from './FoundWorkspaces.tsx'
import { looksLike, shortened } from './open-words.ts'
import type { Taken } from './read-given.ts'
import styles from './open.module.css'

/** Policies to be looked through, and what is to be known of them. */
interface Offer {
  readonly found: readonly FoundPolicy[]
  readonly notes: readonly string[]
  readonly title?: string | undefined
  readonly principal?: ScenarioPrincipal
}

const ofKind = <Kind extends Imported['kind']>(taken: readonly Taken[], kind: Kind) =>
  taken
    .map(({ outcome }) => outcome)
    .filter((one): one is Extract<Imported, { readonly kind: Kind }> => one.kind === kind)

/** What was recognised in everything that was brought, and what can be done with it. */
export function Result({ taken }: { readonly taken: readonly Taken[] }) {
  const list = useRef<HTMLUListElement>(null)
  /** One principal's policies out of an account, or a text that is no policy yet. */
  const [chosen, setChosen] = useState<Offer | undefined>(undefined)
  // What had the focus before is gone; and this is to be read out.
  useEffect(() => list.current?.focus(), [taken, chosen])

  const offered = useMemo((): Offer | undefined => {
    const sources = ofKind(taken, 'policies')
    const [first, another] = sources
    return (
      first && {
        found: foundIn(sources),
        notes: sources.flatMap(({ notes }) => notes),
        title: another ? undefined : first.workspace.title,
      }
    )
  }, [taken])
  const workspaces = ofKind(taken, 'workspaces')
  const offer = chosen ?? offered

  return (
    <>
      <ul ref={list} tabIndex={-1} aria-label="What was found" className={styles['recognised']}>
        {chosen?.title !== undefined ? (
          <li>{shortened(chosen.title)}</li>
        ) : (
          taken.map((one, index) => (
            <Recognised
              key={index}
              taken={one}
              onAddDraft={(draft) => setChosen({ found: [draft], notes: [] })}
            />
          ))
        )}
      </ul>
      {offer ? <FoundPolicies key={chosen ? 'chosen' : 'offered'} {...offer} /> : null}
      {chosen ? (
        <Button look="link" onPress={() => setChosen(undefined)}>
          Back
        </Button>
      ) : (
        <>
          {workspaces.length > 0 ? (
            <FoundWorkspaces
              workspaces={workspaces.flatMap((one) => one.workspaces)}
              problems={workspaces.flatMap((one) => one.problems)}
            />
          ) : null}
          {ofKind(taken, 'account').map(({ details, principals }, index) => (
            <FoundAccount
              key={index}
              principals={principals}
              onChoose={(arn) => {
                const stack = stackOf(details, arn)
                if (!stack) return
                const { workspace, principal, notes } = stack
                setChosen({ found: foundIn([stack]), notes, title: workspace.title, principal })
              }}
            />
          ))}
        </>
      )}
    </>
  )
}

function Recognised({
  taken: { fileName, draft, outcome },
  onAddDraft,
}: {
  readonly taken: Taken
  readonly onAddDraft: (draft: FoundPolicy) => void
}) {
  if (outcome.kind === 'link') return null
  return (
    <li className={outcome.kind === 'unreadable' ? styles['unreadable'] : undefined}>
      {fileName === undefined ? null : <strong>{shortened(fileName, 80)}: </strong>}
      {outcome.kind === 'unreadable' ? shortened(outcome.message, 400) : looksLike(outcome)}{' '}
      {draft === undefined ? null : (
        <Button look="link" onPress={() => onAddDraft(foundDraft(nameOf(fileName), draft))}>
          Add it as a policy all the same
        </Button>
      )}
    </li>
  )
}

function nameOf(fileName: string | undefined): string {
  return fileName?.replace(/\.\w+$/u, '') ?? 'policy'
}

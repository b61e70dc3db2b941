import { Icon, type IconName } from '#controls'
import type { Sources } from '#language'
import { explanationOf, sourcesOf, type VerdictState } from '#store'
import { useApp, useVerdict } from '#store/react'
import { placeInWords } from '../text-place.ts'
import { verdictLooks } from './verdict-words.ts'
import styles from './verdict.module.css'

/** The verdict in two lines, always in sight on a phone. It opens and closes the whole. */
export function VerdictStrip({
  id,
  open,
  onOpen,
}: {
  /** Of the whole. */
  readonly id: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}) {
  const verdict = useVerdict()
  const policies = useApp((app) => app.workspace.policies)
  const { icon, look, heading, reason } = inShort(verdict, sourcesOf(policies))
  return (
    <button
      type="button"
      className={styles['strip']}
      aria-expanded={open}
      aria-controls={id}
      onClick={() => onOpen(!open)}
    >
      <span className={`${styles['short']} ${look ? styles[look] : ''}`}>
        <Icon name={icon} size={18} /> {heading}
      </span>
      <span className={styles['open']}>
        {open ? 'Close' : 'Why'} <Icon name={open ? 'down' : 'up'} size={12} />
      </span>
      <span className={styles['reason']}>{reason}</span>
    </button>
  )
}

interface Short {
  readonly icon: IconName
  /** A class of the verdict's colour. */
  readonly look?: string
  readonly heading: string
  readonly reason: string
}

function inShort(verdict: VerdictState, sources: Sources): Short {
  switch (verdict.kind) {
    case 'empty':
      return {
        icon: 'implicitDeny',
        heading: 'Nothing to evaluate yet',
        reason: 'Paste a policy, or start from an example.',
      }
    case 'notEvaluated': {
      const { policy, finding } = verdict
      return {
        icon: 'open',
        heading: 'Not evaluated',
        reason: finding
          ? `${policy.name}, ${placeInWords(policy.text, finding.span.start)}: ${finding.message}`
          : `${policy.name} can’t be read as a policy.`,
      }
    }
    case 'noRequest':
      return { icon: 'open', heading: 'Nothing is asked', reason: 'A verdict answers a request.' }
    case 'incomplete':
      return {
        icon: 'open',
        heading: `Choose ${verdict.field === 'action' ? 'an' : 'a'} ${verdict.field}`,
        reason: 'The request isn’t complete.',
      }
    case 'hidden':
      return { icon: 'open', heading: 'Verdict hidden', reason: '' }
    case 'decided': {
      const { heading, sentence } = explanationOf(verdict.decision, sources)
      const { icon, className } = verdictLooks[verdict.decision.verdict]
      const broken = verdict.expectation.kind !== 'none' && verdict.expectation.kind !== 'met'
      return {
        icon,
        look: className,
        heading: broken ? `${heading} · not as expected` : heading,
        reason: sentence,
      }
    }
  }
}

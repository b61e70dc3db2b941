import { useState } from 'react'
import { Button, Icon, Select, TextField } from '#controls'
import { checkTable } from '#checks'
import { lockedStatements, parseRule, ruleWords, writeRule, type Rule } from '#lessons'
import { useApp } from '#store/react'
import type { Workspace } from '#workspace'
import styles from './challenge.module.css'

/** A file from elsewhere may hold any number. */
const mostShown = 40

/** What learners must not do, in words. A rule that isn't understood, or that names what isn't there, is said to be one. */
export function Rules({ challenge }: { readonly challenge: Workspace }) {
  const editLesson = useApp((app) => app.editLesson)
  const rules = challenge.lesson?.mustNot ?? []
  return (
    <>
      {rules.length > 0 ? (
        <ul className={styles['rules']} aria-label="Rules">
          {rules.slice(0, mostShown).map((text, index) => {
            const { words, problem } = aboutRule(text, challenge)
            return (
              <li key={index}>
                <span>
                  {words}
                  {problem === undefined ? null : (
                    <span className={styles['problem']}>
                      {' '}
                      <Icon name="warning" size={13} /> {problem}
                    </span>
                  )}
                </span>
                <Button
                  look="quiet"
                  icon="remove"
                  label={`Remove the rule: ${words}`}
                  onPress={() => editLesson({ mustNot: rules.toSpliced(index, 1) })}
                >
                  Remove
                </Button>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className={styles['soft']}>
          Prefer a test: rules are for what behaviour can’t show. Learners read them before they
          start.
        </p>
      )}
      <NewRule
        onAdd={(rule) => {
          if (!rules.includes(rule)) editLesson({ mustNot: [...rules, rule] })
        }}
      />
    </>
  )
}

function aboutRule(
  text: string,
  { policies }: Workspace,
): { readonly words: string; readonly problem?: string } {
  const shown = text.slice(0, 200)
  const rule = parseRule(text)
  if (!rule) return { words: `“${shown}”`, problem: 'This isn’t a rule. Learners don’t see it.' }
  const words = ruleWords(rule, policies).slice(0, 240)
  if (
    (rule.kind === 'change' || rule.kind === 'changeStatement') &&
    !policies.some(({ name }) => name === rule.policy || name === text.slice('change '.length))
  )
    return { words, problem: 'The start has no policy of this name.' }
  if (rule.kind === 'changeStatement' && lockedStatements([rule], policies).length === 0)
    return { words, problem: 'The start has no such statement.' }
  if (rule.kind === 'finding' && !checkTable.some(({ id }) => id === rule.check))
    return { words, problem: 'There is no check of this name.' }
  return { words }
}

type NewKind = 'allowAction' | 'allowElement' | 'statements' | 'finding'

const kinds: readonly { readonly value: NewKind; readonly text: string }[] = [
  { value: 'allowAction', text: 'Don’t use an action in an Allow' },
  { value: 'allowElement', text: 'Don’t use an element in an Allow' },
  { value: 'statements', text: 'Use at most so many statements' },
  { value: 'finding', text: 'Leave no finding of a check' },
]

const elements = ['NotAction', 'NotResource', 'NotPrincipal'].map((name) => ({
  value: name,
  text: name,
}))
const checks = checkTable.map(({ id }) => ({ value: id, text: id }))

/** A rule by choosing. */
function NewRule({ onAdd }: { readonly onAdd: (rule: string) => void }) {
  const [kind, setKind] = useState<NewKind>('allowAction')
  const [action, setAction] = useState('*')
  const [element, setElement] = useState('NotAction')
  const [most, setMost] = useState('1')
  const [check, setCheck] = useState(checks[0]?.value ?? '')
  const rule = newRule(kind, { action, element, most, check })
  return (
    <div role="group" aria-label="New rule" className={styles['new-rule']}>
      <Select label="Rule" value={kind} options={kinds} onChange={setKind} />
      {kind === 'allowAction' ? (
        <TextField label="Action" value={action} onChange={setAction} code />
      ) : kind === 'allowElement' ? (
        <Select label="Element" value={element} options={elements} onChange={setElement} />
      ) : kind === 'statements' ? (
        <TextField label="Statements" value={most} onChange={setMost} />
      ) : (
        <Select label="Check" value={check} options={checks} onChange={setCheck} />
      )}
      <Button
        icon="add"
        isDisabled={rule === undefined}
        label="Rule: add this one"
        onPress={() => {
          if (rule) onAdd(writeRule(rule))
        }}
      >
        Rule
      </Button>
    </div>
  )
}

function newRule(
  kind: NewKind,
  {
    action,
    element,
    most,
    check,
  }: {
    readonly action: string
    readonly element: string
    readonly most: string
    readonly check: string
  },
): Rule | undefined {
  switch (kind) {
    case 'allowAction':
      return action.trim() === '' ? undefined : { kind, pattern: action.trim() }
    case 'allowElement':
      return { kind, element }
    case 'statements':
      return /^\d{1,3}$/u.test(most.trim()) ? { kind, most: Number(most) } : undefined
    case 'finding':
      return check === '' ? undefined : { kind, check }
  }
}

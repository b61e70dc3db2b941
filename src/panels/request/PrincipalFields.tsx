import { ArnBox, Select, SuggestBox } from '#controls'
import type { ScenarioPrincipal } from '#workspace'
import { asKind, kindOf, principalKinds } from './principal-kinds.ts'
import type { Suggestions } from './suggestions.ts'
import styles from './request.module.css'

/** Who asks: a kind, and what names one of that kind. */
export function PrincipalFields({
  principal,
  missing,
  suggestions,
  onChange,
}: {
  readonly principal: ScenarioPrincipal
  readonly missing: boolean
  readonly suggestions: Suggestions
  readonly onChange: (principal: ScenarioPrincipal) => void
}) {
  const kind = kindOf(principal)
  return (
    <div className={styles['principal']} data-field="principal">
      <Select
        label="Principal"
        labelBeside
        value={kind}
        options={principalKinds}
        onChange={(next) => onChange(asKind(principal, next))}
      />
      <PrincipalName
        principal={principal}
        missing={missing}
        suggestions={suggestions}
        onChange={onChange}
      />
    </div>
  )
}

function PrincipalName({
  principal,
  missing,
  suggestions,
  onChange,
}: {
  readonly principal: ScenarioPrincipal
  readonly missing: boolean
  readonly suggestions: Suggestions
  readonly onChange: (principal: ScenarioPrincipal) => void
}) {
  const needed = (words: string) => (missing ? words : undefined)
  if ('arn' in principal)
    return (
      <ArnBox
        label="Principal ARN"
        labelHidden
        value={principal.arn}
        suggest={suggestions.arns}
        problem={needed('The ARN of a user, a role, a session or the root user of an account.')}
        onChange={(arn) => {
          if (arn !== principal.arn) onChange({ ...principal, arn })
        }}
      />
    )
  if ('service' in principal)
    return (
      <SuggestBox
        label="Service principal"
        labelHidden
        value={principal.service}
        suggest={suggestions.services}
        problem={needed('A service principal, like lambda.amazonaws.com.')}
        onChange={(service) => {
          if (service !== principal.service) onChange({ ...principal, service })
        }}
      />
    )
  if ('federated' in principal)
    return (
      <SuggestBox
        label="Provider"
        labelHidden
        value={principal.federated}
        suggest={suggestions.providers}
        problem={needed('A provider’s domain or its ARN.')}
        onChange={(federated) => {
          if (federated !== principal.federated) onChange({ ...principal, federated })
        }}
      />
    )
  if ('canonicalUser' in principal)
    return (
      <SuggestBox
        label="Canonical user ID"
        labelHidden
        value={principal.canonicalUser}
        suggest={suggestions.canonicalUsers}
        problem={needed('The canonical user ID of an account.')}
        onChange={(canonicalUser) => {
          if (canonicalUser !== principal.canonicalUser) onChange({ ...principal, canonicalUser })
        }}
      />
    )
  return <p className={styles['soft']}>An unsigned request, without any identity.</p>
}

import { useId, useState } from 'react'
import { ActionBox, ArnBox, Button, TagGrid, TextField } from '#controls'
import { contextOf, keysReadBy, missingField, sourcesOf, type ScenarioChange } from '#store'
import { useApp } from '#store/react'
import type { Scenario, ScenarioResource } from '#workspace'
import { ContextFields } from './ContextFields.tsx'
import { DerivedKeys } from './DerivedKeys.tsx'
import { offersFor } from './offers.ts'
import { PrincipalFields } from './PrincipalFields.tsx'
import { RequestHeader } from './RequestHeader.tsx'
import { Sentence } from './Sentence.tsx'
import { useSuggestions } from './use-suggestions.ts'
import styles from './request.module.css'

/** The request on screen: its sentence, then its fields. */
export function RequestPanel({
  compact,
}: {
  /** Whether fields that are empty wait behind "More fields". */
  readonly compact: boolean
}) {
  const scenario = useApp(
    ({ workspace, selectedScenario }) => workspace.scenarios[selectedScenario],
  )
  const index = useApp((app) => app.selectedScenario)
  const addScenario = useApp((app) => app.addScenario)
  if (!scenario)
    return (
      <div className={styles['none']}>
        <p>There is no request.</p>
        <Button icon="add" onPress={addScenario}>
          Request
        </Button>
      </div>
    )
  return <RequestFields key={index} scenario={scenario} index={index} compact={compact} />
}

function RequestFields({
  scenario,
  index,
  compact,
}: {
  readonly scenario: Scenario
  readonly index: number
  readonly compact: boolean
}) {
  const policies = useApp((app) => app.workspace.policies)
  const editScenario = useApp((app) => app.editScenario)
  const editScenarioWithUndo = useApp((app) => app.editScenarioWithUndo)
  const [more, setMore] = useState(!compact)
  const fieldsId = useId()

  const edit = (change: ScenarioChange) => editScenario(index, change)
  const sources = sourcesOf(policies)
  const context = contextOf(scenario)
  const offers = offersFor(keysReadBy(sources), context)
  const missing = missingField(scenario)
  const suggestions = useSuggestions(scenario)
  const { principal, action, resource, requestTags } = scenario
  const removedTag = (removed: string) => `Removed tag ${removed}.`
  const shows = (filled: boolean) => more || filled

  return (
    <div className={styles['panel']}>
      <RequestHeader scenario={scenario} index={index} />
      <Sentence scenario={scenario} within={fieldsId} />
      <div id={fieldsId} className={styles['fields']}>
        <PrincipalFields
          principal={principal}
          missing={missing === 'principal'}
          suggestions={suggestions}
          onChange={(next) => edit({ principal: next })}
        />
        {shows(principal.tags !== undefined || offers.principalTags.length > 0) ? (
          <TagGrid
            label="Principal tags"
            tags={principal.tags ?? {}}
            offered={offers.principalTags}
            onChange={(tags) => edit({ principal: { ...principal, tags } })}
            onRemove={(tags, removed) =>
              editScenarioWithUndo(
                index,
                { principal: { ...principal, tags } },
                removedTag(removed),
              )
            }
          />
        ) : null}

        <div data-field="action">
          <ActionBox
            label="Action"
            labelBeside
            value={action}
            suggest={suggestions.actions}
            problem={
              missing === 'action' && action !== ''
                ? 'An action is service:Name, like s3:GetObject.'
                : undefined
            }
            onChange={(next) => {
              if (next !== action) edit({ action: next })
            }}
          />
        </div>

        <div data-field="resource">
          <ArnBox
            label="Resource"
            labelBeside
            value={resource.arn}
            suggest={suggestions.resources}
            onChange={(arn) => {
              if (arn !== resource.arn) edit({ resource: { ...resource, arn } })
            }}
          />
        </div>
        {shows(resource.account !== undefined) ? (
          <TextField
            label="Owner account"
            labelBeside
            code
            value={resource.account ?? ''}
            placeholder={
              context.get('aws:resourceaccount')?.values[0] ?? 'where the ARN names none'
            }
            onChange={(account) => edit({ resource: withAccount(resource, account) })}
          />
        ) : null}
        {shows(resource.tags !== undefined || offers.resourceTags.length > 0) ? (
          <TagGrid
            label="Resource tags"
            tags={resource.tags ?? {}}
            offered={offers.resourceTags}
            onChange={(tags) => edit({ resource: { ...resource, tags } })}
            onRemove={(tags, removed) =>
              editScenarioWithUndo(index, { resource: { ...resource, tags } }, removedTag(removed))
            }
          />
        ) : null}
        {shows(requestTags !== undefined || offers.requestTags.length > 0) ? (
          <TagGrid
            label="Request tags"
            tags={requestTags ?? {}}
            offered={offers.requestTags}
            onChange={(tags) => edit({ requestTags: tags })}
            onRemove={(tags, removed) =>
              editScenarioWithUndo(index, { requestTags: tags }, removedTag(removed))
            }
          />
        ) : null}
        {shows(scenario.context !== undefined || offers.context.length > 0) ? (
          <ContextFields
            context={scenario.context ?? {}}
            offers={offers.context}
            suggestions={suggestions}
            onChange={(next) => edit({ context: next })}
            onRemove={(next, removed) =>
              editScenarioWithUndo(index, { context: next }, `Removed ${removed}.`)
            }
          />
        ) : null}
        {more ? (
          <DerivedKeys context={context} />
        ) : (
          <Button look="quiet" icon="down" onPress={() => setMore(true)}>
            More fields
          </Button>
        )}
      </div>
    </div>
  )
}

const withAccount = ({ account: _, ...resource }: ScenarioResource, account: string) =>
  account === '' ? resource : { ...resource, account }

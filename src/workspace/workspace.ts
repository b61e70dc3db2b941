import type { PolicyType } from '#policy'
import type { Verdict, StatementRef } from '#evaluator'

/** The one document for drafts, permalinks, lessons, tests and conformance cases (workspace-format.md). All of it is plain JSON. */
export interface Workspace {
  readonly title?: string
  /** Markdown. */
  readonly description?: string
  readonly policies: readonly WorkspacePolicy[]
  readonly scenarios: readonly Scenario[]
  /** Ids of checks that this workspace does not want to hear of. */
  readonly checksOff?: readonly string[]
  /** A lesson or challenge; validated and carried along. */
  readonly lesson?: Lesson
}

export interface WorkspacePolicy {
  /** Unique within the workspace. */
  readonly name: string
  readonly type: PolicyType
  /** SCPs and RCPs only: the root, unit or account of the organization it is attached to. */
  readonly level?: string
  readonly attachedTo?: readonly string[]
  /** False: kept, but left out of the evaluation. */
  readonly enabled: boolean
  /** Exactly as typed, malformed or not. */
  readonly text: string
}

/** A request, and what is expected of it. */
export interface Scenario {
  readonly name: string
  readonly principal: ScenarioPrincipal
  readonly action: string
  readonly resource: ScenarioResource
  readonly requestTags?: Tags
  readonly context?: Readonly<Record<string, string | readonly string[]>>
  readonly expect?: Expectation
  /** What AWS said, for a scenario made from a denial; carried along, it plays no part in evaluation. */
  readonly reported?: Reported
}

export type Tags = Readonly<Record<string, string>>

export type ScenarioPrincipal =
  | { readonly arn: string; readonly tags?: Tags }
  | { readonly service: string; readonly tags?: Tags }
  | { readonly federated: string; readonly tags?: Tags }
  | { readonly canonicalUser: string; readonly tags?: Tags }
  | { readonly anonymous: true; readonly tags?: Tags }

export interface ScenarioResource {
  readonly arn: string
  /** The owner, where the ARN does not tell (S3). */
  readonly account?: string
  readonly tags?: Tags
}

export interface Expectation {
  /** `deny` is met by either kind of denial. */
  readonly decision: Verdict | 'deny'
  /** In any order. Absent: not looked at. */
  readonly decidedBy?: readonly StatementRef[]
}

/** JSON as it came, for members that other parts of the product give meaning to. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type Reported = { readonly [key: string]: Json }

export interface Lesson {
  readonly kind: 'lesson' | 'challenge'
  readonly id?: string
  readonly minutes?: number
  readonly goal?: string
  readonly text?: string
  readonly debrief?: string
  readonly hints?: readonly string[]
  readonly mustNot?: readonly string[]
  readonly solution?: readonly WorkspacePolicy[]
  readonly next?: string
  /**
   * In memory only: while its author has the solution in `policies`, where every part of the app works on it, the start waits
   * here. `atItsStart` puts both in their places, as everything does that writes a workspace.
   */
  readonly start?: readonly WorkspacePolicy[]
}

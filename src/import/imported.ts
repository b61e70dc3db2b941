import type { LikelyType } from '#policy'
import type { ReadProblem, ScenarioPrincipal, Workspace } from '#workspace'
import type { AccountDetails } from './account.ts'

/** What a file or a paste holds. */
export type Imported =
  /** One or more workspaces, whole. */
  | {
      readonly kind: 'workspaces'
      readonly workspaces: readonly Workspace[]
      /** What could not be read and was left out. */
      readonly problems: readonly ReadProblem[]
    }
  | ImportedPolicies
  /** Everything IAM knows about an account: `stackOf` makes a workspace for one of the principals. */
  | {
      readonly kind: 'account'
      readonly details: AccountDetails
      readonly principals: readonly AccountPrincipal[]
    }
  | Unreadable

/** Policies, in a workspace of their own. */
export interface ImportedPolicies {
  readonly kind: 'policies'
  readonly source: PolicySourceKind
  readonly workspace: Workspace
  /** For each policy, in order, why it was given its type. */
  readonly grounds: readonly TypeGround[]
  /** What somebody should know about it: what is missing, what stands in for something. Whole sentences. */
  readonly notes: readonly string[]
}

export type PolicySourceKind =
  | 'policy'
  | 'policyList'
  /** An answer of the AWS CLI. */
  | 'awsAnswer'
  | 'cloudFormation'
  | 'terraform'

/** Why a policy is taken for one of its type: its content, or the place where it stood. */
export type TypeGround = LikelyType['ground'] | { readonly kind: 'source'; readonly place: string }

export interface AccountPrincipal {
  readonly kind: 'user' | 'role'
  readonly name: string
  readonly arn: string
}

/** A workspace for one principal of an account. */
export interface Stack {
  readonly workspace: Workspace
  readonly principal: ScenarioPrincipal
  /** For each policy, in order, why it was given its type. */
  readonly grounds: readonly TypeGround[]
  readonly notes: readonly string[]
}

/** Nothing was taken over, and why. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly reason: 'tooLarge' | 'empty' | 'notJson' | 'notYaml' | 'newer' | 'noPolicy' | 'failed'
  /** A whole sentence, with the place where there is one. */
  readonly message: string
  readonly place?: { readonly line: number; readonly column: number }
  /** The text is no JSON, but looks like a policy that somebody may want to mend. */
  readonly draft?: boolean
}

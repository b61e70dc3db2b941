import type { Imported, PolicySourceKind } from '#import'

/** "1 policy", "1,204 policies". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`
}

/** What something was recognised as: "Looks like a CloudFormation template with 3 policies." */
export function looksLike(imported: Exclude<Imported, { kind: 'unreadable' }>): string {
  switch (imported.kind) {
    case 'workspaces': {
      const { length } = imported.workspaces
      return length === 1 ? 'Looks like a workspace.' : `Looks like ${count(length, 'workspace')}.`
    }
    case 'account':
      return `Looks like the details of an account with ${count(imported.principals.length, 'user or role', 'users and roles')}.`
    case 'policies': {
      const policies = count(imported.workspace.policies.length, 'policy', 'policies')
      return `Looks like ${sourceWords(imported.source, policies)}.`
    }
  }
}

function sourceWords(source: PolicySourceKind, policies: string): string {
  switch (source) {
    case 'policy':
      return 'a policy'
    case 'policyList':
      return policies
    case 'awsAnswer':
      return `an answer of the AWS CLI with ${policies}`
    case 'cloudFormation':
      return `a CloudFormation template with ${policies}`
    case 'terraform':
      return `a Terraform plan with ${policies}`
  }
}

/** A text of a stranger, no longer than a few lines of the sheet. */
export function shortened(text: string, most = 200): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}

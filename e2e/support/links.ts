import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { permalink } from '../../src/share/index.ts'
import { readWorkspace, type Workspace } from '../../src/workspace/index.ts'

/** The workspace in a document. */
export function workspaceOf(document: Readonly<Record<string, unknown>>): Workspace {
  const { workspace, problems } = readWorkspace({ sidelight: 1, ...document })
  if (!workspace || problems.length > 0) throw new Error(JSON.stringify(problems))
  return workspace
}

/** A request, with whatever is to be different. */
export const scenario = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  name,
  principal: { arn: 'arn:aws:iam::444455556666:user/dana' },
  action: 's3:GetObject',
  resource: { arn: `arn:aws:s3:::team-plans/${name}` },
  ...more,
})

const statements = [
  { Sid: 'ReadPlans', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
  { Sid: 'NoDrafts', Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::team-plans/draft*' },
]

/** What the tests share. */
export const shared = {
  title: 'Team plans',
  policies: [
    {
      name: 'plans',
      type: 'identity',
      text: JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2),
    },
  ],
  scenarios: [scenario('roadmap'), scenario('draft-7')],
}

/** The fragment of a document. */
export const linkTo = (
  document: Readonly<Record<string, unknown>> = shared,
  focus?: Parameters<typeof permalink>[1],
): string => permalink(workspaceOf(document), focus)

/** A fragment in the form that other tools write. */
export const inbound = (document: Readonly<Record<string, unknown>>): string =>
  `#workspace=${encodeURIComponent(JSON.stringify(document))}`

/** A link of ours whose payload is this, in deflate. */
export function linkOfBytes(bytes: Uint8Array): string {
  const payload = deflateRawSync(bytes).toString('base64url')
  const check = createHash('sha256').update(payload).digest('base64url').slice(0, 6)
  return `#w1.${payload}.${check}`
}

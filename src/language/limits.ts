import type { AccessRequest } from '#request'

/** A limit of the model, and the requests it concerns. */
interface Limit {
  readonly service: string
  /** The actions it concerns, in lower case; every action of the service without it. */
  readonly actions?: RegExp
  readonly words: string
}

const limitTable: readonly Limit[] = [
  // https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
  {
    service: 'kms',
    actions:
      /^(?:decrypt|encrypt|generatedatakey.*|generatemac|verifymac|reencrypt.*|sign|verify|getpublickey|derivesharedsecret|creategrant|retiregrant|describekey)$/u,
    words: "KMS grants aren't modelled and could change this answer.",
  },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
  {
    service: 's3',
    words: "S3 Block Public Access and ACLs aren't modelled and could change this answer.",
  },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
  {
    service: 's3',
    actions: /object/u,
    words: "S3 access points, whose own policy must allow too, aren't modelled.",
  },
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances
  {
    service: 'ec2',
    actions: /^runinstances$/u,
    words:
      'AWS asks this for each resource of the launch: image, instance, subnet, volume and more. Here it is one.',
  },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
  {
    service: 'iam',
    actions: /^passrole$/u,
    words: "iam:PassRole is no call of its own: AWS asks it along with another service's action.",
  },
  // https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-overview.html
  {
    service: 'glue',
    actions: /^(?:get|batchget|search|create|update|delete).*(?:table|database|partition)/u,
    words: "Lake Formation permissions aren't modelled and could change this answer.",
  },
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access.html
  {
    service: 'secretsmanager',
    actions: /^(?:get|batchget|put)secretvalue$/u,
    words: 'A secret under a KMS key of your own also needs the permission to use that key.',
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/cluster-auth.html
  {
    service: 'eks',
    actions: /^accesskubernetesapi$/u,
    words: "Permissions inside the Kubernetes cluster aren't modelled.",
  },
]

/** What is not modelled and could change the answer to this request; each a sentence. */
export function limits({ action, resource }: AccessRequest): readonly string[] {
  const name = action.lower.slice(action.service.length + 1)
  return limitTable
    .filter(({ service, actions }) => service === action.service && (actions?.test(name) ?? true))
    .filter(({ words }) => !(words.includes('access point') && resource.arn === '*'))
    .map(({ words }) => words)
}

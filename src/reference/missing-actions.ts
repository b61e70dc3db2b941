/** An action that AWS accepts in policies and demands of callers, but does not list. */
export interface MissingAction {
  readonly service: string
  readonly name: string
  readonly accessLevel: string
  readonly description: string
  /** Where AWS names it. */
  readonly page: string
}

const apiGateway =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-iam-policy.html'

/** Each row leaves the table when the data has the action; `compile` ignores it from then on. */
export const missingActions: readonly MissingAction[] = [
  {
    service: 'apigateway',
    name: 'TagResource',
    accessLevel: 'Tagging',
    description: 'Grants permission to add tags to an API Gateway resource',
    page: apiGateway,
  },
  {
    service: 'apigateway',
    name: 'UntagResource',
    accessLevel: 'Tagging',
    description: 'Grants permission to remove tags from an API Gateway resource',
    page: apiGateway,
  },
]

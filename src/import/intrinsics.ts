import { fieldsOf, itemsOf, rowOf, textOf, type Fields } from './fields.ts'

/** What stands for something that only a deployment knows: `<Bucket>`. In `${…}` it would be a policy variable. */
export const placeholder = (name: string) => `<${name}>`

/** Where a template is deployed is not in it: AWS's own example values. */
const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': '111122223333',
  'AWS::Region': 'us-east-1',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
}

/** Resources whose ARN is known once their name is: the member with the name, and the format. */
const arns: Readonly<Record<string, readonly [member: string, format: string]>> = {
  'AWS::S3::Bucket': ['BucketName', 'arn:aws:s3:::NAME'],
  'AWS::SQS::Queue': ['QueueName', 'arn:aws:sqs:us-east-1:111122223333:NAME'],
  'AWS::SNS::Topic': ['TopicName', 'arn:aws:sns:us-east-1:111122223333:NAME'],
  'AWS::DynamoDB::Table': ['TableName', 'arn:aws:dynamodb:us-east-1:111122223333:table/NAME'],
  'AWS::Lambda::Function': ['FunctionName', 'arn:aws:lambda:us-east-1:111122223333:function:NAME'],
  'AWS::KMS::Key': ['', 'arn:aws:kms:us-east-1:111122223333:key/NAME'],
  'AWS::IAM::Role': ['RoleName', 'arn:aws:iam::111122223333:roleNAME'],
  'AWS::IAM::User': ['UserName', 'arn:aws:iam::111122223333:userNAME'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName', 'arn:aws:iam::111122223333:policyNAME'],
}

/** `Ref` of these is an ARN, of the others a name. */
const refersByArn = ['AWS::SNS::Topic', 'AWS::IAM::ManagedPolicy']

/** Characters and values that may be made in all: a few names that double each other stand for billions. */
const mostMade = 1_000_000
/** Names that are made of names that are made of names. */
const deepestName = 20

/** Replaces CloudFormation's functions by what they yield, as far as the template alone tells. */
export class Intrinsics {
  readonly #resources: Fields
  readonly #parameters: Fields
  /** The resources whose names are being made: a name can be made of itself. */
  readonly #naming = new Set<string>()
  #left = mostMade
  /** The values that were made up, each once: a sentence can name them. */
  readonly stoodIn = new Set<string>()

  constructor(template: Fields) {
    this.#resources = fieldsOf(template.get('Resources'))
    this.#parameters = fieldsOf(template.get('Parameters'))
  }

  /** The value without functions. Deeper than any policy it is left out. */
  resolve(value: unknown, depth = 0): unknown {
    if (depth > 50) return undefined
    this.#left--
    if (Array.isArray(value)) return itemsOf(value).map((item) => this.resolve(item, depth + 1))
    if (typeof value !== 'object' || value === null) return value
    const fields = fieldsOf(value)
    const [only] = fields
    if (fields.size === 1 && only && (only[0] === 'Ref' || only[0].startsWith('Fn::')))
      return this.#call(only[0], only[1], depth + 1)
    return Object.fromEntries(
      [...fields].map(([name, item]) => [name, this.resolve(item, depth + 1)]),
    )
  }

  /** Whether so many more characters may be made; if not, nothing more is. */
  #affords(characters: number): boolean {
    this.#left -= characters + 1
    return this.#left > 0
  }

  #call(name: string, argument: unknown, depth: number): unknown {
    if (this.#left <= 0) return placeholder(name)
    const resolved = (value: unknown) => this.resolve(value, depth)
    const text = (value: unknown) => {
      const found = resolved(value)
      return typeof found === 'string' || typeof found === 'number'
        ? String(found)
        : placeholder(name)
    }
    const items = itemsOf(argument)
    switch (name) {
      case 'Ref':
        return this.#reference(textOf(argument) ?? '')
      case 'Fn::GetAtt':
        return this.#attribute(textOf(argument) ?? items.map(text).join('.'))
      case 'Fn::Sub': {
        const own = fieldsOf(items[1])
        return this.#substitute(textOf(argument) ?? textOf(items[0]) ?? '', (key) =>
          own.has(key) ? text(own.get(key)) : undefined,
        )
      }
      case 'Fn::Join': {
        const list = resolved(items[1])
        if (!Array.isArray(list)) return placeholder(name)
        const texts = list.map((item: unknown) => textOf(item) ?? placeholder(name))
        const between = textOf(items[0]) ?? ''
        const length = texts.reduce((sum, one) => sum + one.length + between.length, 0)
        return this.#affords(length) ? texts.join(between) : placeholder(name)
      }
      // Which branch holds is decided when it is deployed; the first is as good a guess as any.
      case 'Fn::If':
        return resolved(items[1])
      case 'Fn::ToJsonString':
        return resolved(argument)
      case 'Fn::Select': {
        const list = resolved(items[1])
        const at = Number(items[0])
        return Array.isArray(list) && at in list ? (list[at] as unknown) : placeholder(name)
      }
      case 'Fn::Split': {
        const whole = resolved(items[1])
        return typeof whole === 'string' && this.#affords(whole.length)
          ? whole.split(textOf(items[0]) ?? ',')
          : [placeholder(name)]
      }
      default:
        return placeholder(
          typeof argument === 'string' ? `${name.slice(4)} ${argument}` : name.slice(4),
        )
    }
  }

  #reference(name: string): unknown {
    const pseudo = rowOf(pseudoParameters, name)
    if (pseudo !== undefined) {
      this.stoodIn.add(`${name} as ${pseudo}`)
      return pseudo
    }
    const standard = fieldsOf(this.#parameters.get(name)).get('Default')
    if (typeof standard === 'string' || typeof standard === 'number') {
      const text = String(standard)
      if (!this.#affords(text.length)) return placeholder(name)
      this.stoodIn.add(`${name} as ${text}`)
      return text
    }
    const type = textOf(fieldsOf(this.#resources.get(name)).get('Type')) ?? ''
    return refersByArn.includes(type) ? this.arnOf(name) : this.nameOf(name)
  }

  #attribute(path: string): string {
    const dot = path.indexOf('.')
    const name = dot < 0 ? path : path.slice(0, dot)
    return path.endsWith('.Arn') && this.#resources.has(name) ? this.arnOf(name) : placeholder(path)
  }

  #substitute(text: string, own: (key: string) => string | undefined): string {
    return text.replace(/\$\{([^${}]*)\}/gu, (whole, key: string) => {
      if (key.startsWith('!')) return `\${${key.slice(1)}}`
      const name = key.trim()
      if (this.#left <= 0) return placeholder(name)
      const found =
        own(name) ?? (name.includes('.') ? this.#attribute(name) : this.#reference(name))
      if (typeof found !== 'string') return whole
      return this.#affords(found.length) ? found : placeholder(name)
    })
  }

  /** The name of a resource in AWS, or what stands for it. */
  nameOf(logicalId: string): string {
    if (this.#naming.has(logicalId) || this.#naming.size >= deepestName || this.#left <= 0)
      return placeholder(logicalId)
    const { type, properties } = this.#resource(logicalId)
    const member = rowOf(arns, type)?.[0] ?? ''
    if (member === '') return placeholder(logicalId)
    this.#naming.add(logicalId)
    const name = this.resolve(properties.get(member), 10)
    this.#naming.delete(logicalId)
    return typeof name === 'string' && this.#affords(name.length) ? name : placeholder(logicalId)
  }

  /** The ARN of a resource, its name in the place where it belongs. */
  arnOf(logicalId: string): string {
    const { type, properties } = this.#resource(logicalId)
    const format = rowOf(arns, type)?.[1]
    if (format === undefined) return placeholder(`${logicalId}.Arn`)
    if (!type.startsWith('AWS::IAM::')) return format.replace('NAME', () => this.nameOf(logicalId))
    const path = textOf(properties.get('Path')) ?? '/'
    if (!this.#affords(path.length)) return placeholder(`${logicalId}.Arn`)
    return format.replace('NAME', () => `${path}${this.nameOf(logicalId)}`)
  }

  /** The resource that such a name or reference stands for. */
  #resource(logicalId: string): { readonly type: string; readonly properties: Fields } {
    const fields = fieldsOf(this.#resources.get(logicalId))
    return {
      type: textOf(fields.get('Type')) ?? '',
      properties: fieldsOf(fields.get('Properties')),
    }
  }
}

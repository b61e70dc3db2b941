import { nearestName } from '#policy'

/** A group of Regions with accounts, ARNs and endpoints of its own. */
export interface Partition {
  /** The second part of its ARNs. */
  readonly name: string
  readonly title: string
  readonly regions: readonly string[]
}

const words = (text: string) => text.split(/\s+/u)

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const partitions: readonly Partition[] = [
  {
    name: 'aws',
    title: 'AWS Regions',
    regions:
      words(`us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2
      ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5
      ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2
      eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1`),
  },
  { name: 'aws-cn', title: 'China Regions', regions: words('cn-north-1 cn-northwest-1') },
  {
    name: 'aws-us-gov',
    title: 'AWS GovCloud (US) Regions',
    regions: words('us-gov-east-1 us-gov-west-1'),
  },
  { name: 'aws-eusc', title: 'AWS European Sovereign Cloud', regions: words('eusc-de-east-1') },
  {
    name: 'aws-iso',
    title: 'AWS Top Secret Regions',
    regions: words('us-iso-east-1 us-iso-west-1'),
  },
  {
    name: 'aws-iso-b',
    title: 'AWS Secret Regions',
    regions: words('us-isob-east-1 us-isob-west-1'),
  },
  { name: 'aws-iso-e', title: 'AWS isolated Europe Region', regions: words('eu-isoe-west-1') },
  {
    name: 'aws-iso-f',
    title: 'AWS isolated Regions in the USA',
    regions: words('us-isof-east-1 us-isof-south-1'),
  },
]

/** Every Region, with its partition. */
export const regions: ReadonlyMap<string, Partition> = new Map(
  partitions.flatMap((partition) =>
    partition.regions.map((region) => [region, partition] as const),
  ),
)

/** The Region that was probably meant; the first, `us-east-1`, of equally near ones. */
export function nearestRegion(written: string): string | undefined {
  return nearestName(written, regions.keys())
}

/** The partition that was probably meant. */
export function nearestPartition(written: string): string | undefined {
  return nearestName(
    written,
    partitions.map(({ name }) => name),
  )
}

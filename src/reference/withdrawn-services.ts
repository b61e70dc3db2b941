import type { WithdrawnService } from './reference.ts'

const lifecycle = 'https://aws.amazon.com/products/lifecycle/'

/**
 * Service prefixes that no longer grant anything. AWS's own managed policies still name some of them, so they are no mistakes of the
 * author. The data forgets most of them when AWS does; this table does not.
 */
export const withdrawnServices: readonly WithdrawnService[] = [
  {
    prefix: 'aws-portal',
    product: 'AWS Billing Console',
    replacedBy: 'billing',
    page: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-whatis.html',
  },
  {
    prefix: 'application-cost-profiler',
    product: 'AWS Application Cost Profiler',
    page: lifecycle,
  },
  {
    prefix: 'datazonecontrol',
    product: 'the preview of Amazon DataZone',
    replacedBy: 'datazone',
    page: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonDataZonePreviewConsoleFullAccess.html',
  },
  { prefix: 'deepcomposer', product: 'AWS DeepComposer', page: lifecycle },
  { prefix: 'deeplens', product: 'AWS DeepLens', page: lifecycle },
  { prefix: 'deepracer', product: 'AWS DeepRacer', page: lifecycle },
  { prefix: 'elastic-inference', product: 'Amazon Elastic Inference', page: lifecycle },
  { prefix: 'gamesparks', product: 'Amazon GameSparks', page: lifecycle },
  { prefix: 'iot1click', product: 'AWS IoT 1-Click', page: lifecycle },
  { prefix: 'iotroborunner', product: 'AWS IoT RoboRunner', page: lifecycle },
  { prefix: 'iotthingsgraph', product: 'AWS IoT Things Graph', page: lifecycle },
  {
    prefix: 'macie',
    product: 'Amazon Macie Classic',
    replacedBy: 'macie2',
    page: 'https://docs.aws.amazon.com/macie/latest/user/what-is-macie.html',
  },
  { prefix: 'mobilehub', product: 'AWS Mobile Hub', replacedBy: 'amplify', page: lifecycle },
  { prefix: 'sumerian', product: 'Amazon Sumerian', page: lifecycle },
  { prefix: 'zocalo', product: 'Amazon WorkDocs', replacedBy: 'workdocs', page: lifecycle },
  {
    prefix: 'sagemaker-groundtruth-synthetic',
    product: 'Amazon SageMaker Ground Truth Synthetic',
    page: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/GroundTruthSyntheticConsoleFullAccess.html',
  },
]

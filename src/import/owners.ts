/** ARN patterns of whoever a policy is attached to, where only a name is told: of any account and under any path. */
export const roleArns = (name: string): readonly string[] => [
  `arn:aws:iam::*:role/${name}`,
  `arn:aws:iam::*:role/*/${name}`,
]

export const userArns = (name: string): readonly string[] => [
  `arn:aws:iam::*:user/${name}`,
  `arn:aws:iam::*:user/*/${name}`,
]

/** A bucket's policy is consulted for its objects too. */
export const bucketArns = (bucket: string): readonly string[] => [
  `arn:aws:s3:::${bucket}`,
  `arn:aws:s3:::${bucket}/*`,
]

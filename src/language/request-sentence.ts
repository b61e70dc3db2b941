import type { RequestInput } from '#request'

/** A piece of the sentence; `is` tells which field it shows, or that it is the words between. */
export interface SentencePart {
  readonly is: 'principal' | 'action' | 'resource' | 'words'
  readonly text: string
  /** The whole text where `text` is a short form of it. */
  readonly full?: string
}

/** "role/analyst calls s3:GetObject on arn:aws:s3:::reports/q3.csv", in pieces. */
export function requestSentence(_input: RequestInput): readonly SentencePart[] {
  return []
}

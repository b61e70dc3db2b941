import { oneLine, type Exhibit } from './markdown.ts'

/** How a line of comment begins: Terraform, YAML and Python have `#`, CDK and JSON with comments `//`. */
export type CommentMark = '#' | '//'

/** A comment to stand above a policy in source code, so that whoever edits it can try it. */
export function toSourceComment(
  { title, request, verdict, link }: Exhibit,
  mark: CommentMark,
): string {
  return [title ? `Sidelight: ${title}` : 'Sidelight', request, verdict, link]
    .flatMap((text) => (text ? [`${mark} ${oneLine(text)}`] : []))
    .join('\n')
}

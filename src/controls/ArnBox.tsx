import { SuggestBox, type SuggestBoxProps } from './SuggestBox.tsx'

/** An ARN of a principal or a resource. */
export function ArnBox({ placeholder = 'arn:aws:…', ...props }: SuggestBoxProps) {
  return <SuggestBox {...props} placeholder={placeholder} />
}

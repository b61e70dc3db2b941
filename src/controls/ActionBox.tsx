import { SuggestBox, type SuggestBoxProps } from './SuggestBox.tsx'

/** An action, `service:Name`. */
export function ActionBox(props: Omit<SuggestBoxProps, 'placeholder'>) {
  return <SuggestBox {...props} placeholder="s3:GetObject" />
}

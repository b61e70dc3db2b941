import { useRef, type ReactNode } from 'react'
import { Button, type ButtonProps } from './Button.tsx'

/** A button that lets a person choose files from their machine. */
export function FileButton({
  children,
  label,
  icon,
  look,
  accept,
  multiple = false,
  onChoose,
}: {
  readonly children: ReactNode
  /** The name of the field behind the button: what the files are. */
  readonly label: string
  /** Which files are offered, as the attribute of the field: `.json,application/json`. */
  readonly accept?: string
  readonly multiple?: boolean
  /** At least one file. */
  readonly onChoose: (files: readonly File[]) => void
} & Pick<ButtonProps, 'icon' | 'look'>) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        {...(icon ? { icon } : {})}
        {...(look ? { look } : {})}
        onPress={() => field.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={field}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // The same file can be chosen again after it was mended.
          currentTarget.value = ''
          if (files.length > 0) onChoose(files)
        }}
      />
    </>
  )
}

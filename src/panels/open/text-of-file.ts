import type { Unreadable } from '#import'

/** Bytes; the import has the same limit, but then a file would be in memory already. */
const largest = 5 * 1024 * 1024

const encodings: readonly { readonly mark: readonly number[]; readonly name: string }[] = [
  { mark: [0xff, 0xfe], name: 'utf-16le' },
  { mark: [0xfe, 0xff], name: 'utf-16be' },
]

/** The text of a file, or why there is none. Windows' shell writes the answers of the AWS CLI in UTF-16. */
export async function textOfFile(
  file: Blob,
): Promise<{ readonly kind: 'text'; readonly text: string } | Unreadable> {
  if (file.size > largest)
    return { kind: 'unreadable', reason: 'tooLarge', message: 'This file is larger than 5 MB.' }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return {
      kind: 'unreadable',
      reason: 'noPolicy',
      message: 'This can’t be read. A folder can’t be opened, but the files in it can.',
    }
  }
  const encoding = encodings.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  return { kind: 'text', text: new TextDecoder(encoding?.name).decode(bytes) }
}

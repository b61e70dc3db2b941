import { readFileSync } from 'node:fs'

/** What is wrong with a file that was asked for, in words for a person at a terminal. */
export class UnreadableFile extends Error {}

/** The text of a UTF-8 file. Throws `UnreadableFile`. */
export function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : error instanceof TypeError
            ? 'it is not UTF-8 text'
            : String(code ?? error)
    throw new UnreadableFile(`${file}: ${why}`)
  }
}

/** The JSON value in a file. Throws `UnreadableFile`. */
export function readJsonFile(file: string): unknown {
  const text = readText(file)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new UnreadableFile(
      `${file}: it is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

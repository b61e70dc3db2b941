import { fieldsOf } from './fields.ts'

/**
 * The text of a policy that stands somewhere as text, URL-encoded text or a parsed document; undefined when it is none. Text
 * stays as it is, a document is laid out with two blanks.
 */
export function policyText(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const text = /^\s*%7B/iu.test(value) ? decoded(value) : value
    return text?.trimStart().startsWith('{') ? text : undefined
  }
  return isPolicyDocument(value) ? layOut(value) : undefined
}

/** An object with `Statement`, as every policy has. */
export function isPolicyDocument(value: unknown): boolean {
  return fieldsOf(value).has('Statement')
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** `JSON.stringify` gives up on what nests too deeply, and that is no policy. */
function layOut(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, null, 2)
  } catch {
    return undefined
  }
}

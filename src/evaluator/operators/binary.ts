import type { Matcher } from './matcher.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * Base64 in its one canonical spelling, so that two texts are equal exactly if their bytes are: without padding, and with the
 * bits beyond the last byte set to zero. Undefined for what is no base64.
 */
function canonicalBase64(text: string): string | undefined {
  const match = /^([A-Za-z0-9+/]*)(={0,2})$/u.exec(text)
  if (!match) return undefined
  const [, digits = '', padding = ''] = match
  const rest = digits.length % 4
  if (rest === 1 || (padding !== '' && (rest + padding.length) % 4 !== 0)) return undefined
  if (rest === 0) return digits
  const kept = rest === 2 ? 0b110000 : 0b111100
  return digits.slice(0, -1) + alphabet.charAt(alphabet.indexOf(digits.slice(-1)) & kept)
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals */
export const BinaryEquals: Matcher<string, string> = {
  wanted: (_, text) => canonicalBase64(text),
  given: canonicalBase64,
  fits: (wanted, given) => wanted === given,
}

import type { Piece } from '#policy'

/**
 * The meaning of one positive operator. Both sides are read into what is compared; a side that cannot be read (no number, no
 * date) fits nothing, so every positive operator is false for it and every negated one true.
 */
export interface Matcher<Wanted, Given> {
  /** The policy's value, with variables already replaced. `text` is the same as one string. */
  wanted(pieces: readonly Piece[], text: string): Wanted | undefined
  /** The request's value. */
  given(text: string): Given | undefined
  fits(wanted: Wanted, given: Given): boolean
}

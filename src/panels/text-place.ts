/** "line 8, column 5": where an offset of a text is, counted from one as editors do. */
export function placeInWords(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}

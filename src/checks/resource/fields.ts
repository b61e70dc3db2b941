/** The parts between the colons, those in a `${…}` left alone. */
export function splitFields(written: string): readonly string[] {
  if (!written.includes('${')) return written.split(':')
  const fields: string[] = []
  let start = 0
  let at = 0
  while (at < written.length) {
    if (written.startsWith('${', at)) {
      const end = written.indexOf('}', at)
      // One that is not closed takes all the rest.
      at = end < 0 ? written.length : end
    } else if (written.charAt(at) === ':') {
      fields.push(written.slice(start, at))
      start = at + 1
    }
    at++
  }
  fields.push(written.slice(start))
  return fields
}

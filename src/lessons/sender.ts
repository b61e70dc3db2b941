const time = /\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b/u
const longest = 200

/**
 * Who sent a line of a chat log: the words beside a time of day, in front of the line, or in one of the two lines above it.
 * Every chat has its own way of writing this; so no more is made of it than that two senders with different words are two
 * people. Without a time nothing is said: "here is mine:" is no name.
 */
export function senderOf(
  before: string,
  above: string | undefined,
  higher: string | undefined,
): string | undefined {
  if (before.trim() !== '' && /[^\s>|*•-]/u.test(before)) return namesIn(before)
  if (above === undefined || !isHeading(above)) return undefined
  return namesIn(above) ?? (higher !== undefined && higher.length <= 80 ? words(higher) : undefined)
}

/** A line that stands above a message: short, with a time. */
const isHeading = (text: string) => text.length <= 80 && time.test(text) && !text.includes('·')

function namesIn(text: string): string | undefined {
  const near = text.slice(0, longest)
  const found = time.exec(near)
  if (!found) return undefined
  const after = near.slice(found.index + found[0].length)
  return words(after.split(':')[0] ?? '') ?? words(near.slice(0, found.index))
}

/** The words of a text, without dates, brackets and what chats say around a name. */
function words(text: string): string | undefined {
  const said = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'.@]+/gu, ' ')
    .split(' ')
    .filter((word) => !/^(?:am|pm|a\.m\.|p\.m\.|at|today|yesterday|\W*)$|\d/u.test(word))
    .join(' ')
  return said === '' ? undefined : said
}

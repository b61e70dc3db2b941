/** Whether a text is the address of something here, or the fragment of one, rather than the thing itself. */
export function isLink(text: string): boolean {
  return /^\s*(?:<?https?:\/\/|#?w\d{1,6}\.[\w-]|#[\w.:/-]{1,80}=)/u.test(text)
}

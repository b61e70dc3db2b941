/** Hands a file to the browser, which puts it where it puts downloads. */
export function downloadFile(name: string, content: string | Blob): void {
  const blob = typeof content === 'string' ? new Blob([content]) : content
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

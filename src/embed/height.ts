/** What the embedded page tells the page around it, whenever it changes. */
export interface HeightMessage {
  readonly type: 'sidelight:height'
  /** CSS pixels that show all of it without scrolling. */
  readonly height: number
}

/**
 * Posts the height of `content` to the page around, whoever that is: it is no secret. A page that wants the frame to fit listens:
 *
 *     addEventListener('message', ({ source, data }) => {
 *       if (source === frame.contentWindow && data?.type === 'sidelight:height')
 *         frame.style.height = `${data.height}px`
 *     })
 */
export function postHeight(content: HTMLElement): void {
  if (parent === window) return
  let posted = -1
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height)
    if (height === posted) return
    posted = height
    const message: HeightMessage = { type: 'sidelight:height', height }
    parent.postMessage(message, '*')
  }).observe(content)
}

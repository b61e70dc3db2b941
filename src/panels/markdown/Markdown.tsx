import { lazy, Suspense } from 'react'
import styles from './markdown.module.css'

// The reader of Markdown is as large as the rest of a panel, and not needed before there is a text.
const MarkdownText = lazy(async () => ({
  default: (await import('./MarkdownText.tsx')).MarkdownText,
}))

/**
 * A text in Markdown. It may come from anybody: it becomes elements one by one, HTML in it is shown as text, links lead to web
 * pages only, and `[words](check:some-id)` opens the page of a check.
 */
export function Markdown({
  text,
  headingLevel = 4,
}: {
  readonly text: string
  /** Of the headings in the text, all of which are shown alike. */
  readonly headingLevel?: 3 | 4 | 5
}) {
  return (
    <div className={styles['markdown']}>
      <Suspense fallback={<p className={styles['plain']}>{text.slice(0, 2000)}</p>}>
        <MarkdownText text={text} headingLevel={headingLevel} />
      </Suspense>
    </div>
  )
}

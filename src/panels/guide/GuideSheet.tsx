import { Button, Dialog } from '#controls'
import { Markdown } from '../markdown/Markdown.tsx'
import markdown from './guide.md?raw'
import { readGuide } from './read-guide.ts'
import styles from './guide.module.css'

const { title, introduction, parts } = readGuide(markdown)

/** How to teach with the lessons, with its table of contents. Printing prints the guide alone. */
export function GuideSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={title} size="full" onClose={onClose}>
      <div className={styles['guide']} data-printed="">
        <nav aria-label="Contents" className={styles['contents']}>
          <ol>
            {parts.map((part) => (
              <li key={part.id}>
                <Button look="link" onPress={() => goTo(part.id)}>
                  {part.title}
                </Button>
              </li>
            ))}
          </ol>
          <Button icon="file" onPress={() => print()}>
            Print the guide
          </Button>
        </nav>
        <article className={styles['text']} aria-label={title}>
          <Markdown text={introduction} />
          {parts.map((part) => (
            <section key={part.id} aria-labelledby={part.id}>
              <h3 id={part.id} tabIndex={-1}>
                {part.title}
              </h3>
              <Markdown text={part.text} />
            </section>
          ))}
        </article>
      </div>
    </Dialog>
  )
}

/** The heading is brought to the top and takes the focus, so that reading goes on there. The address is for workspaces. */
function goTo(id: string): void {
  const heading = document.getElementById(id)
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}

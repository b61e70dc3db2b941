import { Icon } from '#controls'
import styles from './embed.module.css'

/** What there is to say where no workspace can be shown. */
export function Message({ heading, text }: { readonly heading: string; readonly text: string }) {
  return (
    <main className={styles['page']}>
      <div className={styles['verdict']}>
        <h1 className={`${styles['heading']} ${styles['implicit-deny']}`}>
          <Icon name="open" size={18} /> {heading}
        </h1>
        {text === '' ? null : <p>{text}</p>}
      </div>
      <footer className={styles['footer']}>
        <a className={styles['open']} href="../" target="_blank" rel="noopener noreferrer">
          Open Sidelight <span aria-hidden="true">↗</span>
        </a>
      </footer>
    </main>
  )
}

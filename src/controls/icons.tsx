import type { ReactNode } from 'react'
import styles from './icons.module.css'

// Our own drawings on a 16 × 16 grid. Marks differ by shape first; colour comes second (and is the caller's).
const drawings = {
  allow: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.8 8.2 2.3 2.3 4.2-4.7" className={styles['cut']} />
    </>
  ),
  explicitDeny: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="M4.3 8h7.4" className={styles['cut']} />
    </>
  ),
  implicitDeny: <circle cx="8" cy="8" r="6" />,
  overruled: (
    <>
      <path d="m3.5 8.5 3 3 6-7" />
      <path d="M2 13.5 14 2.5" />
    </>
  ),
  nearMiss: <circle cx="8" cy="8" r="6" strokeDasharray="1.6 2.2" />,
  open: <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" />,
  error: (
    <>
      <path d="M8 1.5 15 14H1z" fill="currentColor" />
      <path d="M8 6v4M8 12v.2" className={styles['cut']} />
    </>
  ),
  security: <path d="M8 1.5 13.5 3.5v4.2c0 3.3-2.3 5.6-5.5 6.8-3.2-1.2-5.5-3.5-5.5-6.8V3.5z" />,
  warning: (
    <>
      <path d="M8 2 14.5 13.5h-13z" />
      <path d="M8 6.5v3M8 11.6v.1" />
    </>
  ),
  suggestion: (
    <>
      <circle cx="8" cy="8" r="6.3" />
      <path d="M8 7.3v4M8 4.7v.1" />
    </>
  ),
  passed: <path d="m3 8.5 3.3 3.3L13 4.5" />,
  failed: <path d="m4 4 8 8M12 4l-8 8" />,
  waiting: <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" strokeWidth="2.2" />,
  none: <path d="M5 8h6" />,
  add: <path d="M8 3v10M3 8h10" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  down: <path d="m4 6 4 4 4-4" />,
  right: <path d="m6 4 4 4-4 4" />,
  up: <path d="m4 10 4-4 4 4" />,
  edit: <path d="M3 13h2.2L13 5.2 10.8 3 3 10.8zM9.4 4.4l2.2 2.2" />,
  copy: <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" />,
  paste: <path d="M5.5 3H3.5v11h9V3h-2M5.5 1.5h5v3h-5zM6 8h4M6 10.5h4" />,
  format: <path d="M2.5 3.5h11M5.5 6.5h8M5.5 9.5h8M2.5 12.5h11" />,
  remove: <path d="M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9" />,
  target: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <circle cx="8" cy="8" r="1.5" fill="currentColor" />
    </>
  ),
  more: <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" strokeWidth="2.2" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  file: <path d="M3.5 1.5h6l3 3v10h-9zM9 1.5v3.5h3.5" />,
  share: <path d="M8 10V2M5 4.5 8 1.5l3 3M3.5 7.5v6h9v-6" />,
  learn: (
    <path d="M1.5 5.5 8 2.5l6.5 3L8 8.5zM4 7v4c1 1.3 2.4 1.9 4 1.9s3-.6 4-1.9V7M14.5 5.5V10" />
  ),
  link: (
    <path d="M6.8 9.2a2.7 2.7 0 0 0 3.9 0l2.4-2.4a2.7 2.7 0 0 0-3.9-3.9L8 4.1M9.2 6.8a2.7 2.7 0 0 0-3.9 0L2.9 9.2a2.7 2.7 0 0 0 3.9 3.9L8 11.9" />
  ),
  examples: <path d="M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3" />,
  keyboard: <path d="M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M4.5 9.5h7" />,
  lock: <path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
  undo: <path d="M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7" />,
  logo: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 1.4a6.6 6.6 0 0 1 0 13.2z" fill="currentColor" />
      <path d="M10.4 5.2h2M10.4 8h3M10.4 10.8h2" className={styles['cut']} />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A drawing beside words; screen readers get the words. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className={styles['icon']}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  )
}

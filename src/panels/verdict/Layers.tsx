import { Icon, type IconName } from '#controls'
import type { LayerWords } from '#language'
import styles from './verdict.module.css'

const looks: Readonly<
  Record<
    LayerWords['outcome'],
    { readonly icon: IconName; readonly words: string; readonly className: string }
  >
> = {
  denies: { icon: 'explicitDeny', words: 'denies', className: 'explicit-deny' },
  allows: { icon: 'passed', words: 'allows', className: 'allow' },
  silent: { icon: 'implicitDeny', words: 'says nothing', className: 'implicit-deny' },
  notConsulted: { icon: 'none', words: 'not consulted', className: 'implicit-deny' },
  absent: { icon: 'none', words: 'none here', className: 'absent' },
}

/** One item per kind of policy, in the order in which AWS consults them. */
export function Layers({ layers }: { readonly layers: readonly LayerWords[] }) {
  return (
    <ul className={styles['layers']} aria-label="Layers">
      {layers.map(({ label, outcome, words }) => {
        const look = looks[outcome]
        return (
          <li key={label} className={styles[look.className]} title={words}>
            <span className={styles['layer']}>{label}</span>
            <Icon name={look.icon} size={14} />
            <span className="visually-hidden">
              : {look.words}. {words}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

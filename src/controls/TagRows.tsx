import { Button as AriaButton } from 'react-aria-components/Button'
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup'
import { English } from './English.tsx'
import { Icon } from './icons.tsx'
import type { TagValues } from './TagGrid.tsx'
import styles from './TagGrid.module.css'

/** The tags of a grid: Tab enters once, arrows move, Enter edits, Delete removes. */
export function TagRows({
  label,
  tags,
  onEdit,
  onRemove,
}: {
  readonly label: string
  readonly tags: TagValues
  readonly onEdit: (key: string, value: string) => void
  readonly onRemove: (keys: ReadonlySet<string>) => void
}) {
  return (
    <English>
      <TagGroup
        aria-label={label}
        className={styles['group'] ?? ''}
        onRemove={(keys) => onRemove(new Set([...keys].map(String)))}
      >
        <TagList className={styles['list'] ?? ''}>
          {Object.entries(tags).map(([key, value]) => (
            <Tag
              key={key}
              id={key}
              textValue={`${key}=${value}`}
              className={styles['tag'] ?? ''}
              onAction={() => onEdit(key, value)}
            >
              <span className={styles['text']}>
                {key}={value}
              </span>
              <AriaButton slot="remove" className={styles['remove'] ?? ''}>
                <Icon name="close" size={12} />
              </AriaButton>
            </Tag>
          ))}
        </TagList>
      </TagGroup>
    </English>
  )
}

import type { CheckPage, PageBlock, PageSample } from '#checks'
import { Button } from '#controls'
import type { GrammarType, PolicyType } from '#policy'
import { useApp } from '#store/react'
import { inlinesOf } from './inline.ts'
import { MarkedPolicy } from './MarkedPolicy.tsx'
import styles from './check-page.module.css'

/** The blocks of a page. Its text becomes elements one by one; nothing in it is ever read as HTML. */
export function PageText({
  page,
  onTried,
}: {
  readonly page: CheckPage
  readonly onTried: () => void
}) {
  return (
    <div className={styles['page']}>
      {page.blocks.map((block, index) => (
        <Block key={index} block={block} onTried={onTried} />
      ))}
    </div>
  )
}

function Block({ block, onTried }: { readonly block: PageBlock; readonly onTried: () => void }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'text':
      return (
        <p>
          {inlinesOf(block.text).map((piece, index) => {
            switch (piece.is) {
              case 'words':
                return piece.text
              case 'code':
                return <code key={index}>{piece.text}</code>
              case 'strong':
                return <strong key={index}>{piece.text}</strong>
              case 'link':
                return (
                  <a key={index} href={piece.to} target="_blank" rel="noreferrer">
                    {piece.text}
                  </a>
                )
            }
          })}
        </p>
      )
    case 'policy':
      return <Sample sample={block} onTried={onTried} />
  }
}

const captions = { bad: 'Found', good: 'Not found' } as const

function Sample({
  sample,
  onTried,
}: {
  readonly sample: PageSample
  readonly onTried: () => void
}) {
  const addPolicy = useApp((app) => app.addPolicy)
  const { expects, type, policy, shown } = sample
  const caption = `${captions[expects]}, in ${typeWords[type]}`
  return (
    <figure className={styles['sample']} data-expects={expects}>
      <figcaption>
        <span>{caption}</span>
        <Button
          look="quiet"
          icon="add"
          label="Try it: add as a policy"
          onPress={() => {
            addPolicy(policyTypeOf(type), policy.text)
            onTried()
          }}
        >
          Try it
        </Button>
      </figcaption>
      <MarkedPolicy label={caption} {...shown} />
    </figure>
  )
}

const policyTypeOf = (type: GrammarType): PolicyType => (type === 'trust' ? 'resource' : type)

const typeWords: Readonly<Record<GrammarType, string>> = {
  identity: 'an identity policy',
  resource: 'a resource policy',
  trust: 'a trust policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  endpoint: 'a VPC endpoint policy',
}

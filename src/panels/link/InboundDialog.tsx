import { Dialog } from '#controls'
import { pageAddress } from './address.ts'
import styles from './link.module.css'

const members: readonly { readonly name: string; readonly value: string }[] = [
  { name: 'policy', value: 'A policy’s text; several times for several.' },
  {
    name: 'type',
    value:
      'identity, resource, boundary, session, scp, rcp or endpoint; guessed when it is missing. The first is for the first policy, and so on.',
  },
  { name: 'name', value: 'A policy’s name, counted like the types.' },
  {
    name: 'principal',
    value:
      'An ARN, a service such as lambda.amazonaws.com, a canonical user ID, or * for an anonymous caller.',
  },
  { name: 'action', value: 'Makes a request of the link; without it there are only policies.' },
  { name: 'resource', value: 'An ARN; * when it is missing.' },
  { name: 'context.KEY', value: 'The value of a context key; several times for several values.' },
  { name: 'title', value: 'Names it all.' },
  {
    name: 'workspace',
    value: 'A whole workspace, as JSON or as JSON in base64url, instead of all the others.',
  },
]

/** How other tools open something here, without our codec. */
export function InboundDialog({ onClose }: { readonly onClose: () => void }) {
  const page = pageAddress()
  return (
    <Dialog title="Links from other tools" onClose={onClose}>
      <div className={styles['inbound']}>
        <p>
          Any program can open a policy here: it writes it into the fragment of the address, each
          value URL-encoded. Nothing is sent to a server, also not by such a link.
        </p>
        <p className={styles['example']}>
          {page}
          #policy=JSON&type=identity&principal=ARN&action=s3:GetObject&resource=ARN&context.aws:SourceIp=203.0.113.7
        </p>
        <p className={styles['example']}>{page}#workspace=JSON</p>
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ name, value }) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>What unpacks to more than 1 MB is not opened.</p>
      </div>
    </Dialog>
  )
}

import { useEffect, useRef, useState } from 'react'
import { Announcer } from '#controls'
import { useApp } from '#store/react'
import { verdictSentence } from './verdict-sentence.ts'

/** Speaks the verdict when it has changed, and what was asked for at once. */
export function Voice() {
  // The presenter view speaks for itself: there a verdict may be hidden.
  const sentence = useApp((app) => (app.present ? undefined : verdictSentence(app)))
  const announce = useApp((app) => app.settings.announce)
  const announcement = useApp((app) => app.announcement)
  const notices = useApp((app) => app.notices)
  const [notice] = notices
  const before = useRef(sentence)
  const [spoken, setSpoken] = useState<string | undefined>(undefined)

  useEffect(() => {
    if (announce !== 'changed' || sentence === undefined || sentence === before.current) return
    const was = before.current?.replace(/,.*|\..*/s, '').toLowerCase()
    setSpoken(was ? `${sentence} Was ${was}.` : sentence)
    before.current = sentence
  }, [sentence, announce])

  const asked =
    notice && notice.id > (announcement?.nonce ?? 0)
      ? { text: notice.undo ? `${notice.text} Undo is offered.` : notice.text, nonce: notice.id }
      : announcement
  return <Announcer text={spoken} now={asked} />
}

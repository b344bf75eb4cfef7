import type { DocumentViewServerProps } from 'payload'

import { textOf } from '../elements/textOf.ts'
import { adminUrl } from '../lists/adminUrl.ts'
import { AttemptList } from './AttemptList.tsx'
import { documentView } from './documentView.ts'
import { Section } from './Section.tsx'
import { ViewFrame } from './ViewFrame.tsx'

/** One try, with the way to its delivery and its event. */
export function AttemptView(props: DocumentViewServerProps) {
  const context = documentView(props)
  const { doc, req, texts } = context
  const delivery = textOf(doc['delivery']) ?? ''
  const event = textOf(doc['event']) ?? ''
  return (
    <ViewFrame title={texts.delivery.attempt(Number(doc['number'] ?? 0))}>
      <Section title={texts.delivery.attempts}>
        <AttemptList attempts={[doc]} context={context} />
        <p className="fm-inline fm-below">
          <a className="fm-textlink" href={adminUrl(req.payload, 'event-deliveries', delivery)}>
            {texts.delivery.delivery}
          </a>
          <a className="fm-textlink" href={adminUrl(req.payload, 'event-logs', event)}>
            {texts.delivery.event}
          </a>
        </p>
      </Section>
    </ViewFrame>
  )
}

import type { DocumentViewServerProps } from 'payload'

import { JsonBlock } from '../elements/JsonBlock.tsx'
import { RefreshWhile } from '../elements/RefreshWhile.tsx'
import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { textOf } from '../elements/textOf.ts'
import { AttemptList } from './AttemptList.tsx'
import { DeliveryFacts } from './DeliveryFacts.tsx'
import { documentView } from './documentView.ts'
import { RetryButton } from './RetryButton.tsx'
import { Section } from './Section.tsx'
import { ViewFrame } from './ViewFrame.tsx'

/** One delivery: how it stands, its tries, the message, and a button that sends it now. */
export async function DeliveryView(props: DocumentViewServerProps) {
  const context = documentView(props)
  const { canManage, doc, find, texts } = context
  const text = (name: string) => textOf(doc[name]) ?? ''
  const id = text('id')
  const status = text('status')
  const [attempts, events, subscriptions] = await Promise.all([
    find({ collection: 'event-attempts', where: { delivery: { equals: id } }, sort: '-createdAt' }),
    find({ collection: 'event-logs', where: { id: { equals: text('event') } }, sort: 'id' }),
    find({
      collection: 'event-subscriptions',
      where: { id: { equals: text('subscription') } },
      sort: 'id',
    }),
  ])
  const isMoving = status === 'pending' || status === 'delivering'
  return (
    <ViewFrame title={text('target') || id}>
      <RefreshWhile isMoving={isMoving} />
      <Section title={texts.delivery.story}>
        <div className="fm-story">
          <StatusPill tone={statusTone(status)}>{texts.status[status] ?? status}</StatusPill>
          <span>
            {text('gate') === 'held' ? texts.delivery.held : texts.delivery.lines[status]}
          </span>
          {canManage && !isMoving && <RetryButton id={id} isDelivered={status === 'delivered'} />}
        </div>
        <DeliveryFacts context={context} isSubscriptionThere={subscriptions.length > 0} />
      </Section>
      <Section title={texts.delivery.attempts}>
        <AttemptList attempts={attempts} context={context} />
      </Section>
      <Section title={texts.delivery.message}>
        {events[0] ? (
          <JsonBlock label={texts.delivery.message} value={pretty(textOf(events[0]['body']))} />
        ) : (
          <p className="fm-muted">{texts.delivery.messageGone}</p>
        )}
      </Section>
    </ViewFrame>
  )
}

function pretty(body: string | undefined): unknown {
  if (body === undefined) return null
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

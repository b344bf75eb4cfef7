import { Fact } from '../elements/Fact.tsx'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { textOf } from '../elements/textOf.ts'
import { adminUrl } from '../lists/adminUrl.ts'
import { blockLabel } from '../lists/blockLabel.ts'
import { eventSummary } from '../lists/eventSummary.ts'
import { reasonText } from '../lists/reasonText.ts'
import type { DocumentViewContext } from './documentView.ts'

/** To whom, what and when of a delivery. */
export function DeliveryFacts({
  context,
  isSubscriptionThere,
}: {
  context: DocumentViewContext
  isSubscriptionThere: boolean
}) {
  const { doc, language, req, texts } = context
  const { payload } = req
  const words = texts.delivery
  const text = (name: string) => textOf(doc[name])
  const time = (name: string) => {
    const at = text(name)
    return at ? <TimeAgo at={at} /> : null
  }
  const type = text('eventType') ?? ''
  const status = text('status')
  const message = text('messageStatus') ?? null
  const isOpen = status === 'pending' || status === 'retrying'
  const name = text('subscriptionName') ?? text('subscription') ?? ''
  return (
    <dl className="fm-facts">
      <Fact label={words.target}>{text('target')}</Fact>
      <Fact label={words.channel}>
        {blockLabel(payload.config, text('channel') ?? '', language)}
      </Fact>
      <Fact label={words.event}>
        <a className="fm-textlink" href={adminUrl(payload, 'event-logs', text('event') ?? '')}>
          {eventSummary(payload, type, language) || type} <code>{type}</code>
        </a>
      </Fact>
      <Fact label={words.subscription}>
        {isSubscriptionThere ? (
          <a
            className="fm-textlink"
            href={adminUrl(payload, 'event-subscriptions', text('subscription') ?? '')}
          >
            {name}
          </a>
        ) : (
          `${name} (${words.subscriptionGone})`
        )}
      </Fact>
      <Fact label={words.created}>{time('createdAt')}</Fact>
      <Fact label={words.deliveredAt}>{time('deliveredAt')}</Fact>
      <Fact label={words.messageStatus}>
        {message === null ? null : (
          <>
            {words.messageStatuses[message] ?? message} {time('messageStatusAt')}
          </>
        )}
      </Fact>
      <Fact label={words.nextAttempt}>{isOpen && time('nextAttemptAt')}</Fact>
      <Fact label={words.attempts}>{text('attemptsFinished')}</Fact>
      <Fact label={words.lastError}>
        {status === 'delivered' ? null : reasonText(doc, payload, language)}
      </Fact>
      <Fact label={words.id}>
        <code>{text('id')}</code>
      </Fact>
    </dl>
  )
}

import type { DocumentViewServerProps } from 'payload'

import { JsonBlock } from '../elements/JsonBlock.tsx'
import { RefreshWhile } from '../elements/RefreshWhile.tsx'
import { textOf } from '../elements/textOf.ts'
import { DeliveryTable } from './DeliveryTable.tsx'
import { decisionSentences } from './decisionSentences.ts'
import { documentView } from './documentView.ts'
import { EventFacts } from './EventFacts.tsx'
import { Section } from './Section.tsx'
import { ViewFrame } from './ViewFrame.tsx'

/** One event: facts, what was decided and why, its deliveries, its data. */
export async function EventView(props: DocumentViewServerProps) {
  const context = documentView(props)
  const { doc, texts } = context
  const id = textOf(doc['id']) ?? ''
  const isPending = doc['status'] === 'pending'
  const deliveries = await context.find({
    collection: 'event-deliveries',
    where: { event: { equals: id } },
    sort: 'createdAt',
  })
  const isMoving = deliveries.some(({ status }) => status === 'pending' || status === 'delivering')
  return (
    <ViewFrame title={textOf(doc['type']) ?? id}>
      <RefreshWhile isMoving={isPending || isMoving} />
      <Section title={texts.event.title}>
        <EventFacts context={context} />
      </Section>
      <Section title={texts.event.decisions}>
        {isPending ? (
          <p className="fm-muted">{texts.event.waiting}</p>
        ) : (
          <ul className="fm-decisions">
            {decisionSentences(doc['decisions'], texts).map(({ kind, text }) => (
              <li className={`fm-decisions__${kind}`} key={text}>
                {text}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={texts.event.deliveries}>
        <DeliveryTable context={context} deliveries={deliveries} />
      </Section>
      <Section title={texts.event.data}>
        <JsonBlock label={texts.event.data} value={doc['data'] ?? null} />
      </Section>
      {doc['issues'] ? (
        <Section title={texts.event.issues}>
          <JsonBlock label={texts.event.issues} value={doc['issues']} />
        </Section>
      ) : null}
    </ViewFrame>
  )
}

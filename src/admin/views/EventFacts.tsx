import { Fact } from '../elements/Fact.tsx'
import { isRecord } from '../../kernel/isRecord.ts'
import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { textOf } from '../elements/textOf.ts'
import { adminUrl } from '../lists/adminUrl.ts'
import { DocumentLink } from '../lists/DocumentLink.tsx'
import { eventSummary } from '../lists/eventSummary.ts'
import type { DocumentViewContext } from './documentView.ts'

/** Who, what, when of an event. */
export function EventFacts({ context }: { context: DocumentViewContext }) {
  const { doc, language, req, texts } = context
  const { payload } = req
  const words = texts.event
  const text = (name: string) => textOf(doc[name])
  const status = text('status') ?? ''
  const type = text('type') ?? ''
  const cause = text('causationId')
  const data = isRecord(doc['data']) ? doc['data'] : {}
  const changed = Array.isArray(data['changed']) ? data['changed'] : []
  return (
    <dl className="fm-facts">
      <Fact label={words.type}>
        <span className="fm-two">
          <span>{eventSummary(payload, type, language) || type}</span>
          <code>{type}</code>
        </span>
      </Fact>
      <Fact label={texts.delivery.story}>
        <StatusPill tone={statusTone(status)}>{texts.status[status] ?? status}</StatusPill>
      </Fact>
      <Fact label={words.when}>
        {text('createdAt') && <TimeAgo at={text('createdAt') ?? ''} />}
      </Fact>
      <Fact label={words.document}>
        {text('documentId') && (
          <DocumentLink
            collection={text('collection')}
            id={text('documentId')}
            language={language}
            payload={payload}
          />
        )}
      </Fact>
      <Fact label={words.who}>{text('userEmail') ?? text('userId')}</Fact>
      <Fact label={words.changed}>{changed.join(', ')}</Fact>
      <Fact label={words.operation}>{text('operation')}</Fact>
      <Fact label={words.source}>{text('source')}</Fact>
      <Fact label={words.locale}>{text('locale')}</Fact>
      <Fact label={words.sequence}>{text('sequence')}</Fact>
      <Fact label={words.cause}>
        {cause && (
          <a className="fm-textlink" href={adminUrl(payload, 'event-logs', cause)}>
            {cause}
          </a>
        )}
      </Fact>
      <Fact label={words.id}>
        <code>{text('id')}</code>
      </Fact>
    </dl>
  )
}

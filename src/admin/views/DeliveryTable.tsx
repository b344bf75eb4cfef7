import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { textOf } from '../elements/textOf.ts'
import { adminUrl } from '../lists/adminUrl.ts'
import { blockLabel } from '../lists/blockLabel.ts'
import { reasonText } from '../lists/reasonText.ts'
import type { DocumentViewContext } from './documentView.ts'

/** Deliveries of one event, each linked to its page. */
export function DeliveryTable({
  context,
  deliveries,
}: {
  context: DocumentViewContext
  deliveries: readonly Record<string, unknown>[]
}) {
  const { language, req, texts } = context
  const words = texts.delivery
  if (deliveries.length === 0) return <p className="fm-muted">{texts.event.noDeliveries}</p>
  return (
    <div className="fm-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.target}</th>
            <th scope="col">{words.story}</th>
            <th scope="col">{words.channel}</th>
            <th scope="col">{words.subscription}</th>
            <th scope="col">{words.attempts}</th>
            <th scope="col">{words.lastError}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => {
            const id = textOf(delivery['id']) ?? ''
            const status = textOf(delivery['status']) ?? ''
            return (
              <tr key={id}>
                <td>
                  <a className="fm-textlink" href={adminUrl(req.payload, 'event-deliveries', id)}>
                    {textOf(delivery['target']) ?? id}
                  </a>
                </td>
                <td>
                  <StatusPill tone={statusTone(status)}>
                    {texts.status[status] ?? status}
                  </StatusPill>
                </td>
                <td>
                  {blockLabel(req.payload.config, textOf(delivery['channel']) ?? '', language)}
                </td>
                <td>{textOf(delivery['subscriptionName'])}</td>
                <td>{textOf(delivery['attemptsFinished'])}</td>
                <td>{reasonText(delivery, req.payload, language)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

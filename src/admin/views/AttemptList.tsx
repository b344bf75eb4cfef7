import { ExchangeDetails } from '../elements/ExchangeDetails.tsx'
import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { textOf } from '../elements/textOf.ts'
import { reasonText } from '../lists/reasonText.ts'
import type { DocumentViewContext } from './documentView.ts'

/** The tries of a delivery, newest first. */
export function AttemptList({
  attempts,
  context,
}: {
  attempts: readonly Record<string, unknown>[]
  context: DocumentViewContext
}) {
  const { language, req, texts } = context
  if (attempts.length === 0) return <p className="fm-muted">{texts.delivery.noAttempts}</p>
  return (
    <ol className="fm-tries">
      {attempts.map((attempt) => {
        const outcome = textOf(attempt['outcome']) ?? ''
        const at = textOf(attempt['createdAt'])
        const took = attempt['durationMs']
        const reason = reasonText(attempt, req.payload, language)
        return (
          <li className="fm-try" data-outcome={outcome} key={textOf(attempt['id'])}>
            <p className="fm-try__line">
              <StatusPill tone={statusTone(outcome)}>{texts.status[outcome] ?? outcome}</StatusPill>
              <strong>{texts.delivery.attempt(Number(attempt['number'] ?? 0))}</strong>
              <code>{textOf(attempt['code'])}</code>
              {typeof took === 'number' && <span>{texts.exchange.ms(took)}</span>}
              {at && <TimeAgo at={at} />}
            </p>
            {reason && (
              <p className={outcome === 'delivered' ? 'fm-muted' : 'fm-problem'}>{reason}</p>
            )}
            <ExchangeDetails
              request={attempt['request']}
              response={attempt['response']}
              texts={texts}
            />
          </li>
        )
      })}
    </ol>
  )
}

'use client'

import { Button, toast, useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { ExchangeDetails } from '../elements/ExchangeDetails.tsx'
import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { useEventsApi } from '../elements/useEventsApi.ts'
import { blockLabel } from '../lists/blockLabel.ts'
import { useTexts } from '../texts/useTexts.ts'
import type { TestResult } from './testResults.ts'
import { testResults } from './testResults.ts'

/** Sends a sample event through the saved subscription and shows what every channel answered. */
export function SendTest() {
  const { texts } = useTexts()
  const { id, hasSavePermission } = useDocumentInfo()
  const isModified = useFormModified()
  const call = useEventsApi()
  const [isBusy, setBusy] = useState(false)
  const [results, setResults] = useState<TestResult[] | null>(null)
  const hintId = useId()
  const obstacle =
    id === undefined ? texts.test.saveFirst : isModified ? texts.test.saveChanges : null
  if (id !== undefined && hasSavePermission === false) return null
  const send = async () => {
    setBusy(true)
    setResults(null)
    const result = await call(`/events/subscriptions/${encodeURIComponent(String(id))}/test`, {})
    setBusy(false)
    if (result.isOk) setResults(testResults(result.body))
    else toast.error(result.message)
  }
  return (
    <section aria-busy={isBusy} className="field-type fm-card fm-test">
      <h3 className="fm-card__title">{texts.test.title}</h3>
      <p className="fm-muted" id={hintId}>
        {obstacle ?? texts.test.hint}
      </p>
      <Button
        buttonStyle="secondary"
        disabled={obstacle !== null || isBusy}
        extraButtonProps={{ 'aria-describedby': hintId }}
        margin={false}
        onClick={send}
        size="medium"
      >
        {isBusy ? texts.test.sending : texts.test.send}
      </Button>
      <div aria-live="polite">
        {results?.length === 0 && <p>{texts.test.noResults}</p>}
        {results?.map((result) => (
          <TestLine key={result.key} result={result} />
        ))}
      </div>
    </section>
  )
}

function TestLine({ result }: { result: TestResult }) {
  const { language, texts } = useTexts()
  const { config } = useConfig()
  const { channel, code, deliveryId, durationMs, outcome, reason, request, response } = result
  // Skipped is nothing to repair: nobody wants or can get it, and the reason says who.
  const isFine = outcome === 'delivered' || outcome === 'skipped'
  return (
    <article className="fm-try" data-outcome={outcome}>
      <p className="fm-try__line">
        <StatusPill tone={statusTone(outcome)}>{texts.status[outcome] ?? outcome}</StatusPill>
        <strong>{blockLabel(config, channel, language)}</strong>
        {code && <code>{code}</code>}
        {durationMs !== undefined && <span>{texts.exchange.ms(durationMs)}</span>}
        {deliveryId && (
          <a href={`${config.routes.admin}/collections/event-deliveries/${deliveryId}`}>
            {texts.delivery.delivery}
          </a>
        )}
      </p>
      {reason && <p className={isFine ? 'fm-muted' : 'fm-problem'}>{reason}</p>}
      <ExchangeDetails request={request} response={response} texts={texts} />
    </article>
  )
}

import type { Texts } from '../texts/en.ts'
import { JsonBlock } from './JsonBlock.tsx'

/** What went out and what came back, folded until asked for. Secrets are masked before they are stored. */
export function ExchangeDetails(props: { request: unknown; response: unknown; texts: Texts }) {
  const { request, response, texts } = props
  if (!request && !response) return null
  return (
    <details className="fm-fold">
      <summary>{texts.exchange.details}</summary>
      {request ? (
        <>
          <h4 className="fm-fold__title">{texts.exchange.request}</h4>
          <JsonBlock label={texts.exchange.request} value={request} />
        </>
      ) : null}
      <h4 className="fm-fold__title">{texts.exchange.response}</h4>
      {response ? (
        <JsonBlock label={texts.exchange.response} value={response} />
      ) : (
        <p>{texts.exchange.noResponse}</p>
      )}
    </details>
  )
}

import { type Attempt, callService, type DeliverInput, refusedBy } from '../../../src/index.ts'
import { metricaAccount } from './metricaAccount.ts'
import { metricaOutcome } from './metricaOutcome.ts'
import { metricaRow } from './metricaRow.ts'
import type { MetricaTarget } from './metricaTarget.ts'
import { metricaUpload } from './metricaUpload.ts'

/** One try: map, write a file of one row, upload it. The comment is the delivery, so that an upload can be found again. */
export async function deliverMetrica(
  input: DeliverInput<MetricaTarget>,
  apiUrl: string,
): Promise<Attempt> {
  const { http, idempotencyKey, now, secrets, signal, target } = input
  try {
    const { confidential, headers, url } = metricaAccount(target, secrets, apiUrl)
    const { remarks, row } = await metricaRow(input)
    const { body, contentType } = await metricaUpload(row)
    // The service takes letters and digits in a comment.
    const comment = idempotencyKey.replace(/[^\da-z]/gi, '').slice(0, 255)
    const answer = await callService({
      http,
      signal,
      url: `${url}/offline_conversions/upload?comment=${comment}`,
      headers: { ...headers, 'content-type': contentType },
      body,
      confidential,
    })
    if (!answer.isAnswer) return answer.attempt
    return metricaOutcome({ http: answer, remarks, confidential, now: now() })
  } catch (error) {
    return refusedBy(error, { counter: target.counterId })
  }
}

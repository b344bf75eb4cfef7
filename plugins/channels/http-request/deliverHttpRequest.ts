import {
  type Attempt,
  callService,
  type DeliverInput,
  refusedBy,
  templateScope,
} from '../../../src/index.ts'
import { httpRequestOutcome } from './httpRequestOutcome.ts'
import type { HttpRequestTarget } from './httpRequestTarget.ts'
import { renderBody } from './renderBody.ts'
import { renderUrl } from './renderUrl.ts'
import { signRequest } from './signRequest.ts'

/** One try: fill in, prove who asks, send, judge the answer. */
export async function deliverHttpRequest(input: DeliverInput<HttpRequestTarget>): Promise<Attempt> {
  const { event, http, idempotencyKey, now, secrets, signal, target, templates } = input
  try {
    const url = await renderUrl(target.url, templateScope(event), templates)
    const { body, contentType, remarks } = await renderBody(input)
    const { confidential, headers } = signRequest(target, secrets, body ?? '')
    const answer = await callService({
      http,
      signal,
      url,
      method: target.method,
      headers: {
        'idempotency-key': idempotencyKey,
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
        ...lowerNames(target.headers),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
      timeoutMs: target.timeoutSeconds * 1000,
      confidential,
    })
    if (!answer.isAnswer) return answer.attempt
    return httpRequestOutcome({ http: answer, target, remarks, confidential, now: now() })
  } catch (error) {
    return refusedBy(error, { method: target.method, url: target.url.split(/[?#]/)[0] ?? '' })
  }
}

/** So that a header of the form replaces ours however it is written. */
function lowerNames(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
}

import type { Attempt, Exchange } from '../channels/attempt.ts'
import { reasonOfError } from '../channels/reasonOfError.ts'
import type { HttpClient, HttpRequest } from '../egress/httpClient.ts'
import { isEgressError } from '../egress/isEgressError.ts'
import { isFinalEgressError } from '../egress/isFinalEgressError.ts'
import { exchangeOf } from './exchangeOf.ts'

/** One call of a service's API. `json` and `form` are serialised here, with their content type. */
export type ServiceCall = {
  http: HttpClient
  signal: AbortSignal
  url: string
  /** @default 'POST' */
  method?: HttpRequest['method']
  headers?: Record<string, string>
  json?: unknown
  form?: Record<string, string>
  /** A body serialised by the channel itself; the log keeps only the size of bytes. */
  body?: string | Uint8Array
  timeoutMs?: number
  maxResponseBytes?: number
  shownHeaders?: readonly string[]
  /** Texts that must not reach the log: the token of the account, an address in a path. */
  confidential?: readonly string[]
}

/** What came back: an answer to judge, or the attempt that a failure on the way already is. */
export type ServiceAnswer =
  | {
      isAnswer: true
      status: number
      headers: Record<string, string>
      text: string
      /** The parsed body; `undefined` when it is not JSON, or was cut before it was whole. */
      json: unknown
      exchange: Exchange
    }
  | { isAnswer: false; attempt: Attempt }

/** Calls a service and reads its answer. Only the network's failures are judged here; what an answer means the channel knows. */
export async function callService(call: ServiceCall): Promise<ServiceAnswer> {
  const { confidential = [], shownHeaders = [], http } = call
  const request = toRequest(call)
  const keep = { confidential, shownHeaders, keepBody: true }
  try {
    const response = await http.send(request)
    return {
      isAnswer: true,
      status: response.status,
      headers: response.headers,
      text: response.body,
      json: parsed(response.body),
      exchange: exchangeOf(request, response, keep),
    }
  } catch (error) {
    if (!isEgressError(error)) throw error
    const exchange = exchangeOf(request, null, keep)
    const outcome = isFinalEgressError(error) ? 'rejected' : 'unavailable'
    return {
      isAnswer: false,
      attempt: { outcome, code: error.code, ...reasonOfError(error), exchange },
    }
  }
}

function toRequest(call: ServiceCall): HttpRequest {
  const { headers = {}, maxResponseBytes, method = 'POST', signal, timeoutMs, url } = call
  const { body, contentType } = bodyOf(call)
  return {
    url,
    method,
    signal,
    headers: { ...(contentType === undefined ? {} : { 'content-type': contentType }), ...headers },
    ...(body === undefined ? {} : { body }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(maxResponseBytes === undefined ? {} : { maxResponseBytes }),
  }
}

function bodyOf({ body, form, json }: ServiceCall): {
  body?: string | Uint8Array
  contentType?: string
} {
  if (json !== undefined) return { body: JSON.stringify(json), contentType: 'application/json' }
  if (form === undefined) return body === undefined ? {} : { body }
  return {
    body: new URLSearchParams(form).toString(),
    contentType: 'application/x-www-form-urlencoded',
  }
}

/** An object or an array, which cannot be whole when it was cut. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

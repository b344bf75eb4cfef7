import type { Exchange } from '../channels/attempt.ts'
import type { HttpRequest, HttpResponse } from '../egress/httpClient.ts'
import { isSecretName } from '../egress/isSecretName.ts'
import { MASK } from '../egress/mask.ts'
import { maskHeaders } from '../egress/maskHeaders.ts'
import { maskUrl } from '../egress/maskUrl.ts'

/** What a channel knows better than the names: values by themselves secret, and names that only look it. */
export type ExchangeOptions = {
  /** Headers kept in plain although their names sound secret, such as a signature: it proves, and opens nothing. */
  shownHeaders?: readonly string[]
  /** Texts that must not be kept wherever they stand: tokens in paths, passwords in bodies. */
  confidential?: readonly string[]
  /** Keeps the request's body too, for services whose requests are not the event itself. @default false */
  keepBody?: boolean
}

/** Shorter values are too common to be cut out of an answer. */
const MIN_ECHO_LENGTH = 6

/** A request kept whole is cut here: the log is for reading. */
const MAX_KEPT_BODY = 8 * 1024

/** What the log keeps of one attempt. An event's body is in the log already, so by default only its size is repeated. */
export function exchangeOf(
  request: HttpRequest,
  response: HttpResponse | null,
  { confidential = [], shownHeaders = [], keepBody = false }: ExchangeOptions = {},
): Exchange {
  const headers = request.headers ?? {}
  const body = request.body ?? ''
  const secrets = [...confidential, ...secretsOf(request.url, headers, shownHeaders)]
  const scrub = (text: string): string => scrubbed(text, secrets)
  return {
    request: {
      method: request.method,
      url: scrub(maskUrl(request.url)),
      headers: scrubbedValues(maskHeaders(headers, [...shownHeaders]), scrub),
      bodyBytes: Buffer.byteLength(body),
      // Bytes are nothing to read, and Postgres has no NUL in text.
      ...(keepBody && typeof body === 'string'
        ? { body: scrub(body.slice(0, MAX_KEPT_BODY)) }
        : {}),
    },
    response: response === null ? null : shownResponse(response, scrub),
  }
}

/** Also as a URL, a form or a JSON text writes them. */
function scrubbed(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      // A form encodes more signs than a URL has to: `!` and the like.
      new URLSearchParams({ '': secret }).toString().slice(1),
      JSON.stringify(secret).slice(1, -1),
    ])
    .reduce((left, secret) => left.replaceAll(secret, MASK), text)
}

function scrubbedValues(
  headers: Record<string, string>,
  scrub: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, scrub(value)]))
}

function shownResponse(
  response: HttpResponse,
  scrub: (text: string) => string,
): NonNullable<Exchange['response']> {
  return {
    status: response.status,
    headers: scrubbedValues(maskHeaders(response.headers), scrub),
    body: scrub(response.body),
    isBodyTruncated: response.isBodyTruncated,
    durationMs: response.durationMs,
  }
}

/** Secrets that went out and that a talkative receiver may echo. */
function secretsOf(
  url: string,
  headers: Record<string, string>,
  shownHeaders: readonly string[],
): string[] {
  const fromHeaders = Object.entries(headers).filter(([name]) => !shownHeaders.includes(name))
  const fromQuery = URL.canParse(url) ? [...new URL(url).searchParams] : []
  return [...fromHeaders, ...fromQuery]
    .filter(([name, value]) => isSecretName(name) && value.length >= MIN_ECHO_LENGTH)
    .flatMap(([, value]) => [
      value,
      ...value.split(' ').filter((part) => part.length >= MIN_ECHO_LENGTH),
    ])
}

import {
  type Exchange,
  type HttpRequest,
  type HttpResponse,
  isSecretName,
  MASK,
  maskHeaders,
  maskUrl,
} from '../../../src/index.ts'

/** Shorter values are too common to be cut out of an answer. */
const MIN_ECHO_LENGTH = 6

/** What the log keeps of one attempt. The event's body is in the log already; only its size is repeated. */
export function webhookExchange(request: HttpRequest, response: HttpResponse | null): Exchange {
  const headers = request.headers ?? {}
  return {
    request: {
      method: request.method,
      url: maskUrl(request.url),
      headers: maskHeaders(headers, ['webhook-signature']),
      bodyBytes: Buffer.byteLength(request.body ?? ''),
    },
    response: response === null ? null : shownResponse(response, secretsOf(request.url, headers)),
  }
}

function shownResponse(
  response: HttpResponse,
  secrets: string[],
): NonNullable<Exchange['response']> {
  const scrub = (text: string): string =>
    secrets.reduce((left, secret) => left.replaceAll(secret, MASK), text)
  const headers = Object.entries(maskHeaders(response.headers)).map(([name, value]) => [
    name,
    scrub(value),
  ])
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: scrub(response.body),
    isBodyTruncated: response.isBodyTruncated,
    durationMs: response.durationMs,
  }
}

/** Secrets that went out and that a talkative receiver may echo. */
function secretsOf(url: string, headers: Record<string, string>): string[] {
  const fromHeaders = Object.entries(headers).filter(([name]) => name !== 'webhook-signature')
  const fromQuery = URL.canParse(url) ? [...new URL(url).searchParams] : []
  return [...fromHeaders, ...fromQuery]
    .filter(([name, value]) => isSecretName(name) && value.length >= MIN_ECHO_LENGTH)
    .flatMap(([, value]) => [
      value,
      ...value.split(' ').filter((part) => part.length >= MIN_ECHO_LENGTH),
    ])
}

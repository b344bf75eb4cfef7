import { handleEndpoints, type SanitizedConfig } from 'payload'

/** Who calls: anything with the token of a signed-in user, or nobody. */
export type RestOptions = {
  user?: { token: string } | undefined
  headers?: Record<string, string>
}

/** What came back. `body` is parsed JSON, or `undefined` for an empty answer and for anything but JSON. */
export type RestAnswer = {
  status: number
  headers: Headers
  body: RestBody
  /** The answer as it came, for files and pages. */
  bytes: Buffer
}

/** The parts of Payload's answers tests look at; everything else is `unknown`. */
export type RestBody = {
  doc: Record<string, unknown>
  docs: Record<string, unknown>[]
  errors: { message: string; data?: unknown }[]
  [key: string]: unknown
}

/**
 * `rest('POST', '/orders?locale=ru', {...}, { user })`: one request to the REST API, as the server answers it. A body that is
 * text goes out as it is.
 */
export type Rest = (
  method: string,
  path: string,
  body?: unknown,
  options?: RestOptions,
) => Promise<RestAnswer>

/** The REST API of a booted Payload without a server: the same router, called directly. */
export function createRestClient(config: SanitizedConfig, cacheKey: string): Rest {
  return async (method, path, body, { user, headers = {} } = {}) => {
    const request = new Request(`http://localhost:3000/api${path}`, {
      method,
      headers: {
        ...contentHeaders(body),
        ...(user ? { authorization: `JWT ${user.token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: textOf(body) }),
    })
    const response = await handleEndpoints({ config, payloadInstanceCacheKey: cacheKey, request })
    const type = response.headers.get('content-type') ?? ''
    // A stream of events has no end: its head is all of it that is looked at here.
    const isEndless = type.includes('text/event-stream')
    if (isEndless) await response.body?.cancel()
    const bytes = isEndless ? Buffer.alloc(0) : Buffer.from(await response.arrayBuffer())
    const isJson = type.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && bytes.length > 0 ? JSON.parse(bytes.toString()) : undefined) as RestBody,
      bytes,
    }
  }
}

/** A `URLSearchParams` goes as an HTML form, a text as it is, everything else as JSON. */
const textOf = (body: unknown): string => {
  if (typeof body === 'string') return body
  return body instanceof URLSearchParams ? body.toString() : JSON.stringify(body)
}

function contentHeaders(body: unknown): Record<string, string> {
  if (body === undefined) return {}
  if (!(body instanceof URLSearchParams)) return { 'content-type': 'application/json' }
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body.toString())),
  }
}

import { handleEndpoints, type SanitizedConfig } from 'payload'

/** Who calls: anything with the token of a signed-in user, or nobody. */
export type RestOptions = {
  user?: { token: string } | undefined
  headers?: Record<string, string>
}

/** What came back. `body` is parsed JSON, or `undefined` for an empty answer. */
export type RestAnswer = {
  status: number
  headers: Headers
  body: RestBody
}

/** The parts of Payload's answers tests look at; everything else is `unknown`. */
export type RestBody = {
  doc: Record<string, unknown>
  docs: Record<string, unknown>[]
  errors: { message: string; data?: unknown }[]
  [key: string]: unknown
}

/** `rest('POST', '/orders?locale=ru', {...}, { user })`: one request to the REST API, as the server answers it. */
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
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(user ? { authorization: `JWT ${user.token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const response = await handleEndpoints({ config, payloadInstanceCacheKey: cacheKey, request })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as RestBody,
    }
  }
}

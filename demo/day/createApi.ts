/** Who calls: a session's token, an API key, or nobody. */
export type Caller = { token: string } | { apiKey: string } | undefined

/** What a call may say beside its body. */
export type CallOptions = {
  as?: Caller
  headers?: Record<string, string>
  /** Answer that is meant. @default any 2xx */
  status?: number
}

/** JSON of an answer; members are looked at where they are needed. */
export type Answer = { status: number; body: Record<string, unknown> }

/** One client of the shop's HTTP API. */
export type Api = {
  call: (method: string, path: string, body?: unknown, options?: CallOptions) => Promise<Answer>
}

/** Calls `<url>/api<path>` over HTTP. An answer that was not meant stops the demo. */
export function createApi(url: string): Api {
  return {
    call: async (method, path, body, { as, headers = {}, status } = {}) => {
      const response = await fetch(`${url}/api${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...authorization(as),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const isMeant = status === undefined ? response.ok : response.status === status
      if (!isMeant) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
    },
  }
}

function authorization(caller: Caller): Record<string, string> {
  if (caller === undefined) return {}
  return 'token' in caller
    ? { authorization: `JWT ${caller.token}` }
    : { authorization: `users API-Key ${caller.apiKey}` }
}

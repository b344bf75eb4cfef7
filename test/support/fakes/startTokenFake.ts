import * as z from 'zod'

import { type Loopback, type LoopbackReply, startLoopback } from './startLoopback.ts'

/** An OAuth server whose refresh tokens are good for one use, and an API that takes its access tokens. */
export type TokenFake = Pick<Loopback, 'url' | 'close'> & {
  /** Calls of `/oauth/token`, refused ones too. */
  renewals: () => number
  /** Calls of `/messages` with a token that holds. */
  messages: string[]
  /** What the next renewals are answered with instead. */
  refuseWith: (status: number | null) => void
  /** The tokens that hold now. */
  tokens: () => { access: string; refresh: string }
}

const renewal = z.strictObject({
  grant_type: z.literal('refresh_token'),
  refresh_token: z.string().min(1),
})

/** Starts it; a renewal takes a moment, so that calls at once meet. */
export async function startTokenFake(): Promise<TokenFake> {
  let generation = 1
  let renewals = 0
  let refused: number | null = null
  const messages: string[] = []
  const tokens = () => ({ access: `access-${generation}`, refresh: `refresh-${generation}` })
  const { close, url } = await startLoopback((request) => {
    if (request.path === '/messages') {
      if (request.headers.authorization !== `Bearer ${tokens().access}`) return reply(401, {})
      messages.push(request.body)
      return reply(200, {})
    }
    renewals += 1
    if (refused !== null) return reply(refused, { error: 'refused' })
    const read = renewal.safeParse(request.json)
    if (request.path !== '/oauth/token' || !read.success) return reply(400, {})
    // A second use of the same refresh token costs the account, as with amoCRM.
    if (read.data.refresh_token !== tokens().refresh) return reply(400, { error: 'invalid_grant' })
    generation += 1
    return reply(200, { ...tokens(), expires_in: 3600 })
  })
  return {
    url,
    close,
    messages,
    tokens,
    renewals: () => renewals,
    refuseWith: (status) => {
      refused = status
    },
  }
}

function reply(status: number, body: object): LoopbackReply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'
import { amocrmLeads } from './amocrmLeads.ts'
import { amocrmReply } from './amocrmReply.ts'
import type { AmocrmStore } from './amocrmStore.ts'
import { type AmocrmTokens, createAmocrmTokens } from './amocrmTokens.ts'

export type AmocrmFake = Pick<Loopback, 'url' | 'requests' | 'close'> &
  Pick<AmocrmStore, 'leads' | 'contacts'> & {
    /** Method and path of each call, in order, those that were refused too. */
    calls: string[]
    tokens: AmocrmTokens
    /** How many of the calls were searches. */
    searches: () => number
    /** From now on its search learns of nothing new, as it does for a while in reality; `false`: it has caught up. */
    holdIndex: (isHeld: boolean) => void
    /** Lets time go by: seven requests a second are taken. */
    pass: (ms: number) => void
  }

type Script = (request: LoopbackRequest, call: string) => LoopbackReply | undefined

/** More than these a second are too many. */
const PER_SECOND = 7
/** So many times too many end in a block. */
const FORGIVEN = 5

/**
 * An account on this machine; `script` answers instead when it returns anything but undefined. `perSecond`: for who wants to
 * know what everything but the service bears.
 */
export async function startAmocrmFake(
  script: Script = () => undefined,
  { perSecond = PER_SECOND }: { perSecond?: number } = {},
): Promise<AmocrmFake> {
  const unindexed = { isHeld: false, rows: new Set<string>() }
  const given = { leads: 0, contacts: 0 }
  const store: AmocrmStore = { leads: new Map(), contacts: new Map(), unindexed, given }
  const tokens = createAmocrmTokens()
  const calls: string[] = []
  const limit = createLimit(perSecond)
  const { close, requests, url } = await startLoopback((request) => {
    const call = `${request.method} ${request.path.replace(/^\/api\/v4/, '')}`
    calls.push(call)
    const scripted = script(request, call)
    if (scripted !== undefined) return scripted
    const isWrite = request.method !== 'GET'
    if (isWrite && request.headers['content-type'] !== 'application/json')
      return amocrmReply.problem(400, 'Bad Request', 'This fake takes JSON only')
    if (call === 'POST /oauth2/access_token') return tokens.answer(request.json)
    return limit.refusal() ?? answer({ store, tokens, request, call })
  })
  const { contacts, leads } = store
  return {
    ...{ url, requests, close, contacts, leads, calls, tokens, pass: limit.pass },
    searches: () => calls.filter((call) => /^GET \/(?:leads|contacts)$/.test(call)).length,
    holdIndex: (isHeld) => {
      unindexed.isHeld = isHeld
      if (!isHeld) unindexed.rows.clear()
    },
  }
}

type Asked = {
  store: AmocrmStore
  tokens: AmocrmTokens
  request: LoopbackRequest
  call: string
}

function answer({ call, request, store, tokens }: Asked): LoopbackReply {
  if (!request.path.startsWith('/api/v4/')) return amocrmReply.problem(404, 'Not Found', 'No page')
  if (!tokens.isValid(request.headers.authorization)) {
    const echo = request.headers.authorization ?? ''
    return amocrmReply.problem(401, 'Unauthorized', `Неверный токен ${echo}`)
  }
  if (call === 'GET /account')
    return amocrmReply.done({ id: 30_000_000, name: 'Магазин', subdomain: 'example' })
  const { json, query } = request
  const id = Number(/^PATCH \/leads\/(\d+)$/.exec(call)?.[1])
  if (id > 0) return amocrmLeads.change(store, id, json)
  if (call === 'POST /leads/complex') return amocrmLeads.complex(store, json)
  if (call === 'POST /leads') return amocrmLeads.make(store, json)
  if (call === 'GET /leads') return amocrmLeads.search(store, 'leads', query)
  if (call === 'GET /contacts') return amocrmLeads.search(store, 'contacts', query)
  return amocrmReply.problem(404, 'Not Found', `No ${call}`)
}

/** Its clock stands still until it is told otherwise. */
function createLimit(perSecond: number): {
  refusal: () => LoopbackReply | undefined
  pass: (ms: number) => void
} {
  let now = 0
  let excess = 0
  let taken: number[] = []
  return {
    pass: (ms) => {
      now += ms
    },
    refusal: () => {
      if (excess >= FORGIVEN)
        return amocrmReply.problem(403, 'Forbidden', 'Your address is blocked')
      taken = taken.filter((at) => now - at < 1000)
      if (taken.length < perSecond) {
        taken.push(now)
        return undefined
      }
      excess += 1
      return amocrmReply.tooMany()
    },
  }
}
